"""The command line: verbs ask ``office`` and print the answer."""
