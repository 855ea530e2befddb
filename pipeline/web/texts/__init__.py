"""Every word of the pages that is not a field's or an error's, in both languages; a file for each area."""

from __future__ import annotations

from pipeline.kernel.errors import Text
from pipeline.web.texts import (
    arrange,
    audit,
    books,
    case_sheet,
    cases,
    chair,
    dispatch,
    drafting,
    frame,
    health,
    health_acts,
    inbox,
    letters,
    match,
    moves,
    recap,
    registration,
    rows,
    search,
    settings,
    signing,
    templates,
    upload,
    users,
)

_AREAS = (
    arrange,
    audit,
    books,
    case_sheet,
    cases,
    chair,
    dispatch,
    drafting,
    frame,
    health,
    health_acts,
    inbox,
    letters,
    match,
    moves,
    recap,
    registration,
    rows,
    search,
    settings,
    signing,
    templates,
    upload,
    users,
)
ALL: dict[str, Text] = {key: words for area in _AREAS for key, words in area.WORDS.items()}
