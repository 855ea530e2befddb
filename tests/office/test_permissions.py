"""Every step for every role: those who may, may; the others are refused, and nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from demo.answers import drafting, registration
from pipeline.office.base.desk import Desk
from pipeline.office.base.errors import NotYours
from pipeline.office.cases import register
from pipeline.office.keeping import rebuild, reconcile
from pipeline.office.letters.errors import CopyIncomplete
from pipeline.office.overview import find
from pipeline.office.signing import clarify, draft, match, print_out, review
from pipeline.records import arrivals, letters
from tests.office import registers
from tests.office.bureau import (
    ADMIN,
    ARCHIVIST,
    CALL,
    CHAIR,
    CLERK,
    EVERYBODY,
    OFFICER,
    OVERSEER,
    SCHOOL,
    Bureau,
    files_below,
    one_page,
    tables,
)
from tests.office.stages import FIRST

Step = Callable[[Desk], Any]
READERS = (CLERK, OFFICER, CHAIR, ARCHIVIST)
KEEPERS = (CHAIR, ARCHIVIST, ADMIN)


def register_first(desk: Desk) -> object:
    given = registration(SCHOOL) | {register.NOT_A_DUPLICATE: True}
    return register.register_arrival(desk, arrivals.get("A-2026-0003"), given)


def match_by_hand(desk: Desk) -> object:
    item = arrivals.listed(*arrivals.WAITING)[0].id
    code = next((one.code for one in letters.copies(f"{FIRST}-1") if not one.arrival), "")
    with suppress(CopyIncomplete):  # an empty page is no copy; the right to match was there
        return match.match(desk, item, code)
    return None


def print_both(desk: Desk) -> object:
    printed = any(one.printed for one in letters.copies(f"{FIRST}-1"))
    again = print_out.Again("macet") if printed else None
    return print_out.print_out(desk, FIRST, desk.settings.var / "cetak", again)


STEPS: dict[str, tuple[str, Step, tuple[str, ...]]] = {
    "waiting": ("registered", register.waiting, (CLERK,)),
    "pick": ("registered", lambda desk: register.pick(desk, "A-2026-0003"), (CLERK,)),
    "register": ("registered", register_first, (CLERK,)),
    "register a call": (
        "registered",
        lambda desk: register.register_call(desk, registration(CALL)),
        (CLERK,),
    ),
    "questions": ("registered", lambda desk: clarify.questions(desk, FIRST), (CLERK, OFFICER)),
    "clarify": (
        "registered",
        lambda desk: clarify.clarify(desk, FIRST, {"clarified_day": "2026-11-24", "clarified_way": "SMS"}),
        (CLERK, OFFICER),
    ),
    "draft": ("registered", lambda desk: draft.draft(desk, FIRST, drafting(SCHOOL)), (OFFICER,)),
    "approve": ("drafted", lambda desk: review.approve(desk, FIRST), (CHAIR,)),
    "return": ("drafted", lambda desk: review.send_back(desk, FIRST, "Perjelas."), (CHAIR,)),
    "print": (
        "approved",
        print_both,
        (CLERK, OFFICER, CHAIR),
    ),
    "match": ("approved", match_by_hand, (CLERK, OFFICER)),
    "find": ("registered", lambda desk: find.find(desk, FIRST), READERS),
    "show": ("registered", lambda desk: find.show(desk, FIRST), READERS),
    "reveal": ("registered", lambda desk: find.reveal(desk, FIRST, "ditanya polisi"), READERS),
    "todo": ("registered", find.todo, READERS),
    "code": ("approved", lambda desk: find.resolve(desk, f"{FIRST}-1"), READERS),
    "export": ("registered", lambda desk: registers.register_csv(desk, "arsip"), (CHAIR, ARCHIVIST)),
    "verify": ("registered", reconcile.verify_all, KEEPERS),
    "rebuild": ("registered", lambda desk: rebuild.rebuild(desk.settings, desk.actor), KEEPERS),
}


def office_at(at_stage: Callable[[str], Bureau], stage: str) -> Bureau:
    office = at_stage(stage)
    office.receive(one_page("menunggu"), one_page("juga menunggu"))
    return office


def state_of(office: Bureau) -> tuple[object, object]:
    return tables(office), files_below(office.home / "archive") | files_below(office.settings.arrivals)


@pytest.mark.parametrize("name", STEPS)
def test_those_who_may_not_are_refused_and_nothing_has_changed(
    at_stage: Callable[[str], Bureau], name: str
) -> None:
    stage, step, allowed = STEPS[name]
    office = office_at(at_stage, stage)
    before = state_of(office)
    for account in (one for one in EVERYBODY if one not in allowed):
        with pytest.raises(NotYours) as told:
            step(office.desk(account))
        assert account in told.value.text()
        assert state_of(office) == before, account
    assert not (office.settings.var / "cetak").exists()


@pytest.mark.parametrize("name", [one for one in STEPS if one != "approve"])
def test_those_who_may_are_let_through(at_stage: Callable[[str], Bureau], name: str) -> None:
    stage, step, allowed = STEPS[name]
    office = office_at(at_stage, stage)
    for account in allowed:
        step(office.desk(account))


def test_the_technician_sees_no_case_and_the_overseer_nothing() -> None:
    may = {name: allowed for name, (_, _, allowed) in STEPS.items()}
    assert not [name for name, allowed in may.items() if OVERSEER in allowed]
    assert [name for name, allowed in may.items() if ADMIN in allowed] == ["verify", "rebuild"]
