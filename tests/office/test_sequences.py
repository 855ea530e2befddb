"""Seeded sequences of acts of all phases by everybody, refused ones too: what they leave is what it was when recorded.

A seed gives the same acts each time. What is told of them (answers, states, each archived version, the entries of the
register) has nothing in it that chance, the clock or a key decides: ``tests/sequences/``, one file a seed.
``pytest tests/office/test_sequences.py --record-golden`` records them anew.
"""

import difflib
import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest

from pipeline.cases.states import BY_VERB
from pipeline.intake.reader import Reader
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.office.base import dossier
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.records import boot, cases, entries
from pipeline.register.payload import make_payload
from tests import golden
from tests.office import procedure_truth as truth
from tests.office.act_calls import CASE_ACTS
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, USER, Bureau, copied
from tests.office.procedure_doors import DOORS, LACKING, SECOND_OFFICER
from tests.office.procedure_driver import ACCOUNTS, KINDS, Driver
from tests.office.test_procedure_machine import a_move_without_history

pytestmark = pytest.mark.usefixtures("on_file", "in_folder")
FOLDER = golden.FOLDER / "sequences"
SEEDS = {1: 40, **dict.fromkeys(range(2, 9), 80)}
"""Each seed, and how many acts it makes; the first is short enough for every run."""
MOST = 3
BESIDE = tuple(sorted(act for act in CASE_ACTS if act not in DOORS and not act.endswith("_copy")))
"""Acts that are no moves; a copy for the victim is left out, since it is read within walls."""
_BARE = (' "<moment>"', ' "<digest>"')
_LEFT_OUT = ("size", "salt", "history_head", "schema")
_LED = ("merge", "unmerge", "void")
"""What the second case is led through first, in every fourth sequence."""
_OFTEN = (CHAIR, CHAIR, CHAIR, CLERK, CLERK, OFFICER, SECOND_OFFICER, ARCHIVIST)
_CHANCE = (
    (re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+\d\d:\d\d)"), "<moment>"),
    (re.compile(r"\b[0-9A-HJKMNP-TV-Z]{26}\b"), "<id>"),
    (re.compile(r"(P2:[\w:-]+:)[0-9A-Z]{10}\b"), r"\1<code>"),
    (re.compile(r"\b[0-9a-f]{32,128}\b"), "<digest>"),
    (re.compile(rf'"operator":"{re.escape(USER)}"'), '"operator":"<user>"'),
)


def plain(text: str) -> str:
    """Return ``text`` without what is another one each time."""
    for pattern, word in _CHANCE:
        text = pattern.sub(word, text)
    return golden.formerly(text)


def answer(call: Callable[[], object]) -> str:
    """Return whether an act was done, or the code of the refusal."""
    try:
        call()
    except Refusal as error:
        return error.code
    return "done"


def step(m: Driver, chance: Random, made: set[str]) -> str:
    """Take one step: a call comes in, a case goes its way on, or anybody tries anything, most what was not ``made`` yet."""
    m.standing = {}
    known = m.known()
    if not known or (len(known) < MOST and chance.random() < 0.12):
        kind, account = chance.choice(sorted(KINDS)), chance.choice((CLERK, SECOND_OFFICER))
        m.calls += 1
        answers = KINDS[kind] | {"summary": f"Telepon {m.calls}.", register.NOT_A_DUPLICATE: True}
        call = {name: value for name, value in answers.items() if value != ""}
        return f"{account} register, {kind}: {answer(lambda: perform(register.register_call, m.session(account), '', call).case)}"
    case, lot, account, lacks = chance.choice(known), chance.random(), chance.choice((*ACCOUNTS, *_OFTEN)), ""
    led = next((act for act in _LED if act not in made), "")
    if led and len(known) == 2 and lot < 0.4:
        act, account, case = led, CHAIR, known[1]
    elif lot < 0.4 + 0.2 * bool(led):
        act, able = truth.way_on(case)
        act, account = act or "show", able or account
    elif lot < 0.85:
        act = chance.choice(sorted(set(DOORS) - made) or sorted(DOORS))
        lacks = chance.choice(("", "", *LACKING.get(act, ())))
        if chance.random() < 0.7:  # by somebody who may, where it may be
            account = chance.choice([user for user in ACCOUNTS if truth.ROLES[user] & BY_VERB[act].roles])
            case = chance.choice(m.known(*sorted(BY_VERB[act].sources)) or known)
    else:
        act = chance.choice(BESIDE)
    session = m.session(account)
    result = answer(
        lambda: DOORS[act](m, case, session, lacks) if act in DOORS else CASE_ACTS[act](m, case, session)
    )
    made |= {act} if result == "done" else set()
    m.session(CLERK)
    return f"{account} {act} {case}{lacks and f' without {lacks}'}: {result}, {cases.get(case).state.value}"


def told_of(kasus: dict[str, Any]) -> dict[str, Any]:
    """Return what a version holds: of the columns of the register the newest, the arrivals not in the order of their ids."""
    kasus["arrivals"].sort(key=lambda arrival: (arrival["name"], arrival["agenda"] or ""))
    columns = [payload["columns"] for payload in kasus.pop("payloads") if any(payload["columns"].values())]
    return kasus | {"register": columns[-1]}


def filled(value: Any) -> Any:
    """Return ``value`` without what is empty in it, and without sizes and salts."""
    if isinstance(value, dict):
        kept = {name: filled(part) for name, part in value.items() if name not in _LEFT_OUT}
        return {name: part for name, part in kept.items() if part not in ("", None, [], {})}
    return [filled(part) for part in value] if isinstance(value, list) else value


def leaves(value: Any, path: str = "") -> Iterator[str]:
    """Yield a line for each value below ``value``; an act of the history is told as a whole."""
    is_parted = isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict))
    if is_parted and not path.startswith(".history."):
        for name, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(part, f"{path}.{name}")
    else:
        yield f"{path} {_json(value)}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def left(m: Driver) -> Iterator[str]:
    """Yield what is left: the register, and of each case what every version has and has lost since the one before.

    The first version is compared with that of the case before it.
    """
    for item in entries.after(0):
        yield f"entry {item.n} {item.kind} {item.case} v{item.version} {item.register_number} {item.actor}"
    begun: list[str] = []
    for case in cases.numbers():
        known = cases.get(case)
        versions = [
            json.loads(m.bureau.held.text(f"2026/{case}/v{n}/content/kasus.json"))
            for n in range(1, cases.archived(case) + 1)
        ]
        versions.append(dossier.dossier(known, "now", make_payload({}), [], []))
        before = begun
        for n, kasus in enumerate(versions, 1):
            lines = [plain(line) for line in leaves(filled(told_of(kasus)))]
            lines = [line for line in lines if not line.endswith(_BARE)]
            yield f"{case} v{n}" if n < len(versions) else f"{case} now"
            yield from (f"  +{line}" for line in lines if line not in before)
            yield from (
                f"  -{line.partition(' ')[0]}"
                for line in before
                if not any(row.startswith(line.partition(" ")[0] + " ") for row in lines)
            )
            before, begun = lines, lines if n == 1 else begun


def done(path: Path) -> set[str]:
    """Return the acts that were done in what was recorded of a seed."""
    lines = path.read_text("utf-8").splitlines()
    return {match[1] for line in lines if (match := re.match(r"[ \d]\d \S+ (\w+) .*: done, ", line))}


def test_every_move_of_the_procedure_is_made_in_some_sequence() -> None:
    assert set(DOORS) <= set().union(*map(done, FOLDER.glob("*.txt")))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_sequence_leaves_what_it_left(
    stage: Callable[[str], Path],
    tmp_path: Path,
    office_reader: Reader,
    office_clock: None,
    seed: int,
    pytestconfig: pytest.Config,
) -> None:
    lines = sequence(Driver(Bureau(copied(stage("new"), tmp_path / "rumah"), office_reader)), seed)
    path = FOLDER / f"{seed}.txt"
    if pytestconfig.getoption(golden.OPTION):
        path.write_text("\n".join(lines) + "\n", "utf-8")
    before = path.read_text("utf-8").splitlines()
    assert list(difflib.unified_diff(before, lines, "recorded", "now", n=1, lineterm="")) == []


def sequence(m: Driver, seed: int) -> list[str]:
    """Run the sequence of a seed, each act a minute after the one before; returns what is told of it."""
    chance, made, lines = Random(seed), set(_LED if seed % 4 else ()), list[str]()
    with m.held:
        m.open(is_secretariat=seed % 2 == 0)
        for n in range(SEEDS[seed]):
            with slowly(60 * n):
                lines.append(plain(f"{n:2} {step(m, chance, made)}"))
        lines += map(plain, left(m))
    boot.close()
    return lines


@contextmanager
def slowly(since: int) -> Iterator[None]:
    """Let it be ``since`` seconds after the clock began, and hardly later however long it takes."""
    began = time.monotonic()
    slow = SimpleNamespace(monotonic=lambda: clock._STARTED + since + (time.monotonic() - began) / 100)
    with patch.object(clock, "time", slow):
        yield


def test_an_act_that_leaves_no_history_is_told(
    stage: Callable[[str], Path], tmp_path: Path, office_reader: Reader, office_clock: None
) -> None:
    with a_move_without_history():
        lines = sequence(Driver(Bureau(copied(stage("new"), tmp_path / "rumah"), office_reader)), 1)
    gone = set((FOLDER / "1.txt").read_text("utf-8").splitlines()) - set(lines)
    assert any('"verb":"assign"' in line for line in gone)
