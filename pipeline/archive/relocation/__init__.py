"""The archive carried between the home's folder and a bucket: piece by piece, proved, then named.

Replacing the home's mark is the moment of the move. The source is only read.
"""
