"""``rangkap copy`` and its acts as they are typed: what is said, in which order, and that no name is ever part of a command."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.text import Exit
from pipeline.records import boot
from tests.office import victims_letters as letters
from tests.office.bureau import CHAIR, CLERK, Bureau
from tests.office.stages import FIRST

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that calls the verb as an account, with what it is given on standard input."""

    def call(
        office: Bureau, account: str, verb: str, *words: str, given: str = "", **answers: object
    ) -> tuple[int, str, str]:
        monkeypatch.setenv("RANGKAP_HOME", str(office.home))
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        path = office.home / "var" / "isian.json"
        path.write_text(json.dumps(answers))
        capsys.readouterr()
        status = main([verb, FIRST, *words, *(["--answers", str(path)] if answers else []), "--as", account])
        boot.close()
        out, err = capsys.readouterr()
        return status, out, err

    return call


def test_from_the_choice_to_the_receipt(run: Run, wife: Bureau, tmp_path: Path) -> None:
    status, out, err = run(wife, CLERK, "copy")
    assert (status, f"rangkap propose-copy {FIRST}" in err) == (Exit.OK, True)
    assert "  formulir-pendaftaran\n  surat-masuk-1.pdf" in out
    status, _, err = run(wife, CLERK, "propose-copy", letters.LETTER)
    copy = f"D-{FIRST}-1"
    assert (status, copy in err, f"rangkap copy {FIRST} --show DIR" in err) == (Exit.OK, True, True)
    assert "1.1 Darsono Peliwang (nama terlapor)" in run(wife, CLERK, "copy")[2]
    status, _, err = run(wife, CLERK, "submit-copy")
    assert (status, "office.copy_not_looked_at" in err) == (Exit.REFUSED, True)
    assert run(wife, CLERK, "change-copy", added="penjual kue", taken_off=["2.1"])[0] == Exit.OK
    assert "Penjual kue (diketik)" in run(wife, CLERK, "copy")[2]
    status, out, err = run(wife, CLERK, "copy", "--show", str(tmp_path / "lihat"))
    assert [Path(file).suffix for file in out.split()] == [".pdf", ".png", ".png"]
    assert f"rangkap submit-copy {FIRST}" in err
    assert run(wife, CLERK, "submit-copy")[0] == Exit.OK
    status, out, err = run(wife, CHAIR, "copy", "--show", str(tmp_path / "ketua"))
    assert f"rangkap approve-copy {FIRST}" in err
    assert run(wife, CHAIR, "approve-copy")[0] == Exit.OK
    status, out, _ = run(wife, CLERK, "print-copy", "--to", str(tmp_path / "cetak"))
    assert len(out.split()) == 3
    status, _, err = run(wife, CLERK, "hand-over-copy", receiver="korban", proof="KTP")
    assert (status, copy in err, "Pindai lembar ke-2" in err) == (Exit.OK, True, True)
    status, out, _ = run(wife, CLERK, "copy", "--json")
    page = json.loads(out)
    assert [(row["copy"], row["state"]) for row in page["copies"]] == [(copy, "diserahkan")]


def test_who_may_not_is_told_so_before_anything_is_asked(run: Run, waiting: Bureau) -> None:
    status, _, err = run(waiting, CLERK, "hand-over-copy")
    assert (status, "office.no_victims_copy" in err) == (Exit.REFUSED, True)
    status, _, err = run(waiting, CHAIR, "propose-copy", letters.LETTER)
    assert (status, "office.not_yours" in err) == (Exit.NO_RIGHT, True)


@pytest.mark.parametrize("name", ["Darsono", "warung biru"])
def test_words_to_black_out_are_no_argument(run: Run, wife: Bureau, name: str) -> None:
    with pytest.raises(SystemExit):
        run(wife, CLERK, "change-copy", name)


def test_one_that_nobody_fetches_is_withdrawn_and_its_prints_are_destroyed(
    run: Run, approved_copy: Bureau, tmp_path: Path
) -> None:
    assert run(approved_copy, CLERK, "print-copy", "--to", str(tmp_path))[0] == Exit.OK
    status, out, err = run(approved_copy, CHAIR, "withdraw-copy", given="tidak datang")
    assert (status, out.strip()) == (Exit.OK, FIRST)
    assert "Cetakannya (1 kali) beserta tanda terimanya harus dimusnahkan" in err
    assert f"rangkap shred-copy {FIRST}" in err
    assert "tidak diambil (tidak datang)" in run(approved_copy, CLERK, "copy")[1]
    assert run(approved_copy, CLERK, "shred-copy")[0] == Exit.OK
    assert "office.no_prints_left" in run(approved_copy, CLERK, "shred-copy")[2]
