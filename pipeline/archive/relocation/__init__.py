"""The archive carried from the home's folder into a bucket, or back: piece by piece, proved, then named.

The home's file (:mod:`~pipeline.archive.relocation.mark`) says which place serves; its replacement is the moment of
the move. The source is only read. For what differs between the layouts see
:mod:`~pipeline.archive.relocation.pieces`.
"""
