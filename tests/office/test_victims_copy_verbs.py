"""``rangkap copy`` as it is typed: what is said, in which order, and that no name is ever part of a command."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.cli.verbs import copy as verb
from pipeline.kernel.text import Exit
from pipeline.office.victims import victims_copy
from pipeline.records import boot
from tests.office import victims_letters as letters
from tests.office.bureau import CHAIR, CLERK, Bureau
from tests.office.stages import FIRST

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that calls the verb as an account, with what it is given on standard input."""

    def call(office: Bureau, account: str, *words: str, given: str = "") -> tuple[int, str, str]:
        monkeypatch.setenv("RANGKAP_HOME", str(office.home))
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        capsys.readouterr()
        status = main(["copy", FIRST, *words, "--as", account])
        boot.close()
        out, err = capsys.readouterr()
        return status, out, err

    return call


def test_from_the_choice_to_the_receipt(run: Run, wife: Bureau, tmp_path: Path) -> None:
    status, out, _ = run(wife, CLERK)
    assert status == Exit.OK
    assert "1 formulir-pendaftaran\n  2 surat-masuk-1.pdf" in out
    status, out, err = run(wife, CLERK, "--document", letters.LETTER)
    copy = out.strip()
    assert (status, copy) == (Exit.OK, f"D-{FIRST}-1")
    assert "1.1 Darsono Peliwang (nama terlapor)" in err
    assert "Komputer tidak melihat tulisan tangan dan gambar" in err
    status, _, err = run(wife, CLERK, "--ready")
    assert (status, "office.copy_not_looked_at" in err) == (Exit.REFUSED, True)
    status, _, err = run(wife, CLERK, "--change", given="+ penjual kue\n- 2.1\n")
    assert (status, "Penjual kue (diketik)" in err) == (Exit.OK, True)
    status, out, err = run(wife, CLERK, "--show", str(tmp_path / "lihat"))
    assert [Path(one).suffix for one in out.split()] == [".pdf", ".png", ".png"]
    assert f"Bila lengkap: rangkap copy {FIRST} --ready" in err
    assert run(wife, CLERK, "--ready")[0] == Exit.OK
    status, out, err = run(wife, CHAIR, "--show", str(tmp_path / "ketua"))
    assert f"Setujui: rangkap copy {FIRST} --approve" in err
    status, _, err = run(wife, CHAIR, "--approve")
    assert (status, "disetujui dan diarsipkan" in err) == (Exit.OK, True)
    status, out, _ = run(wife, CLERK, "--print", str(tmp_path / "cetak"))
    assert len(out.split()) == 3
    answers = tmp_path / "isian.json"
    answers.write_text(json.dumps({"receiver": "korban", "proof": "KTP"}))
    status, _, err = run(wife, CLERK, "--handed", "--answers", str(answers))
    assert (status, f"Penyerahan salinan {copy} dicatat." in err, "Pindai lembar ke-2" in err) == (
        Exit.OK,
        True,
        True,
    )
    status, out, _ = run(wife, CLERK, "--json")
    told = json.loads(out)
    assert [(one["copy"], one["state"]) for one in told["copies"]] == [(copy, "diserahkan")]


def test_who_may_not_is_told_so_before_anything_is_asked(run: Run, waiting: Bureau) -> None:
    status, _, err = run(waiting, CLERK, "--handed")
    assert (status, "office.no_victims_copy" in err) == (Exit.REFUSED, True)
    status, _, err = run(waiting, CHAIR, "--document", letters.LETTER)
    assert (status, "office.not_yours" in err) == (Exit.NO_RIGHT, True)


def test_at_a_terminal_the_documents_are_chosen_by_number(
    run: Run, wife: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["9", "2"])

    def asked(_message: str, _default: str, check: Callable[[str], str | None]) -> str:
        given = next(typed)
        while check(given) is not None:
            given = next(typed)
        return given

    monkeypatch.setattr(verb, "is_terminal", lambda: True)
    monkeypatch.setattr("pipeline.cli.prompts.line", asked)
    status, out, _ = run(wife, CLERK)
    assert (status, out.splitlines()[-1]) == (Exit.OK, f"D-{FIRST}-1")
    wife.desk()
    (made,) = victims_copy.copies_of(FIRST)
    assert [one["name"] for one in made.decision["documents"]] == [letters.LETTER]


@pytest.mark.parametrize("name", ["Darsono", "warung biru"])
def test_words_to_black_out_are_no_argument(run: Run, wife: Bureau, name: str) -> None:
    with pytest.raises(SystemExit):
        run(wife, CLERK, "--change", name)


def test_one_that_nobody_fetches_is_withdrawn_and_its_prints_are_destroyed(
    run: Run, approved_copy: Bureau, tmp_path: Path
) -> None:
    assert run(approved_copy, CLERK, "--print", str(tmp_path))[0] == Exit.OK
    status, out, err = run(approved_copy, CHAIR, "--withdraw", given="tidak datang")
    assert (status, out.strip()) == (Exit.OK, f"D-{FIRST}-1")
    assert "Cetakannya (1 kali) beserta tanda terimanya harus dimusnahkan" in err
    assert f"rangkap copy {FIRST} --shredded" in err
    assert "tidak diambil (tidak datang)  musnahkan 1 cetakan" in run(approved_copy, CLERK)[1]
    status, _, err = run(approved_copy, CLERK, "--shredded")
    assert (status, "sudah dimusnahkan" in err) == (Exit.OK, True)
    assert "musnahkan" not in run(approved_copy, CLERK)[1]
    assert "office.no_prints_left" in run(approved_copy, CLERK, "--shredded")[2]
