"""The tests; a package, so that its name is not taken for that of another package's tests."""
