"""A letter becomes two signed copies: a scan is matched by its code, and both copies are proven.

Plain values in and out; who keeps the letters and the keys tells this house about them.
"""
