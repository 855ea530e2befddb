"""Terminal output without escapes, bells or turned text direction.

File names, arguments and old data may hold them.
"""

import re

_OBEYED = re.compile(
    "\x1b(?!\\[(?:0|31|32)m)"
    "|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Control, direction and invisible characters but tab, line feed, two colours; lone surrogates."""


def harmless(words: str) -> str:
    """Replace each character that a terminal would obey."""
    return _OBEYED.sub("\ufffd", words)


def escaped(plain: str) -> str:
    """Escape those characters in JSON text."""
    return _OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", plain)
