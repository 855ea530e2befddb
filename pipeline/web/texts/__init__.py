"""Every word of the pages that is not a field's or an error's, in both languages; a file for each area."""

from __future__ import annotations

from pipeline.kernel.errors import Text
from pipeline.web.texts import (
    case_sheet,
    arrange,
    cases,
    drafting,
    frame,
    health,
    health_acts,
    inbox,
    letters,
    match,
    moves,
    registration,
    search,
    signing,
    upload,
    users,
)

_AREAS = (
    case_sheet,
    arrange,
    cases,
    drafting,
    frame,
    health,
    health_acts,
    inbox,
    letters,
    match,
    moves,
    registration,
    search,
    signing,
    upload,
    users,
)
ALL: dict[str, Text] = {key: words for area in _AREAS for key, words in area.WORDS.items()}
