"""SQLite: engine and guards."""
