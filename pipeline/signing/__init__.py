"""A letter becomes two signed copies: a scan is matched by its code, both copies are proven."""
