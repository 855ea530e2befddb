"""A case as one sealed object that a stranger can read and check.

Every year of ``archive/`` is an OCFL 1.1 storage root (flat-direct), a case an object, a milestone a version. Files
under ``v*/`` never change. The archive is the truth, the database its index: ``kasus.json`` and ``register.jsonl``
suffice to rebuild it.
Accepted: root can rewrite everything here, but not make it agree with a signed register page, or with a backup
elsewhere.
"""
