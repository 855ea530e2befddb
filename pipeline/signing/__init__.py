"""A letter becomes two signed copies: scans are matched by code, both copies proven."""
