"""People of earlier cases (step 1), and letters of one sender.

Names are compared by sound, also across sides: the reported may be an earlier victim.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pipeline.cases.contact import reported_of
from pipeline.cases.likeness import numbers_in
from pipeline.cases.people import Person, Side, people_of
from pipeline.cases.sounds import likeness, names_in
from pipeline.cases.values import Values, day, flag, known_name, text

ENOUGH = 0.6
"""Initials alone stay below it."""
_SAME_AGE, _NEAR_AGE, _FAR_AGE = 0.2, 0.1, 0.35
_NEAR, _FAR = 1, 4
_ESTIMATE = 3
_PLACE, _SEX, _BORN = 0.1, 0.5, 0.4
_SURE = 0.9
_DAYS = 365.25
_NUMBERS = {
    Side.VICTIM: ("victim_nik", "victim_phone"), Side.REPORTER: ("reporter_nik", "reporter_phone"),
    Side.REPORTED: ("reported_phone",), Side.GUARDIAN: ("guardian_phone",), Side.WITNESS: (),
}  # fmt: skip
_DIGITS = 8


class Because(StrEnum):
    """Shown to the clerk."""

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
    """Two people who may be one."""

    here: Person
    there: Person
    score: float
    because: tuple[Because, ...]


@dataclass(frozen=True)
class Bearer:
    """Somebody whose name is known, or a reported person's number or home."""

    person: Person
    numbers: frozenset[str] = frozenset()
    place: str = ""
    received: date | None = None
    homes: tuple[str, ...] = ()
    """Where a reported person lives."""

    def to_plain(self) -> list[object]:
        """For JSON."""
        person = self.person
        born, received = (day.isoformat() if day else "" for day in (person.birth_date, self.received))
        about = [person.side.value, person.name, person.sex, born, person.age, person.age_is_estimate]
        return [*about, sorted(self.numbers), self.place, received, *self.homes]


def bearer_from(plain: Sequence[Any]) -> Bearer:
    """From :meth:`Bearer.to_plain`."""
    side, name, sex, born, age, is_estimate, numbers, place, received, *homes = plain
    person = Person(Side(side), name, False, sex, _day(born), age, is_estimate)
    return Bearer(person, frozenset(numbers), place, _day(received), tuple(homes))


def bearers(values: Values) -> tuple[Bearer, ...]:
    """Only people whose name is known."""
    place, received = text(values, "place_kecamatan"), day(values, "received_day")
    homes = {name: known.homes for known in reported_of(values, "", is_own=False) for name in known.names}
    return tuple(
        Bearer(
            person,
            _numbers(values, person),
            place,
            received,
            homes.get(person.name, ()) if person.side is Side.REPORTED else (),
        )
        for person in _known(values)
    )


def unnamed(values: Values) -> Iterator[Bearer]:
    """A reported person of whom only a number or home is known."""
    person = Person(Side.REPORTED, "")
    for reported in reported_of(values, "", is_own=False):
        if not reported.names:
            yield Bearer(person, _numbers(values, person), homes=reported.homes)


def meetings(new: Values, old: Values) -> tuple[Meeting, ...]:
    """Who in ``new`` may be whom in ``old``, likeliest first."""
    pairs = [meeting(here, there) for here in bearers(new) for there in bearers(old)]
    best: dict[Person, Meeting] = {}
    for pair in sorted(told(new, pairs), key=lambda pair: -pair.score):
        best.setdefault(pair.here, pair)
    return tuple(best.values())


def told(new: Values, pairs: Iterable[Meeting]) -> list[Meeting]:
    """The likely ``pairs`` with one case, without who writes, guards or witnesses here and is reported there.

    Nobody but the chair learns who is reported by another victim; of her own cases it is said.
    """
    likely = [pair for pair in pairs if pair.score >= ENOUGH]
    is_hers = any(pair.here.side is pair.there.side is Side.VICTIM for pair in likely)
    told_of = {Side.REPORTED} if flag(new, "reporter_is_victim") else {Side.REPORTED, Side.VICTIM}
    return [
        pair
        for pair in likely
        if is_hers or pair.here.side in told_of or pair.there.side is not Side.REPORTED
    ]


def named(name: str, old: Values) -> tuple[Meeting, ...]:
    """Whom a typed ``name`` may be."""
    sought = Person(Side.VICTIM, name)
    scored = ((likeness(name, there.name), there) for there in _known(old))
    pairs = [
        Meeting(sought, there, score, (_word(score, name, there.name),)) for score, there in scored if score
    ]
    return tuple(sorted(pairs, key=lambda pair: -pair.score))


def _known(values: Values) -> Iterator[Person]:
    people = people_of(values)
    is_own = flag(values, "reporter_is_victim") or text(values, "reporter_name") == text(
        values, "victim_name"
    )
    for person in people:
        is_left = person.side is Side.REPORTER and (is_own or flag(values, "is_institution"))
        if person.name and not is_left:
            yield person


def meeting(new: Bearer, old: Bearer) -> Meeting:
    """What speaks for ``new`` being ``old``."""
    by_name = _by_name(new, old)
    if new.numbers & old.numbers:
        return Meeting(
            by_name.here, by_name.there, max(_SURE, by_name.score), (*by_name.because, Because.NUMBER)
        )
    return by_name


def _by_name(new: Bearer, old: Bearer) -> Meeting:
    here, there = new.person, old.person
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
        between = (new.received - old.received).days / _DAYS if new.received and old.received else 0.0
        age_score = _by_age(here, there, between)
        score += age_score
        because += [Because.AGE] if age_score > 0 else []
    if new.place and new.place == old.place:
        score += _PLACE
        because.append(Because.PLACE)
    return Meeting(here, there, min(score, 1.0), tuple(because))


def _by_age(here: Person, there: Person, years: float) -> float:
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


def _numbers(values: Values, person: Person) -> frozenset[str]:
    written = (text(values, name) for name in _NUMBERS[person.side])
    return frozenset(number for value in written for number in numbers_in(value) if len(number) >= _DIGITS)


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


_INSTITUTION = 0.85
"""Every word must agree: ``Polsek Hulu`` is not ``Polsek Hulu Asri``."""

_SCHOOLS = r"(TK|SD|SMP|SMA|SMK|SLB|MI|MTs|MA|PAUD)"
_SHORT = tuple(
    (re.compile(rf"(?<!\w){short}(?!\w)", re.IGNORECASE), long_)
    for short, long_ in (
        (r"(?:No|Nomor|Nomer)(?=\s\d)", ""),
        (rf"{_SCHOOLS}\s?N(?:egeri)?", r"\1 Negeri"),
        (rf"{_SCHOOLS}\s?N?(?:egeri)?\s*(\d+)", r"\1 Negeri \2"),
        (r"Kepolisian Sektor", "Polsek"),
        (r"Kepolisian Resor(?:t)?", "Polres"),
        (r"Kepolisian Daerah", "Polda"),
        (r"Rumah Sakit Umum Daerah", "RSUD"),
        (r"Rumah Sakit", "RS"),
        (r"Pusat Kesehatan Masyarakat", "Puskesmas"),
        (r"Kab", "Kabupaten"),
        (r"Kec", "Kecamatan"),
        (r"Prov", "Provinsi"),
    )
)


def same_sender(first: Values, other: Values) -> bool:
    """An unnamed sender is never the same."""
    is_institution = flag(first, "is_institution")
    if is_institution != flag(other, "is_institution"):
        return False
    theirs = text(other, "sender")
    if not is_institution:
        writers = text(first, "sender"), known_name(first, "reporter_name")
        return any(likeness(writer, theirs) >= ENOUGH for writer in writers)
    mine, theirs = whole(text(first, "sender")), whole(theirs)
    places = {text(values, "sender_place").casefold() for values in (first, other)} - {""}
    return likeness(mine, theirs) > _INSTITUTION and _figures(mine) == _figures(theirs) and len(places) < 2


def whole(name: str) -> str:
    """``SMP Negeri 3`` for ``SMPN 3``."""
    full_name = " ".join(re.findall(r"[^\W_]+", name))
    for short, long_ in _SHORT:
        full_name = short.sub(long_, full_name)
    return " ".join(full_name.split())


def _figures(written: str) -> str:
    return " ".join("".join(sign if sign.isdigit() else " " for sign in written).split())
