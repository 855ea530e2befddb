"""How one page of a scan compares with our own print of the letter: what was measured, not what it means.

Areas are square millimetres, lengths millimetres, on the paper. The values are made within the walls
(:mod:`pipeline.intake.inside.compare`) and judged in the signing house.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_WIDEST = 2000
"""Pixels of 150 dpi: no paper is larger."""


@dataclass(frozen=True)
class Trace:
    """Where the pen went: a picture of 150 dpi, ``wide`` pixels across, row by row as ``bits``, the first one highest."""

    wide: int = 0
    bits: int = 0


@dataclass(frozen=True)
class Ink:
    """Ink where the signature belongs that the print does not have.

    ``area`` of it, ``high``: how far it spreads upwards; ``pen`` and
    ``pen_stroke`` are area and longest mark outside a round stamp, if ``has_stamp``; ``trace`` is its picture.
    """

    area: float
    high: float
    pen: float
    pen_stroke: float
    has_stamp: bool
    trace: Trace = Trace()


@dataclass(frozen=True)
class PageLikeness:
    """One page of a scan beside the print.

    ``page`` is the page of the print it was found to be (0: none), ``share`` the part of the patches of print that
    were found on it. Of ``words`` printed words ``lost`` are not met, ``gone`` of these clearly not, ``outside``
    lie beyond the edge of the scan. ``ink`` is None where the page bears no signature block. ``codes`` are the
    payloads of all codes in the picture, ``differ`` some of the words that are not met, ``written`` the length
    (millimetres) of the longest line of writing that the print does not have.
    """

    is_blank: bool
    page: int = 0
    share: float = 0.0
    words: int = 0
    lost: int = 0
    gone: int = 0
    outside: int = 0
    ink: Ink | None = None
    codes: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    written: float = 0.0


@dataclass(frozen=True)
class Likeness:
    """All pages of a scan beside a print of ``printed`` pages."""

    pages: tuple[PageLikeness, ...]
    printed: int


def likeness_from_plain(pages: Sequence[Mapping[str, Any]]) -> Likeness:
    """Read what the child told of each page of the scan, and with each of the print."""
    return Likeness(
        tuple(map(page_from_plain, pages)), max((int(one["printed"]) for one in pages), default=0)
    )


def page_from_plain(plain: Mapping[str, Any]) -> PageLikeness:
    """Read what the child told; every value is forced into its type."""
    ink = plain["ink"]
    return PageLikeness(
        is_blank=bool(plain["is_blank"]),
        page=int(plain["page"]),
        share=float(plain["share"]),
        words=int(plain["words"]),
        lost=int(plain["lost"]),
        gone=int(plain["gone"]),
        outside=int(plain["outside"]),
        ink=None if ink is None else _ink(ink),
        codes=tuple(map(str, plain.get("codes", ()))),
        differ=tuple(map(str, plain.get("differ", ()))),
        written=float(plain.get("written", 0.0)),
    )


def _ink(plain: Mapping[str, Any]) -> Ink:
    numbers = {name: float(plain[name]) for name in ("area", "high", "pen", "pen_stroke")}
    return Ink(**numbers, has_stamp=bool(plain["has_stamp"]), trace=_trace(plain.get("trace") or {}))


def _trace(plain: Mapping[str, Any]) -> Trace:
    """Read a picture; one that is larger than any signature is none."""
    wide, written = int(plain.get("wide", 0)), str(plain.get("bits", ""))
    if not 0 < wide <= _WIDEST or not 0 < len(written) <= _WIDEST**2 // 4:
        return Trace()
    rows = len(written) * 4 // wide
    return Trace(wide, int(written, 16) >> (len(written) * 4 - rows * wide))
