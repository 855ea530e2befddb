"""What arrives is read, understood and offered to a person; the original is never changed."""
