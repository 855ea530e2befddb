"""What came in and has no case yet."""
