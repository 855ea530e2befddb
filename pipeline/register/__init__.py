"""The book: append-only entries in one chain, its views and exports.

Entries hold numbers, digests and codes; columns stand in a salted payload in the case's ``kasus.json``. So the chain
can be shown to anybody, and a lawful destruction breaks none.
Whoever may write the database can rehash the chain: it proves something against a head elsewhere, on a signed page or
in a backup. The keyed seal names the machine, not a person.
"""
