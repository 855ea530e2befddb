"""Cases that are merged are restricted together; none is merged while it is restricted or hidden."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from pipeline.cases.states import State
from pipeline.kernel.errors import NotFound, Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.lookup import restriction, visible
from pipeline.office.arrivals import view_paper
from pipeline.office.base.session import Session
from pipeline.office.cases import conflicts, erasure
from pipeline.office.cases.verify_report import verify_report
from pipeline.office.delivery import merge
from pipeline.office.engine.perform import look_over, perform
from pipeline.office.overview import find, look_up
from pipeline.records import cases, history, sheets
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, ERASURE, OFFICER, WIFE, Bureau
from tests.office.stages import FIRST, SECOND
from tests.office.test_engine import slow
from tests.refused import let_pass, refused_with

pytestmark = pytest.mark.backend

THIRD = "2026-0003"
WHY = "satu perkara"


def shut(office: Bureau, number: str) -> None:
    """Restrict access to ``number`` after a request."""
    office.restrict(number)


def block(office: Bureau, number: str) -> None:
    office.block(number, CHAIR)


def joined(office: Bureau, left: str, right: str) -> None:
    session = office.session(CHAIR)
    perform(merge.merge_case, session, left, {"into": right, "reason": WHY})


@pytest.mark.parametrize(("close", "refusal"), [(shut, "office.access_restricted"), (block, NotFound)])
@pytest.mark.parametrize("which", [FIRST, SECOND])
@pytest.mark.parametrize("when", ["before", "meanwhile"])
def test_a_case_is_not_merged_while_it_or_the_other_is_restricted_or_hidden(
    registered: Bureau,
    close: Callable[[Bureau, str], None],
    refusal: str | type[Refusal],
    which: str,
    when: str,
) -> None:
    chair = registered.session(CHAIR)
    answers = {"into": FIRST, "reason": WHY}
    looked_over = look_over(merge.merge_case, chair, SECOND, answers).stamp if when == "meanwhile" else ""
    close(registered, which)
    with refused_with(refusal, match=which):
        perform(merge.merge_case, chair, SECOND, answers, looked_over=looked_over)
    assert [cases.get(number).state for number in (FIRST, SECOND)] == [State.REGISTERED] * 2


@pytest.fixture
def merged(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office whose first case, answered and delivered, was merged into a new one."""
    office = at_stage("delivered")
    assert office.register(WIFE).number == THIRD
    joined(office, FIRST, THIRD)
    return office


def _picture(session: Session) -> str:
    with let_pass(NotFound, "office.access_restricted"), view_paper.of_arrival(session, "A-2026-0001", 1):
        return FIRST
    return ""


THINGS: dict[str, Callable[[Session], object]] = {
    "arrival": lambda session: visible.find_arrival(session, "A-2026-0001"),
    "letter": lambda session: visible.find_letter(session, f"{FIRST}-1"),
    "sheet": lambda session: visible.find_sheet(session, sheets.of_case(FIRST)[0].id),
    "document": lambda session: _unless_missing(lambda: visible.documents_of(session, FIRST)),
    "picture of a page": _picture,
    "search by number": lambda session: _unless_missing(lambda: find.find(session, FIRST)),
    "search by words": lambda session: FIRST in str(look_up.look_up(session, look_up.Asked("hormat"))),
    "the case that goes on": lambda session: _unless_missing(lambda: find.show(session, THIRD)),
    "waiting": lambda session: "A-2026-0003" in str(find.todo(session)),
}  # fmt: skip


def _unless_missing(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except NotFound:
        return None


def _seen(session: Session) -> list[str]:
    return [name for name, read in THINGS.items() if read(session)]


@pytest.mark.parametrize("asked_about", [FIRST, THIRD])
def test_merged_cases_are_restricted_together_with_all_that_is_theirs_and_opened_together(
    merged: Bureau, asked_about: str
) -> None:
    both = {FIRST, THIRD}
    before = _seen(merged.session(CLERK))
    assert before == [name for name in THINGS if name != "waiting"]
    shut(merged, asked_about)
    assert restriction.restricted() == both
    for account in (CLERK, OFFICER):
        assert _seen(merged.session(account)) == [], account
    for number in both:
        with refused_with("office.access_restricted"):
            perform(merge.unmerge_case, merged.session(CHAIR), FIRST, {"reason": WHY})
        with refused_with("office.access_restricted"):
            find.show(merged.session(CHAIR), number)
        plain = find.show(merged.session(ARCHIVIST), number, reason="diperiksa").plain
        assert plain["restricted_since"].startswith("2026-11-24")
    assert merged.verify() == []
    damage.rebuilt(merged)
    assert restriction.restricted() == both
    (other,) = both - {asked_about}
    perform(erasure.lift_restriction, merged.session(CHAIR), other, {"reason": "dicabut lagi"})
    assert restriction.restricted() == frozenset()
    assert _seen(merged.session(CLERK)) == before
    with refused_with("office.not_restricted"):
        perform(erasure.lift_restriction, merged.session(CHAIR), asked_about, {"reason": "dicabut lagi"})
    assert merged.verify() == []


def test_a_case_that_was_merged_wrongly_before_is_restricted_with_the_right_one_also_after_a_rebuild(
    registered: Bureau,
) -> None:
    assert registered.register(WIFE).number == THIRD
    joined(registered, FIRST, THIRD)
    perform(merge.unmerge_case, registered.session(CHAIR), FIRST, {"reason": "perkara lain"})
    joined(registered, FIRST, SECOND)
    shut(registered, FIRST)
    assert restriction.restricted() == {FIRST, SECOND}
    damage.rebuilt(registered)
    assert restriction.restricted() == {FIRST, SECOND}


def test_nobody_lifts_the_restriction_of_a_case_that_is_hidden_from_them(registered: Bureau) -> None:
    joined(registered, FIRST, SECOND)
    block(registered, FIRST)
    perform(erasure.record_erasure, registered.session(CLERK), FIRST, ERASURE)
    deputy = replace(registered.session(CHAIR), actor=Actor("wakil", frozenset({Role.CHAIR}), "lain"))
    perform(
        conflicts.lift_conflict, deputy, SECOND, {"chosen": CHAIR, "reason": "hanya terhalang dari yang satu"}
    )
    perform(erasure.grant_erasure, deputy, FIRST, {"reason": "permintaan korban"})
    with refused_with("office.access_restricted", match=SECOND):
        perform(erasure.lift_restriction, registered.session(CHAIR), SECOND, {"reason": "dicabut lagi"})
    assert restriction.restricted() == {FIRST, SECOND}


def test_an_act_does_nothing_to_a_case_whose_other_half_was_restricted_while_it_was_planned(
    merged: Bureau,
) -> None:
    act, planned = slow(verify_report, lambda: shut(merged, FIRST))
    with refused_with("office.access_restricted"):
        perform(act, merged.session(CHAIR), THIRD, {})
    assert len(planned) == 1
    assert "vet" not in [event.verb for event in history.of_case(THIRD)]
