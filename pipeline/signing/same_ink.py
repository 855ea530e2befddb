"""Whether two papers bear one picture of a signature: no hand signs twice alike.

The pen's marks are laid over each other, shifted a little. The bound was measured (bench, S5d).
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from pipeline.intake.likeness import Trace
from pipeline.kernel.text import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAME = 0.9  # share of either signature that meets the other
LEAST = 300  # pixels of 150 dpi (9 mm²): with less ink two cannot be told apart
_REACH = 12  # pixels (2 mm) that they are shifted at most from lying middle on middle

TWICE = Text(
    "tanda tangannya sama persis dengan yang pada salinan lainnya, seperti gambar yang disalin",
    "the signature is exactly that of the other copy, like a picture that was copied",
)


def likeness(one: Trace, other: Trace) -> float:
    """Return which share of the ink of each meets the other at best (the lesser), 0..1."""
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
    # Row and column of each pixel from the median one
    import numpy as np

    size = trace.bits.bit_length() // 8 + 1
    bits = np.frombuffer(trace.bits.to_bytes(size, "little"), np.uint8)
    marks = np.stack(divmod(np.flatnonzero(np.unpackbits(bits, bitorder="little")), trace.wide), axis=1)
    marks -= np.sort(marks, axis=0)[(len(marks) - 1) // 2]
    return marks


def _ground(marks: NDArray[Any], room: int) -> NDArray[Any]:
    import numpy as np

    found = np.zeros((2 * room + 1, 2 * room + 1), bool)
    for by in product((-1, 0, 1), repeat=2):
        found[tuple((marks + by).T + room)] = True
    return found
