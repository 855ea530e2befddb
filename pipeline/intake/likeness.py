"""How a page of a scan compares with our print; judged in the signing package."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_WIDEST = 2000  # pixels of 150 dpi; no paper is larger


@dataclass(frozen=True)
class Trace:
    """Pen marks at 150 dpi: ``wide`` pixels a row, ``bits`` row by row, the first highest."""

    wide: int = 0
    bits: int = 0


@dataclass(frozen=True)
class Ink:
    """Added ink (mm², mm) where the signature belongs; ``high`` is its upward spread.

    ``pen`` and ``pen_stroke``: area and longest mark outside a round stamp.
    """

    area: float
    high: float
    pen: float
    pen_stroke: float
    has_stamp: bool
    trace: Trace = Trace()


@dataclass(frozen=True)
class PageLikeness:
    """One page of a scan beside page ``page`` of the print (0: none); ``share`` of its patches were found.

    Of ``words`` printed words ``lost`` are not met, ``gone`` clearly not; ``outside`` lie beyond the scan.
    ``ink`` is None without signature block; ``written`` is the longest added writing (mm).
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
    """All pages of a scan; ``printed`` counts the print's."""

    pages: tuple[PageLikeness, ...]
    printed: int


def likeness_from_plain(pages: Sequence[Mapping[str, Any]]) -> Likeness:
    """From the child."""
    return Likeness(
        tuple(map(page_from_plain, pages)), max((int(page["printed"]) for page in pages), default=0)
    )


def page_from_plain(plain: Mapping[str, Any]) -> PageLikeness:
    """Every value is forced into its type."""
    counts = {name: int(plain[name]) for name in ("page", "words", "lost", "gone", "outside")}
    return PageLikeness(
        bool(plain["is_blank"]), share=float(plain["share"]), written=float(plain.get("written", 0.0)),
        ink=None if plain["ink"] is None else _ink(plain["ink"]), codes=tuple(map(str, plain.get("codes", ()))),
        differ=tuple(map(str, plain.get("differ", ()))), **counts,
    )  # fmt: skip


def _ink(plain: Mapping[str, Any]) -> Ink:
    numbers = {name: float(plain[name]) for name in ("area", "high", "pen", "pen_stroke")}
    return Ink(**numbers, has_stamp=bool(plain["has_stamp"]), trace=_trace(plain.get("trace") or {}))


def _trace(plain: Mapping[str, Any]) -> Trace:
    wide, written = int(plain.get("wide", 0)), str(plain.get("bits", ""))
    if not 0 < wide <= _WIDEST or not 0 < len(written) <= _WIDEST**2 // 4:
        return Trace()
    rows = len(written) * 4 // wide
    return Trace(wide, int(written, 16) >> (len(written) * 4 - rows * wide))
