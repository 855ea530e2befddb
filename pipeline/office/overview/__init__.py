"""What is seen of everything."""
