"""Two people at one decision: what was read is no longer so; both are shown, with who changed it and when, and nothing is written."""

from collections.abc import Callable

import pytest

from pipeline.kernel.errors import NotFound
from pipeline.kernel.text import Exit
from pipeline.lookup import restriction
from pipeline.office.answer import clarify
from pipeline.office.base import optimistic_lock
from pipeline.office.cases import assign, erasure
from pipeline.office.engine.perform import open_act, open_case, perform, version_of
from tests.office.bureau import CHAIR, CLERK, ERASURE, OFFICER, Bureau, tables
from tests.office.stages import FIRST
from tests.refused import refused_with

WHY = {"reason": "permintaan Melati sendiri"}
DAY = {"clarified_day": "2026-11-24", "clarified_way": "SMS"}
TABLES = ("CaseRow", "HistoryRow", "EntryRow", "IntentRow")
At = Callable[[str], Bureau]


def refused(office: Bureau, step: Callable[[], object]) -> tuple[str, ...]:
    """Return what stands beside the refusal of a stale ``step``, which wrote nothing."""
    before = tables(office, *TABLES)
    with pytest.raises(optimistic_lock.StaleAnswers) as stale:
        step()
    assert stale.value.status is Exit.STALE
    assert tables(office, *TABLES) == before
    return stale.value.beside()


def test_who_names_an_officer_is_shown_whom_another_named_meanwhile(at_stage: At) -> None:
    office = at_stage("registered")
    chair = office.session(CHAIR)
    seen = open_act(chair, assign.assign_officer, FIRST)
    assert (seen.case.officer, seen.case.state) == ("", "terdaftar")
    perform(assign.assign_officer, chair, FIRST, {"officer": OFFICER, "read_version": seen.version})
    lines = refused(
        office,
        lambda: perform(
            assign.assign_officer,
            office.session(CHAIR),
            FIRST,
            {"officer": OFFICER, "read_version": seen.version},
        ),
    )
    assert lines[0] == f"  Petugas kasus: Anda mengetik “{OFFICER}”, sekarang “{OFFICER}”"
    assert lines[1].startswith(f"  Diubah oleh {CHAIR} pada 24-11-2026 08.")
    with pytest.raises(NotFound):
        perform(
            assign.assign_officer,
            office.session(CHAIR),
            "2026-0999",
            {"officer": OFFICER, "read_version": seen.version},
        )


def test_an_assignment_is_for_the_case_as_it_was_read(at_stage: At) -> None:
    office = at_stage("registered")
    seen = open_act(office.session(CHAIR), assign.assign_officer, FIRST)
    perform(clarify.record_clarification, office.session(OFFICER), FIRST, {**DAY, "place_detail": "di rumah"})
    (line,) = refused(
        office,
        lambda: perform(
            assign.assign_officer,
            office.session(CHAIR),
            FIRST,
            {"officer": OFFICER, "read_version": seen.version},
        ),
    )
    assert line.startswith(f"  Diubah oleh {OFFICER} pada 24-11-2026 08.")
    again = open_act(office.session(CHAIR), assign.assign_officer, FIRST)
    assert (
        perform(
            assign.assign_officer,
            office.session(CHAIR),
            FIRST,
            {"officer": OFFICER, "read_version": again.version},
        ).case.officer
        == OFFICER
    )


def test_a_request_that_another_answered_is_not_answered_again(at_stage: At) -> None:
    office = at_stage("registered")
    chair = office.session(CHAIR)
    perform(erasure.record_erasure, office.session(CLERK), FIRST, ERASURE)
    read = version_of(erasure.refuse_erasure, open_case(chair, erasure.refuse_erasure, FIRST))
    perform(erasure.grant_erasure, chair, FIRST, WHY | {optimistic_lock.READ: read})
    with refused_with("office.no_request"):
        perform(erasure.refuse_erasure, chair, FIRST, WHY | {"ground": "pidana", optimistic_lock.READ: read})


def test_a_decision_about_one_request_is_not_taken_for_the_next(at_stage: At) -> None:
    office = at_stage("registered")
    clerk, chair = office.session(CLERK), office.session(CHAIR)
    perform(erasure.record_erasure, clerk, FIRST, ERASURE)
    read = version_of(erasure.grant_erasure, open_case(chair, erasure.grant_erasure, FIRST))
    perform(erasure.refuse_erasure, chair, FIRST, WHY | {"ground": "pemohon"})
    perform(erasure.record_erasure, clerk, FIRST, ERASURE | {"erasure_asked": "batasi"})
    (by,) = refused(
        office, lambda: perform(erasure.grant_erasure, chair, FIRST, WHY | {optimistic_lock.READ: read})
    )
    assert f"oleh {CLERK}" in by
    assert restriction.since(FIRST) is None
    perform(erasure.grant_erasure, chair, FIRST, WHY)
    assert restriction.since(FIRST) is not None


def test_a_restriction_that_was_lifted_and_set_again_is_not_lifted_by_who_read_the_first(
    at_stage: At,
) -> None:
    office = at_stage("registered")
    chair = office.session(CHAIR)
    office.restrict(FIRST)
    read = version_of(erasure.lift_restriction, open_case(chair, erasure.lift_restriction, FIRST))
    perform(erasure.lift_restriction, chair, FIRST, WHY | {optimistic_lock.READ: read})
    office.restrict(FIRST)
    lines = refused(
        office, lambda: perform(erasure.lift_restriction, chair, FIRST, WHY | {optimistic_lock.READ: read})
    )
    assert WHY["reason"] not in str(lines), "a typed reason stands in no answer to a stale decision"
    assert restriction.since(FIRST) is not None
