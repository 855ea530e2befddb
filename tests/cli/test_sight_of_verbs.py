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
KNOWN = tuple(one for one in ABOUT_A_CASE if one.verb in BY_NAME)
PARTS = 3
READING = tuple(one for one in (*KNOWN, *LISTS) if one.stage)


def test_every_verb_is_said_to_be_about_a_case_or_not() -> None:
    said = {one.verb for one in (*ABOUT_A_CASE, *LISTS)} | NO_CASE
    assert sorted(set(BY_NAME) - said) == []


def words_of(one: Called, places: dict[str, str], room: Path) -> list[str]:
    empty = room / "kosong.json"
    empty.write_text("{}", "utf-8")
    to = room / "keluar"
    to.mkdir(exist_ok=True)
    filled = places | {"empty": str(empty), "to": str(to)}
    return [one.verb, *(word.format(**filled) for word in one.words)]


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
    for one in KNOWN[part::PARTS]:
        if shut is _restrict and one.account in (CHAIR, ARCHIVIST):
            continue
        there = run(office, one.account, *words_of(one, own, tmp_path), given=one.typed)
        missing = run(office, one.account, *words_of(one, other, tmp_path), given=one.typed)
        if there != _renamed(missing, own) or there[0] not in (Exit.NOT_FOUND, ELSE.get(one.verb)):
            wrong.append((one.verb, one.words, there, missing))
    assert wrong == []
    assert tables(office, "CaseRow", "HistoryRow", "LetterRow", "SheetRow", "ArrivalRow") == before


def _renamed(told: tuple[int, str, str], own: dict[str, str]) -> tuple[int, str, str]:
    """Return an answer about the missing numbers as it would be about ``own``, longest numbers first."""
    status, out, err = told
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
    for one in LISTS:
        if shut is _restrict and one.account in (CHAIR, ARCHIVIST):
            continue
        status, out, err = run(office, one.account, *words_of(one, {}, tmp_path), given=one.typed)
        assert status == Exit.OK, (one, err)
        assert not [number for number in numbers if number in out], (one, out)
    assert SECOND in run(office, CLERK, "todo")[1]


@pytest.mark.parametrize("at", sorted({one.stage for one in READING}))
def test_every_verb_that_reads_writes_the_access_log(
    at_stage: Callable[[str], Bureau], run: Run, tmp_path: Path, at: str
) -> None:
    office, unlogged = at_stage(at), []
    places = places_of(office)
    for one in (each for each in READING if each.stage == at):
        before = logged(office)
        status, _, err = run(office, one.account, *words_of(one, places, tmp_path), given=one.typed)
        assert status == Exit.OK, (one, err)
        if not [row for row in logged(office)[len(before) :] if one.account in row]:
            unlogged.append(one)
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
        for one in (*KNOWN, *LISTS):
            status, out, err = run(office, account, *words_of(one, places, tmp_path), given=one.typed)
            if (one.verb, account) in MAY:
                assert FIRST not in out or one.verb == "verify", one
                assert name not in out + err
            elif status != Exit.NO_RIGHT or out:
                let.append((account, one.verb, one.words, status, err))
    assert let == []


ELSE = {"hand-over": Exit.NOT_FOUND, "merge-case": Exit.REFUSED}
"""What a verb answers to a case that is missing, where that is not "not found"."""
MAY = {("verify", ADMIN), ("recap", OVERSEER)}
"""What touches every case without showing one: bytes and digests; counts."""
