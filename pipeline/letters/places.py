"""The places of a draft that approval writes to."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from lxml import etree

from pipeline.kernel.clock import long_date
from pipeline.kernel.text import N_
from pipeline.letters import package, parts
from pipeline.letters.errors import NoPlace
from pipeline.letters.numbers import BLANK, DATE, DAY_BY_HAND
from pipeline.letters.text import PARAF, paragraph_text, pieces

DRAFT_MARK = "KONSEP"
_W = f"{{{package.W}}}"
DATED = re.compile(rf"(?<=, ){DATE}\s*$")
BLANKS = re.compile(r"[^\s:]*_{3,}[^\s:]*")


def write_number(body: etree._Element, number: str) -> None:
    """Fill the blank behind *Nomor*; the register's page has none. Raises :class:`NoPlace`."""
    if not number:
        return
    begun = False
    for paragraph in body.iter(f"{_W}p"):
        text = paragraph_text(paragraph)
        begun = begun or text.strip().startswith("Nomor")
        match = BLANKS.search(text)
        if begun and match:
            _replace(paragraph, match.start(), match.end(), number)
            return
    raise NoPlace(place=N_("the place of the number ({blank})").of(blank=BLANK))


def write_date(body: etree._Element, day: date | None) -> None:
    """``day``, or dots, above *Yth.* Raises :class:`NoPlace`."""
    for paragraph in body.iter(f"{_W}p"):
        text = paragraph_text(paragraph)
        if text.strip().startswith("Yth."):
            break
        match = DATED.search(text)
        if match:
            _replace(
                paragraph,
                match.start(),
                match.end(),
                long_date(day).replace(" ", "\u00a0") if day else DAY_BY_HAND,
            )
            return
    raise NoPlace(place=N_("the line “place, date” above Yth."))


def _replace(paragraph: etree._Element, start: int, end: int, new: str) -> None:
    at = 0
    for element, text in list(pieces(paragraph)):
        low, high = max(start - at, 0), min(end - at, len(text))
        if element.tag == f"{_W}t" and low < high:
            element.text = text[:low] + (new if at <= start else "") + text[high:]
        at += len(text)


def drop_draft_mark(root: etree._Element) -> None:
    """Empties each paragraph of KONSEP alone; it keeps its height."""
    marks = [mark for mark in root.iter(f"{_W}p") if paragraph_text(mark).strip() == DRAFT_MARK]
    for run in [run for mark in marks for run in mark.iter(f"{_W}r")]:
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)


def drop_own_tables(edge: etree._Element, mark: str | None = None) -> None:
    """Removes ours, and those that say ``mark``, from header or footer."""
    for table in list(edge.iterchildren(f"{_W}tbl")):
        styles = {str(style.get(f"{_W}val")) for style in table.iter(f"{_W}pStyle")}
        text = " ".join(paragraph_text(paragraph) for paragraph in table.iter(f"{_W}p"))
        if styles & {parts.COPY_STYLE, parts.CODE_STYLE} or (mark and mark in text):
            edge.remove(table)


def paraf_box(body: etree._Element) -> etree._Element:
    """Rendered or drawn in Word. Raises :class:`NoPlace`."""
    for table in body.iter(f"{_W}tbl"):
        first = next(table.iter(f"{_W}p"), None)
        is_inner = table.find(f".//{_W}tbl") is None
        if is_inner and first is not None and paragraph_text(first).strip().startswith(PARAF):
            return table
    raise NoPlace(place=N_("the box for initials"))


def need_clean(trees: Mapping[str, etree._Element]) -> None:
    """Refuses KONSEP and a further blank. Raises :class:`NoPlace`."""
    if _says(trees.values(), DRAFT_MARK, re.compile(rf"\b{DRAFT_MARK}\b")):
        raise NoPlace(place=N_("the mark KONSEP in a place of its own"))
    if _says([trees[package.BODY]], BLANK, re.compile(BLANK)):
        raise NoPlace(place=N_("just one place for the number"))


def _says(trees: Iterable[etree._Element], word: str, pattern: re.Pattern[str]) -> bool:
    return any(
        word in "".join(piece.text or "" for piece in root.iter(f"{_W}t"))
        and any(pattern.search(paragraph_text(paragraph)) for paragraph in root.iter(f"{_W}p"))
        for root in trees
    )
