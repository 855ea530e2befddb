"""Word documents become PDF, and PDFs pictures."""
