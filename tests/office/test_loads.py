"""Step 7: who names an officer sees what each has before them, by number and by kind; whoever has least stands first."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.cases.states import State
from pipeline.office.cases import workloads
from pipeline.office.cases.assign import assign_officer
from pipeline.office.engine.perform import perform
from pipeline.records import cases
from tests.office.bureau import CHAIR, CLERK, OFFICER, WIFE, Bureau
from tests.office.stages import FIRST
from tests.office.test_reassign import two_officers

At = Callable[[str], Bureau]


@pytest.fixture
def waiting(at_stage: At) -> Bureau:
    """An office of two officers, of whom one has the first case, with a second that waits for its officer."""
    bureau = two_officers(at_stage("registered"))
    perform(assign_officer, bureau.session(CHAIR), FIRST, {"officer": OFFICER})
    bureau.register(WIFE)
    return bureau


def _seen(bureau: Bureau) -> list[tuple[str, int, int]]:
    return [
        (workload.account, workload.running, workload.alike)
        for workload in workloads.of_case(bureau.session(CHAIR), cases.get("2026-0002"))
    ]


def _let(number: str, **columns: object) -> None:
    before = cases.get(number)
    cases.change(before, replace(before, version=before.version + 1, **columns))


def test_whoever_has_least_stands_first_and_kinds_are_counted(waiting: Bureau) -> None:
    kinds = cases.get("2026-0002").values
    _let(FIRST, values={**cases.get(FIRST).values, "violence": ("seksual",)})
    _let("2026-0002", values={**kinds, "violence": ("fisik", "psikis")})
    assert _seen(waiting) == [(CLERK, 0, 0), (OFFICER, 1, 0)]
    _let("2026-0002", values={**kinds, "violence": ("psikis", "seksual")})
    assert _seen(waiting) == [(CLERK, 0, 0), (OFFICER, 1, 1)]
    _let(FIRST, officer=CLERK)
    assert _seen(waiting) == [(OFFICER, 0, 0), (CLERK, 1, 1)]


def test_of_equal_ones_who_knows_the_kind_stands_first(waiting: Bureau) -> None:
    waiting.register(WIFE)
    perform(assign_officer, waiting.session(CHAIR), "2026-0003", {"officer": CLERK})
    kinds = cases.get("2026-0002").values
    _let("2026-0003", values={**cases.get("2026-0003").values, "violence": ("penelantaran",)})
    _let("2026-0002", values={**kinds, "violence": ("penelantaran",)})
    _let(FIRST, values={**cases.get(FIRST).values, "violence": ("fisik",)})
    assert _seen(waiting) == [(CLERK, 1, 1), (OFFICER, 1, 0)]


def test_what_is_over_is_no_load(waiting: Bureau) -> None:
    for over in (State.FILED, State.CLOSED, State.VOID):
        _let(FIRST, state=over)
        assert sorted(_seen(waiting)) == [(OFFICER, 0, 0), (CLERK, 0, 0)]
