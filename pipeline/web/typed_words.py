"""Which answers of a case are written in words of one's own: they are Indonesian, in whatever language the page is."""

from __future__ import annotations

from functools import cache

from pipeline.cases.fields.field import Field, Kind
from pipeline.cases.fields.table import BY_NAME

_CHOSEN = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.YESNO})


def is_typed(label: str, lang: str) -> bool:
    """Tell whether the answer under ``label`` (a question in ``lang``) was typed, and not chosen from a list."""
    field = _by_label(lang).get(label)
    return field is None or field.kind not in _CHOSEN


@cache
def _by_label(lang: str) -> dict[str, Field]:
    return {one.label.fill(lang): one for one in BY_NAME.values()}
