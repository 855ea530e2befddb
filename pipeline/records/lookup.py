"""A case by any number that stands on a paper, in one question."""

from __future__ import annotations

from django.db.models import Min, QuerySet

from pipeline.records.models import ArrivalRow, CaseRow, LetterRow
from pipeline.records.numbers import bare
from pipeline.records.prepared import Given, Question


def cases_bearing(given: str) -> list[str]:
    """Return the cases that bear ``given``, in order: each as it stands, letter case and spacing left aside.

    As case number, register number, number of the incoming letter, letter id, letter number or agenda number.
    """
    plain = bare(given)
    if not plain:
        return []
    rows = _BEARING(given=given, upper=given.upper(), bare=plain, register=plain[:60])
    return sorted({number for (number,) in rows if number})


def _bearing() -> QuerySet[CaseRow, tuple[str]]:
    """Return the question; of two register or letter numbers that differ by spaces alone the first counts."""
    cases, letters = CaseRow.objects, LetterRow.objects.exclude(number=None)
    register = cases.filter(register_bare=Given("register")).values("register_bare")
    letter = letters.filter(number_bare=Given("bare")).values("number_bare")
    return cases.filter(pk=Given("given")).values_list("number").union(
        register.annotate(first=Min("number")).values_list("first"),
        letter.annotate(first=Min("case")).values_list("first"),
        LetterRow.objects.filter(pk=Given("given")).values_list("case"),
        ArrivalRow.objects.filter(agenda=Given("upper")).values_list("case"),
        cases.filter(incoming_number=Given("bare")).values_list("number"),
    )  # fmt: skip


_BEARING = Question(_bearing)
