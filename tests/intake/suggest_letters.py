"""Letters in a monospaced layout as pages of words with boxes."""

import re

from pipeline.intake.reading import Page, Row, Word

WIDE, HIGH, TOP = 16, 32, 100


def page_of(text: str, confidence: float = 0.98, number: int = 1) -> Page:
    """Return ``text`` as a page: each character 16 pixels wide, each row 32 high, blank rows as space."""
    rows = []
    for line, content in enumerate(text.splitlines()):
        words = []
        for match in re.finditer(r"\S+", content):
            box = (
                TOP + match.start() * WIDE,
                TOP + line * HIGH,
                TOP + match.end() * WIDE,
                TOP + line * HIGH + 24,
            )
            words.append(Word(match[0], box, confidence))
        if words:
            rows.append(Row(tuple(words)))
    return Page(number, 1654, 2339, tuple(rows), "ocr", confidence, 0, ())


def pages_of(pages: tuple[str, ...], confidence: float = 0.98) -> list[Page]:
    """Return each text as a page, numbered from 1."""
    return [page_of(text, confidence, number) for number, text in enumerate(pages, 1)]
