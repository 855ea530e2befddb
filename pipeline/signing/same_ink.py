"""Do two papers bear the very same signature? No hand signs twice alike; a copied picture of a signature is alike.

The marks of the pen beside the stamp are laid over each other, shifted a little, and it is counted how much of each
meets the other. The bound lies between what one hand leaves on two papers at its most alike and what one picture
leaves after two scanners (bench, S5d). What lies within a stamp is not looked at.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from pipeline.intake.likeness import Trace
from pipeline.kernel.text import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAME = 0.9
"""From this share of either signature that meets the other they are one picture."""
LEAST = 300
"""Pixels of 150 dpi (9 mm²): less ink is too little to tell two signatures apart."""
_REACH = 12
"""Pixels by which they are shifted at most, once their middles lie on each other: 2 mm."""

TWICE = Text(
    "tanda tangannya sama persis dengan yang pada salinan lainnya, seperti gambar yang disalin",
    "the signature is exactly that of the other copy, like a picture that was copied",
)


def likeness(one: Trace, other: Trace) -> float:
    """Return which share of the ink of each meets the other at best (the lesser of both): 0 to 1.

    0 where either has too little ink.
    """
    if min(one.bits.bit_count(), other.bits.bit_count()) < LEAST or not one.wide or not other.wide:
        return 0.0
    a, b = _marks(one), _marks(other)
    room = max(int(abs(place)) for marks in (a, b) for place in (marks.min(), marks.max())) + _REACH + 1
    on_a, on_b = _ground(a, room), _ground(b, room)
    best = 0.0
    for by in product(range(-_REACH, _REACH + 1), repeat=2):
        met = on_a[tuple((b + by).T + room)].mean()
        if met > best:
            back = on_b[tuple((a - by).T + room)].mean()
            best = max(best, min(met, back))
    return float(best)


def is_same(one: Trace, other: Trace) -> bool:
    """Tell whether two papers bear one picture of a signature."""
    return likeness(one, other) >= SAME


def _marks(trace: Trace) -> NDArray[Any]:
    """Return row and column of each pixel, from the middle one: half of them lie above it, half to its left."""
    import numpy as np

    size = trace.bits.bit_length() // 8 + 1
    bits = np.frombuffer(trace.bits.to_bytes(size, "little"), np.uint8)
    marks = np.stack(divmod(np.flatnonzero(np.unpackbits(bits, bitorder="little")), trace.wide), axis=1)
    marks -= np.sort(marks, axis=0)[(len(marks) - 1) // 2]
    return marks


def _ground(marks: NDArray[Any], room: int) -> NDArray[Any]:
    """Return the ``marks`` one pixel thicker as a picture with so much ``room`` around its middle."""
    import numpy as np

    found = np.zeros((2 * room + 1, 2 * room + 1), bool)
    for by in product((-1, 0, 1), repeat=2):
        found[tuple((marks + by).T + room)] = True
    return found
