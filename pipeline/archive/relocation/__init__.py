"""The archive carried between the home's folder and a bucket; the source is only read.

Replacing the home's mark is the move.
"""
