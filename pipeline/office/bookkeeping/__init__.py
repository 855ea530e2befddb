"""Books and recaps: what goes out for a period, and what is due."""
