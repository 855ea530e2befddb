"""Generated from the verbs: a blocked case is a missing one, every look is logged, and no admin sees a case."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel.text import Exit
from pipeline.kernel.verbs import BY_NAME
from pipeline.records import cases
from tests.cli.called import ABOUT_A_CASE, LISTS, NO_CASE, Called
from tests.cli.conftest import Run
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER, Bureau, one_page, tables
from tests.office.stages import FIRST, SECOND

MISSING = {"case": "2026-0999", "letter": "2026-0999-1", "agenda": "A-2026-0999", "sheet": "D-2026-0999-1"}
KNOWN = tuple(usage for usage in ABOUT_A_CASE if usage.verb in BY_NAME)
PARTS = 3
READING = tuple(call for call in (*KNOWN, *LISTS) if call.stage)


def test_every_verb_is_said_to_be_about_a_case_or_not() -> None:
    verbs = {call.verb for call in (*ABOUT_A_CASE, *LISTS)} | NO_CASE
    assert sorted(set(BY_NAME) - verbs) == []


def words_of(call: Called, places: dict[str, str], room: Path) -> list[str]:
    empty = room / "kosong.json"
    empty.write_text("{}", "utf-8")
    to = room / "keluar"
    to.mkdir(exist_ok=True)
    filled = places | {"empty": str(empty), "to": str(to)}
    return [call.verb, *(word.format(**filled) for word in call.words)]


def places_of(office: Bureau) -> dict[str, str]:
    """Return the numbers of the first case and of what belongs to it, and a letter that waits."""
    office.session()
    return {
        "case": FIRST,
        "letter": f"{FIRST}-1",
        "agenda": cases.get(FIRST).agenda[0],
        "sheet": f"D-{FIRST}-1",
    }


def _block(office: Bureau) -> None:
    for account in (CLERK, OFFICER, ARCHIVIST, CHAIR):
        office.block(FIRST, account)


def _restrict(office: Bureau) -> None:
    office.restrict(FIRST)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("shut", [_block, _restrict])
def test_for_whoever_may_not_see_it_each_verb_answers_as_for_a_case_that_is_missing(
    at_stage: Callable[[str], Bureau], run: Run, tmp_path: Path, shut: Callable[[Bureau], None], part: int
) -> None:
    office = at_stage("approved")
    office.receive(one_page("menunggu"))
    assert run(office, CLERK, "print-sheet", FIRST, "disposisi", "--to", str(tmp_path))[0] == Exit.OK
    shut(office)
    own, wrong = places_of(office) | {"waiting": "A-2026-0003"}, []
    other = own | MISSING
    before = tables(office, "CaseRow", "HistoryRow", "LetterRow", "SheetRow", "ArrivalRow")
    for call in KNOWN[part::PARTS]:
        if shut is _restrict and call.account in (CHAIR, ARCHIVIST):
            continue
        there = run(office, call.account, *words_of(call, own, tmp_path), given=call.typed)
        missing = run(office, call.account, *words_of(call, other, tmp_path), given=call.typed)
        if there != _renamed(missing, own) or there[0] not in (Exit.NOT_FOUND, ELSE.get(call.verb)):
            wrong.append((call.verb, call.words, there, missing))
    assert wrong == []
    assert tables(office, "CaseRow", "HistoryRow", "LetterRow", "SheetRow", "ArrivalRow") == before


def _renamed(answer: tuple[int, str, str], own: dict[str, str]) -> tuple[int, str, str]:
    """Return an answer about the missing numbers as it would be about ``own``, longest numbers first."""
    status, out, err = answer
    for name in ("letter", "sheet", "agenda", "case"):
        out, err = out.replace(MISSING[name], own[name]), err.replace(MISSING[name], own[name])
    return status, out, err


@pytest.mark.parametrize("shut", [_block, _restrict])
def test_no_list_and_no_book_names_a_case_to_whoever_may_not_see_it(
    at_stage: Callable[[str], Bureau], run: Run, tmp_path: Path, shut: Callable[[Bureau], None]
) -> None:
    office = at_stage("approved")
    numbers = [FIRST, cases.get(FIRST).register_number] if office.session() else []
    shut(office)
    for call in LISTS:
        if shut is _restrict and call.account in (CHAIR, ARCHIVIST):
            continue
        status, out, err = run(office, call.account, *words_of(call, {}, tmp_path), given=call.typed)
        assert status == Exit.OK, (call, err)
        assert not [number for number in numbers if number in out], (call, out)
    assert SECOND in run(office, CLERK, "todo")[1]


@pytest.mark.parametrize("at", sorted({call.stage for call in READING}))
def test_every_verb_that_reads_writes_the_access_log(
    at_stage: Callable[[str], Bureau], run: Run, tmp_path: Path, at: str
) -> None:
    office, unlogged = at_stage(at), []
    places = places_of(office)
    for call in (usage for usage in READING if usage.stage == at):
        before = logged(office)
        status, _, err = run(office, call.account, *words_of(call, places, tmp_path), given=call.typed)
        assert status == Exit.OK, (call, err)
        if not [row for row in logged(office)[len(before) :] if call.account in row]:
            unlogged.append(call)
    assert unlogged == []


def logged(office: Bureau) -> list[Any]:
    """Return what is written down of looks, and of prints, which are events."""
    rows = tables(office, "AccessRow", "HistoryRow")
    events = [row for row in rows["HistoryRow"] if "print" in row or "sheet" in row]
    return [*events, *rows["AccessRow"]]


def test_admin_and_overseer_are_refused_by_every_verb_about_a_case(
    at_stage: Callable[[str], Bureau], run: Run, tmp_path: Path
) -> None:
    office, let = at_stage("approved"), []
    office.receive(one_page("menunggu"))
    places = places_of(office) | {"waiting": "A-2026-0003"}
    name = str(cases.get(FIRST).values["reported_name"])
    for account in (ADMIN, OVERSEER):
        for call in (*KNOWN, *LISTS):
            status, out, err = run(office, account, *words_of(call, places, tmp_path), given=call.typed)
            if (call.verb, account) in MAY:
                assert FIRST not in out or call.verb == "verify", call
                assert name not in out + err
            elif status != Exit.NO_RIGHT or out:
                let.append((account, call.verb, call.words, status, err))
    assert let == []


ELSE = {"hand-over": Exit.NOT_FOUND, "merge-case": Exit.REFUSED}
"""What a verb answers to a case that is missing, where that is not "not found"."""
MAY = {("verify", ADMIN), ("recap", OVERSEER)}
"""What touches every case without showing one: bytes and digests; counts."""
