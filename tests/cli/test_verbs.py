"""Every verb from outside: its help, its exit status, what goes to stdout and what to stderr."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from demo.answers import registration
from demo.office import Office
from pipeline.cli.__main__ import main
from pipeline.kernel.text import Exit
from pipeline.kernel.verbs import VERBS
from pipeline.records import boot
from tests.office.bureau import copied

CASE = "2026-0001"
READING = (
    ("todo",),
    ("find", CASE),
    ("show", CASE),
    ("verify",),
    ("doctor",),
    ("export", "register"),
)


@dataclass
class Cli:
    """``rangkap`` in this process, for the home of a copy of the office with one case."""

    home: Path
    capture: pytest.CaptureFixture[str]
    out: str = ""
    err: str = ""

    def __call__(self, *words: str, account: str = "") -> int:
        """Run a verb; keep what it printed; return its exit status."""
        self.capture.readouterr()
        try:
            status = main([*words, *(["--as", account] if account else [])])
        except SystemExit as left:
            status = int(left.code or 0)
        boot.close()
        self.out, self.err = self.capture.readouterr()
        return status

    @property
    def toml(self) -> Path:
        """The settings of the office."""
        return self.home / "office.toml"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, open_database: None) -> Office:
    """An office with one case, a phone call."""
    made = Office(tmp_path_factory.mktemp("kantor") / "rumah")
    assert made.run("init", "--trial", str(made.home)).returncode == Exit.OK
    answers = made.note("telepon.json", registration(6))
    made.call("register", "--channel", "phone", "--answers", answers, account="petugas")
    return made


@pytest.fixture
def rangkap(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Cli]:
    """``rangkap`` for a copy of the office."""
    home = tmp_path / "rumah"
    copied(office.home, home)
    monkeypatch.setenv("RANGKAP_HOME", str(home))
    monkeypatch.setenv("RANGKAP_CLOCK", office.clock())
    yield Cli(home, capsys)
    boot.close()


def test_the_help_of_rangkap_names_every_verb_and_every_exit_status(rangkap: Cli) -> None:
    assert rangkap("--lang", "en", "--help") == Exit.OK
    assert all(f"\n    {verb.name}" in rangkap.out for verb in VERBS)
    words = " ".join(rangkap.out.split())
    assert all(f"{status.value} {status.name.lower()}" in words for status in Exit)


@pytest.mark.parametrize(
    ("words", "account", "status", "code"),
    [
        (("find", "2026-0099"), "arsip", Exit.NOT_FOUND, "records.not_found"),
        (("show", "2026-0099"), "arsip", Exit.NOT_FOUND, "records.not_found"),
        (("register",), "petugas", Exit.NOT_FOUND, "office.nothing_waits"),
        (("register", "A-2026-0001"), "petugas", Exit.REFUSED, "office.not_waiting"),
        (("code", "P2:2026-0009-1:1:AAAAAAAAAA"), "petugas", Exit.NOT_FOUND, "records.not_found"),
        (("approve-letter", CASE), "petugas", Exit.NO_RIGHT, "office.not_yours"),
        (("export", "register", "--csv"), "petugas", Exit.NO_RIGHT, "office.not_yours"),
        (("verify",), "petugas", Exit.NO_RIGHT, "office.not_yours"),
        (("find", CASE), "pengawas", Exit.NO_RIGHT, "office.not_yours"),
        (("find", "2026-0099"), "pengawas", Exit.NO_RIGHT, "office.not_yours"),
        (("todo",), "teknis", Exit.NO_RIGHT, "office.not_yours"),
        (("draft", CASE), "identifikasi", Exit.REFUSED, "office.not_identified"),
        (("approve-letter", CASE), "ketua", Exit.REFUSED, ""),
        (("review", CASE, "--approved"), "ketua", Exit.USAGE, ""),
        (("record-clarification", CASE), "identifikasi", Exit.USAGE, "cli.needs_terminal"),
        (("record-clarification", CASE, "--answers", "tidak-ada.json"), "identifikasi", Exit.USAGE, "cli.bad_answers"),
        (("terbang",), "", Exit.USAGE, ""),
        ((), "", Exit.USAGE, ""),
    ],
)  # fmt: skip
def test_the_exit_status_says_what_happened(
    rangkap: Cli, words: tuple[str, ...], account: str, status: Exit, code: str
) -> None:
    assert rangkap(*words, account=account) == status
    assert rangkap.out == ""
    assert code in rangkap.err


@pytest.mark.parametrize("words", READING, ids=lambda words: str(words[0]))
def test_with_json_stdout_is_one_json_document(rangkap: Cli, words: tuple[str, ...]) -> None:
    account = "" if words[0] == "doctor" else "arsip"
    status = rangkap(*words, "--json", account=account)
    bucket_without_versions = words[0] == "doctor" and bool(os.environ.get("RANGKAP_TEST_ARCHIVE"))
    assert status == Exit.OK or (bucket_without_versions and status == Exit.FAILED)
    json.loads(rangkap.out)


def test_a_name_is_revealed_for_a_reason_only(rangkap: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(""))
    assert rangkap("show", CASE, "--reveal", account="petugas") == Exit.USAGE
    monkeypatch.setattr("sys.stdin", StringIO("penelepon bertanya"))
    assert rangkap("show", CASE, "--reveal", account="petugas") == Exit.OK
    assert "Sukirno" in rangkap.out
    assert rangkap("show", CASE, "--json", account="arsip") == Exit.OK
    assert ('"verb": "reveal"' in rangkap.out, "penelepon bertanya" in rangkap.out) == (True, False)


def test_nobody_acts_as_an_account_that_office_toml_does_not_lend(rangkap: Cli) -> None:
    toml = rangkap.toml.read_text("utf-8")
    before, name, after = toml.partition('nama = "ketua"')
    lent = after.index("boleh_dipakai")
    row = after[lent:].partition("\n")[0]
    rangkap.toml.write_text(before + name + after.replace(row, "boleh_dipakai = []", 1), "utf-8")
    assert rangkap("approve-letter", CASE, account="ketua") == Exit.NO_RIGHT
    assert "office.may_not_act_as" in rangkap.err
    assert rangkap("todo", account="tidakada") == Exit.NO_RIGHT
    assert "office.may_not_act_as" in rangkap.err
    assert rangkap("find", CASE, account="arsip") == Exit.OK


@pytest.mark.parametrize("verb", ["todo", "start"])
def test_an_unknown_key_stops_every_door_with_its_line_and_the_nearest_known(
    rangkap: Cli, office: Office, verb: str
) -> None:
    lines = rangkap.toml.read_text("utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("# jeda_detik"))
    lines[place] = "jeda_detk = 2.0"
    rangkap.toml.write_text("\n".join(lines), "utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "pipeline.cli", verb],
        env=office.environment() | {"RANGKAP_HOME": str(rangkap.home)},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode == Exit.USAGE
    assert f"office.toml, baris {place + 1}: kunci “masuk.jeda_detk” tidak dikenal." in done.stderr
    assert "Maksud Anda “masuk.jeda_detik”?" in done.stderr
    assert done.stdout == ""


def test_a_missing_home_says_how_to_make_one(rangkap: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(rangkap.home / "lain"))
    assert rangkap("todo") == Exit.NOT_FOUND
    assert "rangkap init" in rangkap.err


def test_what_was_not_foreseen_is_told_by_its_kind_without_values(
    rangkap: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "Rusmini Talahu"
    (home / "office.toml").mkdir(parents=True)
    (home / "var").mkdir()
    monkeypatch.setenv("RANGKAP_HOME", str(home))
    assert rangkap("todo") == Exit.FAILED
    assert "IsADirectoryError" in rangkap.err
    log = (home / "var" / "logs" / "errors.log").read_text("utf-8")
    assert "IsADirectoryError" in log
    assert "__init__.py:" in log, "the place is told"
    assert "Rusmini" not in rangkap.err + log


def test_a_clock_that_cannot_be_read_is_told_without_a_trace(
    rangkap: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RANGKAP_CLOCK", "Rusmini")
    assert rangkap("find", CASE, account="arsip") == Exit.FAILED
    assert "Rusmini" not in rangkap.err
    assert "Traceback" not in rangkap.err


def test_a_spoiled_database_is_told_with_the_way_to_mend_it(on_file: None, rangkap: Cli) -> None:
    assert rangkap("export", "register", account="arsip") == Exit.OK
    before = rangkap.out
    for path in rangkap.home.glob("var/rangkap.db*"):
        if path.suffix == ".db":
            path.write_bytes(b"bukan basis data" * 500)
        elif path.name != boot.MIGRATED:
            path.unlink()
    assert rangkap("todo", account="petugas") == Exit.DAMAGED
    assert "rangkap rebuild" in rangkap.err
    assert rangkap("rebuild", account="arsip") == Exit.OK
    assert rangkap("export", "register", account="arsip") == Exit.OK
    assert rangkap.out == before


def test_a_reader_that_goes_away_is_no_error(office: Office) -> None:
    command = f"{sys.executable} -P -m pipeline.cli show {CASE} --as arsip | true"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env=office.environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == Exit.OK
    assert done.stderr == ""


def test_a_document_is_read_without_being_filed(rangkap: Cli) -> None:
    path = Path(__file__)
    before = _kept_in(rangkap.home)
    assert rangkap("read", str(path), "--json") == Exit.INCOMPLETE
    assert list(json.loads(rangkap.out)) == [str(path)]
    assert _kept_in(rangkap.home) == before, "neither the inbox, nor the arrivals, nor the archive has more"


def _kept_in(home: Path) -> list[Path]:
    rooms = [home / "inbox", home / "var" / "arrivals", home / "archive"]
    assert all(room.is_dir() for room in rooms)
    return sorted(path for room in rooms for path in room.rglob("*") if path.is_file())
