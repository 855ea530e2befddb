"""One file a step of the procedure: the only place where the houses meet, and where the order stands.

Every function here takes a :class:`~pipeline.office.desk.Desk` (who acts, for which office), asks
whether this person may, does all or nothing in one transaction, and writes it down.
"""
