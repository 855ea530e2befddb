"""Steps 9–12: questions, draft, review, printed copies and their signed scans, the register page."""
