"""One file a step of the procedure: the only place where the houses meet, and where the order stands.

Its rooms stand one on the other, as the contract in pyproject.toml says: ``base`` knows none of them, ``overview`` all.

Every function here takes a :class:`~pipeline.office.base.desk.Desk` (who acts, for which office), asks
whether this person may, does all or nothing in one transaction, and writes it down.
"""
