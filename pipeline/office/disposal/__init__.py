"""Retention and lawful destruction (UU 43/2009), and the backup before it."""
