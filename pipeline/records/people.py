"""People of all cases but void ones, by normalised names or a number, and the contacts and homes of open ones.

Look-ups give too many: the caller compares. Contacts and homes of a case are one row, with nothing in ``plain``.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.cases.case import Case
from pipeline.cases.contact import ReportedPerson, recipients
from pipeline.cases.earlier import Bearer, bearer_from, bearers, unnamed
from pipeline.cases.likeness import address_words, numbers_in
from pipeline.cases.people import Side
from pipeline.cases.sounds import near, normalised, sound
from pipeline.cases.states import State
from pipeline.cases.values import text
from pipeline.records import request_cache
from pipeline.records.models import PersonRow
from pipeline.records.row_values import portions

ENDED = frozenset({State.CLOSED, State.VOID, State.OLD})
"""States of a case that reaches nobody."""


@dataclass(frozen=True)
class Candidate:
    """Who may be the one sought."""

    case: str
    bearer: Bearer


def put(cases: Iterable[Case]) -> None:
    """Enter people of new ``cases``, in the caller's transaction."""
    PersonRow.objects.bulk_create(
        PersonRow(case=case.number, plain=plain, words=words)
        for case in cases
        for plain, words in told_of(case)
    )


def follow(case: Case) -> None:
    """Make the rows those of ``case``."""
    if not agrees(case):
        erase(case.number)
        put([case])


def agrees(case: Case) -> bool:
    """Whether the rows are those of ``case``."""
    return told_of(case) == [
        *PersonRow.objects.filter(case=case.number).order_by("pk").values_list("plain", "words")
    ]


def erase(case: str) -> None:
    """Remove everybody of ``case``."""
    PersonRow.objects.filter(case=case).delete()


def like(name: str) -> Iterator[Candidate]:
    """Who may be called ``name``."""
    yield from (candidate for _, candidate in _found([normalised(name)]))


def like_bearers(sought: Sequence[Bearer]) -> Iterator[tuple[Bearer, Candidate]]:
    """Who is named and has a like name or the same number."""
    pairs = _found([_words(bearer) for bearer in sought])
    yield from ((sought[at], candidate) for at, candidate in pairs if candidate.bearer.person.name)


def reported_like(sought: Sequence[tuple[str, str]]) -> Iterator[tuple[int, ReportedPerson]]:
    """Who is reported somewhere and may be met there, by name and address or number."""
    words = [" ".join(_written(name, address)) for name, address in sought]
    for at, candidate in _found(words):
        person, homes = candidate.bearer.person, candidate.bearer.homes
        if person.side is Side.REPORTED:
            names = tuple(filter(None, (person.name,)))
            yield at, ReportedPerson(candidate.case, names, homes, tuple(sorted(candidate.bearer.numbers)))


def reaching(reported: Iterable[ReportedPerson]) -> set[str]:
    """Open cases with a contact or home that shares a word of the name, a number or a place with one of ``reported``."""
    sought = {
        word
        for person in reported
        for word in _written("/".join(person.names), *person.homes, *person.numbers)
    }
    rows = PersonRow.objects.filter(plain="").values_list("case", "words")
    return {case for case, words in rows if not sought.isdisjoint(words.split())}


def named_in(wording: str) -> Iterator[Candidate]:
    """Two words of the name, at least, sound like words of ``wording``."""
    spoken = {sound(word) for word in re.findall(r"[a-z]+", wording.casefold())}
    rows, _ = request_cache.kept("people", "", _everybody)
    return _of_rows(row for row, words in rows if len(spoken.intersection(words.split())) > 1)


def _found(sought: Sequence[str]) -> Iterator[tuple[int, Candidate]]:
    rows, known = request_cache.kept("people", "", _everybody)
    for at, written in enumerate(sought):
        wanted = near(written.split(), known)
        rows_near = (row for row, words in rows if not wanted.isdisjoint(words.split()))
        yield from ((at, candidate) for candidate in _of_rows(rows_near))


def _of_rows(rows: Iterable[int]) -> Iterator[Candidate]:
    for portion in portions(rows):
        people = PersonRow.objects.filter(pk__in=portion).values_list("case", "plain")
        yield from (Candidate(case, bearer_from(json.loads(plain))) for case, plain in people)


def _everybody() -> tuple[list[tuple[int, str]], frozenset[str]]:
    rows = list(PersonRow.objects.exclude(plain="").values_list("pk", "words"))
    return rows, frozenset(" ".join(words for _, words in rows).split())


def told_of(case: Case) -> list[tuple[str, str]]:
    """What is compared (JSON), and what is looked through."""
    people = () if case.state is State.VOID else (*bearers(case.values), *unnamed(case.values))
    reached = [
        *((recipient.person, recipient.address) for recipient in recipients(case.values)),
        *(("", text(case.values, home)) for home in ("victim_address", "reporter_address")),
    ]
    contacts = "" if case.state in ENDED else " ".join(word for pair in reached for word in _written(*pair))
    return [
        *((json.dumps(bearer.to_plain(), ensure_ascii=False), _words(bearer)) for bearer in people),
        *([("", contacts)] if contacts else ()),
    ]


def _words(bearer: Bearer) -> str:
    places = sorted({word for home in bearer.homes for word in _places(home)})
    return " ".join((normalised(bearer.person.name), *sorted(bearer.numbers), *places))


def _written(name: str, *addresses: str) -> Iterator[str]:
    yield from normalised(name).split()
    for address in addresses:
        yield from (*sorted(numbers_in(address)), *_places(address))


def _places(address: str) -> Iterator[str]:
    return (f"@{word}" for word in sorted(address_words(address)) if word.isalpha())
