"""Rangkap: an indirect complaint becomes a signed, filed and findable answer in duplicate."""

__version__ = "0.1.0"
