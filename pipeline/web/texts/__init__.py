"""Words of the pages in both languages."""

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
    registration,
    search,
    settings,
)

ALL: dict[str, Text] = {
    key: words
    for area in (
        accounts, audit, books, cases, frame, health, inbox, letters, registration, search, settings,
    )
    for key, words in area.WORDS.items()
}  # fmt: skip


def figure(value: float, lang: str, places: int = 0) -> str:
    """``value`` with ``places`` decimals: 63.812 and 1,4 in Indonesian."""
    written = f"{value:,.{places}f}"
    return written if lang == "en" else written.translate(str.maketrans(",.", ".,"))
