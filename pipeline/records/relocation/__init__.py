"""The database carried between engines: read at one moment, written in portions, proved, then named.

Replacing the home's mark is the move.
"""
