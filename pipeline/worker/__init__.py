"""The queue's worker; may run twice."""
