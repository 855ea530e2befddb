"""The book: append-only entries in one chain, and the views and exports made of them.

An entry holds numbers, digests and codes; its columns stand in a salted payload in the ``kasus.json`` of its case, of
which the entry holds the digest. So the chain can be shown to anybody, and a lawful destruction breaks no chain.
The chain is plain SHA-256: whoever may write the database can rehash it. It proves something only against a head kept
elsewhere: on the signed page of a month, in a backup. The keyed seal names the machine that wrote an entry, not a
person.
"""
