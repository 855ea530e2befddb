"""The archive proved and kept."""
