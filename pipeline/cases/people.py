"""The people of a case, made from its fields."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.cases.fields.days import years_between
from pipeline.cases.lists import age_group
from pipeline.cases.values import Values, day, flag, items, known_name, number, text

ADULT = 18


class Side(StrEnum):
    """On which side of a complaint a person stands."""

    REPORTER = "pelapor"
    VICTIM = "korban"
    REPORTED = "terlapor"
    GUARDIAN = "wali"
    WITNESS = "saksi"


@dataclass(frozen=True)
class Person:
    """``age`` is that on the day seen."""

    side: Side
    name: str
    name_is_full: bool = False
    sex: str = ""
    birth_date: date | None = None
    age: int | None = None
    age_is_estimate: bool = False
    relation: str = ""
    disability: str = ""

    @property
    def is_child(self) -> bool:
        """Whether known to be below 18."""
        return self.age is not None and self.age < ADULT

    @property
    def age_group(self) -> str:
        """The SIMFONI group; empty if no age is known."""
        return "" if self.age is None else age_group(self.age)

    @property
    def age_told(self) -> str:
        """As in ``±14`` for an estimate."""
        return "" if self.age is None else f"{'±' if self.age_is_estimate else ''}{self.age}"

    def to_json(self) -> dict[str, object]:
        """For ``kasus.json``."""
        return {
            "side": self.side.value,
            "name": self.name,
            "name_is_full": self.name_is_full,
            "sex": self.sex,
            "birth_date": self.birth_date.isoformat() if self.birth_date else None,
            "age": self.age,
            "age_is_estimate": self.age_is_estimate,
            "age_group": self.age_group,
            "child": self.is_child,
            "relation": self.relation,
            "disability": self.disability,
        }


def of_each(values: Iterable[str]) -> str:
    """One value of each of several people; "?" for what is unknown of one of them."""
    return ", ".join(value or "?" for value in listed) if any(listed := tuple(values)) else ""


def people_of(values: Values) -> tuple[Person, ...]:
    """An estimated age never becomes a birth date."""
    return tuple(_people(values))


def _people(values: Values) -> Iterator[Person]:
    if text(values, "reporter_name"):
        yield Person(
            Side.REPORTER,
            known_name(values, "reporter_name"),
            age=number(values, "reporter_age"),
            relation=text(values, "reporter_relation"),
        )
    yield victim_of(values)
    yield from _further(values, "other_victims", Side.VICTIM)
    if text(values, "guardian_name"):
        yield Person(Side.GUARDIAN, known_name(values, "guardian_name"))
    if any(name in values for name in ("reported_name", "reported_relation", "reported_age")):
        yield Person(
            Side.REPORTED,
            known_name(values, "reported_name"),
            sex=text(values, "reported_sex"),
            age=number(values, "reported_age"),
            age_is_estimate=flag(values, "reported_age_is_estimate"),
            relation=text(values, "reported_relation"),
        )
    yield from _further(values, "other_reported", Side.REPORTED)
    yield from _further(values, "witnesses", Side.WITNESS)


def victim_of(values: Values) -> Person:
    """The first victim."""
    born, seen = day(values, "victim_birth_date"), day(values, "received_day")
    age = years_between(born, seen) if born and seen else number(values, "victim_age")
    return Person(
        Side.VICTIM,
        known_name(values, "victim_name"),
        name_is_full=flag(values, "victim_name_is_full"),
        sex=text(values, "victim_sex"),
        birth_date=born,
        age=age,
        age_is_estimate=flag(values, "victim_age_is_estimate"),
        disability=text(values, "victim_disability"),
    )


def _further(values: Values, name: str, side: Side) -> Iterator[Person]:
    for row in items(values, name):
        written, age, sex = (part.strip() for part in row.rsplit(",", 2))
        yield Person(side, written, sex=sex.strip("?"), age=None if age == "?" else int(age))
