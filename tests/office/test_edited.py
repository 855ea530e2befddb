"""Steps 10–11: a draft edited in Word comes back, is checked, and becomes the next revision if the chair takes it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from pipeline.cases.states import State
from pipeline.kernel.text import Next
from pipeline.letters import package
from pipeline.letters.edited import read_origin
from pipeline.letters.text import identifier_of
from pipeline.office.answer import edited
from pipeline.records import arrivals, cases, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.models import HistoryRow
from tests.office import damage, decided
from tests.office.bureau import CHAIR, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.office.word import back, saved_anew, taken_out, with_words
from tests.refused import refused_with

LETTER = f"{FIRST}-1"
WORDS = "Mohon membawa surat ini bila datang ke kantor."
At = Callable[[str], Bureau]


def test_what_is_taken_out_says_letter_and_revision(drafted: Bureau, tmp_path: Path) -> None:
    path = edited.take_out(drafted.session(OFFICER), FIRST, tmp_path / "usb")
    assert path.name == f"{LETTER}-konsep-r1.docx"
    origin = read_origin(identifier_of(path.read_bytes()))
    assert origin is not None
    assert (origin.letter, origin.revision, len(origin.check)) == (LETTER, 1, 10)
    with refused_with("office.no_folder"):
        edited.take_out(drafted.session(OFFICER), FIRST, tmp_path / "tidak" / "ada")


def test_a_draft_saved_anew_by_another_program_is_taken_approved_printed_and_filed_with_the_case(
    drafted: Bureau, tmp_path: Path
) -> None:
    docx = saved_anew(with_words(taken_out(drafted, FIRST), WORDS), tmp_path)
    arrival = back(drafted, docx)
    (edit,) = edited.waiting(drafted.session(CHAIR), FIRST)
    assert (edit.number, edit.made_from, edit.reasons, edit.has_other_pictures) == (1, 1, (), False)
    (change,) = edit.changes
    assert (change.kind, change.pieces[0].text) == ("added", WORDS)
    letter = decided.take(drafted.session(CHAIR), FIRST)
    assert (letter.revision, letter.state, letter.edited) == (2, LetterState.DRAFTED, arrival)
    assert letter.context == letters.get(LETTER).context
    kept = (drafted.settings.var / "letters" / LETTER / "r2" / "konsep.docx").read_bytes()
    assert identifier_of(kept) == f"{LETTER}:konsep"
    assert all(b"Wahdaniah" not in part for name, part in package.unpack(kept).items() if "docProps" in name)
    approved = drafted.approve(FIRST)
    assert approved.number == "400.2/001/P2TP2A/XI/2026"
    path = drafted.printed(FIRST)[1]
    text = " ".join("".join(page.extract_text() for page in PdfReader(path).pages).split())
    assert WORDS in text
    assert "Salinan ke-2 dari 2" in text
    names = [document.logical for document in cases.documents(FIRST)]
    assert f"surat-{LETTER}-r2-suntingan.docx" in names
    assert arrivals.get(arrival).state == ArrivalState.FILED
    drafted.receive(*drafted.signed(FIRST))
    assert letters.get(LETTER).state == LetterState.SIGNED
    assert drafted.verify() == []
    damage.rebuilt(drafted)
    assert (letters.get(LETTER).edited, arrivals.get(arrival).struck) == (arrival, "menjadi revisi 2")


def test_an_edit_is_known_by_its_category_where_a_program_dropped_the_identifier(drafted: Bureau) -> None:
    parts = package.unpack(with_words(taken_out(drafted, FIRST), WORDS))
    core = re.sub(rb"<dc:identifier>.*</dc:identifier>", b"", parts["docProps/core.xml"])
    assert core != parts["docProps/core.xml"]
    back(drafted, package.pack(parts | {"docProps/core.xml": core}))
    (edit,) = edited.waiting(drafted.session(CHAIR), FIRST)
    assert (edit.made_from, edit.reasons) == (1, ())


def test_a_kill_while_an_edit_is_taken_changes_nothing_and_the_next_try_goes_on(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    back(drafted, with_words(taken_out(drafted, FIRST), WORDS))
    with monkeypatch.context() as patch:

        def killed(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        patch.setattr(edited.history, "append", killed)
        with pytest.raises(KeyboardInterrupt):
            decided.take(drafted.session(CHAIR), FIRST)
    assert (letters.get(LETTER).revision, cases.get(FIRST).version) == (1, 2)
    assert decided.take(drafted.session(CHAIR), FIRST).revision == 2
    assert drafted.approve(FIRST).revision == 2


def test_the_same_edit_twice_is_one_edit(drafted: Bureau) -> None:
    docx = with_words(taken_out(drafted, FIRST), WORDS)
    back(drafted, docx)
    drafted.drop(docx, "lagi.docx")
    assert [arrival.what for arrival in drafted.receive()] == ["repeat"]
    path = drafted.home / "var" / "sama.docx"
    path.write_bytes(docx)
    with refused_with("office.edit_known"):
        edited.give(drafted.session(OFFICER), FIRST, path)
    assert len(edited.waiting(drafted.session(CHAIR), FIRST)) == 1


def test_of_two_edits_one_is_named_and_the_other_is_then_outdated(drafted: Bureau) -> None:
    docx = taken_out(drafted, FIRST)
    drafted.drop(with_words(docx, WORDS), "a.docx")
    drafted.drop(with_words(docx, "Terima kasih."), "b.docx")
    assert [arrival.what for arrival in drafted.receive()] == ["edited", "edited"]
    with refused_with("office.several_edits") as error:
        decided.take(drafted.session(CHAIR), FIRST)
    assert (error.value.fields["items"], error.value.next[-1]) == ("1, 2", Next("take-edited", FIRST, "1"))
    letter = decided.take(drafted.session(CHAIR), FIRST, "2")
    (left,) = edited.waiting(drafted.session(CHAIR), FIRST)
    assert (left.number, left.is_outdated, letter.revision) == (1, True, 2)
    assert left.reasons[0].next == (Next("edited", FIRST),)
    with refused_with("office.edit_refused", match="revisi 1"):
        decided.take(drafted.session(CHAIR), FIRST, "1")
    with refused_with("office.edit_overtaken"):
        drafted.approve(FIRST)
    with refused_with("office.reason_needed"):
        decided.leave(drafted.session(CHAIR), FIRST, "1", "  ")
    decided.leave(drafted.session(CHAIR), FIRST, "1", "sudah termuat")
    assert drafted.approve(FIRST).revision == 2
    names = [document.logical for document in cases.documents(FIRST)]
    assert f"surat-{LETTER}-suntingan-1-tidak-dipakai.docx" in names
    assert f"surat-{LETTER}-r2-suntingan.docx" in names
    decided.send_back(drafted.session(CHAIR), FIRST, "sekali lagi")
    drafted.draft(FIRST)
    assert drafted.approve(FIRST).revision == 3
    assert drafted.verify() == []


def test_a_draft_without_a_revision_is_told_by_its_text(drafted: Bureau) -> None:
    old = (drafted.settings.var / "letters" / LETTER / "r1" / "konsep.docx").read_bytes()
    drafted.draft(FIRST, follow_up="penjangkauan ke sekolah dan asesmen psikologis anak")
    back(drafted, with_words(old, WORDS))
    (edit,) = edited.waiting(drafted.session(CHAIR), FIRST)
    assert (edit.made_from, edit.current, edit.is_outdated) == (1, 2, True)


def test_an_edit_after_a_return_is_submitted_again_by_the_chair_who_takes_it(drafted: Bureau) -> None:
    decided.send_back(drafted.session(CHAIR), FIRST, "sebutkan kartu pengenal")
    path = drafted.home / "var" / "hasil.docx"
    path.write_bytes(with_words(taken_out(drafted, FIRST), WORDS))
    edit = edited.give(drafted.session(OFFICER), FIRST, path)
    assert (edit.reasons, len(edit.changes)) == ((), 1)
    letter = decided.take(drafted.session(CHAIR), FIRST, edit.arrival.id)
    assert (letter.state, letter.reason, letter.revision) == (LetterState.DRAFTED, "", 2)
    assert cases.get(FIRST).state is State.DRAFTED
    act = HistoryRow.objects.get(verb="take_edited")
    assert WORDS not in act.detail, "the history tells what was done, never what was written"
    drafted.draft(FIRST)
    assert (letters.get(LETTER).revision, letters.get(LETTER).edited) == (3, "")
