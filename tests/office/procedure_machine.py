"""The whole procedure in any order, by everybody: rules made from the table of moves, and what must hold after each.

Every move is tried as it should be, and by the wrong person, in the wrong state, with something left out. Database,
archive, letter rules and register are real; LibreOffice and the scanner are stood in for by pages that tell their copy,
which print no words; and an edited draft is looked at in this process instead of within walls.
"""

import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import BY_VERB, MOVES, Move, State
from pipeline.intake.reader import Reader
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.records import cases, letters
from tests.office import procedure_beside as beside
from tests.office import procedure_truth as truth
from tests.office.bureau import CLERK, Bureau, tables
from tests.office.machine_rooms import InFile, OnServer
from tests.office.procedure_doors import BY_THEMSELVES, DOORS, LACKING, SECOND_OFFICER
from tests.office.procedure_driver import ACCOUNTS, KINDS, Driver
from tools.postgresql import Server

MOST = 3
"""Cases at work at once; over all there may be one more, voided or divided."""


class Procedure(Driver, RuleBasedStateMachine):
    """``made`` counts the moves that were accepted, ``refused`` those that were not, over all examples of a run."""

    source: Path
    reader: Reader
    server: Server | None
    made: Counter[str] = Counter()
    refused: Counter[str] = Counter()

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        room = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        self.rooms = OnServer(self.source, room, self.server) if self.server else InFile(self.source, room)
        Driver.__init__(self, Bureau(self.rooms.home, self.reader))
        self.why = ""

    @initialize(secretariat=st.booleans())
    def open_the_office(self, secretariat: bool) -> None:
        self.open(is_secretariat=secretariat)

    def teardown(self) -> None:
        try:
            assert not [finding.text() for finding in self.bureau.verify()]
        finally:
            self.held.close()
            self.rooms.end()

    def can_take_more(self) -> bool:
        """Tell whether a further case may be registered: at work, and over all, there are not too many."""
        known = self.known()
        return len(known) <= MOST and len(known) - len(self.known(State.VOID)) < MOST

    @precondition(can_take_more)
    @rule(kind=st.sampled_from(sorted(KINDS)), account=st.sampled_from([CLERK, SECOND_OFFICER]))
    def register(self, kind: str, account: str) -> None:
        self.calls += 1
        answers = KINDS[kind] | {"summary": f"Telepon yang ke-{self.calls}.", register.NOT_A_DUPLICATE: True}
        given = {name: answer for name, answer in answers.items() if answer != ""}
        verb = sorted(beside.ASKED_AT_ONCE)[self.calls % 3]
        left_out = beside.ASKED_AT_ONCE[verb][-1]
        before = self.everything()
        with pytest.raises(InvalidAnswers):
            perform(
                register.register_call,
                self.session(account),
                "",
                {k: v for k, v in given.items() if k != left_out},
            )
        assert self.everything() == before, f"a call was refused without {left_out} and changed something"
        perform(register.register_call, self.session(account), "", given)
        self.made.update(list(beside.ASKED_AT_ONCE))
        self.holds()

    def attempt(self, verb: str, case: str, account: str, lacks: str) -> None:
        """Try a move; it is made as the table says, or nothing has changed. Not all cases are divided."""
        if verb == "divide" and len(self.known()) > MOST:
            return
        lacks = truth.lacks_for_draft(case) if lacks == "no_gaps" else lacks
        before, acts = self.everything(), truth.acts(case)
        state, session = cases.get(case).state, self.session(account)
        error = self.refusal(verb, case, session, lacks)
        if error is not None:
            self.why = error.code
            self.refused[self.why] += 1
            is_same = verb in truth.LAY_IN_FIRST or self.everything() == before
            assert is_same, f"{verb} was refused ({error.code}) and changed something"
            return
        new = [act for act in truth.acts(case)[len(acts) :] if act.verb in BY_VERB]
        verbs = [act.verb for act in new]
        where = f"{verb} of a case {state} by {account}, without {lacks or 'nothing'}: {verbs}"
        assert not lacks or verb in truth.NOT_REFUSED, f"accepted: {where}"
        self.made.update(dict.fromkeys(verbs or [verb], 1))
        if verb in beside.LOOKS:
            truth.need_may(BY_VERB[verb], state, session.actor.roles, where)
            assert self.everything() == before, f"something changed: {where}"
            last = tables(self.bureau, "AccessRow")["AccessRow"][-1]
            assert beside.LOOKS[verb] in last, f"not in the access log: {where}"
            return
        for act in new:
            truth.need_right(act, BY_VERB[act.verb], state, account, session.actor.roles, where)
            state = truth.after(state, act, case)
        assert cases.get(case).state is state, (
            f"no act of the history leads to {cases.get(case).state}: {where}"
        )
        assert truth.is_told(verb, verbs), f"nothing in the history: {where}"
        self.holds()

    @precondition(lambda self: bool(self.known()))
    @rule(
        verb=st.sampled_from(sorted(DOORS)),
        pick=st.integers(0, 9),
        account=st.sampled_from(ACCOUNTS),
        lack=st.integers(0, 3),
    )
    def try_anything(self, verb: str, pick: int, account: str, lack: int) -> None:
        lacking = ("", *LACKING.get(verb, ()))
        self.attempt(verb, (known := self.known())[pick % len(known)], account, lacking[lack % len(lacking)])

    @precondition(lambda self: bool(self.known()))
    @rule(pick=st.integers(0, 9), steps=st.integers(1, 7))
    def go_on(self, pick: int, steps: int) -> None:
        """Take a case the straight way on, by those whose steps they are; nothing but other papers may stand in it."""
        case = (known := self.known())[pick % len(known)]
        for _ in range(steps):
            early, by, lacks = truth.too_early(case)
            if early:
                self.attempt(early, case, by, lacks)
            verb, account = truth.way_on(case)
            if not verb:
                return
            before = sum(self.refused.values())
            self.attempt(verb, case, account, "")
            if sum(self.refused.values()) > before:
                assert self.why in truth.IN_THE_WAY, f"{verb} of {case} was refused: {self.why}"
                return

    def holds(self) -> None:
        """Look at all that must hold whatever was done."""
        self.standing = {}
        for case in self.known():
            truth.need_order(case)
            truth.need_versions(case)
            beside.need_told(case)
        truth.need_numbers(letters.numbered(), is_own=not self.is_secretariat())

    def is_secretariat(self) -> bool:
        """Tell whether the secretariat gives the numbers here."""
        return bool(self.bureau.settings["nomor.penomoran"] == "sekretariat")


def _rule(move: Move) -> Any:
    """Return the rule of a move: by somebody who may, in a state from which it may be made, nothing left out."""
    able = [account for account in ACCOUNTS if not truth.ROLES[account].isdisjoint(move.roles)]
    sources = sorted(move.sources)

    def make(self: Procedure, pick: int, account: str) -> None:
        numbers = self.known(*sources)
        lacks = truth.lacks_for_draft(numbers[pick % len(numbers)]) if move.verb == "draft" else ""
        self.attempt(move.verb, numbers[pick % len(numbers)], account, lacks)

    make.__name__ = f"make_{move.verb}"
    ruled = rule(pick=st.integers(0, 9), account=st.sampled_from(able))(make)
    return precondition(lambda self: bool(self.known(*sources)))(ruled)


def insistent(verb: str) -> Any:
    """Return a rule that tries one move several times in succession, with each thing left out in turn, then whole."""
    move, lacking = BY_VERB[verb], (*LACKING.get(verb, ()), "")
    able = [account for account in ACCOUNTS if not truth.ROLES[account].isdisjoint(move.roles)]

    def insist(self: Procedure, pick: int, account: str, times: int) -> None:
        case = (known := self.known(*sorted(move.sources)))[pick % len(known)]
        for time in range(times):
            if cases.get(case).state in move.sources:
                self.attempt(verb, case, account, lacking[time % len(lacking)])

    ruled = rule(pick=st.integers(0, 9), account=st.sampled_from(able), times=st.integers(2, 5))(insist)
    return precondition(lambda self: bool(self.known(*sorted(move.sources))))(ruled)


for _move in MOVES:
    if _move.verb in DOORS and _move.verb not in BY_THEMSELVES:
        setattr(Procedure, f"make_{_move.verb}", _rule(_move))
