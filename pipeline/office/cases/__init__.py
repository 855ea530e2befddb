"""Steps 1–8: from registration to study."""
