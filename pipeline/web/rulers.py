"""Rulers and margins as lines on a sheet, in millimetres: what the page to test the printer with shows."""

from __future__ import annotations

from dataclasses import dataclass

TOP, BOTTOM, LEFT, RIGHT = 20, 25, 30, 20
"""The margins of a letter (product.md: at least)."""
_EDGE = 5
"""How far from the paper's edge its corner marks stand; most printers cannot print nearer."""


@dataclass(frozen=True)
class Ruler:
    """A ruler: its line with ticks as the path of an SVG, its figures with their places, its length and what it is called."""

    name: str
    path: str
    figures: tuple[tuple[float, float, int], ...]
    length: int


@dataclass(frozen=True)
class Marks:
    """All lines on a sheet of ``width`` × ``height`` mm."""

    width: int
    height: int
    rulers: tuple[Ruler, ...]
    margins: str
    corners: str


def marks(width: int, height: int) -> Marks:
    """Return the lines of a sheet: rulers of 100 and 200 mm both ways, the margins of a letter, the corners of the paper."""
    across = (_across("datar-100", LEFT, 62, 100), _across("datar-200", (width - 200) / 2, 42, 200))
    down = (_down("tegak-100", 42, 75, 100), _down("tegak-200", 10, 75, 200))
    inner = f"M{LEFT} {TOP}H{width - RIGHT}V{height - BOTTOM}H{LEFT}Z"
    corners = "".join(
        f"M{x} {y + dy}V{y}H{x + dx}"
        for x, dx in ((_EDGE, 8), (width - _EDGE, -8))
        for y, dy in ((_EDGE, 8), (height - _EDGE, -8))
    )
    return Marks(width, height, (*across, *down), inner, corners)


def _tick(at: int) -> int:
    return 5 if at % 10 == 0 else 3 if at % 5 == 0 else 2


def _across(name: str, x: float, y: float, length: int) -> Ruler:
    ticks = "".join(f"M{x + at:g} {y:g}v-{_tick(at)}" for at in range(length + 1))
    figures = tuple((x + at, y - 6, at) for at in range(0, length + 1, 10))
    return Ruler(name, f"M{x:g} {y:g}h{length}{ticks}", figures, length)


def _down(name: str, x: float, y: float, length: int) -> Ruler:
    ticks = "".join(f"M{x:g} {y + at:g}h{_tick(at)}" for at in range(length + 1))
    figures = tuple((x + 9, y + at + 1, at) for at in range(0, length + 1, 10))
    return Ruler(name, f"M{x:g} {y:g}v{length}{ticks}", figures, length)
