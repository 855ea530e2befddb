"""``rangkap review`` and ``edited``, from outside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import difference
from pipeline.cli import lines as terminal
from pipeline.kernel.text import Exit
from pipeline.records import letters
from pipeline.records.letters import LetterState
from tests.cli.conftest import Run
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST, SECOND
from tests.office.word import replaced, taken_out, with_words

At = Callable[[str], Bureau]
WORDS = "Mohon membawa surat ini."


def edit(office: Bureau, words: str = WORDS) -> None:
    office.drop(with_words(taken_out(office, FIRST), words), "x.docx")
    office.receive()


def test_a_case_is_read_and_nothing_is_asked_without_a_terminal(at_stage: At, run: Run) -> None:
    office = at_stage("drafted")
    status, out, err = run(office, CHAIR, "review", FIRST)
    assert status == Exit.OK
    assert err.startswith(f"!! KRISIS  {SECOND} ")
    assert len(err.splitlines()) == 1
    assert out.startswith(f"Surat {FIRST}-1 revisi 1: konsep\n")
    assert "Aturan surat: tidak ada yang dilanggar." in out
    status, out, _ = run(office, CHAIR, "review", FIRST, "--json")
    assert json.loads(out)["findings"] == []
    assert run(office, CLERK, "review", FIRST)[0] == Exit.NO_RIGHT


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        (("x", "s"), LetterState.APPROVED),
        (("k", "perjelas"), LetterState.RETURNED),
        (("n",), LetterState.DRAFTED),
        (("Ctrl-C",), LetterState.DRAFTED),
    ],
)
def test_the_chair_decides_after_reading(
    at_stage: At, run: Run, person: Callable[..., None], typed: tuple[str, ...], state: LetterState
) -> None:
    office = at_stage("drafted")
    person(*typed)
    status, _, err = run(office, CHAIR, "review", FIRST)
    assert "s setujui" in err
    assert status == (Exit.INCOMPLETE if "Ctrl-C" in typed else Exit.OK)
    office.session()
    assert letters.get(f"{FIRST}-1").state == state


def test_a_draft_that_was_replaced_while_she_read_is_not_approved(
    at_stage: At, run: Run, person: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("drafted")
    person()

    def asked(*_: object) -> str:
        office.draft(FIRST)
        return "s"

    monkeypatch.setattr("pipeline.cli.prompts.line", asked)
    status, _, err = run(office, CHAIR, "review", FIRST)
    assert (status, "Anda membaca versi 1, sekarang versi 2" in err) == (Exit.STALE, True)
    office.session()
    assert letters.get(f"{FIRST}-1").state == LetterState.DRAFTED


def test_the_revision_that_was_read_on_paper_is_the_one_that_is_approved(at_stage: At, run: Run) -> None:
    office = at_stage("drafted")
    office.draft(FIRST)
    status, _, err = run(office, CHAIR, "approve-letter", FIRST)
    assert status == Exit.USAGE
    assert f"rangkap approve-letter {FIRST} 2" in err
    status, _, err = run(office, CHAIR, "approve-letter", FIRST, "1")
    assert (status, "Anda membaca versi 1, sekarang versi 2" in err) == (Exit.STALE, True)
    assert run(office, CHAIR, "approve-letter", FIRST, "2")[0] == Exit.OK
    office.session()
    assert letters.get(f"{FIRST}-1").state == LetterState.APPROVED


def test_what_was_changed_since_she_returned_it_is_shown_before_she_decides(
    at_stage: At, run: Run, person: Callable[..., None]
) -> None:
    office = at_stage("drafted")
    person("perjelas")
    assert run(office, CHAIR, "return-letter", FIRST)[0] == Exit.OK
    office.session()
    office.draft(FIRST, follow_up="penjangkauan ke sekolah")
    office.draft(FIRST, follow_up="penjangkauan ke sekolah", letter_attachments=1)
    person("n")
    status, out, _ = run(office, CHAIR, "review", FIRST)
    assert (status, "Surat 2026-0001-1 revisi 3: konsep" in out) == (Exit.OK, True)
    assert "Perubahan sejak revisi 1:" in out
    assert "{+penjangkauan ke sekolah" in out
    office.session()
    assert letters.get(f"{FIRST}-1").state == LetterState.DRAFTED
    person("s")
    assert run(office, CHAIR, "review", FIRST)[0] == Exit.OK
    office.session()
    assert letters.get(f"{FIRST}-1").state == LetterState.APPROVED


def test_an_edit_is_shown_and_taken_or_left(at_stage: At, run: Run, person: Callable[..., None]) -> None:
    office = at_stage("drafted")
    edit(office)
    assert f"→ rangkap review {FIRST}" in run(office, CHAIR, "todo")[1]
    status, out, _ = run(office, CHAIR, "review", FIRST)
    assert "{+" + WORDS + "+}" in out
    status, out, err = run(office, CHAIR, "leave-edited", FIRST, "1", given="tidak perlu")
    assert (status, "tetap disimpan" in err) == (Exit.OK, True)
    edit(office, "Kami tunggu.")
    person("p", "tidak")
    assert run(office, CHAIR, "review", FIRST)[0] == Exit.INCOMPLETE
    person("p", "ya")
    status, out, err = run(office, CHAIR, "review", FIRST)
    assert (status, "{+Kami tunggu.+}" in out, "revisi 2" in err) == (Exit.OK, True, True)
    person("p")
    assert run(office, CHAIR, "review", FIRST)[0] == Exit.NOT_FOUND, "no edit waits any more"
    office.session()
    assert letters.get(f"{FIRST}-1").revision == 2
    status, out, _ = run(office, CHAIR, "review", FIRST, "--json")
    assert "Kami tunggu." in json.dumps(json.loads(out)["changes"])


def test_a_draft_goes_out_and_comes_back_by_hand(at_stage: At, run: Run, tmp_path: Path) -> None:
    office = at_stage("drafted")
    status, out, err = run(office, OFFICER, "edited", FIRST, "--to", str(tmp_path / "usb"))
    assert (status, "Sunting di Word" in err) == (Exit.OK, True)
    path = Path(out.strip())
    path.write_bytes(with_words(path.read_bytes(), WORDS))
    status, out, err = run(office, OFFICER, "edited", FIRST, str(path))
    assert (status, "{+" + WORDS + "+}" in out, f"take-edited {FIRST} 1" in err) == (Exit.OK, True, True)
    status, out, _ = run(office, OFFICER, "edited", FIRST, "--json")
    assert [load["usable"] for load in json.loads(out)] == [True]
    assert run(office, OFFICER, "edited", FIRST, str(tmp_path / "lain.docx"))[0] == Exit.REFUSED


def test_an_edit_that_waits_for_nobody_is_told_as_such(at_stage: At, run: Run, tmp_path: Path) -> None:
    office = at_stage("drafted")
    status, out, err = run(office, OFFICER, "edited", FIRST)
    assert (status, out) == (Exit.OK, "")
    assert f"Tidak ada suntingan yang menunggu pada kasus {FIRST}." in err
    assert f"rangkap edited {FIRST} --to DIR" in err
    path = tmp_path / "x.docx"
    path.write_bytes(replaced(taken_out(office, FIRST), "datang langsung", "tidak datang langsung"))
    _, out, err = run(office, OFFICER, "edited", FIRST, str(path))
    assert "Suntingan ke-1 disimpan, tetapi tidak dapat dipakai" in err
    assert "take-edited" not in err
    assert "Tidak dapat dipakai:" in out
    path.write_bytes(taken_out(office, FIRST))
    _, out, err = run(office, OFFICER, "edited", FIRST, str(path))
    assert "Suntingan ke-2 disimpan, tetapi tidak menunggu ketua" in err
    assert "Tidak ada kata atau gambar yang berbeda dari konsep revisi 1" in out
    status, out, err = run(office, OFFICER, "edited", FIRST, "--json")
    assert [load["waits"] for load in json.loads(out)] == [False, False]


def test_a_case_without_a_draft_says_how_to_make_one(at_stage: At, run: Run) -> None:
    _, _, err = run(at_stage("registered"), OFFICER, "edited", FIRST)
    assert f"rangkap draft {FIRST}" in err


def test_pages_are_put_out(approved: Bureau, run: Run, tmp_path: Path) -> None:
    status, out, err = run(approved, CHAIR, "review", FIRST, "--show", str(tmp_path))
    assert (status, len(out.splitlines())) == (Exit.OK, 2)
    assert "untuk dibaca" in err


def test_a_terminal_with_colours_shows_them(at_stage: At, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    office = at_stage("drafted")
    edit(office)
    monkeypatch.setattr(difference, "has_colours", lambda: True)
    _, out, _ = run(office, CHAIR, "review", FIRST)
    assert "\x1b[32m{+" + WORDS + "+}\x1b[0m" in out
    monkeypatch.undo()
    assert not difference.has_colours()
    assert terminal.is_terminal() is False
