"""The office's archive carried from the folder in its home into a bucket, or back: piece by piece, every byte proved, then named.

Where an office has its archive is its home's to say (:mod:`~pipeline.archive.relocation.mark`): one file, whose replacement
is the moment of the move. Until then the source serves on and the target, which lacks the marker of an archive, is refused;
from then on it is the other way round. The source is only read. What differs between the two layouts, and is made of what
the other has: :mod:`~pipeline.archive.relocation.pieces`.
"""
