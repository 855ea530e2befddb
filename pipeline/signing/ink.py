"""Is a paper signed? Judged by the ink where the signature belongs that our print does not have.

The bounds were set on generated papers (bench, seeds below 1000) between what a pen leaves at its least and what
stamps, initials, specks and folds leave at their most. A stamp alone is no signature.
"""

from __future__ import annotations

from enum import StrEnum

from pipeline.intake.likeness import Ink

NOTHING = 2.0
"""Square millimetres of ink up to which a signature block counts as empty."""
PEN, STROKE = 6.0, 9.5
"""So much ink (mm²) with one mark of such a length (mm) is a signature; pieces of a broken stamp are shorter …"""
BESIDE, SHORT = 4.0, 6.0
"""… and where a stamp is seen, and its disc left out, so much and such a length are enough."""
HIGH = 3.0
"""A signature spreads at least so far upwards (millimetres)."""


class Signing(StrEnum):
    """What the ink says."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    STAMP_ALONE = "stamp_alone"
    DOUBTFUL = "doubtful"


def judge(ink: Ink) -> Signing:
    """Return what the ``ink`` in a signature block says."""
    if ink.area < NOTHING:
        return Signing.UNSIGNED
    area, stroke = (BESIDE, SHORT) if ink.has_stamp else (PEN, STROKE)
    if ink.pen >= area and ink.pen_stroke >= stroke and ink.high >= HIGH:
        return Signing.SIGNED
    return Signing.STAMP_ALONE if ink.has_stamp and ink.pen < NOTHING else Signing.DOUBTFUL
