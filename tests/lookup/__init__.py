"""What may be read by whom."""
