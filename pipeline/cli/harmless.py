"""What a terminal is given to print holds nothing that it would obey: no escape, no bell, no turned direction.

Words of people are cleaned when they are typed; file names, arguments and what older versions kept are not.
"""

import re

_OBEYED = re.compile(
    "\x1b(?!\\[(?:0|31|32)m)"
    "|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Control, direction and invisible characters but tab, line feed and the two colours of a comparison; and halves of characters."""


def harmless(words: str) -> str:
    """Return ``words`` for a person at a terminal: each character that it would obey as a replacement character."""
    return _OBEYED.sub("\ufffd", words)


def escaped(plain: str) -> str:
    """Return JSON text with those characters as JSON writes them, so that a program reads what stands there."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)
