"""A recap has its English words for a screen: every table, unit, row, column and step; its Indonesian ones stay as they were."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pipeline.cases.states import STEPS
from pipeline.office.bookkeeping import recap_words
from pipeline.register.recap import Table, count
from pipeline.register.recap_tables import Received, mail, overview, plans, unanswered
from pipeline.register.recap_times import Took, at_desk, elapsed

SAME = {"SD", "PAUD/TK", "mental", "Hulu Asri"}
"""What is called so in both languages, or is the name of a place."""
TABLES = (
    overview(Received(1, 2, 3, 4, 5, 6, 7)),
    *(count(one, ()) for one in plans(["Hulu Asri"], {"pulang": "rujukan"})),
    mail(dict.fromkeys(("in", "struck", "answers", "requests", "void"), 1)),
    unanswered(14, [True]),
)
TIMES = (*elapsed(()), *at_desk([{one.number: timedelta(minutes=1) for one in STEPS}], ()))


def has_letters(said: str) -> bool:
    return any(one.isalpha() for one in said)


@pytest.mark.parametrize("table", TABLES, ids=[one.id for one in TABLES])
def test_everything_in_a_table_has_english_words(table: Table) -> None:
    first, second = (recap_words.titles(table, lang, 14) for lang in ("id", "en"))
    assert (first.title, first.unit, first.note) == (table.title, table.unit, table.note)
    assert first.rows == tuple(one.title for one in table.rows)
    assert second.title != first.title
    assert second.unit != first.unit
    assert not first.note or second.note != first.note
    pairs = [*zip(first.rows, second.rows, strict=True), *zip(first.columns, second.columns, strict=True)]
    alike = {one for one, other in pairs if one == other and has_letters(one)}
    assert alike <= SAME


@pytest.mark.parametrize("took", TIMES, ids=[f"{one.key}-{one.unit}" for one in TIMES])
def test_every_step_has_english_words(took: Took) -> None:
    assert recap_words.step(took, "id") == took.title
    assert recap_words.step(took, "en") != took.title
    assert recap_words.unit(took.unit, "en") != took.unit
    assert recap_words.at_desk(took, "id") == took.title.removeprefix("di meja: ")
    assert "at the desk" not in recap_words.at_desk(took, "en")
