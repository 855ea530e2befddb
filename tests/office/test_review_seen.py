"""The chair sees the words, the rules, the changes and the pages before she decides; what was typed is kept."""

from pathlib import Path

from pipeline.office.answer import preview
from pipeline.office.arrivals import kept_answers
from pipeline.records import letters
from tests.office import decided
from tests.office.bureau import CHAIR, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.office.word import taken_out, with_words
from tests.refused import refused_with


def test_the_chair_reads_the_words_and_what_was_changed_since_the_revision_before(drafted: Bureau) -> None:
    first = preview.preview(drafted.session(CHAIR), FIRST)
    assert (first.findings, first.changes, first.edits) == ((), (), ())
    assert any(line.startswith("Yth. Kepala SMP") for line in first.lines)
    drafted.draft(FIRST, follow_up="penjangkauan ke sekolah dan asesmen psikologis anak")
    second = preview.preview(drafted.session(OFFICER), FIRST)
    (change,) = second.changes
    assert any("penjangkauan" in piece.text for piece in change.pieces)
    plain = second.to_json("en")
    assert (plain["revision"], plain["state"], plain["edits"]) == (2, "konsep", [])


def test_an_edit_that_waits_is_shown_with_its_difference(drafted: Bureau) -> None:
    drafted.drop(with_words(taken_out(drafted, FIRST), "Mohon membawa surat ini."), "x.docx")
    drafted.receive()
    (edit,) = preview.preview(drafted.session(CHAIR), FIRST).to_json()["edits"]
    assert (edit["number"], edit["usable"], edit["outdated"], edit["made_from"]) == (1, True, False, 1)
    assert edit["changes"][0]["pieces"] == [{"kind": "added", "text": "Mohon membawa surat ini."}]
    decided.take(drafted.session(CHAIR), FIRST)
    after = preview.preview(drafted.session(CHAIR), FIRST)
    assert (after.letter.revision, len(after.changes), after.edits) == (2, 1, ())


def test_the_pages_of_a_draft_come_as_pdf_and_pictures(drafted: Bureau, tmp_path: Path) -> None:
    made = preview.put_pages(drafted.session(CHAIR), FIRST, tmp_path / "baca")
    assert [path.name for path in made] == [f"{FIRST}-1-konsep.pdf", f"{FIRST}-1-konsep-halaman-1.png"]
    assert made[1].read_bytes().startswith(b"\x89PNG")
    with refused_with("office.no_folder"):
        preview.put_pages(drafted.session(CHAIR), FIRST, tmp_path / "a" / "b")


def test_both_copies_of_an_approved_letter_come_as_pictures_and_count_as_no_print(
    approved: Bureau, tmp_path: Path
) -> None:
    made = preview.put_pages(approved.session(CHAIR), FIRST, tmp_path)
    assert [path.name for path in made] == [f"{FIRST}-1-salinan-{copy}-halaman-1.png" for copy in (1, 2)]
    assert [copy.printed for copy in letters.copies(f"{FIRST}-1")] == [0, 0]
    assert preview.preview(approved.session(CHAIR), FIRST).letter.number


def test_what_was_typed_for_a_refused_draft_is_kept_and_taken_away_when_it_is_made(drafted: Bureau) -> None:
    settings = drafted.settings
    assert kept_answers.kept(settings, FIRST) == {}
    kept_answers.keep(settings, FIRST, {"follow_up": "kunjungan", "cc": ("Dinas",), "victim_name": "X"})
    path = settings.var / "isian" / f"{FIRST}.json"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert kept_answers.kept(settings, FIRST) == {"follow_up": "kunjungan", "cc": ("Dinas",)}
    for broken in (b"{", b"[]", b'{"follow_up": null}', b"\xff"):
        path.write_bytes(broken)
        assert kept_answers.kept(settings, FIRST) == {}
    kept_answers.forget(settings, FIRST)
    kept_answers.forget(settings, FIRST)
    assert not path.exists()
