"""What came in and has no case yet: read, joined, split, struck, set aside; the mail log."""
