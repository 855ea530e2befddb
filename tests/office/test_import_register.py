"""A paper register comes in: shown first, then found, counted, verified and rebuilt like every case; never twice."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.cases.states import State
from pipeline.kernel.errors import Busy
from pipeline.kernel.files import Lock
from pipeline.office.cases import register
from pipeline.office.keeping import import_register
from pipeline.office.keeping.import_register import Entered, Plan
from pipeline.office.overview import find
from pipeline.records import boot, cases, entries
from tests.office import damage, registers
from tests.office.bureau import (
    ARCHIVIST,
    CLERK,
    OFFICER,
    SCHOOL,
    Bureau,
    files_below,
    one_page,
    tables,
)
from tests.office.retained import holding
from tests.refused import refused_with
from tests.register.sheets import HEAD, ROWS, xlsx

pytestmark = pytest.mark.backend

NAMES = ("Rusmini", "Talahu", "Melati")


def sheet(office: Bureau, *rows: Sequence[Any]) -> Path:
    path = office.home / "var" / "lembar.xlsx"
    path.write_bytes(xlsx(*(rows or ROWS)))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for old scans."""
    made = tmp_path / "pindaian"
    made.mkdir()
    return made


def planned(office: Bureau, *rows: Sequence[Any], scans: Path | None = None) -> Plan:
    return import_register.plan(office.session(ARCHIVIST), sheet(office, *rows), scans)


def imported(office: Bureau, *rows: Sequence[Any], scans: Path | None = None) -> Entered:
    plan = planned(office, *rows, scans=scans)
    return import_register.enter(office.session(ARCHIVIST), plan)


def test_a_look_changes_nothing(bureau: Bureau) -> None:
    sheet(bureau)
    before = tables(bureau), files_below(bureau.home / "archive")
    plan = planned(bureau)
    assert ([row.number for row in plan.rows], plan.doubts) == (
        ["0001/TL/I/2026", "0002/TL/I/2026", "12/2025"],
        (),
    )
    assert (tables(bureau), files_below(bureau.home / "archive")) == before


def test_each_row_is_found_by_its_number_and_stands_in_the_register_with_initials(bureau: Bureau) -> None:
    assert imported(bureau) == (3, 0)
    (hit,) = find.find(bureau.session(ARCHIVIST), "0001/tl/i/2026")
    assert (hit.plain["state"], hit.plain["possible"]) == ("register lama", [])
    assert {step["progress"] for step in hit.plain["steps"]} == {"tidak berlaku"}
    assert [name for name in NAMES if name in json.dumps(hit.plain)] == []
    assert hit.plain["answers"]["Bentuk Kekerasan"] == "fisik"
    assert hit.plain["answers"]["Tanggal Diterima"] == "05-01-2026"
    assert hit.plain["answers"]["Keterangan"] == "A.M. sudah didampingi; status dalam buku: selesai"
    assert (
        find.reveal(bureau.session(ARCHIVIST), "2026-0001", "uji")["Keterangan"]
        == "Ani Melati sudah didampingi"
    )
    first, second, third = registers.register_rows(bureau.session(ARCHIVIST), "arsip")
    assert (first["register_number"], first["victim"], first["reporter"]) == (
        "0001/TL/I/2026",
        "A.M.",
        "R.T.",
    )
    assert first["remarks"] == "A.M. sudah didampingi; status dalam buku: selesai"
    assert first["archive_location"] == "archive/2026/2026-0001; Lemari 2"
    assert {row["status"] for row in (first, second, third)} == {"register lama"}
    assert (second["reporter"], second["victim"]) == ("Polsek Hulu Asri", "M.S.")
    assert third["received_date"] == "2025-12-31"


def test_each_row_is_a_case_of_its_own_in_archive_and_chain(bureau: Bureau) -> None:
    imported(bureau)
    kasus = bureau.archive.read_case("2026-0001").kasus
    assert (kasus["kind"], kasus["case"]["state"]) == ("lama", "register lama")
    assert kasus["case"]["values"]["victim_name"] == "Ani Melati"
    assert [(entry.kind, entry.register_number) for entry in entries.after(0)] == [
        ("lama", "0001/TL/I/2026"),
        ("lama", "0002/TL/I/2026"),
        ("lama", "12/2025"),
    ]
    assert bureau.verify() == []


def test_the_same_sheet_twice_brings_nothing_in_twice(bureau: Bureau) -> None:
    first = planned(bureau)
    assert import_register.enter(bureau.session(ARCHIVIST), first) == (3, 0)
    assert import_register.enter(bureau.session(ARCHIVIST), first) == (0, 0)
    before = tables(bureau), files_below(bureau.home / "archive")
    plan = planned(bureau)
    assert (plan.rows, plan.known, plan.doubts) == ((), 3, ())
    assert import_register.enter(bureau.session(ARCHIVIST), plan) == (0, 0)
    assert (tables(bureau), files_below(bureau.home / "archive")) == before


def test_a_number_that_stands_in_the_register_with_other_content_is_doubtful(bureau: Bureau) -> None:
    case = bureau.register(SCHOOL)
    imported(bureau)
    changed = (*ROWS[1][:4], "B.B.", *ROWS[1][5:])
    taken = (case.register_number, *ROWS[1][1:])
    plan = planned(bureau, ROWS[0], changed, taken)
    assert (plan.rows, plan.known) == ((), 1)
    assert [doubt.line for doubt in plan.doubts] == [3, 4]
    assert [doubt.word for doubt in plan.doubts] == ["changed", "taken"]
    assert "sudah dipakai dalam register (kasus 2026-0001)" in plan.doubts[1].what()


def test_a_number_of_a_doubtful_row_or_of_one_that_is_still_to_come_in_is_not_given_to_anybody(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = planned(bureau, *ROWS, ("0041/TL/IX/2026", "entah"))
    assert (plan.place, plan.following) == (41, 42)

    def stops(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_register.enter(bureau.session(ARCHIVIST), plan, stops)
    assert bureau.register(SCHOOL).register_number == "0042/TL/XI/2026"
    damage.rebuilt(bureau)
    assert bureau.register(SCHOOL, one_page("lain")).register_number == "0043/TL/XI/2026"


def test_a_first_number_of_the_settings_counts_more_than_the_paper(bureau: Bureau) -> None:
    bureau.change("# register_awal = 1", "register_awal = 113")
    imported(bureau)
    damage.rebuilt(bureau)
    assert bureau.register(SCHOOL).register_number == "0113/TL/XI/2026"


def test_a_rebuild_brings_everything_back(bureau: Bureau) -> None:
    imported(bureau)
    before = registers.register_csv(bureau.session(ARCHIVIST), "arsip")
    damage.rebuilt(bureau)
    assert registers.register_csv(bureau.session(ARCHIVIST), "arsip") == before
    assert planned(bureau).known == 3
    assert bureau.verify() == []
    assert bureau.register(SCHOOL).register_number == "0003/TL/XI/2026"


def test_names_stand_in_the_database_and_in_the_dossiers_alone(bureau: Bureau) -> None:
    imported(bureau)
    (bureau.home / "var" / "lembar.xlsx").unlink()
    files = {path.rpartition("/")[2].split(".db")[0] for path in holding(bureau.home, *NAMES)}
    database = "database" if boot.is_on_server() else "rangkap"
    assert files - {"office.toml"} == {"kasus.json", database}
    assert not any(name in str(path) for path in bureau.home.rglob("*") for name in NAMES)


def test_two_imports_do_not_run_at_once(bureau: Bureau) -> None:
    plan = planned(bureau)
    with Lock(bureau.settings.var / "import.lock"), pytest.raises(Busy):
        import_register.enter(bureau.session(ARCHIVIST), plan)
    assert cases.numbers() == []


def test_old_cases_are_on_nobodys_desk_and_known_to_whoever_registers(bureau: Bureau) -> None:
    imported(bureau)
    assert find.todo(bureau.session(OFFICER))["cases"] == []
    assert cases.alike({"victim_name": "Ani Melati"}) == ["2026-0001"]
    assert cases.get("2026-0001").state is State.OLD
    assert register.waiting(bureau.session(CLERK)) == []


def test_what_is_unclear_in_the_titles_lets_nothing_in(bureau: Bureau) -> None:
    path = bureau.home / "var" / "lembar.xlsx"
    path.write_bytes(xlsx(*ROWS, head=(*HEAD[:4], "Korbn", *HEAD[5:])))
    plan = import_register.plan(bureau.session(ARCHIVIST), path)
    assert (bool(plan), plan.is_unclear) == (False, True)
    with refused_with("office.unclear_columns", match="E"):
        import_register.enter(bureau.session(ARCHIVIST), plan)
    assert cases.numbers() == []


def test_the_next_number_is_told_before_anything_comes_in(bureau: Bureau) -> None:
    assert planned(bureau).following == 3
    assert planned(bureau, ROWS[2]).following == 1
    bureau.change("# register_awal = 1", "register_awal = 113")
    assert planned(bureau).following == 113
