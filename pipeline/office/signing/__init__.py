"""Steps 9–12: questions, draft, review, both copies printed, their signed scans back, the register page."""
