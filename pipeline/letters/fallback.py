"""docxtpl itself, hardened, for templates with tags for cells (``{%tc``, colspan, cellbg, vm, hm).

It gets our sandbox (immutable, autoescaped, strict fields) and plain values only; its recovering
parser never sees a body that a strict one has not read, and the properties of the file, which it
would render as templates, are left alone.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment
from jinja2.exceptions import TemplateError
from lxml import etree

from pipeline.letters import package
from pipeline.letters.errors import BadTemplate

_BROKEN = (
    TemplateError,
    etree.XMLSyntaxError,
    AttributeError,
    KeyError,
    TypeError,
    ValueError,
    ArithmeticError,
)


def render(
    name: str, parts: Mapping[str, bytes], fields: Mapping[str, Any], environment: Environment
) -> dict[str, bytes]:
    """Return the text parts of a template as docxtpl fills them.

    Raises :class:`BadTemplate` with the ``name`` of the template, and
    :class:`pipeline.letters.errors.NotDocx` where docxtpl would have lost text.
    """
    made = _strict()(io.BytesIO(package.pack(parts)))
    out = io.BytesIO()
    try:
        made.render(dict(fields), environment)
        made.save(out)
    except _BROKEN as error:
        reason = f"tanda sel tabelnya tidak dapat diisi ({type(error).__name__})"
        raise BadTemplate(template=name, reason=reason, paragraph="–") from None
    filled = package.unpack(out.getvalue())
    return {part: filled[part] for part in package.text_parts(filled) if not part.startswith("word/endnotes")}


@cache
def _strict() -> Any:
    from docxtpl import DocxTemplate

    class Strict(DocxTemplate):  # type: ignore[misc]
        """docxtpl that refuses what it would repair, and renders no properties."""

        def fix_tables(self, xml: str) -> Any:
            package.parse(xml.encode(), package.BODY)
            return super().fix_tables(xml)

        def render_properties(self, *_: object) -> None:
            return None

    return Strict
