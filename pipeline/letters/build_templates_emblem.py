"""The placeholder emblem of the letterhead, drawn here, so that the same bytes come out each time."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

from pipeline.letters.picture import grey_png

EMBLEM_MM = 21
_PIXELS = 192


@cache
def emblem() -> bytes:
    """Return the placeholder emblem as a grey PNG: a ring, and two open arms around a small disc."""
    size = _PIXELS
    return grey_png(size, (bytes(_grey(x, y, size) for x in range(size)) for y in range(size)))


def _grey(x: int, y: int, size: int) -> int:
    """Return the grey of one pixel, averaged over sixteen points in it."""
    inked = sum(
        _is_inked((x + (i + 0.5) / 4) / size * 2 - 1, (y + (j + 0.5) / 4) / size * 2 - 1)
        for i in range(4)
        for j in range(4)
    )
    return 255 - inked * 13


def _is_inked(x: float, y: float) -> bool:
    radius = math.hypot(x, y)
    shapes: tuple[Callable[[], bool], ...] = (
        lambda: 0.88 < radius < 0.98 or 0.80 < radius < 0.83,
        lambda: math.hypot(x, y + 0.28) < 0.19,
        lambda: y > -0.05 and (0.44 < math.hypot(x, y) < 0.60 or 0.20 < math.hypot(x, y - 0.02) < 0.34),
    )
    return any(shape() for shape in shapes)
