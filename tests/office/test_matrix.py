"""Role × step: the table of moves, and the rights as they are recorded, against what the procedure says.

What is expected stands here once: who may do what, and what is refused at each step of the procedure.
"""

import pytest

from pipeline.cases.states import BY_VERB, MOVES, STEPS, State, move
from pipeline.kernel.errors import Refusal
from pipeline.kernel.letter_kinds import BESIDE
from pipeline.kernel.people import Role
from tests.office.procedure_truth import ONE_DOOR, ROLES
from tests.office.rights_table import MAY, read
from tests.office.test_rights_table import RIGHTS

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
    8: {"study": _STUDIES, "identify": _STUDIES},  # "petugas identifikasi: studies the case"
    9: {**{kind.act: _TOGETHER for kind in BESIDE if kind.asks}, "clarify": _TOGETHER, "recontact": _TOGETHER},
    10: {  # "drafts the answer"
        "draft": _STUDIES, "redraft": _STUDIES, "answer_again": _TOGETHER,
        **{kind.act: _TOGETHER for kind in BESIDE if not kind.asks},
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


def test_every_move_of_the_procedure_is_expected_at_its_step_and_no_other() -> None:
    steps = {verb: number for number, verbs in EXPECTED.items() for verb in verbs}
    assert sorted(steps) == sorted(BY_VERB)
    assert {transition.verb: transition.step for transition in MOVES} == steps
    assert {step.number for step in STEPS} == set(EXPECTED)


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
    except Refusal:
        return False
    return True


def test_nobody_is_recorded_as_doing_what_the_procedure_gives_to_others() -> None:
    expected = {verb: roles for verbs in EXPECTED.values() for verb, roles in verbs.items()}
    places = dict.fromkeys(("case", "arrival", "office"), ("*",))
    cells = read(RIGHTS.read_text("utf-8"), places)
    done = {(act, account) for (act, account, _), cell in cells.items() if cell == MAY}
    for act, account in sorted(done):
        sisters = next((door for door in ONE_DOOR if act in door), {act}) & set(expected)
        assert not sisters or ROLES[account] & frozenset().union(*(expected[sister] for sister in sisters)), (
            act,
            account,
        )
