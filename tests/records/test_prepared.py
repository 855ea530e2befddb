"""What is put into SQL once: asked with other values, in another home, on both kinds of database; and the look-up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError

from pipeline.records import arrivals, boot, cases, letters, lookup
from pipeline.records.models import CaseRow, CounterRow, HistoryRow
from pipeline.records.prepared import Change, Given, NewRows, Question
from tests.office.bureau import Bureau
from tests.records.examples import MOMENT, arrival, case, letter

ACT = {"at": MOMENT, "account": "petugas", "operator": "norhayati", "verb": "register"}
VERBS = Question(
    lambda: HistoryRow.objects.filter(case=Given("case")).order_by("pk").values_list("at", "verb", "step")
)
COUNTED = Change(
    lambda: CounterRow.objects.filter(series=Given("series"), value__lt=Given("value")), value=Given("value")
)
ARCHIVED = Change(lambda: CaseRow.objects.filter(pk=Given("number")), archived=Given("version"))


@pytest.fixture(autouse=True)
def opened(engine: str, bureau: Bureau) -> Iterator[Bureau]:
    boot.open_records(bureau.settings)
    return bureau


def test_a_question_is_asked_again_with_other_values_and_in_another_home(opened: Bureau) -> None:
    NewRows(HistoryRow)([ACT | {"case": "2026-0001", "step": 1}, ACT | {"case": "2026-0002"}])
    assert [tuple(row) for row in VERBS(case="2026-0001")] == [(MOMENT, "register", 1)]
    assert tuple(VERBS.first(case="2026-0002")) == (MOMENT, "register", None)
    assert VERBS(case="'; --") == []
    assert VERBS.first(case="2026-0003") is None
    row = HistoryRow.objects.get(case="2026-0002")
    assert (row.at, row.step, row.subject, row.detail) == (MOMENT, None, "", "{}")
    boot.close()
    boot.open_records(opened.settings)
    NewRows(HistoryRow)([ACT | {"case": "2026-0001", "at": MOMENT + timedelta(days=1)}])
    assert [row[0].day for row in VERBS(case="2026-0001")] == [MOMENT.day, MOMENT.day + 1]


def test_what_is_there_already_is_refused_and_so_is_what_is_guarded_and_what_is_not_committed_is_undone() -> (
    None
):
    counters = NewRows(CounterRow)
    counters([{"series": "kasus/2026", "value": 3}])
    with pytest.raises(IntegrityError):
        counters([{"series": "kasus/2026", "value": 3}])
    with pytest.raises(DatabaseError):
        Change(CounterRow.objects.all, value=Given("value"))(value=2)
    assert CounterRow.objects.get().value == 3
    assert [COUNTED(series="kasus/2026", value=value) for value in (5, 4)] == [1, 0]
    assert CounterRow.objects.get().value == 5
    cases.add(case())
    with pytest.raises(ZeroDivisionError), boot.transact():
        ARCHIVED(number="2026-0001", version=1 // (ARCHIVED(number="2026-0001", version=1) - 1))
    assert cases.archived("2026-0001") == 0


def test_a_case_is_found_by_each_number_it_bears() -> None:
    for number in (1, 2):
        cases.add(case(number, values={"letter_number": f"12/{number}/X"}))
        arrivals.add(replace(arrival(number), case=f"2026-000{number}"))
    arrivals.add(arrival(3))
    letters.add(letter("2026-0002", 1, number="400 / 7"))
    given = ["2026-0002", "0002/tl/xi/2026", "a-2026-0002", "2026-0002-1", "400/7", " 12/2/x"]
    assert [lookup.cases_bearing(one) for one in given] == [["2026-0002"]] * len(given)
    assert [lookup.cases_bearing(one) for one in ("A-2026-0003", "2026-0003", "", "  ")] == [[]] * 4
