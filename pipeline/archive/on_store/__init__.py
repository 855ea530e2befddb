"""The archive on a store without rename (bucket): the same objects, committed by their inventory."""
