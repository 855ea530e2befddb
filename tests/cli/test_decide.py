"""``rangkap record-decision`` at a terminal and with prepared answers: everything the paper has, a summary, what is next."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from pipeline.cases.fields import sheet as fields
from pipeline.cases.fields.checks import cross_problems
from pipeline.cases.states import State
from pipeline.kernel.text import Exit
from pipeline.letters import package
from pipeline.office.bookkeeping import books
from pipeline.office.bookkeeping.books import Period
from pipeline.records import boot, cases, history
from pipeline.records import sheets as stored
from pipeline.records.sheets import SheetKind, SheetState
from tests.letters.docx_files import shipped
from tests.office import printouts
from tests.office.bureau import ARCHIVIST, CLERK, OFFICER, Bureau, pdf_of, signed_pages
from tests.office.stages import FIRST
from tests.street.terminal import AtWork, Terminal

At = Callable[[str], Bureau]
NUMBER = "400.2/001/P2TP2A/XI/2026"


def back(bureau: Bureau, kind: SheetKind, folder: Path) -> str:
    """Print a sheet of the first case, sign it and scan it back; returns its id, the database closed."""
    sheet, (path,) = printouts.sheet(bureau.session(CLERK), kind, FIRST, folder)
    bureau.receive(pdf_of(signed_pages(path, 3)))
    boot.close()
    return sheet.id


def person(bureau: Bureau, sheet: str, account: str = CLERK) -> Terminal:
    """Return a person who types in ``sheet``."""
    boot.close()
    return Terminal(AtWork(bureau.home), "record-decision", sheet, account=account)


def answered(bureau: Bureau, folder: Path, sheet: str, **answers: object) -> tuple[int, str, str]:
    """Type in ``sheet`` with prepared answers; returns the exit status and what was said."""
    path = folder / "isian.json"
    path.write_text(json.dumps(answers), "utf-8")
    boot.close()
    done = AtWork(bureau.home).run(
        "record-decision", sheet, "--answers", str(path), "--json", account=OFFICER
    )
    return done.returncode, done.stdout, done.stderr


def test_a_disposition_is_typed_in_as_it_stands_on_the_paper(at_stage: At, tmp_path: Path) -> None:
    bureau = at_stage("registered")
    sheet = back(bureau, SheetKind.ASSIGN, tmp_path)
    terminal = person(bureau, sheet)
    terminal.see(f"Lembar {sheet} (disposisi), dicetak 24-11-2026.")
    terminal.see("Lembar itu bertanda tangan?")
    terminal.type("ya")
    terminal.see("Petugas yang dicentang*: identifikasi")
    terminal.enter()
    terminal.see("6 Bicarakan dengan saya")
    terminal.type("1, 6")
    terminal.see("Isi disposisi:")
    terminal.type("dahulukan anak itu")
    terminal.see("Selesai paling lambat:")
    terminal.type("27-11-2026")
    terminal.see("Tanggal keputusan di lembar*: 24-11-2026")
    terminal.child.sendline("\x1525-11-2026")
    terminal.see("belum tiba")
    terminal.type("24-11-2026")
    terminal.see("Ringkasan")
    terminal.see("Instruksi yang dicentang: Pelajari dan klarifikasi, Bicarakan dengan saya")
    terminal.see("Simpan?")
    terminal.child.sendline("ya")
    terminal.see(f"Kasus {FIRST} ditangani oleh identifikasi.")
    terminal.see(f"rangkap draft {FIRST}")
    assert terminal.end() == Exit.OK
    session = bureau.session(ARCHIVIST)
    assert (cases.get(FIRST).state, cases.get(FIRST).officer) == (State.ASSIGNED, OFFICER)
    (act,) = [deed for deed in history.of_case(FIRST) if deed.verb == "assign"]
    assert (act.detail["due"], act.detail["day"], act.detail["sheet"]) == ("2026-11-27", "2026-11-24", sheet)
    (row,) = books.within(session, "disposisi", Period())
    assert row["instruction"] == (
        "Pelajari dan klarifikasi; Bicarakan dengan saya; dahulukan anak itu; selesai paling lambat 27 November 2026"
    )


def test_nothing_is_recorded_before_the_yes_and_an_approval_says_its_number_and_what_is_next(
    at_stage: At, tmp_path: Path
) -> None:
    bureau = at_stage("drafted")
    sheet = back(bureau, SheetKind.REVIEW, tmp_path)
    for last, status in (("tidak", Exit.INCOMPLETE), ("ya", Exit.OK)):
        terminal = person(bureau, sheet)
        terminal.see("bertanda tangan?")
        terminal.type("ya")
        terminal.see("Kotak “Disetujui” dicentang?")
        terminal.type("ya")
        terminal.see("Tanggal keputusan di lembar*: 24-11-2026")
        terminal.enter()
        terminal.see("Simpan?")
        terminal.child.sendline(last)
        if status == Exit.OK:
            terminal.see(f"Surat {FIRST}-1 disetujui dengan nomor {NUMBER}.")
            terminal.see(f"rangkap print {FIRST} --to DIR")
        assert terminal.end() == status
        bureau.session()
        state = SheetState.DECIDED if status == Exit.OK else SheetState.RETURNED
        assert stored.get(sheet).state == state
        assert not [act for act in history.of_case(FIRST) if act.verb == "approve"] or status == Exit.OK


def test_prepared_answers_are_read_by_the_fields_of_the_paper(at_stage: At, tmp_path: Path) -> None:
    bureau = at_stage("registered")
    sheet = back(bureau, SheetKind.VET, tmp_path)
    status, _, err = answered(bureau, tmp_path, sheet, signed=True)
    assert (status, "accepted" in err) == (Exit.USAGE, True)
    status, _, err = answered(bureau, tmp_path, sheet, signed=True, accepted=True, decided_day="2026-11-23")
    assert (status, "sebelum lembar itu dicetak" in err) == (Exit.USAGE, True)
    status, _, err = answered(bureau, tmp_path, sheet, signed=False)
    assert (status, f"rangkap record-decision {sheet}" in err) == (Exit.REFUSED, True)
    status, _, err = answered(bureau, tmp_path, sheet, signed=True, accepted=False, petugas="x")
    assert (status, "petugas" in err) == (Exit.USAGE, True)
    bureau.session()
    assert stored.get(sheet).state == SheetState.RETURNED
    status, out, err = answered(bureau, tmp_path, sheet, signed=True, accepted=True)
    result = json.loads(out)
    assert (status, result["sheet"]) == (Exit.OK, sheet)
    assert f"rangkap print-sheet {FIRST} disposisi --to DIR" in err
    assert f"Laporan kasus {FIRST} terverifikasi." in err


def test_the_boxes_asked_for_are_those_of_the_printed_sheet() -> None:
    sheet = package.unpack(shipped("lembar-disposisi"))[package.BODY].decode()
    places = [sheet.index(f">{choice.value}<") for choice in fields.INSTRUCTIONS]
    assert places == sorted(places)


def test_the_days_of_a_sheet_are_compared() -> None:
    days = {"sheet_printed": "2026-11-24", "decided_day": "2026-11-23", "due_day": "2026-11-22"}
    bad_fields = {problem.field for problem in cross_problems(days, date(2026, 11, 24))}
    assert bad_fields == {"decided_day", "due_day"}
    days |= {"decided_day": "2026-11-24", "due_day": "2026-11-24"}
    assert cross_problems(days, date(2026, 11, 24)) == ()
