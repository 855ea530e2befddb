"""A case becomes one sealed object that a stranger can read and check.

Every year of ``archive/`` is an OCFL 1.1 storage root with the flat-direct layout; a case is an
object in the year of its number, a milestone one version. Once written, a file under ``v*/`` is
never changed. The archive is the truth, the database its index: what is needed to rebuild the
register is in the objects (``kasus.json``) and in ``register.jsonl``.

Accepted: whoever is root on the server can rewrite everything here. What they cannot do is make it
agree with a register page that was printed and signed, or with a backup that left the building.
"""
