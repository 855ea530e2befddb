"""Rendering: Word documents become PDF, and PDFs become page pictures, both within the sandbox."""
