"""Word documents become PDF, and PDFs page pictures, both in the sandbox."""
