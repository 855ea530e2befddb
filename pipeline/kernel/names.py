"""Names from outside, shown safely and never a path of ours; ``str`` as of ``os.fsdecode``."""

import os
import re
import unicodedata

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_ISOLATE = ("\u2068", "\u2069")


def display(name: str) -> str:
    r"""NFC, hidden characters as ``\u202e``, undecodable bytes as ``\xff``.

    Right-to-left letters are isolated (U+2068 … U+2069).
    """
    text = "".join(_shown(letter) for letter in unicodedata.normalize("NFC", name))
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
        return _ISOLATE[0] + text + _ISOLATE[1]
    return text


def short_safe(name: str, limit: int) -> str:
    """At most ``limit`` bytes for every file system: letters, digits, ``. - _ ( )``."""
    kept = "".join(
        letter if letter.isalnum() or letter in ".-_()" else "_"
        for letter in unicodedata.normalize("NFC", name)
    )
    kept = re.sub(r"_+", "_", kept).strip("._-") or "berkas"
    if _RESERVED.fullmatch(kept):
        kept = f"_{kept}"
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending.encode()) > 10:
        stem, dot, ending = kept, "", ""
    return stem.encode()[: limit - len((dot + ending).encode())].decode("utf-8", "ignore") + dot + ending


def numbered(name: str, number: int) -> str:
    """The ``number``-th try (``surat-2.pdf``), at most 255 bytes."""
    if number == 1:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem or len(os.fsencode(ending)) > 10:
        stem, dot, ending = name, "", ""
    tail = f"-{number}{dot}{ending}"
    return os.fsdecode(os.fsencode(stem)[: 255 - len(os.fsencode(tail))]) + tail


def _shown(letter: str) -> str:
    if unicodedata.category(letter) not in _HIDDEN:
        return letter
    code = ord(letter)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
