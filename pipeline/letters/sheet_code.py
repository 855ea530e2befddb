"""A decision sheet gets its code: the picture and the same in words in the foot of every page.

The sheet is filled first; its digest is bound into the code (:func:`pipeline.letters.copies.make_code`). A
sheet whose foot the office took out in Word gets one again, so that a sheet can always come back.
"""

from __future__ import annotations

import io

from lxml import etree

from pipeline.kernel.ids import CopyCode
from pipeline.letters import package, parts
from pipeline.letters.compose import neutral
from pipeline.letters.copies import identifier
from pipeline.letters.picture import code_png

_W = f"{{{package.W}}}"
_FIRST_ID = 9100


def mark(sheet: bytes, code: CopyCode, title: str) -> bytes:
    """Return the filled ``sheet`` with ``code`` in its foot; ``title`` says in words what it is.

    Equal input gives equal bytes. Raises BadDocx.
    """
    from docx import Document

    document = Document(io.BytesIO(sheet))
    image = code_png(str(code))
    words = f"{code.letter} · {code.in_words()}"
    for turn, section in enumerate(document.sections):
        footer = section.footer
        if turn and footer.is_linked_to_previous:
            continue
        footer.is_linked_to_previous = False
        root: etree._Element = footer.part.element
        relation, _ = footer.part.get_or_add_image(io.BytesIO(image))
        picture = parts.code_picture(relation, _FIRST_ID + turn, "Kode lembar")
        for table in list(root.iterchildren(f"{_W}tbl")):
            if _is_place(table):
                root.remove(table)
        root.insert(0, parts.fragment(parts.footer_table(title, words, picture)))
    out = io.BytesIO()
    document.save(out)
    return neutral(package.unpack(out.getvalue()), identifier(code))


def _is_place(table: etree._Element) -> bool:
    """Tell whether a table of the foot is the place of words and code."""
    styles = {str(one.get(f"{_W}val")) for one in table.iter(f"{_W}pStyle")}
    return bool(styles & {parts.COPY_STYLE, parts.CODE_STYLE})
