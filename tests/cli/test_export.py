"""``rangkap export`` from outside: the form, the folder, the period, and that a purpose is asked, never guessed."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.cli.verbs import books as verb
from pipeline.kernel.text import Exit
from pipeline.office.bookkeeping.purposes import NO_PURPOSE, PURPOSES
from pipeline.records import boot
from pipeline.records.models import HistoryRow
from tests.office.bureau import ARCHIVIST, OVERSEER, Bureau

pytestmark = pytest.mark.backend


@pytest.fixture
def office(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """Return an office whose home the command line uses."""
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.home))
    return bureau


def run(*words: str, account: str = ARCHIVIST) -> int:
    status = main(["export", *words, "--as", account])
    boot.close()
    return status


def details(office: Bureau) -> list[dict[str, str]]:
    office.session(ARCHIVIST)
    rows = HistoryRow.objects.filter(verb="export").order_by("pk").values_list("detail", flat=True)
    return [json.loads(detail) for detail in rows]


def purposes(office: Bureau) -> list[str]:
    return [detail["purpose"] for detail in details(office)]


def test_without_a_terminal_and_a_purpose_that_is_what_is_logged(
    office: Bureau, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("register", "--csv") == Exit.OK
    out, err = capfdbinary.readouterr()
    assert out.decode("utf-8-sig").startswith("Nomor Register,")
    assert NO_PURPOSE in err.decode()
    assert run("register", "--purpose", "laporan") == Exit.OK
    assert purposes(office) == [NO_PURPOSE, "laporan"]


@pytest.mark.parametrize(("typed", "purpose"), [("2", "laporan"), ("  Permintaan ", "permintaan")])
def test_on_a_terminal_the_purpose_is_asked_from_the_list(
    office: Bureau,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    purpose: str,
) -> None:
    monkeypatch.setattr(verb, "is_terminal", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"iseng\n9\n{typed}\n"))
    assert run("ekspedisi", "--json") == Exit.OK
    out, err = capsys.readouterr()
    assert json.loads(out) == []
    assert err.count("pilih salah satu") == 2
    assert all(choice in err for choice in PURPOSES)
    assert purposes(office) == [purpose]


def test_whoever_leaves_the_question_exports_nothing(office: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verb, "is_terminal", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run("register") == Exit.INCOMPLETE
    assert purposes(office) == []


def test_a_sheet_goes_through_a_pipe_and_never_onto_a_screen(
    office: Bureau, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("register", "--format", "xlsx", "--purpose", "arsip") == Exit.OK
    assert zipfile.ZipFile(io.BytesIO(capfdbinary.readouterr().out)).testzip() is None
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run("register", "--format", "pdf", "--purpose", "arsip") == Exit.USAGE
    assert b"--to" in capfdbinary.readouterr().err
    assert purposes(office) == ["arsip"]


def test_json_is_logged_as_itself_and_goes_with_no_folder_and_no_other_form(
    office: Bureau, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (("--to", str(tmp_path / "usb")), ("--format", "xlsx"), ("--csv",)):
        assert run("register", "--json", *words, "--purpose", "arsip") == Exit.USAGE
        out, err = capsys.readouterr()
        assert (out, "cli.json_alone" in err, "--json" in err) == ("", True, True)
    assert not (tmp_path / "usb").exists()
    assert details(office) == []
    assert run("register", "--json", "--purpose", "arsip") == Exit.OK
    assert json.loads(capsys.readouterr().out) == []
    assert [detail["form"] for detail in details(office)] == ["json"]


def test_a_wrong_period_and_the_overseer_are_refused(office: Bureau) -> None:
    assert run("register", "--month", "2026-13", "--purpose", "arsip") == Exit.USAGE
    assert run("register", "--purpose", "arsip", account=OVERSEER) == Exit.NO_RIGHT
    assert purposes(office) == []
