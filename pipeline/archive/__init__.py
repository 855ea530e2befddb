"""A case as one sealed object that a stranger can read and check.

Every year of ``archive/`` is an OCFL 1.1 storage root (flat-direct); a case is an object in the year of its number, a
milestone a version. Files under ``v*/`` never change. The archive is the truth, the database its index:
``kasus.json`` and ``register.jsonl`` suffice to rebuild the register.
Accepted: root on the server can rewrite everything here, but not make it agree with a printed and signed register
page, or with a backup elsewhere.
"""
