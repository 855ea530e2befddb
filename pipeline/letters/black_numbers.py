"""Long numbers on a page, telephone, NIK and the like, whoever they belong to; dates, times, money and our ids stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from pipeline.intake.reading import Page
from pipeline.letters.black_wanted import Wanted, digits
from pipeline.letters.black_words import Place

LEAST = 8
"""Digits from which on a number points at somebody."""
_LOOKALIKE = str.maketrans("OoQDIl|SsBZ", "00001115582")
_NUMBER = re.compile(r"[+(]?[\dOoIl|][\dOoQDIl|SsBZ().\-–/]*")
_STAYS = re.compile(
    r"\d{1,2}[-./]\d{1,2}[-./](?:\d{2}|\d{4})"  # a day
    r"|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}[.:]\d{2}(?:[-–]\d{1,2}[.:]\d{2})?"  # a time
    r"|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"  # money
    r"|(?:[A-Z]-)?\d{4}-\d{4}(?:-\d{1,3})?"  # a case, a letter, an agenda number of ours
)


def numbers_in(pages: Sequence[Page], wanted: Wanted) -> Iterator[tuple[tuple[Place, ...], str]]:
    """Yield the words of each long number that is neither the victim's nor the office's, and why it is sought."""
    for page_at, page in enumerate(pages):
        for row_at, row in enumerate(page.rows):
            run: list[tuple[Place, str]] = []
            for word_at, word in enumerate(row.words):
                found = _digits_of(word.text)
                if found:
                    run.append(((page_at, row_at, word_at), found))
                    continue
                yield from _judged(run, wanted)
                run = []
            yield from _judged(run, wanted)


def _digits_of(word: str) -> str:
    """Return the digits of a word that is (or ends in) a number; nothing for a day, a time, money, or a word."""
    bare = word.strip(".,;:()[]\"'")
    found = max(_NUMBER.findall(bare), key=len, default="")
    found = found.strip(".,;:()-–/")
    plain = sum(one.isdigit() for one in found)
    if (
        not plain
        or _STAYS.fullmatch(bare)
        or _STAYS.fullmatch(found)
        or plain < 0.5 * sum(one.isalnum() for one in found)
    ):
        return ""
    is_part = len(found) < 0.6 * len(bare) and plain < LEAST
    return "" if is_part else re.sub(r"\D", "", found.translate(_LOOKALIKE))


def _judged(run: Sequence[tuple[Place, str]], wanted: Wanted) -> Iterator[tuple[tuple[Place, ...], str]]:
    """Yield a run of words that make one number, or each word of it that is one by itself."""
    long_ = [one for one in run if len(one[1]) >= LEAST]
    for part in [[one] for one in long_] if len(long_) > 1 else [list(run)]:
        number = digits("".join(one for _, one in part))
        why = _why(number, wanted)
        if why:
            yield tuple(place for place, _ in part), why


def _why(number: str, wanted: Wanted) -> str:
    """Return why a number is blacked out, or nothing: it is short, or nearer to one of hers than to any other's."""
    if len(number) < LEAST:
        return ""
    others = [(OSA.distance(number, other), why) for other, why in wanted.numbers]
    near, why = min(others, default=(99, ""))
    mine = min((OSA.distance(number, one) for one in wanted.own_numbers), default=99)
    if mine <= 1 and mine < near:
        return ""
    if near <= 2 or any(other in number for other, _ in wanted.numbers):
        return why or "nomor panjang"
    if number in wanted.free_numbers:
        return ""
    return "nomor panjang"
