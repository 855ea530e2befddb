"""A case by any number that stands on a paper, in one question."""

from django.db.models import Min

from pipeline.records.models import ArrivalRow, CaseRow, LetterRow
from pipeline.records.numbers import bare


def cases_bearing(given: str) -> list[str]:
    """Return the cases that bear ``given``, in order: each as it stands, letter case and spacing left aside.

    As case number, register number, number of the incoming letter, letter id, letter number or agenda number. Of two
    register or letter numbers that differ by spaces alone the first counts.
    """
    plain = bare(given)
    if not plain:
        return []
    cases, letters = CaseRow.objects, LetterRow.objects.exclude(number=None)
    register = cases.filter(register_bare=plain[:60]).values("register_bare")
    letter = letters.filter(number_bare=plain).values("number_bare")
    rows = cases.filter(pk=given).values_list("number").union(
        register.annotate(first=Min("number")).values_list("first"),
        letter.annotate(first=Min("case")).values_list("first"),
        LetterRow.objects.filter(pk=given).values_list("case"),
        ArrivalRow.objects.filter(agenda=given.upper()).values_list("case"),
        cases.filter(incoming_number=plain).values_list("number"),
    )  # fmt: skip
    return sorted({number for (number,) in rows if number})
