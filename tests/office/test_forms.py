"""A case becomes a form: what stands in it, who may print it, where no envelope is made."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from demo.answers import clarifying
from pipeline.cases import contacts
from pipeline.cases.case import Case
from pipeline.cases.contact import contact_key
from pipeline.cases.fields.table import REGISTRATION
from pipeline.cli.arguments import FORMS as OFFERED
from pipeline.kernel.errors import NoRoute
from pipeline.letters.clauses import _VIOLENCE
from pipeline.letters.text import frozen_text
from pipeline.office.answer.clarify import record_clarification
from pipeline.office.cases.forms_case import REGISTRATION as PLACES
from pipeline.office.cases.forms_case import registration_fields
from pipeline.office.cases.forms_sheets import checked
from pipeline.office.engine.perform import perform
from pipeline.office.papers import forms
from pipeline.office.papers.forms_post import post_fields
from pipeline.records import cases, letters
from pipeline.rendering.errors import NoRenderer
from tests.office.bureau import (
    CHAIR,
    OFFICER,
    POLICE,
    SCHOOL,
    WIFE,
    Bureau,
)
from tests.office.stages import FIRST, SECOND
from tests.refused import is_any, refused_with

NAMES = ("Anindya", "Purnamaring", "Lestari")
NAMELESS = ("tanda-terima", "laporan-hasil-identifikasi", "lembar-disposisi", "lembar-verifikasi",
            "laporan-penanganan-kasus")  # fmt: skip


@pytest.fixture
def no_office_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take LibreOffice away, so that only the DOCX is made, at once."""
    monkeypatch.setattr(forms, "to_pdf", _missing)


def text_of(bureau: Bureau, template: str, number: str = SECOND, account: str = CHAIR) -> str:
    return frozen_text(forms.filled(bureau.session(account), template, cases.get(number)))


def test_the_command_line_offers_every_kind() -> None:
    assert tuple(forms.KINDS) == OFFERED


def test_every_answer_of_the_registration_has_its_box() -> None:
    further = {contacts.name_of(whose, part) for whose in contacts.NAMED for part in contacts.PARTS}
    assert {field.name for field in REGISTRATION} - further == set(PLACES)
    assert len(set(PLACES.values())) == len(PLACES)


def test_each_contact_of_a_further_person_stands_on_the_form_in_a_line() -> None:
    given = {
        "reporter_contact_way": "surat", "reporter_contact_address": "Jalan Rotan No. 3", "guardian_contact_way": "telepon",
        "guardian_contact_phone": "081200003301", "guardian_contact_confirmed": True,
    }  # fmt: skip
    assert registration_fields(given)["kontak"]["lain"].splitlines() == [
        "pelapor: surat, Jalan Rotan No. 3, BELUM dipastikan", "wali: telepon, 081200003301, dipastikan",
    ]  # fmt: skip


def test_the_registration_form_bears_names_and_ticks(registered: Bureau) -> None:
    text = text_of(registered, "formulir-pendaftaran")
    assert "Anindya Purnamaring" in text
    assert "■ seksual" in text
    assert "□ eksploitasi" in text
    assert "dari surat rujukan" in text
    assert "G. Percakapan telepon" not in text


def test_witnesses_are_named_in_one_line_each_apart_and_what_nobody_knows_is_said() -> None:
    given = {
        "witnesses": ("Siti Aminah, 11, P", "Nurhayati, ?, P", "Ahmad Fauzan, ?, ?"),
        "medium": "email_print",
    }
    made = registration_fields(given)
    assert made["kejadian"]["saksi"] == (
        "Siti Aminah, 11, P; Nurhayati, P, umur belum diketahui; Ahmad Fauzan, umur dan L/P belum diketahui"
    )
    assert "-" not in made["pengaduan"]["bentuk"], "a choice is not broken in two at its hyphen"


def test_no_other_form_bears_the_name_of_a_person(registered: Bureau) -> None:
    for template in NAMELESS:
        text = text_of(registered, template)
        assert [name for name in NAMES if name in text] == []
        assert "0002/TL/XI/2026" in text or template == "tanda-terima"


def test_names_that_somebody_typed_into_free_text_become_initials(bureau: Bureau) -> None:
    case = bureau.register(POLICE)
    bureau.draft(case.number, POLICE, follow_up="pendampingan oleh petugas")
    values = {**case.values, "summary": "Lestari melapor bagi ANINDYA PURNAMARING dan anindya purnamaring."}
    fields = forms.identification_fields(bureau.session(OFFICER), cases.get(case.number).with_values(values))
    assert fields["isi_ringkas"] == "L. melapor bagi A.P. dan A.P."


def test_a_receipt_is_neutral_and_says_how_it_came(registered: Bureau) -> None:
    text = text_of(registered, "tanda-terima")
    assert "A-2026-0002" in text
    assert "Surat Saudara Nomor B/118/XI/RES.1.24./2026/Satreskrim" in text
    assert _VIOLENCE.search(text) is None
    assert "PEREMPUAN" not in text.upper()
    registered.change('# pengirim_luar = "netral"', 'pengirim_luar = "kantor"')
    assert "P2TP2A Kabupaten Batang Asri" in text_of(registered, "tanda-terima")


def test_the_identification_report_says_kind_authority_and_what_was_asked(bureau: Bureau) -> None:
    bureau.register(2)
    perform(record_clarification, bureau.session(OFFICER), FIRST, clarifying(2))
    text = text_of(bureau, "laporan-hasil-identifikasi", FIRST)
    assert "■ dalam wilayah" in text
    assert "Kecamatan kejadian\tpesan tertulis (SMS, WhatsApp, surel)\tdijawab" in text
    assert "Nama terlapor\tpesan tertulis (SMS, WhatsApp, surel)\ttidak mungkin" in text


def test_the_identification_report_tells_of_each_victim_and_of_their_consent(bureau: Bureau) -> None:
    case = bureau.register(WIFE)
    asked = {
        "share_with": ("bantuan hukum", "dinas sosial"),
        "consent_by": "korban",
        "consent_day": "2026-11-24",
    }
    limits = {"share_unasked": ("kepolisian",), "withhold": ("alamat",)}

    def told(**values: object) -> dict[str, Any]:
        after = replace(case, values={**case.values, **values})
        return forms.identification_fields(bureau.session(OFFICER), after)

    several = told(other_victims=("P.T., 9, P", "B.T., ?, L"))["korban"]
    assert (several["jk"], several["umur"], several["kelompok"]) == ("P", "32, P 9, L ?", "25–44, 6–12, ?")
    assert "□" in told()["persetujuan"]
    assert told(**asked, **limits)["persetujuan"] == (
        "izin meneruskan: bantuan hukum, dinas sosial; belum ditanya: kepolisian; "
        "tidak boleh disebut: alamat (korban, 24 November 2026)"
    )
    refused = told(share_with=("tidak kepada siapa pun",))["persetujuan"]
    assert refused == "izin meneruskan: tidak kepada siapa pun (korban)"


def test_what_nobody_knows_of_the_victim_is_said_in_words(registered: Bureau) -> None:
    values = {key: value for key, value in cases.get(SECOND).values.items() if not key.startswith("victim_")}
    unknown = replace(cases.get(SECOND), values=values)
    fields = forms.identification_fields(registered.session(OFFICER), unknown)
    assert fields["korban"] == {
        "inisial": "belum diketahui", "jk": "", "umur": "belum diisi", "kelompok": "belum diisi",
        "disabilitas": "belum diisi",
    }  # fmt: skip


def test_a_disposition_masks_a_child_and_shows_the_load_of_each_officer(registered: Bureau) -> None:
    text = text_of(registered, "lembar-disposisi", FIRST)
    assert "sekolah (disamarkan)" in text
    assert re.search(r"Hal\s+\(disamarkan\)", text)
    assert "identifikasi\tkasus aktif: 0" in text
    registered.draft(SECOND, POLICE)
    assert "identifikasi\tkasus aktif: 1" in text_of(registered, "lembar-disposisi", FIRST)
    wife = registered.register(WIFE)
    assert "(disamarkan)" not in text_of(registered, "lembar-disposisi", wife.number)


def test_a_verification_knows_that_step_5_asked_for_a_childs_consent(bureau: Bureau) -> None:
    case = bureau.register(POLICE)
    asked = replace(case, values={**case.values, "share_with": ("kepolisian",), "consent_by": "wali"})
    states = [
        {check.field: check.state.id for check in checked(known)}["victim_consent"] for known in (case, asked)
    ]
    assert states == ["belum ada", "ada"]


def test_a_verification_says_what_is_there_and_what_is_missing(bureau: Bureau) -> None:
    bureau.register(2)
    text = text_of(bureau, "lembar-verifikasi", FIRST)
    assert "Tanggal kejadian\tbelum ada (wajib)" in text
    assert "NIK korban\tbelum ada" in text
    assert "Nama korban\tbelum lengkap" in text
    perform(record_clarification, bureau.session(OFFICER), FIRST, clarifying(2))
    assert "tidak mungkin, dengan alasan" in text_of(bureau, "lembar-verifikasi", FIRST)


def test_an_approval_sheet_ties_itself_to_one_draft(
    registered: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    with refused_with("office.no_letter"):
        text_of(registered, "lembar-persetujuan-konsep", FIRST)
    letter = registered.draft(FIRST, SCHOOL)
    text = text_of(registered, "lembar-persetujuan-konsep", FIRST)
    digits = letter.draft_digest[:16]
    assert " ".join(digits[at : at + 4] for at in range(0, 16, 4)) in text
    assert re.search(r"Jumlah halaman\s+[12]\b", text)
    assert "sekolah (disamarkan)" in text
    wife = registered.register(WIFE)
    registered.draft(wife.number, WIFE)
    monkeypatch.setattr(forms, "to_pdf", _missing)
    uncounted = text_of(registered, "lembar-persetujuan-konsep", wife.number)
    assert re.search(r"Jumlah halaman\s+[12]\b", uncounted) is None
    assert "R.T." in uncounted
    assert "Rusmini" not in uncounted


def _missing(*_: Any, **__: Any) -> list[bytes]:
    raise NoRenderer


def test_the_handling_report_tells_the_whole_way(filed: Bureau) -> None:
    text = text_of(filed, "laporan-penanganan-kasus", FIRST)
    for words in (
        "Mendaftarkan pengaduan",
        "Mengajukan konsep (2026-0001-1)",
        "400.2/001/P2TP2A/XI/2026",
        "archive/2026/",
    ):
        assert words in text
    assert re.search(r"Ditandatangani\s+24 November 2026", text)


@pytest.mark.usefixtures("no_office_suite")
def test_an_envelope_goes_to_the_safe_contact_and_names_no_office(bureau: Bureau, tmp_path: Path) -> None:
    case = bureau.register(WIFE)
    bureau.draft(case.number, WIFE)
    bureau.approve(case.number)
    made = forms.make(bureau.session(), "amplop", case.number, tmp_path / "cetak")
    assert [path.name for path in made.files] == ["2026-0001-amplop.docx"]
    assert not made.has_pdf
    text = frozen_text(made.files[0].read_bytes())
    assert "d.a. Yuniarti Talahu" in text
    assert "Gang Kenanga 2 No. 0" in text
    assert "P2TP2A" not in text
    assert "Yth. Saudari Rusmini Talahu" in text


def posted_to(office: Bureau, case: Case) -> list[str]:
    """Return the lines of the envelope of a letter that was made for the contact of ``case``."""
    (letter,) = letters.of_case(case.number)
    return list(post_fields(office.session(), case, replace(letter, contact=contact_key(case.values)))["yth"])


def test_an_institution_is_written_to_at_its_own_address(approved: Bureau) -> None:
    case = cases.get(SECOND)
    case = case.with_values(
        {"addressee_attention": "Kasat Reskrim", "sender_address": "Jalan Bhayangkara No. 0"}
    )
    lines = posted_to(approved, case)
    assert lines == [
        "Yth. Kapolres Batang Asri",
        "u.p. Kasat Reskrim",
        "Jalan Bhayangkara No. 0",
        "Muara Lanting",
    ]
    whole = case.with_values({"sender_address": "Jalan Bhayangkara No. 0, Muara Lanting"})
    assert posted_to(approved, whole)[-1] == "Jalan Bhayangkara No. 0, Muara Lanting"
    placeless = case.with_values({"sender_place": "", "addressee_place": "tempat"})
    assert posted_to(approved, placeless)[-1] == "Jalan Bhayangkara No. 0"


UNSAFE = (
    ({"safe_contact_way": "ambil"}, "diambil sendiri"),
    ({"safe_contact_way": "tidak ada"}, "belum ada jalur"),
    ({"safe_contact_confirmed": False}, "belum dipastikan"),
    ({"safe_contact_address": ""}, "alamat aman"),
    ({"safe_contact_name": "Darsono Peliwang", "reported_name": "Darsono Peliwang"}, "belum ada jalur"),
)


def test_without_a_safe_postal_route_there_is_neither_envelope_nor_label(bureau: Bureau) -> None:
    number, session = bureau.register(WIFE).number, bureau.session()
    bureau.draft(number, WIFE)
    letter = bureau.approve(number)
    for changed, reason in UNSAFE:
        case = cases.get(number).with_values(changed)
        for kind in ("amplop", "label"):
            with pytest.raises(NoRoute) as refused:
                forms.filled(session, kind, case, replace(letter, contact=contact_key(case.values)))
            assert is_any(refused.value, "office.not_posted")
            assert reason in refused.value.text()


def test_an_envelope_bears_the_letters_id_and_is_refused_once_the_contact_changed(approved: Bureau) -> None:
    case = cases.get(SECOND)
    assert post_fields(approved.session(), case)["surat"] == "2026-0002-1"
    with refused_with("office.contact_changed", "office.signed_for_another"):
        forms.filled(approved.session(), "label", case.with_values({"sender_address": "Jalan Anggrek No. 0"}))


@pytest.mark.usefixtures("no_office_suite")
def test_a_clarification_request_asks_what_is_open_and_nothing_when_nothing_is(
    bureau: Bureau, tmp_path: Path
) -> None:
    case = bureau.register(2)
    made = forms.make(bureau.session(), "klarifikasi", case.number, tmp_path)
    text = frozen_text(made.files[0].read_bytes())
    assert "Permohonan Keterangan" in text
    assert "400.2/___/" in text
    assert "kecamatan tempat hal yang Ibu sampaikan itu terjadi" in text
    assert _VIOLENCE.search(text) is None
    done = bureau.register(WIFE)
    with refused_with("office.nothing_open"):
        forms.make(bureau.session(), "klarifikasi", done.number, tmp_path)


@pytest.mark.usefixtures("no_office_suite")
def test_an_empty_form_holds_nothing_of_any_case(bureau: Bureau, tmp_path: Path) -> None:
    session = bureau.session(CHAIR)
    for kind in (kind for kind, form in forms.KINDS.items() if form.can_be_blank):
        made = forms.make(session, kind, "", tmp_path, blank=True)
        assert [path.name for path in made.files] == [f"{kind}-kosong.docx"]
        text = frozen_text(made.files[0].read_bytes())
        assert "■" not in text
        assert "2026-0" not in text
        assert "□" in text or kind in ("tanda-terima", "disposisi")
