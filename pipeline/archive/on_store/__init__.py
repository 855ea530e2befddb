"""The archive on a store that knows no rename, such as a bucket: the same objects, committed by their inventory.

Nothing is chosen here: the office files into its folder (:mod:`pipeline.archive.deposit`). The objects have the same
names and bytes in both, so that one can be copied into the other.
"""
