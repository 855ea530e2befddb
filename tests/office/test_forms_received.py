"""Receipts and sheets say what came: an institution reads its own letter on them, a call brought none."""

from demo.answers import registration
from pipeline.letters.text import frozen_text
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.office.papers import forms
from pipeline.records import cases
from tests.office.bureau import CALL, CHAIR, Bureau
from tests.office.stages import FIRST


def told(bureau: Bureau, template: str, number: str) -> str:
    return frozen_text(forms.filled(bureau.session(CHAIR), template, cases.get(number)))


def test_a_school_reads_its_own_name_number_and_date_on_the_receipt_and_no_persons(
    registered: Bureau,
) -> None:
    case = cases.get(FIRST)
    text = frozen_text(forms.filled(registered.session(), "tanda-terima", case))
    assert "Dari\tSMP Negeri 3 Hulu Asri\t" in text
    assert "Nomor surat\t400.3.5/087/SMPN3-HA/XI/2026\tTanggal surat\t18 November 2026" in text
    assert "(disamarkan)" not in text
    assert [name for name in ("M.R.", "Masriah", "F.A.") if name in text] == []
    typed = case.with_values({"sender": "SMP Negeri 3 Hulu Asri (Ibu Masriah)"})
    text = frozen_text(forms.filled(registered.session(), "tanda-terima", typed))
    assert "SMP Negeri 3 Hulu Asri (M.)" in text


def test_a_receipt_of_a_call_speaks_of_no_letter(bureau: Bureau) -> None:
    arrived = perform(register.register_call, bureau.session(), "", registration(CALL)).case
    text = frozen_text(forms.filled(bureau.session(), "tanda-terima", arrived))
    assert "Bentuk\ttelepon" in text
    assert "Telepon Bapak/Ibu pada tanggal 23 November 2026 telah kami terima dan kami catat." in text
    assert "tidak dipungut biaya" in text
    assert "surat" not in text.lower()
    assert "Sukirno" not in text


def test_an_empty_verification_sheet_has_a_box_for_all_that_is_looked_for(bureau: Bureau) -> None:
    text = frozen_text(forms.blank_form(bureau.session(CHAIR), "verifikasi"))
    assert "□ kasus baru" in text
    for field in ("Nama korban", "Tanggal surat", "Kontak aman sudah dipastikan"):
        assert f"{field}\t□ ada" in text
    assert text.count("□ tidak perlu") == 15
