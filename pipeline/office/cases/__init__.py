"""Steps 1–8: registration, people, calls, contact with the victim, crisis, verification, assignment, study."""
