"""The office's database carried over from one engine to the other: read in one moment, written in portions, proved, then named.

Which engine an office has is its home's to say (:mod:`~pipeline.records.relocation.mark`): one file, whose replacement is the
moment of the move. Until then the source serves on and what was filled is refused; from then on it is the other way round.
The source is opened for reading alone. What is carried and what is made anew: :mod:`~pipeline.records.relocation.tables`.
"""
