"""The counters of numbers after a rebuild: none is given again that a case, a letter of the mail or a paper bore."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.office.keeping.import_register import IMPORTED
from pipeline.records import arrivals, cases, history, numbers
from pipeline.settings import Settings


def mail() -> None:
    """Set the counters of the mail log to the highest number on any arrival."""
    _count(agenda.split("-")[1:] for agenda in arrivals.agendas())


def cases_and_register() -> None:
    """Set the counters of cases and register numbers to the highest that was given."""
    _count((number.split("-") for number in cases.numbers()), "kasus")
    acts = (one for verb in ("register", IMPORTED) for one in history.of_verb(verb))
    _count(((one.case[:4], one.detail["seq"]) for one in acts if "seq" in one.detail), "register")


def count_as_given(settings: Settings, case: str) -> None:
    """Make sure that the numbers of a case which the archive never got are not given to another.

    Case and register numbers of a year are given together, so as many are counted of both.
    """
    year, seq = case.split("-")
    first = numbers.first_in(int(year), settings["nomor.register_awal"])
    for _ in range(numbers.peek(f"kasus/{year}"), int(seq) + 1):
        numbers.next_of(f"kasus/{year}")
        numbers.next_of(f"register/{year}", first)


def _count(given: Iterable[Sequence[str]], series: str = "agenda") -> None:
    """Make sure that each year's highest number of ``given`` (year, number) counts as given in ``series``."""
    highest: dict[str, int] = {}
    for year, seq in given:
        highest[year] = max(int(seq), highest.get(year, 0))
    for year, most in highest.items():
        numbers.at_least(f"{series}/{year}", most)
