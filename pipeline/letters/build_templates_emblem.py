"""The placeholder emblem of the letterhead, drawn here, so that the same bytes come out each time."""

from __future__ import annotations

import math
from functools import cache

from pipeline.letters.picture import grey_png

EMBLEM_MM = 21
_PIXELS = 192


@cache
def emblem() -> bytes:
    """Return the placeholder emblem as a grey PNG: a ring, and two open arms around a small disc."""
    points = [(at + 0.5) / (4 * _PIXELS) * 2 - 1 for at in range(4 * _PIXELS)]
    return grey_png(_PIXELS, (_row(points[at : at + 4], points) for at in range(0, len(points), 4)))


def _row(down: list[float], across: list[float]) -> bytes:
    """Return the grey of the pixels of a row, each averaged over sixteen points; its right half is its left one."""
    half = across[: len(across) // 2]
    inked = [sum(_is_inked(x, y) for y in down) for x in half]
    grey = bytes(255 - sum(inked[at : at + 4]) * 13 for at in range(0, len(inked), 4))
    return grey + grey[::-1]


def _is_inked(x: float, y: float) -> bool:
    radius = math.hypot(x, y)
    return (
        0.88 < radius < 0.98
        or 0.80 < radius < 0.83
        or math.hypot(x, y + 0.28) < 0.19
        or (y > -0.05 and (0.44 < radius < 0.60 or 0.20 < math.hypot(x, y - 0.02) < 0.34))
    )
