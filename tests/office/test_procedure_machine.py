"""The procedure in any order, on both databases; and its machine notices what is planted."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest

from pipeline.cases.case import Case
from pipeline.cases.states import BY_VERB
from pipeline.intake.reader import Reader
from pipeline.office.answer import draft
from pipeline.office.arrivals import edits
from pipeline.office.cases import inform, transcribe
from pipeline.office.delivery import close, divide
from pipeline.office.engine import perform
from pipeline.office.engine.declare import Filing
from pipeline.records import boot, history
from pipeline.records.history import Act
from tests.office.machine_rooms import run
from tests.office.procedure_doors import BY_THEMSELVES, DOORS, ELSEWHERE
from tests.office.procedure_machine import Procedure, insistent

pytestmark = pytest.mark.usefixtures("on_file", "in_folder")  # its rooms say where its homes lie

Stage = Callable[[str], Path]
CORE = {
    "vet",
    "assign",
    "clarify",
    "identify",
    "draft",
    "approve",
    "sign",
    "file",
    "deliver",
    "close",
    "close_unanswered",
    "reassign",
}
MORE = CORE | {"inform", "study", "take_edited", "report", "divide", "void", "explore", "explain", "advise"}
MORE |= {"ask", "dispatch", "simfoni", "void_letter", "return", "number", "add_letter"}
SIZES = [
    ((10, 40), "file", CORE),
    ((60, 60), "file", MORE),
    ((20, 60), "server", CORE),
]


def machine(stage: Stage, reader: Reader, server: object = None, **more: object) -> type[Procedure]:
    """Return the machine over a copy of a new office; ``more`` are further rules."""
    return type("Here", (Procedure,), {
        "source": stage("new"), "reader": reader, "server": server, "made": Counter(),
        "refused": Counter(), **more,
    })  # fmt: skip


def test_every_move_of_the_table_has_a_door_or_a_reason() -> None:
    walked = set(DOORS) | set(BY_THEMSELVES)
    assert walked | set(ELSEWHERE) == set(BY_VERB)
    assert not walked & set(ELSEWHERE)


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


@contextmanager
def gaps_are_not_asked() -> Iterator[None]:
    """A bug: a draft goes to the chair though something required is open."""
    with patch.object(draft, "gaps_left", lambda *_: None):
        yield


@contextmanager
def a_move_without_history() -> Iterator[None]:
    """A bug: the officer is named, and nothing is written down."""

    def restore(events: Sequence[Act]) -> None:
        if rest := [event for event in events if event.verb != "assign"]:
            history.append(rest)

    with patch.object(perform, "history", SimpleNamespace(**vars(history) | {"append": restore})):
        yield


@contextmanager
def closed_over_an_answer() -> Iterator[None]:
    """A bug: a case is closed over an answer that was never delivered."""
    with patch.object(close, "missing", lambda *_: ()):
        yield


@contextmanager
def an_older_edit_is_taken() -> Iterator[None]:
    """A bug: the chair takes an edit that was made before the newest revision, whose changes are lost unseen."""
    with patch.object(edits, "_outdated", lambda *_: ()):
        yield


@contextmanager
def she_is_not_left_alone() -> Iterator[None]:
    """A bug: the victim is reached although she wanted no more contact."""
    with patch.object(inform, "wants_none", lambda *_: False):
        yield


@contextmanager
def studied_over() -> Iterator[None]:
    """A bug: what is studied takes the place of what was studied before."""

    def last_alone(case: Case, **changed: Any) -> Case:
        return replace(case, **changed | {"renderings": changed["renderings"][-1:]})

    with patch.object(transcribe, "replace", last_alone):
        yield


@contextmanager
def divided_without_its_document() -> Iterator[None]:
    """A bug: the new part of a divided case holds nothing."""
    with patch.object(divide, "Filing", lambda kind, message, scans: Filing(kind, message)):
        yield


PLANTED = [
    (gaps_are_not_asked, "", "without no_gaps"),
    (a_move_without_history, "assign", "nothing in the history|no act of the history"),
    (closed_over_an_answer, "close", "undelivered"),
    (an_older_edit_is_taken, "take_edited", "without newest"),
    (she_is_not_left_alone, "inform", "reached although|without safe_contact"),
    (studied_over, "study", "times studied"),
    (divided_without_its_document, "divide", "lacks a document"),
]


def test_nothing_is_noticed_where_nothing_is_planted(
    stage: Stage, office_reader: Reader, office_clock: None
) -> None:
    """What the machine tells of a planted bug is not what its insisting tells of the product as it is."""
    insisting = {f"insist_on_{verb}": insistent(verb) for _, verb, _ in PLANTED if verb}
    run(machine(stage, office_reader, **insisting), (10, 40))
    boot.close()


@pytest.mark.parametrize(("bug", "verb", "told"), PLANTED)
def test_a_planted_bug_is_noticed(
    stage: Stage,
    office_reader: Reader,
    office_clock: None,
    bug: Callable[[], AbstractContextManager[None]],
    verb: str,
    told: str,
) -> None:
    """The machine insists on the act that is broken, which it would meet by chance in many more steps."""
    with bug(), pytest.raises(AssertionError, match=told):
        run(machine(stage, office_reader, **({"insist": insistent(verb)} if verb else {})), (20, 40))
    boot.close()
