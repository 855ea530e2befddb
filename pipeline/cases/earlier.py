"""Whether the people of a complaint stood in an earlier case: who may be whom, and what speaks for it (step 1).

The name leads, by its sound (:mod:`pipeline.cases.sounds`); age, sex, place and the numbers of a person speak for or
against. Everybody is compared with everybody: who is reported today may have been a victim before. A person decides;
nothing is joined by what is found here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.cases.people import Person, Side, people_of
from pipeline.cases.sounds import likeness, names_in
from pipeline.cases.values import Values, day, flag, text

ENOUGH = 0.6
"""From where on two people are shown to whoever registers; initials alone never come so far."""
_SAME_AGE, _NEAR_AGE, _FAR_AGE = 0.2, 0.1, 0.35
_NEAR, _FAR = 1, 4
_ESTIMATE = 3
_PLACE, _SEX, _BORN = 0.1, 0.5, 0.4
_SURE = 0.9
_DAYS = 365.25
_NUMBERS = {
    Side.VICTIM: ("victim_nik", "victim_phone"),
    Side.REPORTER: ("reporter_nik", "reporter_phone"),
    Side.REPORTED: ("reported_phone",),
    Side.GUARDIAN: ("guardian_phone",),
}
_DIGITS = 8


class Because(StrEnum):
    """What speaks for two people being one; the value is what the clerk reads."""

    NAME = "nama sama"
    SOUND = "nama mirip"
    PART = "sebagian nama sama"
    LETTERS = "inisial cocok"
    BORN = "tanggal lahir sama"
    AGE = "umur cocok"
    PLACE = "kecamatan sama"
    NUMBER = "NIK atau telepon sama"


@dataclass(frozen=True)
class Meeting:
    """Two people who may be one: ``here`` in the new complaint, ``there`` in the earlier case; ``score`` 0 to 1."""

    here: Person
    there: Person
    score: float
    because: tuple[Because, ...]


def meetings(new: Values, old: Values) -> tuple[Meeting, ...]:
    """Return who in ``new`` may be whom in ``old``, each of the new people once, the likeliest first."""
    years = _years(new, old)
    is_near = bool(text(new, "place_kecamatan")) and text(new, "place_kecamatan") == text(
        old, "place_kecamatan"
    )
    mine, theirs = list(_known(new)), list(_known(old))
    found: dict[int, Meeting] = {}
    for place, here in enumerate(mine):
        for there in theirs:
            one = _meeting(here, there, years, is_near=is_near)
            if _same_number(new, here, old, there):
                one = Meeting(here, there, max(_SURE, one.score), (*one.because, Because.NUMBER))
            if one.score >= ENOUGH and (place not in found or found[place].score < one.score):
                found[place] = one
    return tuple(sorted(found.values(), key=lambda one: -one.score))


def named(name: str, old: Values) -> tuple[Meeting, ...]:
    """Return whom ``name``, typed to look somebody up, may be in ``old``: also by initials, if it is initials."""
    sought = Person(Side.VICTIM, name)
    scored = ((likeness(name, there.name), there) for there in _known(old))
    found = [
        Meeting(sought, there, score, (_word(score, name, there.name),)) for score, there in scored if score
    ]
    return tuple(sorted(found, key=lambda one: -one.score))


def _known(values: Values) -> Iterator[Person]:
    """Yield the people of a case whose name is known; who writes for an institution is none of its people.

    A victim who reports herself is one person.
    """
    people = people_of(values)
    is_own = flag(values, "reporter_is_victim") or text(values, "reporter_name") == text(
        values, "victim_name"
    )
    for one in people:
        is_left = one.side is Side.REPORTER and (is_own or flag(values, "is_institution"))
        if one.name and not is_left:
            yield one


def _meeting(here: Person, there: Person, years: float, *, is_near: bool) -> Meeting:
    score = likeness(here.name, there.name)
    if not score:
        return Meeting(here, there, 0.0, ())
    because = [_word(score, here.name, there.name)]
    if here.sex and there.sex and here.sex != there.sex:
        score -= _SEX
    if here.birth_date and there.birth_date:
        score += _BORN if here.birth_date == there.birth_date else -_FAR_AGE
        because += [Because.BORN] if here.birth_date == there.birth_date else []
    elif here.age is not None and there.age is not None:
        told = _by_age(here, there, years)
        score += told
        because += [Because.AGE] if told > 0 else []
    if is_near:
        score += _PLACE
        because.append(Because.PLACE)
    return Meeting(here, there, min(score, 1.0), tuple(because))


def _by_age(here: Person, there: Person, years: float) -> float:
    """Return what two ages say, ``years`` apart; an estimate says less."""
    assert here.age is not None
    assert there.age is not None
    apart = abs(here.age - there.age - years)
    apart -= _ESTIMATE if here.age_is_estimate or there.age_is_estimate else 0
    if apart <= _NEAR:
        return _SAME_AGE
    return _NEAR_AGE if apart <= 2 * _NEAR else -_FAR_AGE if apart > _FAR else 0.0


def _word(score: float, here: str, there: str) -> Because:
    if score >= 1 and names_in(here) == names_in(there):
        return Because.NAME
    if score > 0.85:
        return Because.SOUND
    return Because.PART if score > 0.5 else Because.LETTERS


def _years(new: Values, old: Values) -> float:
    """Return how many years lie between the receipt of both."""
    left, right = day(new, "received_day"), day(old, "received_day")
    return (left - right).days / _DAYS if isinstance(left, date) and isinstance(right, date) else 0.0


def _same_number(new: Values, here: Person, old: Values, there: Person) -> bool:
    mine = {_digits(text(new, name)) for name in _NUMBERS[here.side]}
    theirs = {_digits(text(old, name)) for name in _NUMBERS[there.side]}
    return any(len(one) >= _DIGITS for one in mine & theirs)


def _digits(written: str) -> str:
    return "".join(filter(str.isdigit, written)).removeprefix("62").lstrip("0")
