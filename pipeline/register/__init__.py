"""The book: append-only entries in one chain, and the views and exports made of them.

An entry holds numbers, digests and codes; what was written in the columns stands in a salted payload
in the ``kasus.json`` of its case, of which the entry holds the digest. So the chain can be shown to
anybody, and a lawful destruction breaks no chain.

The chain is plain SHA-256: whoever may write the database can also rehash it. What it proves, it
proves against a head that is elsewhere: on the signed page of a month, in a backup. The seal, keyed,
names the machine that wrote an entry; it does not bind the person who holds the key.
"""
