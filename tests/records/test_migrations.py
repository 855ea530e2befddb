"""A migration brings an old office to the version it was made for, whatever columns and rules came later."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.cases.awaited import awaited
from pipeline.cases.further import Further
from pipeline.cases.states import State
from pipeline.records import boot, cases, migrations
from pipeline.records.models import CaseRow
from tests.office import older
from tests.office.bureau import Bureau
from tests.records.examples import case

_OF_TODAY = {"0007_people.py"}
"""Fills an index from the one column that every version has."""


def test_a_migration_knows_no_code_that_may_change_later() -> None:
    for path in Path(str(migrations.__file__)).parent.glob("0*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        known = {one.module or "" for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)}
        known |= {name.name for one in ast.walk(tree) if isinstance(one, ast.Import) for name in one.names}
        ours = {one for one in known if one.startswith("pipeline")}
        assert not ours or path.name in _OF_TODAY, path.name


@pytest.mark.slow
@pytest.mark.usefixtures("on_file")
def test_a_closed_case_of_an_old_office_says_what_it_waits_for(bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    closed = replace(case(1), state=State.CLOSED)
    told = [
        closed,
        replace(case(2), state=State.CLOSED, values={**closed.values, "outcome": "digabung"}),
        replace(case(3), state=State.CLOSED, values={**closed.values, "simfoni_day": "2026-11-24"}),
        case(4),
    ]
    for one in told:
        cases.add(one)
    older.make(bureau.settings, "0014_trail 000000000000")
    boot.open_records(bureau.settings)
    waits = dict(CaseRow.objects.values_list("number", "awaits"))
    assert waits == {one.number: awaited(one) for one in told}
    assert sorted(waits.values()) == ["", "", "", "simfoni"]


@pytest.mark.slow
@pytest.mark.usefixtures("on_file")
def test_a_case_of_an_old_office_says_when_its_further_letters_came(bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    days = ("2026-11-20", "2026-10-02", "")
    letters = tuple(
        Further(f"{n}", f"A-2026-{n:04d}", "surat.pdf", {"received_day": day} if day else {})
        for n, day in enumerate(days, 2)
    )
    for one in (replace(case(1), further=letters), replace(case(2), further=letters[2:]), case(3)):
        cases.add(one)
    columns = ("number", "further_since", "further_until")
    told = list(CaseRow.objects.order_by("pk").values_list(*columns))
    assert told[0] == ("2026-0001", date(2026, 10, 2), date(2026, 11, 20))
    assert {one[1:] for one in told[1:]} == {(None, None)}
    older.make(bureau.settings, "0016_office_rows 000000000000")
    boot.open_records(bureau.settings)
    assert list(CaseRow.objects.order_by("pk").values_list(*columns)) == told
