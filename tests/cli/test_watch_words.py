"""What the watcher says of each paper that comes back, and ``rangkap draft`` of a letter that does not count any more."""

import io
from collections.abc import Callable

import pytest

from pipeline.cli.__main__ import main
from pipeline.office.answer.void_letter import void_letter
from pipeline.office.engine.perform import perform
from pipeline.records import boot
from tests.office import decided
from tests.office.bureau import (
    ADMIN,
    ARCHIVIST,
    CHAIR,
    CLERK,
    OFFICER,
    OVERSEER,
    Bureau,
    one_page,
)
from tests.office.stages import FIRST

At = Callable[[str], Bureau]
LETTER = f"{FIRST}-1"
CANARY = "Sitikanari"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return a function that calls a verb on a screen and returns what it said."""

    def call(office: Bureau, account: str, *words: str) -> str:
        monkeypatch.setenv("RANGKAP_HOME", str(office.leave()))
        monkeypatch.setattr("sys.stdin", io.StringIO(""))
        monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
        capsys.readouterr()
        main([*words, "--as", account])
        boot.close()
        return capsys.readouterr().err

    return call


def test_of_a_hidden_case_the_watcher_says_that_a_file_came_and_no_more(
    approved: Bureau, said: Callable[..., str]
) -> None:
    (first,) = approved.signed(FIRST, 1)
    approved.block(FIRST, CLERK)
    for _ in range(2):
        approved.drop(first, "pindaian.pdf")
        err = said(approved, CLERK, "watch", "--once")
        assert "pindaian.pdf sudah diterima." in err
        assert FIRST not in err
    approved.drop(first, "pindaian.pdf")
    assert FIRST in said(approved, CHAIR, "watch", "--once")


def test_copies_that_wait_for_the_secretariat_say_so(drafted: Bureau, said: Callable[..., str]) -> None:
    drafted.change('# penomoran = "sendiri"', 'penomoran = "sekretariat"')
    drafted.approve(FIRST)
    for path in drafted.signed(FIRST):
        drafted.drop(path)
    err = said(drafted, CLERK, "watch", "--once")
    assert f"\n  rangkap enter-number {FIRST} {LETTER}\n" in err


def test_a_voided_letter_is_said_to_be_void_and_a_returned_one_returned(
    approved: Bureau, said: Callable[..., str]
) -> None:
    decided.send_back(approved.session(CHAIR), FIRST, "kalimat pembuka belum tepat.")
    assert "Dikembalikan ketua: kalimat pembuka belum tepat." in said(approved, OFFICER, "draft", FIRST)
    perform(void_letter, approved.session(CHAIR), FIRST, {"reason": "salah alamat."}, LETTER)
    err = said(approved, OFFICER, "draft", FIRST)
    assert f"Surat {LETTER} dibatalkan ketua: salah alamat. Konsep ini menjadi surat baru." in err
    assert "Dikembalikan" not in err


def test_a_typed_reason_goes_to_no_log_and_to_nobody_who_may_not_draft(
    approved: Bureau,
    said: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    decided.send_back(approved.session(CHAIR), FIRST, f"nama {CANARY} jangan disebut.")
    for account in (CLERK, CHAIR, ARCHIVIST, ADMIN, OVERSEER):
        assert CANARY not in said(approved, account, "draft", FIRST)
    monkeypatch.undo()
    monkeypatch.setenv("RANGKAP_HOME", str(approved.home))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    for words in (
        ("draft", FIRST),
        ("todo",),
        ("show", FIRST),
        ("todo", "--json"),
        ("numbers",),
        ("doctor",),
    ):
        main([*words, *(("--as", OFFICER) if words != ("doctor",) else ())])
        boot.close()
        out, err = capsys.readouterr()
        assert CANARY not in out + err, words


@pytest.mark.parametrize("account", [CLERK, CHAIR, ADMIN, OVERSEER])
def test_the_name_of_a_file_stands_on_the_screen_of_the_clerk_alone(
    bureau: Bureau, said: Callable[..., str], capsys: pytest.CaptureFixture[str], account: str
) -> None:
    bureau.drop(one_page("satu"), f"Aduan {CANARY}.pdf")
    bureau.drop(b"%PDF-1.7 terpotong", f"Rusak {CANARY}.pdf")
    err = said(bureau, account, "watch", "--once")
    assert "Nomor agenda A-2026-0001" in err
    assert "ditolak: " in err
    assert (CANARY in err) is (account == CLERK)
    for verb in ("todo", "doctor"):
        assert main([verb, "--json", *(("--as", account) if verb == "todo" else ())]) is not None
        boot.close()
        out, err = capsys.readouterr()
        assert (CANARY in out + err) is (account == CLERK and verb == "todo")


def test_the_rows_of_a_round_name_files_to_the_clerk_alone(
    bureau: Bureau,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.leave()))
    for account, mark in ((OVERSEER, "satu"), (CLERK, "dua")):
        bureau.drop(one_page(mark), f"Aduan {CANARY} {mark}.pdf")
        main(["watch", "--once", "--json", "--as", account])
        boot.close()
        out, err = capsys.readouterr()
        assert (CANARY in out) is (account == CLERK)
        assert CANARY not in err
