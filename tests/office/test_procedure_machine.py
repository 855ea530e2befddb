"""The procedure in any order, on both databases; and its machine notices what is planted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from pipeline.cases.states import BY_VERB, State
from pipeline.intake.reader import Reader
from pipeline.office import assign, close, draft
from pipeline.records import boot, cases, history
from tests.office.bureau import CHAIR, CLERK, OFFICER, USER
from tests.office.procedure_doors import BY_THEMSELVES, DOORS, ELSEWHERE, LACKING, WITHOUT_LACK
from tests.office.procedure_machine import Procedure

Stage = Callable[[str], Path]
CORE = {
    "vet",
    "assign",
    "clarify",
    "draft",
    "approve",
    "sign",
    "file",
    "deliver",
    "close",
    "close_unanswered",
    "reassign",
}
MORE = CORE | {"ask", "attempt", "dispatch", "simfoni", "void_letter", "return", "number", "add_letter"}
SIZES = [
    pytest.param((10, 40), "file", CORE, marks=pytest.mark.slow),
    pytest.param((40, 60), "file", MORE, marks=pytest.mark.deep),
    pytest.param((20, 60), "server", CORE, marks=pytest.mark.deep),
]


def machine(stage: Stage, reader: Reader, server: object = None) -> type[Procedure]:
    """Return the machine over a copy of a new office."""
    return type("Here", (Procedure,), {
        "source": stage("new"), "reader": reader, "server": server, "user": USER, "made": Counter(),
        "refused": Counter(),
    })  # fmt: skip


def run(here: type[Procedure], size: tuple[int, int]) -> None:
    """Run the machine: the same steps each time."""
    run_state_machine_as_test(
        here,
        settings=settings(
            max_examples=size[0],
            stateful_step_count=size[1],
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_move_of_the_table_has_a_door_or_a_reason() -> None:
    walked = set(DOORS) | set(BY_THEMSELVES)
    assert walked | set(ELSEWHERE) == set(BY_VERB)
    assert not walked & set(ELSEWHERE)


def test_every_requirement_of_the_table_is_left_out_somewhere() -> None:
    required = {verb: set(BY_VERB[verb].requires) for verb in DOORS}
    left_out = {verb: set(LACKING.get(verb, ())) for verb in DOORS}
    missing = {verb: one - left_out[verb] for verb, one in required.items() if one - left_out[verb]}
    assert set(missing) == set(WITHOUT_LACK), missing


@pytest.mark.parametrize(("size", "where", "wanted"), SIZES)
def test_nothing_illegal_is_accepted_and_nothing_required_is_skipped(
    stage: Stage,
    office_reader: Reader,
    office_clock: None,
    request: pytest.FixtureRequest,
    size: tuple[int, int],
    where: str,
    wanted: set[str],
) -> None:
    server = request.getfixturevalue("postgresql") if where == "server" else None
    here = machine(stage, office_reader, server)
    run(here, size)
    assert not wanted - set(here.made), sorted(here.made.items())
    assert len(here.refused) > 5, sorted(here.refused.items())


STRAIGHT = (
    ("add_letter", CLERK), ("vet", CHAIR), ("assign", CHAIR), ("reassign", CHAIR), ("clarify", OFFICER), ("draft", OFFICER),
    ("redraft", OFFICER), ("return", CHAIR), ("draft", OFFICER), ("approve", CHAIR), ("void_letter", CHAIR),
    ("draft", OFFICER), ("approve", CHAIR), ("recontact", CLERK), ("draft", OFFICER), ("approve", CHAIR), ("sign", CLERK),
    ("dispatch", CLERK), ("attempt", CLERK), ("undeliverable", CLERK), ("answer_again", CLERK), ("draft", OFFICER),
    ("approve", CHAIR), ("sign", CLERK), ("deliver", CLERK), ("simfoni", CLERK), ("close", OFFICER), ("reopen", CHAIR),
    ("close_unanswered", CHAIR),
)  # fmt: skip
"""One case through nearly every door, by those whose steps they are."""


@pytest.mark.slow
def test_every_door_on_the_straight_way_opens(
    stage: Stage, office_reader: Reader, office_clock: None
) -> None:
    office = machine(stage, office_reader)()
    office.open_the_office(secretariat=False)
    office.register(kind="answerable", account=CLERK)
    for verb, account in STRAIGHT:
        office.attempt(verb, "2026-0001", account, "")
        assert not office.refused, f"{verb}: {office.why}"
    assert cases.get("2026-0001").state is State.CLOSED
    office.teardown()


@contextmanager
def gaps_are_not_asked() -> Iterator[None]:
    """A bug: a draft goes to the chair though something required is open."""
    with patch.object(draft, "need_no_gaps", lambda *_: None):
        yield


@contextmanager
def a_move_without_history() -> Iterator[None]:
    """A bug: the officer is named, and nothing is written down."""
    silent = SimpleNamespace(**vars(history) | {"note": lambda *_, **__: None})
    with patch.object(assign, "history", silent):
        yield


@contextmanager
def closed_over_an_answer() -> Iterator[None]:
    """A bug: a case is closed over an answer that was never delivered."""
    with patch.object(close, "missing", lambda *_: ()):
        yield


@pytest.mark.slow
@pytest.mark.parametrize(
    ("bug", "told", "size"),
    [
        (gaps_are_not_asked, "without no_gaps", (8, 30)),
        (a_move_without_history, "nothing in the history|no act of the history", (5, 30)),
        (closed_over_an_answer, "undelivered", (8, 30)),
    ],
)
def test_a_planted_bug_is_noticed(
    stage: Stage,
    office_reader: Reader,
    office_clock: None,
    bug: Callable[[], AbstractContextManager[None]],
    told: str,
    size: tuple[int, int],
) -> None:
    with bug(), pytest.raises(AssertionError, match=told):
        run(machine(stage, office_reader), size)
    boot.close()
