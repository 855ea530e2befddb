"""Books and recaps of a period, and what is due."""
