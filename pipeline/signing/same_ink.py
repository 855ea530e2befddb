"""Do two papers bear the very same signature? No hand signs twice alike; a copied picture of a signature is alike.

The marks of the pen beside the stamp are laid over each other, shifted a little, and it is counted how much of each
meets the other. The bound lies between what one hand leaves on two papers at its most alike and what one picture
leaves after two scanners (bench, S5d). What lies within a stamp is not looked at.
"""

from __future__ import annotations

from pipeline.intake.likeness import Trace
from pipeline.kernel.text import Text

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
    wide = one.wide + other.wide + 4 * _REACH
    a, b = _spread(one, wide), _spread(other, wide)
    grown_a, grown_b = _grown(a, wide), _grown(b, wide)
    first = _middle(a, wide) - _middle(b, wide)
    best = 0.0
    for down in range(-_REACH, _REACH + 1):
        for across in range(-_REACH, _REACH + 1):
            by = first + down * wide + across
            met = (grown_a & _moved(b, by)).bit_count() / other.bits.bit_count()
            if met > best:
                back = (a & _moved(grown_b, by)).bit_count() / one.bits.bit_count()
                best = max(best, min(met, back))
    return best


def is_same(one: Trace, other: Trace) -> bool:
    """Tell whether two papers bear one picture of a signature."""
    return likeness(one, other) >= SAME


def _spread(trace: Trace, wide: int) -> int:
    """Return the picture in rows of ``wide`` pixels, with an empty border."""
    found, mask, at = 0, (1 << trace.wide) - 1, 2 * _REACH * wide + 2 * _REACH
    bits = trace.bits
    while bits:
        found |= (bits & mask) << at
        bits >>= trace.wide
        at += wide
    return found


def _grown(bits: int, wide: int) -> int:
    """Return the picture with every mark one pixel thicker."""
    across = bits | bits << 1 | bits >> 1
    return across | across << wide | across >> wide


def _middle(bits: int, wide: int) -> int:
    """Return the place of the middle pixel of the marks: half of them lie above, half to its left."""
    half, rows, columns = bits.bit_count() / 2, [], [0] * wide
    mask = (1 << wide) - 1
    while bits:
        row = bits & mask
        rows.append(row.bit_count())
        while row:
            low = row & -row
            columns[low.bit_length() - 1] += 1
            row ^= low
        bits >>= wide
    return _half_of(rows, half) * wide + _half_of(columns, half)


def _half_of(counts: list[int], half: float) -> int:
    passed = 0
    for place, count in enumerate(counts):
        passed += count
        if passed >= half:
            return place
    return 0


def _moved(bits: int, by: int) -> int:
    return bits << by if by >= 0 else bits >> -by
