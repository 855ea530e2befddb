"""The archive on a store without rename, such as a bucket: the same objects and bytes, committed by their inventory."""
