"""The command line: every verb is a function that asks ``office`` and prints the answer."""
