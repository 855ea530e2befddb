"""Role × step × own, other's, blocked and missing case: generated from the tables of moves and roles.

What is expected stands here once, as product.md says it (*Users*, and the column *Software refuses* of the procedure).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from pipeline.cases.errors import NotPossible
from pipeline.cases.states import BY_VERB, MOVES, STEPS, Move, State, move
from pipeline.kernel.errors import RangkapError
from pipeline.kernel.people import Role
from pipeline.office.base import conflict
from pipeline.office.base.desk import Desk, case_for, case_to_read
from pipeline.office.base.errors import NotYours
from pipeline.office.base.errors_steps import OwnEntry
from pipeline.office.cases import vet
from pipeline.records import boot, cases
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, EVERYBODY, OFFICER, OVERSEER, Bureau
from tests.office.stages import FIRST, SECOND

ACCOUNT = {
    Role.CLERK: CLERK,
    Role.OFFICER: OFFICER,
    Role.CHAIR: CHAIR,
    Role.ARCHIVIST: ARCHIVIST,
    Role.ADMIN: ADMIN,
    Role.OVERSEER: OVERSEER,
}
_RECEIVES, _STUDIES = frozenset({Role.CLERK}), frozenset({Role.OFFICER})
_DECIDES, _TOGETHER = frozenset({Role.CHAIR}), frozenset({Role.CLERK, Role.OFFICER})
_READERS = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR, Role.ARCHIVIST})
EXPECTED: dict[int, dict[str, frozenset[Role]]] = {
    1: {  # clerk: "types metadata, registers"; a wrong registration is voided with a reason, by the chair too
        "add_letter": _RECEIVES, "void": _RECEIVES | _DECIDES,
    },
    2: {"explore": _TOGETHER},  # reporter, safe contact and risk: whoever has the letter or the caller
    3: {"explain": _RECEIVES},
    4: {"advise": _RECEIVES},
    5: {"inform": _TOGETHER},
    6: {"vet": _DECIDES | _STUDIES},  # "ketua: verifies"; of others' entries the officer too: never one's own
    7: {  # refuses: "assignment by anyone but the chair or a recorded delegate"
        "assign": _DECIDES, "name_officer": _DECIDES, "reassign": _DECIDES,
    },
    8: {"study": _STUDIES},  # "petugas identifikasi: studies the case"
    9: {"ask": _TOGETHER, "clarify": _TOGETHER, "recontact": _TOGETHER},
    10: {  # "drafts the answer"
        "draft": _STUDIES, "redraft": _STUDIES, "answer_again": _TOGETHER,
    },
    11: {  # "reviews the draft, signs both copies"; the signed scans come back through whoever scans
        "return": _DECIDES, "take_edited": _DECIDES, "approve": _DECIDES, "void_letter": _DECIDES, "sign": _READERS,
    },
    12: {"await_number": _READERS, "number": _TOGETHER, "file": _READERS},
    13: {  # clerk: "delivers"
        "dispatch": _RECEIVES, "attempt": _RECEIVES, "deliver": _RECEIVES, "undeliverable": _RECEIVES,
        "deliver_late": _RECEIVES,
    },
    14: {  # "tanpa surat jawaban" is the chair's; so are reopening and merging
        "report": _TOGETHER | _DECIDES, "close": _STUDIES | _DECIDES, "close_unanswered": _DECIDES, "simfoni": _TOGETHER,
        "reopen": _DECIDES, "merge": _DECIDES, "unmerge": _DECIDES, "divide": _RECEIVES | _DECIDES,
    },
}  # fmt: skip
BLOCKED, MISSING = SECOND, "2026-0999"
OWN_ENTRY = "vet"
"""The move that nobody takes at a case of their own (SOP step 6, "verifying one's own entry")."""


def test_every_move_of_the_procedure_is_expected_at_its_step_and_no_other() -> None:
    said = {verb: number for number, verbs in EXPECTED.items() for verb in verbs}
    assert sorted(said) == sorted(BY_VERB)
    assert {one.verb: one.step for one in MOVES} == said
    assert {one.number for one in STEPS} == set(EXPECTED)


@pytest.mark.parametrize("step", EXPECTED)
def test_in_every_state_each_role_may_what_the_procedure_says(step: int) -> None:
    for verb, roles in EXPECTED[step].items():
        for role in Role:
            for state in State:
                assert _moves(state, verb, role) == (role in roles and state in BY_VERB[verb].sources), (
                    verb,
                    role,
                )


def _moves(state: State, verb: str, role: Role) -> bool:
    try:
        move(state, verb, {role})
    except RangkapError:
        return False
    return True


def test_admin_and_overseer_take_no_step_and_the_archivist_none_but_taking_in_scans() -> None:
    may = {role: sorted(one.verb for one in MOVES if role in one.roles) for role in Role}
    assert may[Role.ADMIN] == may[Role.OVERSEER] == []
    assert may[Role.ARCHIVIST] == ["await_number", "file", "sign"]


@pytest.fixture
def blocked(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office of which every reader is blocked from the second case, the chair last."""
    office = at_stage("registered")
    for account in (CLERK, OFFICER, ARCHIVIST, CHAIR):
        conflict.record(office.desk(CHAIR), BLOCKED, account, "keluarga", "sepupu")
    return office


def test_at_own_other_blocked_and_missing_cases_each_role_gets_the_answer_of_its_step(
    blocked: Bureau,
) -> None:
    desks = {role: blocked.desk(account) for role, account in ACCOUNT.items()}
    wrong = [one for each in MOVES for one in _wrong(desks, each)]
    assert wrong == []


def _wrong(desks: dict[Role, Desk], each: Move) -> Iterator[tuple[str, Role, str, str]]:
    """Yield where a role gets another answer than expected for one move, in the first state it starts from."""
    roles = EXPECTED[each.step][each.verb]
    for role, desk in desks.items():
        for whose in ("own", "other"):
            _stand(FIRST, min(each.sources), ACCOUNT[role] if whose == "own" else "orang lain")
            expected = "may" if role in roles else NotYours.code
            if each.verb == OWN_ENTRY and whose == "own" and role in roles:
                expected = OwnEntry.code
            told, _ = _answer(desk, each.verb, FIRST)
            if told != expected:
                yield each.verb, role, whose, told
        hidden, missing = _answer(desk, each.verb, BLOCKED), _answer(desk, each.verb, MISSING)
        expected = "records.not_found" if role in roles else NotYours.code
        if (hidden[0], hidden[1].replace(BLOCKED, MISSING)) != missing or hidden[0] != expected:
            yield each.verb, role, "blocked", hidden[0]


def _stand(number: str, state: State, account: str) -> None:
    """Put a case into ``state``, registered and handled by ``account``."""
    case = cases.get(number)
    with boot.transact():
        cases.change(case, replace(case.moved(state), registered_by=account, officer=account))


def _answer(desk: Desk, verb: str, number: str) -> tuple[str, str]:
    """Return what a desk answers to a step at a case: "may", or the code, and the words; one's role is asked first."""
    try:
        if verb == OWN_ENTRY:
            vet.look(desk, number)
        else:
            case_for(desk, number, verb)
    except NotPossible:
        return "state", ""
    except RangkapError as error:
        code = NotYours.code if error.code in (NotYours.code, "cases.not_your_move") else error.code
        return code, error.text()
    return "may", ""


@pytest.mark.parametrize("account", EVERYBODY)
def test_to_read_is_the_readers_and_a_blocked_case_is_missing_for_them(blocked: Bureau, account: str) -> None:
    desk = blocked.desk(account)
    told = []
    for number in (FIRST, BLOCKED, MISSING):
        try:
            case_to_read(desk, number, "show")
        except RangkapError as error:
            told.append((error.code, error.text().replace(BLOCKED, MISSING)))
        else:
            told.append(("may", ""))
    if account in (ADMIN, OVERSEER):
        assert {code for code, _ in told} == {NotYours.code}
    else:
        assert told[0][0] == "may"
        assert told[1] == told[2]
        assert told[1][0] == "records.not_found"
