"""An edited draft that cannot be used, or in which nothing is new: told at once, kept, and in nobody's way."""

from pipeline.kernel.text import Next
from pipeline.office.answer import edited
from pipeline.office.arrivals import edits
from pipeline.records import arrivals, cases
from pipeline.records.arrivals import ArrivalState
from tests.office import decided
from tests.office.bureau import CHAIR, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.office.word import replaced, taken_out, with_words
from tests.refused import refused_with

LETTER = f"{FIRST}-1"
WORDS = "Mohon membawa surat ini bila datang ke kantor."
UNUSED = f"surat-{LETTER}-suntingan-1-tidak-dipakai.docx"


def given(office: Bureau, docx: bytes) -> edits.Edit:
    path = office.home / "var" / "hasil.docx"
    path.write_bytes(docx)
    return edited.give(office.session(OFFICER), FIRST, path)


def test_a_draft_that_comes_back_as_it_went_out_is_told_and_holds_nothing_up(drafted: Bureau) -> None:
    drafted.drop(taken_out(drafted, FIRST), "surat.docx")
    (came,) = drafted.receive()
    assert came.what == "edit_idle"
    assert "Tidak ada kata atau gambar yang berbeda dari konsep revisi 1" in came.note
    assert arrivals.get(came.arrival).note in came.note
    assert drafted.approve(FIRST).revision == 1
    kept = arrivals.get(came.arrival)
    assert (kept.state, kept.struck) == (ArrivalState.FILED, "surat disetujui tanpa suntingan ini")
    assert UNUSED in [document.logical for document in cases.documents(FIRST)]


def test_an_edit_of_the_layout_alone_is_taken_where_the_chair_wants_it(drafted: Bureau) -> None:
    edit = given(drafted, replaced(taken_out(drafted, FIRST), "Nomor", "Nomor"))
    assert (edit.reasons, edit.is_unchanged) == ((), True)
    assert edit.why_idle[0].next == (Next("give-edited", FIRST), Next("take-edited", FIRST, "1"))
    assert decided.take(drafted.session(CHAIR), FIRST).revision == 2


def test_an_edit_given_by_hand_that_cannot_be_used_is_written_down_and_holds_nothing_up(
    drafted: Bureau,
) -> None:
    edit = given(drafted, replaced(taken_out(drafted, FIRST), "datang langsung", "tidak datang langsung"))
    assert "datang langsung" in arrivals.get(edit.arrival.id).note
    with refused_with("office.edit_refused"):
        decided.take(drafted.session(CHAIR), FIRST)
    assert drafted.approve(FIRST).revision == 1
    assert UNUSED in [document.logical for document in cases.documents(FIRST)]


def test_an_edit_that_was_too_late_when_it_came_in_is_told_then(drafted: Bureau) -> None:
    docx = taken_out(drafted, FIRST)
    drafted.draft(FIRST, follow_up="penjangkauan ke sekolah dan asesmen psikologis anak")
    drafted.drop(with_words(docx, WORDS), "surat.docx")
    (came,) = drafted.receive()
    assert (came.what, "dibuat dari revisi 1" in came.note) == ("edit_idle", True)
    assert drafted.approve(FIRST).revision == 2
