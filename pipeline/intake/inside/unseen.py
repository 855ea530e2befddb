"""Text that a page holds and does not show is taken out of its derivative, so that a search finds what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

INVISIBLE = frozenset({3, 7})
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_DEEP = 4


def without_unseen(pdf: pikepdf.Pdf, sheet: pikepdf.Page) -> None:
    """Take invisible text out of ``sheet`` and of the forms it draws."""
    if _has_text(sheet.obj.get("/Resources")):
        sheet.contents_coalesce()
        sheet.obj.Contents = pdf.make_stream(_kept(sheet))
    _forms(sheet.obj.get("/Resources"), _DEEP)


def _forms(resources: Any, deep: int) -> None:
    if not deep or not isinstance(resources, pikepdf.Dictionary):
        return
    for one in resources.get("/XObject", pikepdf.Dictionary()).values():
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form":
            if _has_text(one.get("/Resources")):
                one.write(_kept(one))
            _forms(one.get("/Resources"), deep - 1)


def _has_text(resources: Any) -> bool:
    return isinstance(resources, pikepdf.Dictionary) and "/Font" in resources


def _kept(drawn: pikepdf.Page | pikepdf.Stream) -> bytes:
    return pikepdf.unparse_content_stream(list(_visible(pikepdf.parse_content_stream(drawn))))


def _visible(steps: Iterable[Any]) -> Iterator[Any]:
    mode, kept = 0, []
    for step in steps:
        name = str(step.operator)
        if name == "q":
            kept.append(mode)
        elif name == "Q":
            mode = kept.pop() if kept else mode
        elif name == "Tr":
            mode = int(step.operands[0])
        if name not in _SHOWS or mode not in INVISIBLE:
            yield step
