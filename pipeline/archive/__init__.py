"""A case as one sealed object that a stranger can read and check.

A year is an OCFL 1.1 storage root, a case an object, a milestone a version. Files under ``v*/`` never change;
``kasus.json`` and ``register.jsonl`` suffice to rebuild the database.

Accepted: root can rewrite everything, but not make it agree with a signed register page or a backup elsewhere.
"""
