"""What was written down is told as it would be written now: reasons of the intake, in English too, and notes on documents."""

import re

import pytest

from pipeline.kernel.errors import Refusal
from pipeline.kernel.refusals import REFUSALS
from pipeline.kernel.text import Next, Text
from pipeline.lookup import visible
from pipeline.office.answer import electronic, sameness
from pipeline.office.base import stored
from pipeline.office.base.stored import refusal
from pipeline.office.overview.find import todo
from pipeline.records import arrivals, boot, letters
from pipeline.records.arrivals import ArrivalState
from tests.office.bureau import CHAIR, Bureau, one_page
from tests.office.stages import FIRST


@pytest.mark.parametrize("code", [code for code in REFUSALS if code.startswith("intake.")])
def test_the_reason_of_every_refusal_is_known_again(code: str) -> None:
    places = set(re.findall(r"\{(\w+)", REFUSALS[code].id))
    error = Refusal(code, **{name: f"{name} 12 {{x}}" for name in places})
    assert refusal(error.text("id")).fill("id") == error.text("id")
    assert refusal(error.text("id")).fill("en") == error.text("en")


@pytest.mark.parametrize("row", stored._NOTES, ids=lambda row: row.en[:30])
def test_each_note_beside_a_scan_has_its_english_alone_and_behind_another(row: Text) -> None:
    message = row.of(**{name: f"{name} 12 {{x}}" for name in re.findall(r"\{(\w+)", row.en)})
    typed = "diketik {orang}"
    assert stored.note(message.fill("id")).fill("en") == message.fill("en") != message.fill("id")
    assert stored.note(f"{typed}; {message.fill('id')}").fill("en") == f"{typed}; {message.fill('en')}"


def test_another_reason_stands_as_it_is() -> None:
    assert refusal("ditulis {orang}").fill("en") == "ditulis {orang}"


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("rusak; pindai ulang atau salin ulang, lalu taruh lagi di inbox.", "rusak; pindai ulang atau salin ulang."),
        ("Simpan ulang sebagai PDF, lalu taruh kembali di inbox.", "Simpan ulang sebagai PDF."),
        ("atau cetak lalu pindai, dan taruh lagi di inbox.", "atau cetak lalu pindai."),
        ("Salin dokumen itu sebagai berkas baru ke dalam inbox.", "Salin dokumen itu sebagai berkas baru."),
        ("Salin ulang dokumennya ke inbox sebagai berkas baru", "Salin ulang dokumennya sebagai berkas baru"),
        ("Berkas tetap aman di inbox. Kosongkan ruang", "Berkas tetap aman di inbox. Kosongkan ruang"),
    ],
)  # fmt: skip
def test_the_folder_that_an_earlier_reason_named_is_left_out(said: str, now: str) -> None:
    assert refusal(said).id == now
    empty = "Berkas ini kosong (0 bita). Pindai ulang suratnya, lalu taruh lagi di inbox."
    assert refusal(empty).en == "The file is empty (0 bytes). Scan the letter again."


NOTES = {
    "ketik keputusannya: rangkap decide D-2026-0001-1": "ketik keputusannya",
    "tanda terima salinan; catat penyerahannya: rangkap copy 2026-0001 --handed":
        "tanda terima salinan; catat penyerahannya",
    "revisi lama. Lembar ini tidak dipakai; cetak revisi yang disetujui: rangkap print 2026-0001 --to FOLDER":
        "revisi lama. Lembar ini tidak dipakai; cetak revisi yang disetujui",
    'mungkin salinan ke-1 surat 2026-0001-1 (nomor, 98 %); bila benar: rangkap match A-2026-0007 "2026-0001-1 KODE"':
        "mungkin salinan ke-1 surat 2026-0001-1 (nomor, 98 %)",
    "serahkan lagi: rangkap edited 2026-0001 BERKAS. Ketua dapat memakainya: rangkap review 2026-0001 --take-edited 1":
        "serahkan lagi. Ketua dapat memakainya",
    "Ambil konsep terbaru dengan rangkap edited 2026-0001 --to DIR dan ulangi.": "Ambil konsep terbaru dan ulangi.",
    "Ubah isian itu (rangkap draft). Isi “Tindak lanjut” dengan rangkap draft.": "Ubah isian itu. Isi “Tindak lanjut”.",
    "ketua menandatangani rangkap dua": "ketua menandatangani rangkap dua",
}  # fmt: skip
"""Notes with the commands of earlier versions, and what is read of them."""


def test_a_note_of_an_earlier_version_is_read_as_it_would_be_written_now(approved: Bureau) -> None:
    (came,) = approved.receive(one_page())
    session, code = approved.session(CHAIR), letters.copies(f"{FIRST}-1")[0].code
    for note, now in NOTES.items():
        _note(came.arrival, note=note)
        assert visible.arrival(session, came.arrival).note == now
        assert now in {arrival.note for arrival in visible.arrivals_in(session)}
    _note(came.arrival, state=ArrivalState.UNMATCHED, code=code, note=(
        f"tidak ada tinta. Lihat lembarnya: bila memang surat itu dan bertanda tangan basah, rangkap match A-2026-0007 {code} "
        "--signed; bila tidak, tandatangani dan pindai lagi"
    ))  # fmt: skip
    scan = visible.arrival(session, came.arrival)
    assert sameness.mends(scan) == (Next("accept-scan", scan.agenda or "", code),)
    _note(
        came.arrival,
        note=f"bukan namanya; bila memang sah, ketua: rangkap signature {came.arrival} --confirm",
    )
    confirming = Next("confirm-signature", came.arrival)
    assert electronic.mends(visible.arrival(session, came.arrival)) == (confirming,)
    assert [confirming in row["next"] for row in todo(session)["arrivals"]] == [True]


def _note(arrival: str, **columns: str) -> None:
    with boot.transact():
        arrivals.change(arrivals.get(arrival), **columns)
