"""Step 11: the chair approves what she has read, and drafts of one case are written one after the other."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from pipeline.kernel import clock
from pipeline.kernel.errors import Stale
from pipeline.office.answer import approval, clarify, print_out
from pipeline.office.answer.void_letter import void_letter
from pipeline.office.engine.perform import perform
from pipeline.office.letters import letter_files
from pipeline.records import letters
from pipeline.records.letters import LetterState
from pipeline.records.sheets import Sheet, SheetKind
from tests.office import decided, printouts
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

LETTER = f"{FIRST}-1"


def refused(step: Callable[[], object], read: int, now: int) -> None:
    with pytest.raises(Stale) as refusal:
        step()
    assert (refusal.value.fields["read"], refusal.value.fields["now"]) == (read, now)
    assert letters.get(LETTER).state == LetterState.DRAFTED
    assert letters.get(LETTER).number is None


def test_a_sheet_approves_the_revision_that_it_was_printed_for_and_no_other(drafted: Bureau) -> None:
    sheet = Sheet(
        id=f"D-{FIRST}-1",
        case=FIRST,
        kind=SheetKind.REVIEW,
        code="",
        key_id="",
        digest="",
        made_at=clock.now(),
        made_by=CLERK,
        letter=LETTER,
        revision=1,
    )
    drafted.draft(FIRST)
    session = replace(drafted.session(CLERK), sheet=sheet)
    refused(
        lambda: perform(approval.approve_letter, session, FIRST, {approval.REVISION: 1}, LETTER),
        read=1,
        now=2,
    )


def test_the_file_of_a_draft_is_written_while_nobody_else_writes(
    at_stage: Callable[[str], Bureau], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("drafted")
    session, alone = office.session(OFFICER), []
    put = letter_files.put

    def watched(*args: Any) -> None:
        alone.append(connection.in_atomic_block)
        put(*args)

    monkeypatch.setattr(letter_files, "put", watched)
    office.draft(FIRST)
    decided.send_back(office.session(CHAIR), SECOND, "salah")
    decided.ask(session, SECOND, {"questions": "waktu yang cocok untuk bertemu"})
    assert alone == [True, True]


def _meanwhile(monkeypatch: pytest.MonkeyPatch, done: Callable[[], object]) -> None:
    """Let ``done`` happen once, while a print is being made ready."""
    real = print_out.approved

    def between(*args: Any) -> bytes:
        monkeypatch.setattr(print_out, "approved", real)
        done()
        return real(*args)

    monkeypatch.setattr(print_out, "approved", between)


def test_of_two_clerks_who_print_at_once_one_prints_the_first_copies(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk, folder = approved.session(CLERK), approved.home / "var" / "cetak"
    _meanwhile(monkeypatch, lambda: printouts.letter(approved.session(CLERK), FIRST, folder))
    with refused_with("office.printed_already"):
        printouts.letter(clerk, FIRST, approved.home / "var" / "lain")
    assert [copy.printed for copy in letters.copies(LETTER)] == [1, 1]
    assert not (approved.home / "var" / "lain").exists(), "what is not counted does not go out"


def _voided(office: Bureau) -> None:
    perform(void_letter, office.session(CHAIR), FIRST, {"reason": "keliru"}, LETTER)


def _returned(office: Bureau) -> None:
    decided.send_back(office.session(CHAIR), FIRST, "keliru")


def _moved(office: Bureau) -> None:
    moved = {"clarified_day": "2026-11-24", "clarified_way": "telepon", "sender_address": "Jalan Baru No. 7"}
    perform(clarify.record_clarification, office.session(OFFICER), FIRST, moved)


@pytest.mark.parametrize(
    ("meanwhile", "code"),
    [(_voided, "office.no_letter"), (_returned, "office.no_letter"), (_moved, "office.set_back")],
)
def test_what_was_taken_back_while_it_was_made_ready_is_not_printed(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[Bureau], None], code: str
) -> None:
    _meanwhile(monkeypatch, lambda: meanwhile(approved))
    with refused_with(code):
        perform(print_out.print_letter, approved.session(CLERK), FIRST, {})
    assert [copy.printed for copy in letters.copies(LETTER, 1)] == [0, 0]
