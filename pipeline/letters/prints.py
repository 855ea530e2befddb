"""Whether the printed PDF says what was read from the draft, but for layout's numbers."""

import io
import re
import unicodedata

from pypdf import PdfReader

_MADE = re.compile(r"\W*(?:\d+|[A-Za-z]|[ivxlcdm]+)?\W*", re.IGNORECASE)


def differing(pdf: bytes, text: str) -> tuple[int, int]:
    """How many words only the PDF, and only ``text``, holds."""
    printed = _plain(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))
    wanted = _plain(text)
    return _missing(printed, wanted), _missing(wanted, printed)


def _missing(words: str, other: str) -> int:
    bare = "".join(other.split())
    return sum(1 for word in words.split() if not _MADE.fullmatch(word) and word not in bare)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u00ad", "")
