"""The command line: every verb is one small file that asks ``office`` and prints the answer."""
