"""A decision sheet gets its code: the picture and the same in words in the foot of every page.

The sheet is filled first; its digest is bound into the code (:func:`pipeline.letters.copies.make_code`). A
sheet whose foot the office took out in Word gets one again, so that a sheet can always come back.
"""

import io

from pipeline.kernel.ids import CopyCode
from pipeline.letters.copies import with_code

_FIRST_ID = 9100


def mark(sheet: bytes, code: CopyCode, title: str) -> bytes:
    """Return the filled ``sheet`` with ``code`` in its foot; ``title`` says in words what it is.

    Equal input gives equal bytes. Raises BadDocx.
    """
    from docx import Document

    return with_code(Document(io.BytesIO(sheet)), code, title, _FIRST_ID, "Kode lembar")
