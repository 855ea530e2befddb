"""Dates in figures, with month names old or misread, or wholly in words."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from rapidfuzz import fuzz, process

from pipeline.intake import rules
from pipeline.kernel.ids import ROMAN

EARLIEST = 1900
_FIGURES = re.compile(r"(?<![\d/.\-])(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?![\d/\-])")
_NAMED = re.compile(
    r"(?<![\w/])([\dOIl]{1,2})(?:\s|\s?-\s?)\s*([A-Za-z][A-Za-z0-9]{2,10})\.?(?:\s|\s?-\s?)\s*([\dOIl]{4})(?![\w/])"
)
_ROMAN = re.compile(r"(?<![\w/])(\d{1,2})\s?[-. ]\s?([IVXl1]{1,5})\s?[-. ]\s?(\d{4})(?![\w/])")
_DIGITS = str.maketrans("OIl", "011")
_LETTERS = str.maketrans("0158", "oiss")
_UNITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
_REST = 10  # what may follow the month of a day: its year, a stray mark
NUMERAL = rf"(?:{'|'.join(_UNITS)}|belas|puluh|ratus|ribu|seratus|seribu)"  # a word of a number
_WORDED = re.compile(
    rf"\b({NUMERAL}(?:\s+{NUMERAL})*)\s+(?:bulan\s+)?([A-Za-z]{{3,10}})\s+(?:tahun\s+)?({NUMERAL}(?:\s+{NUMERAL})+)",
    re.IGNORECASE,
)


_Read = tuple[date | None, float]  # day, if it is one, and certainty


@dataclass(frozen=True)
class Dated:
    """``certainty`` falls where a month had to be guessed."""

    start: int
    end: int
    day: date
    certainty: float


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in rules.table("dates")["months"].items() for name in names}


def month(word: str) -> tuple[int, float] | None:
    """Number and certainty of a month, however misread."""
    plain = word.lower().strip(".")
    if plain in _months():
        return _months()[plain], 1.0
    plain = plain.translate(_LETTERS)
    if len(plain) < 4:
        return None
    best = process.extractOne(plain, list(_months()), scorer=fuzz.ratio, score_cutoff=72)
    if best is None or len(best[0]) < 4:
        return None
    return _months()[str(best[0])], float(best[1]) / 100


def numeral(words: str) -> int:
    """Reads words as "dua ribu dua puluh enam"."""
    total = part = 0
    for word in words.lower().split():
        if word in _UNITS:
            part += _UNITS[word]
        elif word == "belas":
            part += 10
        elif word == "puluh":
            part = part // 100 * 100 + part % 100 % 10 * 10
        elif word in ("ratus", "seratus"):
            part = 100 if word == "seratus" else part * 100
        else:
            total += 1000 * (1 if word == "seribu" else part)
            part = 0
    return total + part


def _made(year: int, number: int, day: int) -> date | None:
    if year < 100:
        year += 2000
    try:
        when = date(year, number, day)
    except ValueError:
        return None
    return when if year >= EARLIEST else None


def _figures(match: re.Match[str]) -> _Read:
    return _made(int(match[3]), int(match[2]), int(match[1])), 1.0 if len(match[3]) == 4 else 0.8


def _roman(match: re.Match[str]) -> _Read:
    # "5-VII-2026"
    if (name := match[2].replace("l", "I").replace("1", "I")) not in ROMAN or match[2].isdigit():
        return None, 0.0
    return _made(int(match[3]), ROMAN.index(name) + 1, int(match[1])), 1.0 if name == match[2] else 0.85


def _named(match: re.Match[str]) -> _Read:
    number, certainty = month(match[2]) or (0, 0.0)
    if not match[1].strip("OIl") and not match[3].strip("OIl"):
        return None, 0.0
    return _made(int(match[3].translate(_DIGITS)), number, int(match[1].translate(_DIGITS))), certainty


def _worded(match: re.Match[str]) -> _Read:
    number, certainty = month(match[2]) or (0, 0.0)
    return _made(numeral(match[3]), number, numeral(match[1])), certainty


_SPELT = re.compile(
    r"\b(\d{1,2})\s+bulan\s+(?:ke\s*-?\s*)?(\d{1,2}|[A-Za-z]{3,10})\s+(?:tahun\s+)(\d{4})\b", re.IGNORECASE
)


def _spelt(match: re.Match[str]) -> _Read:
    # "tanggal 3 bulan Maret tahun 2026"
    number, certainty = (int(match[2]), 1.0) if match[2].isdigit() else month(match[2]) or (0, 0.0)
    return _made(int(match[3]), number, int(match[1])), certainty


_FORMS = ((_FIGURES, _figures), (_ROMAN, _roman), (_NAMED, _named), (_WORDED, _worded), (_SPELT, _spelt))


def dates(text: str) -> list[Dated]:
    """In their order."""
    readings = ((match, *read(match)) for form, read in _FORMS for match in form.finditer(text))
    return sorted(
        [Dated(*match.span(), day, certainty) for match, day, certainty in readings if day],
        key=lambda dated: dated.start,
    )


_BEHIND_PLACE = re.compile(
    r"(?:^|[,;.])\s*(?:tanggal\s+|tgl\.?\s*)?[\dOIl]{1,2}[\s\-]+([A-Za-z0-9]{3,10})\b", re.IGNORECASE
)


def tells_day(text: str) -> bool:
    """A row ends with a letter's day behind its place."""
    return any(
        month(match[1]) is not None and len(text) - match.end() <= _REST
        for match in _BEHIND_PLACE.finditer(text)
    )
