"""Does the page that is printed say what was read from the draft? The second look, by other eyes than the first.

The first reads the DOCX and lets through only what it reads (:mod:`pipeline.letters.allowed`); this one reads the PDF
that goes to the printer. Numbers of lists and pages are made while it is laid out and count on neither side.
"""

import io
import re
import unicodedata

from pypdf import PdfReader

_MADE = re.compile(r"\W*(?:\d+|[A-Za-z]|[ivxlcdm]+)?\W*", re.IGNORECASE)


def differing(pdf: bytes, said: str) -> tuple[int, int]:
    """Return how many words the PDF prints that ``said`` does not hold, and how many of ``said`` it does not print."""
    printed = _plain(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))
    wanted = _plain(said)
    return _missing(printed, wanted), _missing(wanted, printed)


def _missing(words: str, other: str) -> int:
    """Count the words that stand nowhere in the ``other`` text, however that is broken into words and lines."""
    bare = "".join(other.split())
    return sum(1 for one in words.split() if not _MADE.fullmatch(one) and one not in bare)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u00ad", "")
