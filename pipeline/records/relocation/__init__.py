"""The database carried from one engine to the other: read at one moment, written in portions, proved, then named.

The home's file (:mod:`~pipeline.records.relocation.mark`) says which engine serves; its replacement is the moment of
the move. The source is only read.
"""
