"""The case: its value, fields, states and safety, as functions from value to value."""
