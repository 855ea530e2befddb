"""The index of people: who stands in which case, found by the sound of a name or by a number.

It is made from the cases, by the stores that write them and in the same transaction, and goes with them. Voided
registrations are not in it. What it gives are all that may be alike, and some others; the caller compares.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import connection

from pipeline.cases.case import Case, from_json
from pipeline.cases.earlier import Bearer, bearer_from, bearers
from pipeline.cases.sound_keys import asked, kept, keys_with, words_of
from pipeline.cases.sounds import is_slip
from pipeline.cases.states import State
from pipeline.records.models import CaseRow, PersonRow, SoundRow, WordRow

_NUMBER = "#"
_MANY = 400
_FIRST, _LAST = frozenset("rm"), frozenset("nm")
"""A reader takes ``rn`` for ``m``, so that a word that begins or ends with the one may be a slip of a word with the other."""
_NEW_WORDS = "INSERT INTO records_wordrow (word, first, last) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
_NEW_SOUNDS = "INSERT INTO records_soundrow (person_id, key) VALUES (%s, %s)"


@dataclass(frozen=True)
class Candidate:
    """Somebody in case ``case`` who may be the one sought."""

    case: str
    bearer: Bearer


def put(cases: Iterable[Case]) -> None:
    """Enter the people of ``cases``, which have none here yet; in the caller's transaction."""
    told = [
        (case.number, one) for case in cases if case.state is not State.VOID for one in bearers(case.values)
    ]
    rows = PersonRow.objects.bulk_create(PersonRow(case=case, plain=_plain(one)) for case, one in told)
    keys = [(row.pk, key) for row, (_, one) in zip(rows, told, strict=True) for key in _keys(one)]
    words = sorted({word for _, one in told for word in words_of(one.person.name)})
    with connection.cursor() as cursor:
        cursor.executemany(_NEW_SOUNDS, keys)
        cursor.executemany(_NEW_WORDS, [(word, word[0], word[-1]) for word in words])


def fill() -> None:
    """Make the index anew from all cases: after a migration that brings it, or other rules of sound."""
    for model in (SoundRow, PersonRow, WordRow):
        model.objects.all().delete()
    rows = CaseRow.objects.order_by("pk").values_list("value", flat=True).iterator(chunk_size=_MANY)
    while portion := [from_json(json.loads(value)) for value in islice(rows, _MANY)]:
        put(portion)


def follow(case: Case) -> None:
    """Let the index say what ``case`` says now."""
    if not agrees(case):
        words = _remove(case.number)
        put([case])
        _forget(words)


def agrees(case: Case) -> bool:
    """Tell whether the index holds the people of ``case`` as they are."""
    held = PersonRow.objects.filter(case=case.number).order_by("pk").values_list("plain", flat=True)
    people = () if case.state is State.VOID else bearers(case.values)
    return list(held) == [_plain(one) for one in people]


def erase(case: str) -> None:
    """Take everybody of ``case`` out, and the words that stand in no other name."""
    _forget(_remove(case))


def like(name: str) -> Iterator[Candidate]:
    """Yield who may be called ``name``."""
    yield from _found(asked(name, _alike))


def like_bearer(one: Bearer) -> Iterator[Candidate]:
    """Yield who may be called like somebody, or has a number with him in common."""
    yield from _found(asked(one.person.name, _alike) | {f"{_NUMBER}{number}" for number in one.numbers})


def _found(keys: Collection[str]) -> Iterator[Candidate]:
    known: set[int] = set()
    wanted = sorted(keys)
    for begin in range(0, len(wanted), _MANY):
        rows = PersonRow.objects.filter(sounds__key__in=wanted[begin : begin + _MANY]).distinct()
        for row, case, plain in rows.values_list("pk", "case", "plain"):
            if row not in known:
                known.add(row)
                yield Candidate(case, bearer_from(json.loads(plain)))


def _alike(word: str) -> list[str]:
    ends = (_FIRST if word[0] in _FIRST else {word[0]}, _LAST if word[-1] in _LAST else {word[-1]})
    rows = WordRow.objects.filter(first__in=ends[0], last__in=ends[1]).values_list("word", flat=True)
    return [one for one in rows if is_slip(word, one)]


def _keys(one: Bearer) -> frozenset[str]:
    return kept(one.person.name) | {f"{_NUMBER}{number}" for number in one.numbers}


def _plain(one: Bearer) -> str:
    return json.dumps(one.to_plain(), ensure_ascii=False)


def _remove(case: str) -> frozenset[str]:
    """Take the people of ``case`` out; returns the words of their names."""
    rows = PersonRow.objects.filter(case=case)
    names = [bearer_from(json.loads(plain)).person.name for plain in rows.values_list("plain", flat=True)]
    SoundRow.objects.filter(person__case=case).delete()
    rows.delete()
    return frozenset(word for name in names for word in words_of(name))


def _forget(words: Collection[str]) -> None:
    """Take out those of ``words`` that nobody bears any more."""
    for word in words:
        if not SoundRow.objects.filter(key__in=keys_with(word)).exists():
            WordRow.objects.filter(pk=word).delete()
