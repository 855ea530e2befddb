"""The book: append-only entries in one chain, its views and exports.

Entries hold numbers, digests and codes; columns stand in a salted payload in ``kasus.json``. So the chain can
be shown to anybody and survives a lawful destruction. Rehashing of it shows only against a head elsewhere, on
a signed page or in a backup. The keyed seal names the machine, not a person.
"""
