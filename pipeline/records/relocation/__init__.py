"""The database carried between engines: read at one moment, written in portions, proved, then named.

Replacing the home's mark is the moment of the move. The source is only read.
"""
