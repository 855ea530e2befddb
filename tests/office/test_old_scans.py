"""Old scans come in with the row whose number they bear, once; what fits no row stays where it is and is told."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.office.disposal import old_scans
from pipeline.office.keeping import import_register
from pipeline.office.keeping.import_register import Plan
from pipeline.records import cases, entries
from pipeline.register.old_sheet import OldRow
from tests.office import damage
from tests.office.bureau import ARCHIVIST, Bureau, files_below, one_page, tables
from tests.refused import refused_with
from tests.register.sheets import ROWS, xlsx

MOST = 1 << 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for old scans."""
    made = tmp_path / "pindaian"
    made.mkdir()
    return made


def planned(office: Bureau, folder: Path | None, *rows: Sequence[Any]) -> Plan:
    path = office.home / "var" / "lembar.xlsx"
    path.write_bytes(xlsx(*(rows or ROWS)))
    return import_register.plan(office.session(ARCHIVIST), path, folder)


def entered(office: Bureau, folder: Path | None, *rows: Sequence[Any]) -> tuple[int, int]:
    return import_register.enter(office.session(ARCHIVIST), planned(office, folder, *rows))


def row(number: str, typed: str = "") -> OldRow:
    return OldRow(2, {"register_number": number, "received_date": "2026-01-05"}, typed or number)


def matched(folder: Path, name: str, *rows: OldRow) -> list[str]:
    path = folder / name
    path.write_bytes(one_page())
    scans = old_scans.look(folder, rows, MOST)
    path.unlink()
    assert len(scans.loose) == (not scans.by_row)
    return [line.number for line in rows if line.digest in scans.by_row]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("0012-TL-I-2026.pdf", "0012/TL/I/2026"),
        ("12 tl i 2026.PDF", "0012/TL/I/2026"),
        ("0012_TL_I_2026 (2).pdf", "0012/TL/I/2026"),
        ("0012-TL-I-2026 hal 3.pdf", "0012/TL/I/2026"),
        ("0012-TL-II-2026.pdf", ""),
        ("0012-TL-I.pdf", ""),
        ("0012-TL-I-2026-0013.pdf", ""),
        ("0012-TL-I-2026-150.pdf", ""),
        ("12.pdf", "12/2026"),
        ("12-2026.pdf", "12/2026"),
        ("012 2.pdf", "12/2026"),
        ("12-2025.pdf", ""),
        ("surat.pdf", ""),
        ("1-12-2026.pdf", "1/12/2026"),
        ("11-2-2026.pdf", "11/2/2026"),
    ],
)
def test_a_scan_is_known_by_the_number_in_its_name(folder: Path, name: str, number: str) -> None:
    rows = (row("0012/TL/I/2026"), row("12/2026", "12"), row("1/12/2026"), row("11/2/2026"))
    assert matched(folder, name, *rows) == [number] * bool(number)


def test_a_name_that_fits_two_rows_fits_none(folder: Path) -> None:
    assert matched(folder, "12.pdf", row("12/2025", "12"), row("12/2026", "12")) == []
    assert matched(folder, "12-2025.pdf", row("12/2025", "12"), row("12/2026", "12")) == ["12/2025"]


def test_a_scan_of_a_doubtful_row_waits_and_one_that_may_be_of_either_fits_none(folder: Path) -> None:
    for name in ("3-I.pdf", "12.pdf"):
        (folder / name).write_bytes(one_page())
    scans = old_scans.look(folder, [row("12/2026", "12")], MOST, ["3/I", "12"])
    assert (scans.waiting, scans.loose, scans.by_row) == (["3-I.pdf"], ["12.pdf"], {})


def test_what_is_no_scan_is_told_or_passed_over(folder: Path) -> None:
    (folder / "1.pdf").mkdir()
    (folder / "Thumbs.db").write_bytes(b"x")
    (folder / ".1.pdf").write_bytes(b"x")
    assert old_scans.look(folder, [row("1/2026", "1")], MOST).loose == ["1.pdf/"]


def test_scans_come_in_with_their_row_and_the_rest_stays(bureau: Bureau, folder: Path) -> None:
    (folder / "0001_TL_I_2026.pdf").write_bytes(one_page("lama"))
    (folder / "0001_TL_I_2026 2.pdf").write_bytes(one_page("halaman dua"))
    (folder / "0001_TL_I_2026 3.pdf").write_bytes(one_page("lama"))
    (folder / "lain.pdf").write_bytes(one_page("lain"))
    before = files_below(folder)
    plan = planned(bureau, folder)
    assert (plan.new_scans, plan.scans.loose) == (3, ["lain.pdf"])
    assert import_register.enter(bureau.session(ARCHIVIST), plan) == (3, 2)
    first, second = cases.documents("2026-0001")
    assert (first.logical, second.logical) == ("pindaian-lama-1.pdf", "pindaian-lama-2.pdf")
    assert bureau.held.read(first.path) == one_page("lama")
    assert files_below(folder) == before
    assert list((bureau.settings.var / "lama").iterdir()) == []
    assert bureau.verify() == []


def test_scans_that_are_found_later_are_added_once(bureau: Bureau, folder: Path) -> None:
    with refused_with("office.no_scans"):
        planned(bureau, folder / "tidak-ada")
    assert entered(bureau, None) == (3, 0)
    (folder / "0001_TL_I_2026.pdf").write_bytes(one_page("lama"))
    assert entered(bureau, folder) == (0, 1)
    (folder / "0001_TL_I_2026 2.pdf").write_bytes(one_page("menyusul"))
    assert entered(bureau, folder) == (0, 1)
    assert [document.logical for document in cases.documents("2026-0001")] == [
        "pindaian-lama-1.pdf",
        "pindaian-lama-2.pdf",
    ]
    assert [entry.kind for entry in entries.after(0)] == ["lama"] * 3 + ["added"] * 2
    before = tables(bureau), files_below(bureau.home / "archive")
    plan = planned(bureau, folder)
    assert (bool(plan), plan.known, plan.new_scans) == (False, 3, 0)
    assert import_register.enter(bureau.session(ARCHIVIST), plan) == (0, 0)
    assert (tables(bureau), files_below(bureau.home / "archive")) == before
    damage.rebuilt(bureau)
    assert len(cases.documents("2026-0001")) == 2
    assert bureau.verify() == []


@pytest.mark.parametrize("hostile", ["text", "link", "pipe", "empty", "large"])
def test_a_scan_that_cannot_be_kept_makes_its_row_doubtful(
    bureau: Bureau, folder: Path, hostile: str
) -> None:
    scan = folder / "0002-TL-I-2026.pdf"
    if hostile == "link":
        scan.symlink_to("/etc/hostname")
    elif hostile == "pipe":
        os.mkfifo(scan)
    else:
        scan.write_bytes({"text": b"bukan dokumen", "empty": b"", "large": one_page()}[hostile])
    if hostile == "large":
        bureau.change("# batas_mb = 200", "batas_mb = 1")
        scan.write_bytes(one_page() + bytes(1 << 20))
    plan = planned(bureau, folder)
    assert [line.number for line in plan.rows] == ["0001/TL/I/2026", "12/2025"]
    assert [(doubt.line, doubt.word) for doubt in plan.doubts] == [(3, "scan")]
    assert "0002-TL-I-2026.pdf" in plan.doubts[0].what()


def test_a_scan_that_is_exchanged_meanwhile_stops_before_its_row(bureau: Bureau, folder: Path) -> None:
    scan = folder / "0002-TL-I-2026.pdf"
    scan.write_bytes(one_page())
    plan = planned(bureau, folder)
    scan.write_bytes(b"bukan dokumen")
    with refused_with("office.scan_refused", match="0002/TL/I/2026"):
        import_register.enter(bureau.session(ARCHIVIST), plan)
    scan.unlink()
    with refused_with("office.scan_refused"):
        import_register.enter(bureau.session(ARCHIVIST), plan)
    assert entered(bureau, folder) == (2, 0)
    assert bureau.verify() == []
