"""A letter's whole journey, doors open: returned, edited in Word, approved, printed, signed, photographed, filed.

LibreOffice stands in for Word. After the chair's approval nobody touches the case: the two photographs are
dropped into the inbox as a phone made them, and the case files itself.
"""

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from demo.answers import drafting, identifying, registration
from demo.office import Office
from demo.scans import SCANS
from demo.signer import signed_pages
from demo.wear import phone_photo
from pipeline.settings import load
from tests.office.held import Held
from tests.street.walk import CHAIR, CLERK, OFFICER

CASE = "2026-0001"
REASON = "Sebutkan juga waktu pertemuan."
ADDED = "Pertemuan dapat dijadwalkan pada hari kerja."
SCHOOL = 5


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with its doors open."""
    made = Office(tmp_path / "rumah")
    made.do("init", "--trial", str(made.home))
    made.open_doors()
    yield made
    made.close_doors()


def edited_in_word(draft: Path, folder: Path) -> bytes:
    """Open the draft, add a sentence to its first point, and save it as a word processor saves it."""
    document = Document(str(draft))
    point = next(
        line for line in document.paragraphs if line.style is not None and line.style.name == "Butir"
    )
    point.add_run(f" {ADDED}")
    source = folder / "suntingan.docx"
    document.save(str(source))
    (folder / "keluar").mkdir()
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", "docx:MS Word 2007 XML",
         "--outdir", str(folder / "keluar"), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return (folder / "keluar" / "suntingan.docx").read_bytes()


def waiting(office: Office) -> dict[str, Any] | None:
    """Return the one arrival that waits, if it is there."""
    rows: list[dict[str, Any]] = office.call("todo", account=CLERK)["arrivals"]
    return rows[0] if rows else None


def filed(office: Office) -> dict[str, Any] | None:
    """Return the case when it is filed, and the archive has both copies."""
    (case,) = office.call("find", CASE, account=CLERK)
    return dict(case) if case["state"] == "diarsipkan" and len(case["signed_copies"]) == 2 else None


def test_a_letter_returned_edited_signed_and_photographed_files_itself(
    office: Office, tmp_path: Path
) -> None:
    (office.inbox / "SCN_0001.pdf").write_bytes(SCANS[SCHOOL - 1].render())
    item = office.wait_for("the scan", lambda: waiting(office))["agenda"]
    office.call(
        "register", item, "--answers", office.note("daftar.json", registration(SCHOOL)), account=CLERK
    )
    report = office.note("identifikasi.json", identifying(SCHOOL))
    office.call("write-identification", CASE, "--answers", report, account=OFFICER)
    office.call("draft", CASE, "--answers", office.note("konsep.json", drafting(SCHOOL)), account=OFFICER)
    assert office.run("return-letter", CASE, account=CHAIR, stdin=REASON).returncode == 0

    taken = tmp_path / "word"
    taken.mkdir()
    office.do("edited", CASE, "--to", str(taken), account=OFFICER)
    (draft,) = taken.glob("*.docx")
    (office.inbox / "konsep saya.docx").write_bytes(edited_in_word(draft, tmp_path))
    office.wait_for("the edit", lambda: waiting(office))
    assert office.run("take-edited", CASE, account=CHAIR).returncode == 0
    approved = office.call("approve-letter", CASE, "2", account=CHAIR)
    assert approved["letter"] == f"{CASE}-1"

    printed = tmp_path / "cetak"
    office.do("print", CASE, "--to", str(printed), account=CLERK)
    copies = sorted(printed.glob("*.pdf"))
    assert len(copies) == 2
    for number, path in enumerate(copies, 1):
        (page,) = signed_pages(path, number)
        (office.inbox / f"IMG_{number:04d}.JPG").write_bytes(phone_photo(page, number))
    case = office.wait_for("both copies", lambda: filed(office))

    names = {Path(scan).name for scan in case["signed_copies"]}
    assert names == {f"surat-{CASE}-1-r2-salinan-{copy}-ttd.jpg" for copy in (1, 2)}
    assert office.run("verify", account="arsip").returncode == 0
    held = Held(load(office.home))
    texts = [
        name for name in held.names() if name.startswith(f"2026/{CASE}/") and name.endswith("-r2-konsep.docx")
    ]
    assert len(texts) == 1
    assert ADDED in "\n".join(line.text for line in Document(BytesIO(held.read(texts[0]))).paragraphs)
