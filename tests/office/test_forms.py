"""A case becomes a form: what stands in it, who may print it, where no envelope is made, the month's register page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from demo.answers import clarifying
from pipeline.cases.fields.table import REGISTRATION
from pipeline.cli.arguments import FORMS as OFFERED
from pipeline.kernel.errors import RangkapError
from pipeline.letters.clauses.own import _VIOLENCE
from pipeline.letters.text import frozen_text
from pipeline.office import forms, forms_register
from pipeline.office.clarify import clarify
from pipeline.office.errors import ContactChanged, NoLetter, NoRoute, NotYours
from pipeline.office.errors_forms import (
    BadMonth,
    CaseOrBlank,
    ChainBroken,
    NoSuchForm,
    NothingOpen,
    NotPosted,
    SheetHasCode,
)
from pipeline.office.forms_case import REGISTRATION as PLACES
from pipeline.office.forms_post import post_fields
from pipeline.records import cases, entries
from pipeline.records.errors import NotFound
from pipeline.records.models import AccessRow
from pipeline.register.chain import Break, Broken, in_groups
from pipeline.rendering import convert
from pipeline.rendering.convert import page_pngs
from pipeline.rendering.errors import NoRenderer
from tests.office.bureau import (
    ADMIN,
    ARCHIVIST,
    CHAIR,
    CLERK,
    OFFICER,
    OVERSEER,
    POLICE,
    SCHOOL,
    WIFE,
    Bureau,
)
from tests.office.stages import FIRST, SECOND

NAMES = ("Anindya", "Purnamaring", "Lestari")
NAMELESS = ("tanda-terima", "laporan-hasil-identifikasi", "lembar-disposisi", "lembar-verifikasi",
            "laporan-penanganan-kasus")  # fmt: skip


@pytest.fixture
def registered(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office with two registered cases: of the school (2026-0001) and of the police (2026-0002)."""
    return at_stage("registered")


@pytest.fixture
def no_office_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take LibreOffice away, so that only the DOCX is made, at once."""

    def missing(*_: Any, **__: Any) -> list[bytes]:
        raise NoRenderer

    monkeypatch.setattr(forms, "to_pdf", missing)


def text_of(bureau: Bureau, template: str, number: str = SECOND, account: str = CHAIR) -> str:
    return frozen_text(forms.filled(bureau.desk(account), template, cases.get(number)))


def test_the_command_line_offers_every_kind() -> None:
    assert tuple(forms.KINDS) == OFFERED


def test_every_answer_of_the_registration_has_its_box() -> None:
    assert {field.name for field in REGISTRATION} == set(PLACES)
    assert len(set(PLACES.values())) == len(PLACES)


def test_the_registration_form_bears_names_and_ticks(registered: Bureau) -> None:
    told = text_of(registered, "formulir-pendaftaran")
    assert "Anindya Purnamaring" in told
    assert "■\u00a0seksual" in told
    assert "□\u00a0eksploitasi" in told
    assert "dari surat rujukan" in told
    assert "G. Percakapan telepon" not in told


def test_no_other_form_bears_the_name_of_a_person(registered: Bureau) -> None:
    for template in NAMELESS:
        told = text_of(registered, template)
        assert [name for name in NAMES if name in told] == []
        assert "0002/TL/XI/2026" in told or template == "tanda-terima"


def test_names_that_somebody_typed_into_free_text_become_initials(bureau: Bureau) -> None:
    case = bureau.register(POLICE)
    bureau.draft(case.number, POLICE, follow_up="pendampingan oleh petugas")
    values = {**case.values, "summary": "Lestari melapor bagi ANINDYA PURNAMARING dan anindya purnamaring."}
    told = forms.identification_fields(bureau.desk(OFFICER), cases.get(case.number).with_values(values))
    assert told["isi_ringkas"] == "L. melapor bagi A.P. dan A.P.."


def test_a_receipt_is_neutral_and_says_how_it_came(registered: Bureau) -> None:
    told = text_of(registered, "tanda-terima")
    assert "A-2026-0002" in told
    assert "Surat rujukan Saudara Nomor B/118/XI/RES.1.24./2026/Satreskrim" in told
    assert _VIOLENCE.search(told) is None
    assert "PEREMPUAN" not in told.upper()
    registered.change('# pengirim_luar = "netral"', 'pengirim_luar = "kantor"')
    assert "P2TP2A Kabupaten Batang Asri" in text_of(registered, "tanda-terima")


def test_the_identification_report_says_kind_authority_and_what_was_asked(bureau: Bureau) -> None:
    bureau.register(2)
    clarify(bureau.desk(OFFICER), FIRST, clarifying(2))
    told = text_of(bureau, "laporan-hasil-identifikasi", FIRST)
    assert "■\u00a0dalam\u00a0wilayah" in told
    assert "Kecamatan kejadian\tpesan SMS kepada pelapor\tdijawab" in told
    assert "Nama terlapor\tpesan SMS kepada pelapor\ttidak mungkin" in told


def test_a_disposition_masks_a_child_and_shows_the_load_of_each_officer(registered: Bureau) -> None:
    told = text_of(registered, "lembar-disposisi", FIRST)
    assert "sekolah (disamarkan)" in told
    assert re.search(r"Hal\s+\(disamarkan\)", told)
    assert "identifikasi\t0 kasus berjalan" in told
    registered.draft(SECOND, POLICE)
    assert "identifikasi\t1 kasus berjalan" in text_of(registered, "lembar-disposisi", FIRST)
    wife = registered.register(WIFE)
    assert "(disamarkan)" not in text_of(registered, "lembar-disposisi", wife.number)


def test_a_verification_says_what_is_there_and_what_is_missing(bureau: Bureau) -> None:
    bureau.register(2)
    told = text_of(bureau, "lembar-verifikasi", FIRST)
    assert "Tanggal kejadian\tbelum ada (wajib)" in told
    assert "NIK korban\tbelum ada" in told
    clarify(bureau.desk(OFFICER), FIRST, clarifying(2))
    assert "tidak mungkin, dengan alasan" in text_of(bureau, "lembar-verifikasi", FIRST)


@pytest.mark.slow
def test_an_approval_sheet_ties_itself_to_one_draft(
    registered: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NoLetter):
        text_of(registered, "lembar-persetujuan-konsep", FIRST)
    letter = registered.draft(FIRST, SCHOOL)
    told = text_of(registered, "lembar-persetujuan-konsep", FIRST)
    digits = letter.draft_digest[:16]
    assert " ".join(digits[at : at + 4] for at in range(0, 16, 4)) in told
    assert re.search(r"Jumlah halaman\s+[12]\b", told)
    assert "sekolah (disamarkan)" in told
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
    told = text_of(filed, "laporan-penanganan-kasus", FIRST)
    for words in (
        "Pengaduan didaftarkan",
        "Mengajukan konsep (2026-0001-1)",
        "400.2/001/P2TP2A/XI/2026",
        "archive/2026/",
    ):
        assert words in told
    assert re.search(r"Ditandatangani\s+24 November 2026", told)


@pytest.mark.usefixtures("no_office_suite")
def test_an_envelope_goes_to_the_safe_contact_and_names_no_office(bureau: Bureau, tmp_path: Path) -> None:
    case = bureau.register(WIFE)
    made = forms.make(bureau.desk(), "amplop", case.number, tmp_path / "cetak")
    assert [path.name for path in made.files] == ["2026-0001-amplop.docx"]
    assert not made.has_pdf
    told = frozen_text(made.files[0].read_bytes())
    assert "d.a. Yuniarti Talahu" in told
    assert "Gang Kenanga 2 No. 0" in told
    assert "P2TP2A" not in told
    assert "Yth. Bapak/Ibu Rusmini Talahu" in told
    bureau.draft(case.number, WIFE)
    assert post_fields(bureau.desk(), cases.get(case.number))["yth"][0] == "Yth. Saudari Rusmini Talahu"


def test_an_institution_is_written_to_at_its_own_address(registered: Bureau) -> None:
    case = cases.get(SECOND)
    case = case.with_values(
        {"addressee_attention": "Kasat Reskrim", "sender_address": "Jalan Bhayangkara No. 0"}
    )
    lines = post_fields(registered.desk(), case)["yth"]
    assert lines == [
        "Yth. Kepala Polres Batang Asri",
        "u.p. Kasat Reskrim",
        "Jalan Bhayangkara No. 0",
        "Muara Lanting",
    ]


UNSAFE = (
    ({"safe_contact_way": "ambil"}, "diambil sendiri"),
    ({"safe_contact_way": "tidak ada"}, "belum ada jalur"),
    ({"safe_contact_confirmed": False}, "belum dipastikan"),
    ({"safe_contact_address": ""}, "alamat aman"),
    ({"safe_contact_name": "Darsono Peliwang", "reported_name": "Darsono Peliwang"}, "belum ada jalur"),
)


def test_without_a_safe_postal_route_there_is_neither_envelope_nor_label(bureau: Bureau) -> None:
    case, desk = bureau.register(WIFE), bureau.desk()
    for changed, said in UNSAFE:
        for kind in ("amplop", "label"):
            with pytest.raises(NoRoute) as refused:
                forms.filled(desk, kind, case.with_values(changed))
            assert isinstance(refused.value, NotPosted)
            assert said in refused.value.text()


def test_an_envelope_bears_the_letters_id_and_is_refused_once_the_contact_changed(approved: Bureau) -> None:
    case = cases.get(SECOND)
    assert post_fields(approved.desk(), case)["surat"] == "2026-0002-1"
    with pytest.raises(ContactChanged):
        forms.filled(approved.desk(), "label", case.with_values({"sender_address": "Jalan Anggrek No. 0"}))


@pytest.mark.usefixtures("no_office_suite")
def test_a_clarification_request_asks_what_is_open_and_nothing_when_nothing_is(
    bureau: Bureau, tmp_path: Path
) -> None:
    case = bureau.register(2)
    made = forms.make(bureau.desk(), "klarifikasi", case.number, tmp_path)
    told = frozen_text(made.files[0].read_bytes())
    assert "Permohonan Keterangan" in told
    assert "400.2/___/" in told
    assert "kecamatan tempat hal itu berlangsung" in told
    assert _VIOLENCE.search(told) is None
    done = bureau.register(WIFE)
    with pytest.raises(NothingOpen):
        forms.make(bureau.desk(), "klarifikasi", done.number, tmp_path)


@pytest.mark.usefixtures("no_office_suite")
def test_an_empty_form_holds_nothing_of_any_case(bureau: Bureau, tmp_path: Path) -> None:
    desk = bureau.desk(CHAIR)
    for kind in (kind for kind, one in forms.KINDS.items() if one.can_be_blank):
        made = forms.make(desk, kind, "", tmp_path, blank=True)
        assert [path.name for path in made.files] == [f"{kind}-kosong.docx"]
        told = frozen_text(made.files[0].read_bytes())
        assert "■" not in told
        assert "2026-0" not in told
        assert "□" in told or kind in ("tanda-terima", "disposisi")


def test_who_may_not_print_is_told_before_the_case_is_looked_for(registered: Bureau, tmp_path: Path) -> None:
    refused = [
        (kind, account)
        for kind, one in forms.KINDS.items()
        for account, role in (
            (CLERK, "petugas_penerima"), (OFFICER, "petugas_identifikasi"), (CHAIR, "ketua"), (ARCHIVIST, "arsiparis"),
            (ADMIN, "admin_teknis"), (OVERSEER, "pengawas"),
        )
        if role not in one.roles
    ]  # fmt: skip
    assert {(kind, account) for kind in forms.KINDS for account in (ADMIN, OVERSEER)} <= set(refused)
    for kind, account in refused:
        with pytest.raises(NotYours):
            forms.make(registered.desk(account), kind, "2026-9999", tmp_path)


REFUSED: tuple[tuple[str, str, bool, type[RangkapError]], ...] = (
    ("surat", FIRST, False, NoSuchForm),
    ("amplop", "", False, CaseOrBlank),
    ("amplop", "", True, CaseOrBlank),
    ("disposisi", FIRST, False, SheetHasCode),
    ("pengesahan", "2026-13", False, BadMonth),
    ("pengesahan", "0000-01", False, BadMonth),
    ("pengesahan", "2026-12", False, BadMonth),
    ("pengesahan", "November", False, BadMonth),
    ("pendaftaran", "2026-0099", False, NotFound),
)


def test_what_cannot_be_printed_is_told_in_both_languages(registered: Bureau, tmp_path: Path) -> None:
    for kind, number, blank, error in REFUSED:
        with pytest.raises(error) as refused:
            forms.make(registered.desk(CHAIR), kind, number, tmp_path / "cetak", blank=blank)
        assert refused.value.text("id") != refused.value.text("en")
        assert not (tmp_path / "cetak").exists()


@pytest.mark.usefixtures("no_office_suite")
def test_each_print_is_an_access(registered: Bureau, tmp_path: Path) -> None:
    forms.make(registered.desk(), "pendaftaran", SECOND, tmp_path)
    forms.make(registered.desk(ARCHIVIST), "pengesahan", "2026-11", tmp_path)
    rows = AccessRow.objects.order_by("-pk").values_list("verb", "subject", "account")[:2]
    assert list(rows) == [("form pengesahan", "R-2026-11", ARCHIVIST), ("form pendaftaran", SECOND, CLERK)]


@pytest.mark.usefixtures("no_office_suite")
def test_a_page_of_the_register_counts_the_month_and_bears_the_head(approved: Bureau, tmp_path: Path) -> None:
    fields, _ = forms_register.register_fields(approved.desk(CHAIR), date(2026, 11, 1))
    assert fields["catatan"] == {"jumlah": "4", "rentang": "1 s.d. 4"}
    assert fields["register"] == {"jumlah": "2", "rentang": "0001/TL/XI/2026 s.d. 0002/TL/XI/2026"}
    last = entries.last()
    assert last is not None
    assert " ".join(fields["ujung"]["kelompok"]) == in_groups(last.hash)
    made = forms.make(approved.desk(CHAIR), "pengesahan", "2026-11", tmp_path)
    assert [path.name for path in made.files] == ["R-2026-11.docx"]
    told = frozen_text(made.files[0].read_bytes())
    assert fields["ujung"]["kelompok"][0] in told
    assert "KONSEP" in told
    assert [name for name in NAMES if name in told] == []


def test_a_month_without_entries_points_to_the_head_before_it(approved: Bureau) -> None:
    fields, _ = forms_register.register_fields(approved.desk(CHAIR), date(2026, 10, 1))
    assert fields["catatan"] == {"jumlah": "0", "rentang": "–"}
    assert fields["ujung"]["waktu"] == "belum ada catatan"


def test_one_entry_is_a_number_and_no_range(bureau: Bureau) -> None:
    bureau.register(SCHOOL)
    fields, _ = forms_register.register_fields(bureau.desk(CHAIR), date(2026, 11, 1))
    assert fields["catatan"] == {"jumlah": "1", "rentang": "1"}


def test_a_broken_chain_is_not_put_out_to_be_signed(
    registered: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [Broken(2, Break.HASH, "a", "b")]
    monkeypatch.setattr(forms_register, "verify_chain", lambda _: broken)
    with pytest.raises(ChainBroken) as refused:
        forms_register.register_fields(registered.desk(CHAIR), date(2026, 11, 1))
    assert "ke-2" in refused.value.text()


@pytest.mark.slow
def test_the_register_page_prints_with_a_readable_head(approved: Bureau, tmp_path: Path) -> None:
    made = forms.make(approved.desk(CHAIR), "pengesahan", "2026-11", tmp_path)
    assert [path.name for path in made.files] == ["R-2026-11.docx", "R-2026-11.pdf"]
    (picture,) = page_pngs(made.files[1].read_bytes(), 150, accept_risk=True)
    (tmp_path / "seite.png").write_bytes(picture)
    with Image.open(tmp_path / "seite.png") as image:
        (code,) = zxingcpp.read_barcodes(image)
    last = entries.last()
    assert last is not None
    assert code.text == f"R-2026-11:{last.n}:{last.hash.upper()}"


def test_a_real_run_without_libreoffice_gives_the_docx(
    registered: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    which = shutil.which
    monkeypatch.setattr(convert.shutil, "which", lambda name: None if name == "soffice" else which(name))
    made = forms.make(registered.desk(), "tanda-terima", FIRST, tmp_path)
    assert [path.suffix for path in made.files] == [".docx"]
