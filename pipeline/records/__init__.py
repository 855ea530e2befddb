"""The database: the only room that touches tables. ``open_records`` boots Django, stores keep the rest.

Rows go in and out through the stores of this house as plain values; no model leaves it. Names of
people stand in the value of a case and of an arrival only; history, access log and register entries
hold numbers and accounts.
"""
