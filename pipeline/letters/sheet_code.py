"""A decision sheet gets its code in the foot of every page, also where the office took the foot out."""

import io

from pipeline.kernel.ids import CopyCode
from pipeline.letters.copies import with_code

_FIRST_ID = 9100


def mark(sheet: bytes, code: CopyCode, title: str) -> bytes:
    """Return the filled ``sheet`` with ``code``; equal input gives equal bytes. Raises BadDocx."""
    from docx import Document

    return with_code(Document(io.BytesIO(sheet)), code, title, _FIRST_ID, "Kode lembar")
