"""``rangkap recap --merge``: the exports of two offices become the recap of a province, or one sentence says why not."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel.text import Exit
from pipeline.records import history
from tests.cli.conftest import Run
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, Bureau
from tests.register.test_recap_merged import exported


@pytest.fixture
def province(at_stage: Callable[[str], Bureau]) -> Bureau:
    """The office that adds up; it has two cases of its own, which are not added."""
    return at_stage("registered")


@pytest.fixture
def folder(run: Run, province: Bureau, tmp_path: Path) -> Path:
    """The exports of its own November, by the verb itself, and of another office's October and November."""
    made = tmp_path / "terkumpul"
    made.mkdir()
    status, out, err = run(province, ARCHIVIST, "recap", "--month", "2026-11", "--for", "province", "--json")
    assert status == Exit.OK, err
    (made / "sendiri.json").write_text(out)
    (made / "kapuas-10.json").write_bytes(exported("P2TP2A Kapuas", 10, 7))
    (made / "kapuas-11.json").write_bytes(exported("P2TP2A Kapuas", 11, 4))
    (made / "baca.txt").write_text("bukan rekap")
    return made


def merged(run: Run, office: Bureau, folder: Path, *words: str, account: str = CHAIR) -> tuple[int, str, str]:
    when = () if "--month" in words else ("--quarter", "2026-Q4")
    return run(office, account, "recap", *when, "--merge", str(folder), *words)


def test_two_offices_are_added_up_and_it_is_said_who_is_missing(
    run: Run, province: Bureau, folder: Path, tmp_path: Path
) -> None:
    own = json.loads((folder / "sendiri.json").read_text())["office"]
    (tmp_path / "kantor.txt").write_text(f"# kabupaten\n{own}\nP2TP2A Kapuas\nP2TP2A {{Katingan}}\n\n")
    status, out, err = merged(run, province, folder, "--offices", str(tmp_path / "kantor.txt"), "--json")
    assert status == Exit.OK, err
    plain: dict[str, Any] = json.loads(out)
    tables = {table["id"]: table for table in plain["tables"]}
    assert {row["key"]: row["cells"][0] for row in tables["ikhtisar"]["rows"]}["procedure"] == 2 + 7 + 4
    assert [row["cells"] for row in tables["kantor"]["rows"]] == [[0, 2, 2], [10, 7, 17]]
    assert plain["merged"]["missing"] == [
        {"office": own, "month": "2026-10"},
        *({"office": "P2TP2A {Katingan}", "month": month} for month in ("2026-10", "2026-11")),
    ]
    assert (
        f"Belum ada: {own} (Oktober 2026); P2TP2A {{Katingan}} (Oktober 2026, November 2026)."
        in plain["notes"]
    )
    assert [file["received"] for file in plain["merged"]["files"]] == [10, 7, 2]
    assert f"{own} (November 2026)" in err, "its month was not over when it was made"
    assert (plain["elapsed"], plain["desk"], plain["differences"]) == ([], [], [])
    province.session(CHAIR)
    act = [row for row in history.of_verb("recap") if row.detail["recipient"] == "gabungan"][-1]
    assert (act.account, act.subject, act.detail["form"]) == (CHAIR, "2026-Q4", "json")


def test_what_does_not_belong_stops_it(run: Run, province: Bureau, folder: Path, tmp_path: Path) -> None:
    def refused(name: str, data: bytes, code: str, *words: str) -> None:
        (folder / name).write_bytes(data)
        status, out, err = merged(run, province, folder, *words, "--json")
        assert status != Exit.OK, err
        assert (code in err, out) == (True, "")
        (folder / name).unlink()

    changed = exported("P2TP2A Seruyan").replace(b"Seruyan", b"Lamandau")
    refused("lain.json", changed, "register.recap_changed")
    refused("lain.json", b"{}", "register.foreign_recap")
    refused("lain.json", exported("P2TP2A Seruyan", recipient="publikasi"), "register.foreign_recap")
    refused("lain.json", exported("P2TP2A Kapuas", 11, 5), "register.recap_twice")
    refused("lain.json", exported("P2TP2A Seruyan", 12), "register.recap_other_month")
    listed = tmp_path / "kantor.txt"
    listed.write_text("P2TP2A Kapuas\n")
    refused("baca.txt", b"", "register.unlisted_office", "--offices", str(listed))
    refused("baca.txt", b"", "register.merged_not_published", "--for", "publication")
    assert merged(run, province, tmp_path, "--json")[0] == Exit.NOT_FOUND


@pytest.mark.parametrize("account", [CLERK, ADMIN])
def test_chair_and_archivist_alone_make_it(run: Run, province: Bureau, folder: Path, account: str) -> None:
    status, out, err = merged(run, province, folder, account=account)
    assert (status, out) == (Exit.NO_RIGHT, "")
    assert "not_yours" in err
