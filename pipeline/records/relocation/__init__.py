"""The database carried between engines: read at one moment, written in portions, proved, then named.

The source is only read. Replacing the home's mark is the move.
"""
