"""``rangkap doctor``: each thing looked at, with what to do; and what ``rangkap todo`` says of a dead watcher."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from pipeline.cli.__main__ import main
from pipeline.intake import proof
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Exit, Next
from pipeline.office.base.heartbeat import WATCHER, WORKER, Heart
from pipeline.office.letters import fitness
from pipeline.office.overview import doctor, health
from tests.office.bureau import Bureau
from tools import language

_LOOKED_AT = (
    "isolasi pembaca berkas", "LibreOffice", "data bahasa Indonesia (OCR)", "mesin pembaca (OCR)", "huruf surat", "inbox",
    "sewa berkas (lease)", "arsip", "basis data dan pengaman", "ruang penyimpanan", "jam", "pengawas inbox",
    "pekerja latar belakang", "antrean baca",
)  # fmt: skip


@pytest.fixture
def told(bureau: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a function that gives status and rows of doctor."""
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.home))
    monkeypatch.setattr(
        fitness, "reading", lambda settings: fitness.Row("mesin pembaca (OCR)", ok=True, found="")
    )

    def tell() -> tuple[int, dict[str, dict[str, Any]]]:
        status = main(["doctor", "--json"])
        return status, {row["what"]: row for row in json.loads(capsys.readouterr().out)}

    return tell


@pytest.mark.usefixtures("in_folder")
def test_everything_is_looked_at(told: Any) -> None:
    status, rows = told()
    assert status == Exit.OK
    assert set(_LOOKED_AT) <= set(rows)


def test_the_built_in_page_is_really_read(bureau: Bureau) -> None:
    row = fitness.reading(bureau.settings)
    assert (row.ok, row.then) == (True, "")
    assert "halaman uji terbaca" in row.found


def test_an_engine_that_reads_badly_or_not_at_all_is_told(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitness, "_missing", lambda accept_risk: ("KANTOR",))
    row = fitness.reading(bureau.settings)
    assert (row.ok, "kurang KANTOR" in row.found, "./run" in row.then) == (False, True, True)


def test_language_data_is_known_by_its_digest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert proof.LANGUAGE_SHA256 == language.SHA256
    assert "kode pemeriksa cocok" in fitness.language().found
    (tmp_path / "ind.traineddata").write_bytes(b"lain")
    monkeypatch.setenv("RANGKAP_TESSDATA", str(tmp_path))
    monkeypatch.setattr(proof, "language_data", lambda: tmp_path)
    monkeypatch.setattr(fitness, "language_data", lambda: tmp_path)
    row = fitness.language()
    assert (row.ok, row.warning) == (True, True)
    assert "tesseract-ocr-ind" in row.then


def test_a_share_that_is_away_is_bad_with_its_next_step(bureau: Bureau, told: Any) -> None:
    (bureau.home / "inbox" / ".rangkap-inbox").unlink()
    status, rows = told()
    assert status == Exit.FAILED
    assert not rows["inbox"]["ok"]
    assert "penanda jangan dibuat dengan tangan" in rows["inbox"]["next"]


@pytest.mark.usefixtures("in_folder")
def test_the_disk_of_the_archive_is_told_where_it_is_another_than_that_of_the_home(
    told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "ruang penyimpanan arsip" not in told()[1]
    monkeypatch.setitem(cast("dict[str, Any]", health.DISKS), "archive_disk", lambda settings: Path("/proc"))
    status, rows = told()
    assert (status, rows["ruang penyimpanan arsip"]["ok"]) == (Exit.FAILED, False)
    assert rows["ruang penyimpanan arsip"]["found"] == "0 MB bebas"
    monkeypatch.setattr(doctor, "archive_address", lambda: "s3://ember")
    assert "ruang penyimpanan arsip" not in told()[1]


@pytest.mark.usefixtures("in_folder")
def test_who_may_write_and_unknown_folders_are_told(bureau: Bureau, told: Any) -> None:
    (bureau.home / "inbox").chmod(0o777)
    (bureau.home / "inbox" / "Surat Ibu Melati").mkdir()
    status, rows = told()
    assert status == Exit.OK
    assert "siapa pun boleh menulis" in rows["inbox"]["found"]
    assert rows["folder dalam inbox"]["found"].startswith("1 tidak dikenal")
    assert "Melati" not in json.dumps(rows)


def test_an_inbox_whose_names_everybody_on_the_machine_sees_is_told_in_a_real_office(bureau: Bureau) -> None:
    settings = replace(bureau.settings, values={**bureau.settings.values, "kantor.percobaan": False})
    inbox = settings.inbox
    findings = {}
    for mode in (0o755, 0o1730):
        inbox.chmod(mode)
        findings[mode] = next(fitness.share(settings))
    assert (findings[0o755].warning, findings[0o1730].warning) == (True, False)
    assert "melihat nama berkas" in findings[0o755].found
    assert findings[0o755].then == f"chmod o-rwx {inbox}"


def test_the_test_of_leases_follows_no_link_that_lies_in_its_way(bureau: Bureau, tmp_path: Path) -> None:
    (bureau.home / "inbox" / f".uji-sewa-{os.getpid()}.tmp").symlink_to(tmp_path / "lain")
    (row,) = [check for check in fitness.share(bureau.settings) if check.what.startswith("sewa")]
    assert "tidak dapat diuji" in row.found
    assert not (tmp_path / "lain").exists()


def test_the_test_of_leases_leaves_nothing_behind(bureau: Bureau, told: Any) -> None:
    before = sorted(os.listdir(bureau.home / "inbox"))  # noqa: PTH208 - hidden names too
    assert told()[1]["sewa berkas (lease)"]["ok"]
    assert sorted(os.listdir(bureau.home / "inbox")) == before  # noqa: PTH208


def test_in_a_real_office_a_dead_watcher_or_worker_is_bad(bureau: Bureau) -> None:
    settings = bureau.settings
    bureau.session()
    rows = {row.what: row for row in fitness.doors(settings)}
    assert all(row.ok and row.warning for row in rows.values() if row.what != "antrean baca")
    settings = replace(settings, values={**settings.values, "kantor.percobaan": False})
    rows = {row.what: row for row in fitness.doors(settings)}
    assert not rows["pengawas inbox"].ok
    assert "systemctl start rangkap-watch" in rows["pengawas inbox"].then
    assert rows["pengawas inbox"].next == (Next("start"),)
    for door in (WATCHER, WORKER):
        Heart(settings, door).beat()
    assert all(row.ok and not row.warning for row in fitness.doors(settings))


def test_a_pause_of_intake_is_bad_though_the_watcher_lives(bureau: Bureau) -> None:
    bureau.session()
    pause = Refusal("intake.low_space", where="var", now=3, floor=500)
    Heart(bureau.settings, WATCHER).beat(pause)
    rows = {row.what: row for row in fitness.doors(bureau.settings)}
    assert not rows["pengawas inbox"].ok
    assert "ruang bebas di var tinggal 3 MB" in rows["pengawas inbox"].found
