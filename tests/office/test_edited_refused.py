"""What an edit in Word may not do: each refusal says why, and what was given stays."""

import pytest

from pipeline.kernel.text import Next
from pipeline.letters import package
from pipeline.letters.edited import to_edit
from pipeline.letters.text import frozen_text
from pipeline.office.answer import edited
from pipeline.office.arrivals import edits
from pipeline.office.base import reported_sender
from pipeline.records import arrivals, cases, letters
from pipeline.records.arrivals import ArrivalState
from tests.office import damage, decided
from tests.office.bureau import CHAIR, OFFICER, Bureau
from tests.office.stages import FIRST, SECOND
from tests.office.word import back, replaced, taken_out, with_words
from tests.refused import refused_with

LETTER = f"{FIRST}-1"
WORDS = "Mohon membawa surat ini bila datang ke kantor."


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("SMP Negeri 3", "SMP  Negeri 3", "Tidak ada kata"),
        ("Demikian", "Demikianlah", ""),
        ("Demikian kami sampaikan. Atas", "Atas", "berawal “Demikian”"),
        ("datang langsung", "tidak datang langsung", "datang langsung"),
        ("SMP Negeri 3", "SMP Negeri 4", "Yth."),
        ("Nomor", "Angka", "tempat nomor"),
        ("Paraf petugas", "Tanda", "kotak paraf"),
    ],
)
def test_an_edit_is_checked_like_a_draft_and_says_what_is_wrong(
    drafted: Bureau, old: str, new: str, word: str
) -> None:
    arrival = back(drafted, replaced(taken_out(drafted, FIRST), old, new))
    note = arrivals.get(arrival).note
    assert bool(note) == bool(word)
    assert word in note


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Surat ini kami teruskan juga kepada Kapolres Batang Asri.", "kepolisian"),
        ("Kami telah merujuk yang bersangkutan ke RSUD Muara Lanting.", "layanan kesehatan"),
        ("Salinan surat ini disampaikan kepada Kepala Dinas Sosial.", "dinas sosial"),
        ("Merujuk surat Kapolres yang lalu, kami sampaikan hal ini.", ""),
        ("Petugas dapat menemani pelaporan ke kepolisian.", ""),
    ],
)
def test_an_edit_tells_of_nothing_that_was_passed_on_before_the_victim_was_asked(
    drafted: Bureau, words: str, kind: str
) -> None:
    note = arrivals.get(back(drafted, with_words(taken_out(drafted, FIRST), words))).note
    assert bool(note) == bool(kind)
    assert kind in note


def test_a_dangerous_edit_is_kept_with_its_reason(drafted: Bureau) -> None:
    body = package.unpack(taken_out(drafted, FIRST))[package.BODY].decode()
    tracked = '<w:ins w:id="1" w:author="X"><w:r><w:t>tambahan</w:t></w:r></w:ins></w:p>'
    parts = package.unpack(taken_out(drafted, FIRST)) | {
        package.BODY: body.replace("</w:p>", tracked, 1).encode()
    }
    arrival = back(drafted, package.pack(parts))
    assert "terlacak" in arrivals.get(arrival).note
    (edit,) = edited.waiting(drafted.session(CHAIR), FIRST)
    assert (edit.changes, edit.clean) == ((), b"")
    with_macro = package.pack(parts | {"word/vbaProject.bin": b"x"})
    drafted.drop(with_macro, "makro.docx")
    (came,) = drafted.receive()
    assert came.what == "refused"
    assert len(list((drafted.settings.inbox / "ditolak").glob("*.docx"))) == 1


def test_an_edit_of_an_approved_or_signed_letter_says_what_to_do(approved: Bureau) -> None:
    draft = (approved.settings.var / "letters" / LETTER / "r1" / "konsep.docx").read_bytes()
    copy = (approved.settings.var / "letters" / LETTER / "r1" / "salinan-1.docx").read_bytes()
    arrival = back(approved, with_words(draft, WORDS))
    (reason,) = edits.standing(letters.get(LETTER))
    assert (reason.said.id, reason.next) == (arrivals.get(arrival).note, (Next("return-letter", FIRST),))
    with refused_with("office.no_letter"):
        edited.take_out(approved.session(OFFICER), FIRST, approved.home / "var")
    approved.receive(*approved.signed(FIRST))
    late = back(approved, with_words(copy, "lain"))
    assert "ditandatangani" in arrivals.get(late).note
    assert "salinan ke-1" in arrivals.get(late).note
    assert letters.get(LETTER).revision == 1
    assert arrivals.get(arrival).struck == "surat ditandatangani tanpa suntingan ini"


def test_a_draft_of_another_office_with_the_same_number_is_mail(drafted: Bureau) -> None:
    docx = taken_out(drafted, FIRST)
    foreign = to_edit(docx, LETTER, 1, b"kunci kantor lain".ljust(32))
    drafted.drop(with_words(foreign, WORDS), "konsep.docx")
    (came,) = drafted.receive()
    assert came.what == "agenda"
    assert arrivals.get(came.arrival).note == "konsep surat kantor lain"
    path = drafted.home / "var" / "lain.docx"
    path.write_bytes(with_words(foreign, "lain"))
    with refused_with("office.not_an_edit", match="another office"):
        edited.give(drafted.session(OFFICER), FIRST, path)


def test_what_is_no_edit_of_this_case_is_not_kept(drafted: Bureau) -> None:
    path = drafted.home / "var" / "berkas.docx"
    session = drafted.session(OFFICER)
    with refused_with("office.not_an_edit", match="cannot be read"):
        edited.give(session, FIRST, path)
    path.write_bytes(taken_out(drafted, SECOND))
    with refused_with("office.not_an_edit", match=f"{SECOND}-1"):
        edited.give(session, FIRST, path)
    path.write_bytes(to_edit(path.read_bytes(), "bukan surat", 1, b"k" * 32))
    with refused_with("office.not_an_edit", match="does not say"):
        edited.give(session, FIRST, path)
    assert edited.waiting(session, FIRST) == []
    with refused_with("office.no_edit"):
        decided.take(drafted.session(CHAIR), FIRST)
    with refused_with("office.no_edit"):
        decided.leave(drafted.session(CHAIR), FIRST, "7", "tidak ada")


def test_a_kill_before_the_reason_is_written_loses_nothing(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafted.drop(replaced(taken_out(drafted, FIRST), "Nomor", "Angka"), "x.docx")
    with monkeypatch.context() as patch:

        def killed(*_: object) -> None:
            raise KeyboardInterrupt

        patch.setattr(edits, "note_reasons", killed)
        with pytest.raises(KeyboardInterrupt):
            drafted.receive()
    drafted.receive()
    (edit,) = edited.waiting(drafted.session(CHAIR), FIRST)
    assert (edit.arrival.state, edit.arrival.note) == (ArrivalState.EDITED, "")
    assert "Nomor" in edit.reasons[0].said.id


def test_a_draft_that_is_gone_is_the_reason_of_its_edit(drafted: Bureau) -> None:
    docx = with_words(taken_out(drafted, FIRST), WORDS)
    (drafted.settings.var / "letters" / LETTER / "r1" / "konsep.docx").unlink()
    arrival = back(drafted, docx)
    assert "sekali lagi" in arrivals.get(arrival).note


def test_an_edit_whose_case_was_never_archived_with_it_comes_back_as_one(drafted: Bureau) -> None:
    arrival = back(drafted, with_words(taken_out(drafted, FIRST), WORDS))
    damage.rebuilt(drafted)
    record = arrivals.get(arrival)
    assert (record.state, record.letter, record.case) == (ArrivalState.EDITED, LETTER, FIRST)


def test_without_a_safe_way_an_edit_waits_for_one(drafted: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    case = cases.get(FIRST)
    arrival = back(drafted, with_words(taken_out(drafted, FIRST), WORDS))
    assert arrivals.get(arrival).note == ""
    cases.change(case, case.with_values({"is_institution": False, "contact_way": "none"}))
    (edit,) = edited.waiting(drafted.session(CHAIR), FIRST)
    assert "jalur aman" in edit.reasons[0].said.id


def test_an_edit_for_a_sender_who_is_held_waits_for_the_chair(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    back(drafted, with_words(taken_out(drafted, FIRST), WORDS))
    monkeypatch.setattr(reported_sender, "why_held", lambda *_: reported_sender.SENDER_HELD)
    (edit,) = edited.waiting(drafted.session(CHAIR), FIRST)
    assert "pengirim" in edit.reasons[0].said.id


def test_a_picture_that_was_changed_is_said(drafted: Bureau) -> None:
    parts = package.unpack(taken_out(drafted, FIRST))
    picture = next(name for name in parts if name.startswith("word/media/"))
    back(drafted, package.pack(parts | {picture: parts[picture] + b"\0"}))
    (edit,) = edited.waiting(drafted.session(CHAIR), FIRST)
    assert edit.has_other_pictures
    assert edit.changes == ()
    assert frozen_text(edit.clean)
