"""What waits: each row says for what, and what the person who asks may do; never an act of another role."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import pages
from pipeline.kernel.commands import command_of
from pipeline.kernel.text import Next
from pipeline.office.answer import declare_copy_sent
from pipeline.office.cases.assign import assign_officer
from pipeline.office.cases.verify_report import verify_report
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records.sheets import SheetKind
from tests.office import printouts
from tests.office.bureau import (
    ARCHIVIST,
    CHAIR,
    CLERK,
    OFFICER,
    Bureau,
    one_page,
    pdf_of,
    signed_pages,
)
from tests.office.stages import FIRST

pytestmark = pytest.mark.backend

At = Callable[[str], Bureau]
READERS = (CLERK, OFFICER, CHAIR, ARCHIVIST)
MAY = {
    "register": {CLERK},
    "record-decision": {CLERK, OFFICER},
    "match-scan": {CLERK, OFFICER},
    "accept-scan": {CLERK, OFFICER},
    "put-scan-aside": {CLERK, OFFICER},
    "verify-report": {OFFICER, CHAIR},
    "assign-officer": {CHAIR},
    "review": {CHAIR},
    "record-clarification": {CLERK, OFFICER},
    "take-crisis": {CLERK, OFFICER, CHAIR},
    "inform-victim": {CLERK, OFFICER},
    "draft": {OFFICER},
    "print": {CLERK, OFFICER, CHAIR},
    "attest": {CHAIR},
    "page": {CHAIR, ARCHIVIST},
    "clock": {CLERK, OFFICER, CHAIR},
}
"""Who may take the step behind each command, as the steps themselves say."""


def told(bureau: Bureau, account: str, part: str = "cases", key: str = FIRST) -> dict[str, Any]:
    """Return the row of the first case (or of ``key``) as ``account`` sees it."""
    rows = find.todo(bureau.session(account))[part]
    return next((row for row in rows if key in row.values()), {})


def commands(bureau: Bureau, account: str) -> list[str]:
    """Return every command in the list of ``account``."""
    rows = [row for part in find.todo(bureau.session(account)).values() for row in part]
    return [command_of(step) for row in rows for step in row.get("next", ()) if isinstance(step, Next)]


def text(bureau: Bureau, account: str) -> str:
    """Return the list as ``account`` reads it."""
    return pages.todo(find.todo(bureau.session(account)), bureau.settings.zone)


def test_the_chair_sees_what_waits_to_be_verified_and_assigned(at_stage: At) -> None:
    bureau = at_stage("registered")
    row = told(bureau, CHAIR)
    assert row["waits"].id == "menunggu verifikasi dan penugasan"
    assert row["next"] == (Next("verify-report", FIRST), Next("assign-officer", FIRST, OFFICER))
    assert (
        f"  {FIRST}  terdaftar  menunggu verifikasi dan penugasan  → rangkap verify-report {FIRST}"
        in text(bureau, CHAIR)
    )
    perform(verify_report, bureau.session(CHAIR), FIRST, {})
    row = told(bureau, CHAIR)
    assert (row["waits"].id, row["next"]) == ("menunggu penugasan", (Next("assign-officer", FIRST, OFFICER),))
    bureau.change('peran = ["petugas_penerima"]', 'peran = ["petugas_penerima", "petugas_identifikasi"]')
    assert told(bureau, CHAIR)["next"] == (Next("assign-officer", FIRST),), "which of two, the chair says"
    perform(assign_officer, bureau.session(CHAIR), FIRST, {"officer": OFFICER})
    assert told(bureau, CHAIR) == {}
    assert told(bureau, OFFICER)["next"] == (Next("record-clarification", FIRST), Next("draft", FIRST))


def test_nobody_is_told_to_verify_an_entry_of_their_own(at_stage: At, tmp_path: Path) -> None:
    bureau = at_stage("registered")
    bureau.change('peran = ["petugas_penerima"]', 'peran = ["petugas_penerima", "petugas_identifikasi"]')
    assert "verify-report" not in {step.act for step in told(bureau, CLERK)["next"]}
    sheet, (path,) = printouts.sheet(bureau.session(), SheetKind.VET, FIRST, tmp_path)
    assert f"lembar {sheet.id} dicetak" in told(bureau, CHAIR)["waits"].id
    bureau.receive(pdf_of(signed_pages(path, 3)))
    assert told(bureau, OFFICER, "arrivals", "lembar keputusan")["next"] == (
        Next("record-decision", FIRST, sheet.id),
    )
    own = told(bureau, CLERK, "arrivals", "lembar keputusan")
    assert (own["next"], own["note"]) == ((), f"keputusan lembar {sheet.id} diketik oleh petugas lain")
    assert "rangkap record-decision" not in text(bureau, CHAIR)


@pytest.mark.parametrize("where", ["registered", "drafted", "approved"])
def test_each_row_names_what_the_one_who_asks_may_do(at_stage: At, where: str) -> None:
    bureau = at_stage(where)
    bureau.receive(one_page("menunggu"))
    seen = set()
    for account in READERS:
        for command in commands(bureau, account):
            verb = command.split()[1]
            seen.add(verb)
            assert account in MAY[verb], (account, command)
            assert account != ARCHIVIST
    assert "register" in seen
    assert commands(bureau, ARCHIVIST) == []
    assert "A-2026-0003" in text(bureau, ARCHIVIST)


def test_after_printing_the_list_says_which_copy_is_to_be_scanned(at_stage: At) -> None:
    bureau = at_stage("approved")
    row = told(bureau, CLERK)
    assert (row["waits"].id, row["next"]) == ("belum pernah dicetak", (Next("print", FIRST),))
    (second,) = bureau.signed(FIRST, 2)
    row = told(bureau, CLERK)
    assert row["waits"].id == "menunggu salinan ke-1 dan ke-2 yang bertanda tangan"
    assert row["next"] == "pindai salinan ke-1 dan ke-2 ke inbox"
    perform(declare_copy_sent.declare_copy_sent, bureau.session(OFFICER), FIRST, {"reason": "dibawa kurir"})
    row = told(bureau, CLERK)
    assert (
        row["waits"].id
        == "menunggu salinan ke-2 yang bertanda tangan; pernyataan salinan ke-1 menunggu ketua"
    )
    assert row["next"] == "pindai salinan ke-2 ke inbox"
    bureau.receive(second)
    assert told(bureau, CLERK)["next"] == ()
    assert told(bureau, CHAIR)["next"] == (Next("confirm-statement", FIRST),)
    assert told(bureau, CHAIR, "statements")["next"] == (Next("confirm-statement", FIRST),)
    perform(declare_copy_sent.confirm_statement, bureau.session(CHAIR), FIRST, {})
    assert told(bureau, CLERK)["next"] == (Next("record-delivery", FIRST),)


def test_when_copy_one_is_attested_and_confirmed_only_copy_two_is_waited_for(at_stage: At) -> None:
    bureau = at_stage("approved")
    bureau.printed(FIRST)
    perform(declare_copy_sent.declare_copy_sent, bureau.session(OFFICER), FIRST, {"reason": "dibawa kurir"})
    perform(declare_copy_sent.confirm_statement, bureau.session(CHAIR), FIRST, {})
    row = told(bureau, CLERK)
    assert (row["waits"].id, row["next"]) == (
        "menunggu salinan ke-2 yang bertanda tangan",
        "pindai salinan ke-2 ke inbox",
    )


def test_a_refused_file_is_shown_with_its_reason_until_it_is_taken_away(at_stage: At) -> None:
    bureau = at_stage("registered")
    bureau.drop(b"", "surat ibu.pdf")
    bureau.receive(b"bukan pdf")
    (text_file, empty) = sorted(
        find.todo(bureau.session(CLERK))["refused"], key=lambda file: "kosong" in file["reason"]
    )
    assert empty["name"] == "surat_ibu.pdf"
    assert "kosong (0 byte)" in empty["reason"]
    assert "2026" in empty["when"]
    assert text_file["reason"]
    assert "surat_ibu.pdf" in text(bureau, CLERK)
    assert "ibu" not in json.dumps(
        [find.todo(bureau.session(account))["refused"] for account in (OFFICER, CHAIR, ARCHIVIST)]
    )
    assert "kosong (0 byte)" in text(bureau, CHAIR)
    (bureau.settings.inbox / "ditolak" / "surat_ibu.pdf").unlink()
    assert [row["name"] for row in find.todo(bureau.session(CLERK))["refused"]] == [text_file["name"]]


def test_a_folder_that_nothing_is_taken_from_is_told_to_the_clerk_until_it_is_empty_and_gone(
    at_stage: At,
) -> None:
    bureau = at_stage("registered")
    inbox, (known, *_) = bureau.settings.inbox, sorted(bureau.settings.inbox_folders)
    strange = [inbox / "Dari Ibu Ani", inbox / known / "lama"]
    for folder in strange:
        folder.mkdir(parents=True)
        (folder / "surat.pdf").write_bytes(one_page("terlupa"))
    rows = find.todo(bureau.session(CLERK))["refused"]
    assert [row["name"] for row in rows] == ["Dari Ibu Ani", f"{known}/lama"]
    assert all("folder yang tidak dikenal" in row["reason"] and "2026" in row["when"] for row in rows)
    assert "Dari Ibu Ani" in text(bureau, CLERK)
    assert "Ani" not in json.dumps([find.todo(bureau.session(user))["refused"] for user in (OFFICER, CHAIR)])
    for folder in strange:
        shutil.rmtree(folder)
    assert find.todo(bureau.session(CLERK))["refused"] == []


def test_what_is_no_sheet_of_ours_is_passed_over(at_stage: At) -> None:
    bureau = at_stage("registered")
    bureau.receive(b"")
    folder = bureau.settings.inbox / "ditolak"
    (folder / "x.pdf").write_bytes(b"x")
    (folder / "x.pdf.alasan.txt").write_text("ketik: rangkap void 2026-0001-1\n", "utf-8")
    (folder / "y.pdf").write_bytes(b"y")
    (folder / "y.pdf.alasan.txt").mkdir()
    (folder / "z.pdf").write_bytes(b"z")
    (folder / "z.pdf.alasan.txt").symlink_to(bureau.home / "office.toml")
    (row,) = find.todo(bureau.session(CLERK))["refused"]
    sheet = folder / f"{row['name']}.alasan.txt"
    sheet.write_bytes(sheet.read_bytes().replace(b"Berkas ini kosong", b"\x1b[31mBerkas ini kosong"))
    (row,) = find.todo(bureau.session(CLERK))["refused"]
    assert "\x1b" not in row["reason"]
