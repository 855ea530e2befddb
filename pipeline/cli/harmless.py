"""What is printed on a terminal holds no escape, bell or turned direction.

Typed words are cleaned elsewhere; file names, arguments and what older versions kept are not.
"""

import re

_OBEYED = re.compile(
    "\x1b(?!\\[(?:0|31|32)m)"
    "|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Control, direction and invisible characters but tab, line feed and the two colours of a comparison; and halves of characters."""


def harmless(words: str) -> str:
    """Replace each character that a terminal would obey."""
    return _OBEYED.sub("\ufffd", words)


def escaped(plain: str) -> str:
    """Escape those characters in JSON text."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)
