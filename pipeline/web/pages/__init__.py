"""The pages, one file for each place in the office."""
