"""Every word of the pages that is not a field's or an error's, in both languages; a file for each area."""

from __future__ import annotations

from pipeline.kernel.text import Text
from pipeline.web.texts import (
    accounts,
    audit,
    books,
    cases,
    frame,
    health,
    inbox,
    letters,
    options,
    registration,
    search,
    settings,
)

_AREAS = (
    accounts,
    audit,
    books,
    cases,
    frame,
    health,
    inbox,
    letters,
    options,
    registration,
    search,
    settings,
)
ALL: dict[str, Text] = {key: words for area in _AREAS for key, words in area.WORDS.items()}
