"""The archive on a store that knows no rename, such as a bucket: the same objects, committed by their inventory.

Which of both an office has says :mod:`pipeline.archive.opened`. The objects have the same names and bytes in both, so that
one can be copied into the other.
"""
