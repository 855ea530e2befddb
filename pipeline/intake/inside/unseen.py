"""Invisible text is taken out of a derivative, so that a search finds what was read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pikepdf

INVISIBLE = frozenset({3, 7})
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_DEEP = 4


def without_unseen(pdf: pikepdf.Pdf, sheet: pikepdf.Page) -> bool:
    """Take invisible text out of ``sheet`` and the forms it draws; tell whether other text is left."""
    is_left = False
    if _has_text(sheet.obj.get("/Resources")):
        sheet.contents_coalesce()
        steps = _visible(sheet)
        is_left = _shows(steps)
        sheet.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))
    return _forms(sheet.obj.get("/Resources"), _DEEP) or is_left


def _forms(resources: Any, deep: int) -> bool:
    # What lies too deep counts as left
    if not isinstance(resources, pikepdf.Dictionary):
        return False
    is_left = False
    for one in resources.get("/XObject", pikepdf.Dictionary()).values():
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form":
            if not deep:
                return True
            if _has_text(one.get("/Resources")):
                steps = _visible(one)
                is_left |= _shows(steps)
                one.write(pikepdf.unparse_content_stream(steps))
            is_left |= _forms(one.get("/Resources"), deep - 1)
    return is_left


def _has_text(resources: Any) -> bool:
    return isinstance(resources, pikepdf.Dictionary) and "/Font" in resources


def _shows(steps: Sequence[Any]) -> bool:
    return any(str(step.operator) in _SHOWS for step in steps)


def _visible(drawn: pikepdf.Page | pikepdf.Stream) -> list[Any]:
    return list(_without(pikepdf.parse_content_stream(drawn)))


def _without(steps: Iterable[Any]) -> Iterator[Any]:
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
