"""Electronic signatures found by their bytes alone: does a PDF bear one, and is it a signed export of ours?

A PDF is signed by adding to its end, so the file that was exported is a prefix of the signed one. Each
``%%EOF`` may end it; the digests of what lies before them are compared with those the office knows.
Nothing is parsed. The word ``/ByteRange`` cannot hide in a compressed object, so the search is reliable;
it may find one that is no signature, which the check then tells.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from mmap import mmap

_SIGNED = re.compile(rb"/ByteRange\s*\[")
_END = re.compile(rb"%%EOF(\r\n|\r|\n)?")
_MOST_ENDS = 40
_CHUNK = 1 << 20


def bears_signature(data: bytes | mmap) -> bool:
    """Tell whether these bytes of a PDF speak of a signature."""
    return _SIGNED.search(data) is not None


def prefixes(data: bytes | mmap) -> Iterator[tuple[str, int]]:
    """Yield SHA-256 and length of each part of ``data`` that may have been a file: up to each ``%%EOF``.

    With and without the end of line behind it; the first :data:`_MOST_ENDS` ends, the longest part but the
    whole. One pass over the bytes.
    """
    digest, done = hashlib.sha256(), 0
    for number, found in enumerate(_END.finditer(data)):
        if number == _MOST_ENDS:
            return
        for end in sorted({found.start() + 5, found.end()}):
            if end >= len(data):
                return
            while done < end:
                part = data[done : min(end, done + _CHUNK)]
                digest.update(part)
                done += len(part)
            yield digest.hexdigest(), end
