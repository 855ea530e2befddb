"""Numbers and dates as a letter writes them."""

import re
from datetime import date

from pipeline.kernel.clock import MONTHS
from pipeline.kernel.ids import roman_month

BLANK = "___"
NUMBER_BY_HAND, DAY_BY_HAND = "." * 60, "." * 24
"""What stands where the secretariat writes by hand."""
DATE = rf"\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}"
_ONES = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip


class _Blank:
    def __format__(self, spec: str) -> str:
        return BLANK


def letter_number(pattern: str, seq: object, code: str, unit: str, day: date) -> str:
    """As in ``400.2/031/P2TP2A/XI/2026``."""
    return pattern.format(
        urut=seq, kode=code, unit=unit, bulan_romawi=roman_month(day.month), bulan=day.month, tahun=day.year
    )


def blank_number(pattern: str, code: str, unit: str, day: date) -> str:
    """As a draft shows it: ``400.2/___/P2TP2A/XI/2026``."""
    return letter_number(pattern, _Blank(), code, unit, day)


def read_long_date(text: str) -> date | None:
    """The first ``24 November 2026``, or None."""
    if (match := re.search(DATE, text)) is None:
        return None
    number, month, year = match.group().split()
    return _day(number, MONTHS.index(month) + 1, year)


def in_words(number: int) -> str:
    """Indonesian words for 0 to 999 999."""
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    if number < 100:
        return _joined(f"{_ONES[number // 10]} puluh", number % 10)
    if number < 200:
        return _joined("seratus", number - 100)
    if number < 1000:
        return _joined(f"{_ONES[number // 100]} ratus", number % 100)
    head = "seribu" if number < 2000 else f"{in_words(number // 1000)} ribu"
    return _joined(head, number % 1000)


def _joined(head: str, rest: int) -> str:
    return f"{head} {in_words(rest)}" if rest else head


_ONE = "|".join(_ONES[1:10])
_IN_WORDS = re.compile(
    rf"\b(ke)?((?:{_ONE})[\s-]?puluh(?:[\s-]?(?:{_ONE})(?!\s?belas))?|(?:{_ONE})[\s-]?belas|sepuluh|sebelas|nol|kosong|{_ONE})\b",
    re.IGNORECASE,
)
_VALUE = {in_words(number).replace(" ", ""): number for number in range(100)} | {"kosong": 0}


def figures(text: str) -> str:
    """Numbers in words below 10 000 as figures, ``O`` and ``l`` within figures as 0 and 1."""
    result = _IN_WORDS.sub(
        lambda match: "ke-" * bool(match[1]) + str(_VALUE[re.sub(r"[\s-]", "", match[2].casefold())]), text
    )
    result = re.sub(
        r"\b(\d) ribu(?: (\d{1,2}))?\b", lambda match: str(int(match[1]) * 1000 + int(match[2] or 0)), result
    )
    return re.sub(
        r"(?<![^\W\d_])[OoIl\d .-]{0,20}\d[OoIl\d .-]{0,20}(?![^\W\d_])",
        lambda match: match[0].translate(str.maketrans("OoIl", "0011")),
        result,
    )


def attachments(count: int) -> str:
    """As after *Lampiran*: ``-`` or ``2 (dua) berkas``."""
    return f"{count} ({in_words(count)}) berkas" if count else "-"


def staff_number(digits: str) -> str:
    """A NIP in groups of 8, 6, 1, 3 digits; else as it is."""
    bare = digits.replace(" ", "")
    if re.fullmatch(r"\d{18}", bare) is None:
        return digits
    return f"{bare[:8]} {bare[8:14]} {bare[14]} {bare[15:]}"


_MONTH = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)} | {
    "peb": 2, "nop": 11, "agt": 8, "ags": 8,
}  # fmt: skip
_NAMED = re.compile(r"\b(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})\b")
_NUMBERED = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")


def days_in(text: str) -> tuple[date, ...]:
    """``19 November 2026``, ``19 Nop. 2026``, ``19-11-2026``; in order."""
    days = [
        (match.start(), _day(match[1], _MONTH.get(match[2][:3].lower(), 0), match[3]))
        for match in _NAMED.finditer(text)
    ]
    days += [(match.start(), _day(match[1], int(match[2]), match[3])) for match in _NUMBERED.finditer(text)]
    return tuple(day for _, day in sorted(days, key=lambda placed: placed[0]) if day)


def _day(number: str, month: int, year: str) -> date | None:
    try:
        return date(int(year), month, int(number))
    except ValueError:
        return None
