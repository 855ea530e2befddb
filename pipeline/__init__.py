"""Rangkap: an indirect complaint becomes a signed, filed and findable answer in duplicate.

The houses of the street stand in ``decisions/0001-rumah.md``; imports run one way, from the
doors (``cli``, ``watcher``, ``worker``) down to ``kernel``.
"""

__version__ = "0.1.0"
