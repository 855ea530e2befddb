"""Whether a further letter is from who sent the first: nobody is answered about a letter that another wrote."""

from __future__ import annotations

from pipeline.cases.earlier import ENOUGH
from pipeline.cases.sounds import likeness
from pipeline.cases.values import Values, flag, known_name, text

_INSTITUTION = 0.85
"""Two institutions are one only where every word agrees: ``Polsek Hulu`` is not ``Polsek Hulu Asri``."""


def same_sender(first: Values, other: Values) -> bool:
    """Tell whether the letter with the values ``other`` is from the sender of the case with the values ``first``.

    Of a person the name counts by its sound, of an institution also its figures and its place. An unnamed sender is
    nobody's.
    """
    is_institution = flag(first, "is_institution")
    if is_institution != flag(other, "is_institution"):
        return False
    theirs = text(other, "sender")
    if not is_institution:
        return any(likeness(one, theirs) >= ENOUGH for one in _writers(first))
    mine = text(first, "sender")
    return (
        likeness(mine, theirs) > _INSTITUTION and _figures(mine) == _figures(theirs) and _near(first, other)
    )


def _writers(values: Values) -> tuple[str, str]:
    return text(values, "sender"), known_name(values, "reporter_name")


def _figures(written: str) -> str:
    return " ".join("".join(one if one.isdigit() else " " for one in written).split())


def _near(first: Values, other: Values) -> bool:
    places = {text(one, "sender_place").casefold() for one in (first, other)} - {""}
    return len(places) < 2
