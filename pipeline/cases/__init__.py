"""The case, as functions from value to value."""
