"""Lawful destruction in the database: rows of a case, and personal values in rows that stay.

The guards allow it only where the case has a tombstone.
"""

import json
from collections.abc import Collection, Mapping

from django.db import connection
from django.db.models import Q

from pipeline.records import arrivals as arrivals_kept
from pipeline.records import boot, chain, models, people, texts
from pipeline.records.entries import ERASED

EMPTY = "{}"


def erase(case: str, arrivals: Collection[str]) -> None:
    """Erase ``case`` and ``arrivals``, in the caller's transaction."""
    letters = list(models.LetterRow.objects.filter(case=case).values_list("pk", flat=True))
    people.erase(case)
    texts.erase(case, arrivals)
    for rows in (
        models.CopyRow.objects.filter(letter_id__in=letters),
        models.LetterRow.objects.filter(pk__in=letters),
        models.SheetRow.objects.filter(case=case),
        models.RepeatRow.objects.filter(arrival_id__in=arrivals),
        models.ArrivalRow.objects.filter(pk__in=arrivals),
        models.DocumentRow.objects.filter(case_id=case),
        models.CaseRow.objects.filter(pk=case),
        models.PasswordRow.objects.filter(pk=case),
        models.IntentRow.objects.filter(case=case, done=True),
    ):
        rows.delete()
    models.EntryRow.objects.filter(Q(case=case) | Q(case__startswith=f"{case}.")).update(payload=ERASED)
    acts = models.HistoryRow.objects.filter(Q(case=case) | Q(case="", subject__in=list(arrivals)))
    for pk, salt, detail, marks in acts.values_list("pk", "salt", "detail", "marks"):
        _fix_again(salt, json.loads(marks or "{}"))
        models.HistoryRow.objects.filter(pk=pk).update(detail=EMPTY, salt=chain.proof_of(salt, detail))
    models.NumberRow.objects.filter(letter__in=letters).exclude(reason="").update(reason="")


def _fix_again(salt: str, marks: Mapping[str, str]) -> None:
    """Arrivals that an act loses with its salt are fixed by the next act."""
    for arrival in arrivals_kept.some(list(marks)).values():
        if chain.mark_of(salt, chain.value_digest(vars(arrival))) == marks[arrival.id]:
            chain.changed(arrival.id, vars(arrival))


def rewrite_freed_pages() -> None:
    """Rewrites the journal, too; where somebody reads, the next start repeats it."""
    texts.merge_index()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
    else:
        boot.rewrite_file()
