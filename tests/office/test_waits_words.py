"""What waits has its words in English too: every sentence that the rows are put together of."""

import pytest

from pipeline.intake import reader
from pipeline.intake.inside import on_top
from pipeline.office.base import reported_sender
from pipeline.office.cases import inform
from pipeline.office.overview import todo_rows
from pipeline.office.overview.worklist_english import english


@pytest.mark.parametrize(
    "said", [on_top.DYNAMIC, on_top.COMMENTED, on_top.BARE, on_top.CUT, reader._NOT_BROUGHT_IN]
)
def test_what_is_told_of_notes_upon_a_page_has_english_words(said: str) -> None:
    assert not {"berkas", "isian", "formulir"} & set(english(said).lower().replace(";", " ").split())


@pytest.mark.parametrize("said", [reported_sender._WAITS, inform._HELD])
def test_what_waits_for_a_decision_about_a_sender_has_english_words(said: str) -> None:
    assert not {"pengirim", "menunggu", "jangan"} & set(english(said).replace(";", " ").split())


@pytest.mark.parametrize("said", sorted(todo_rows._WAITING_FOR.values()))
def test_what_each_state_waits_for_has_english_words(said: str) -> None:
    assert english(said) != said
    assert "menunggu" not in english(said)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("menunggu konsep dari identifikasi", "waits for the draft of identifikasi"),
        ("menunggu salinan ke-1 dan ke-2 yang bertanda tangan", "waits for signed copies 1 and 2"),
        (
            "menunggu disampaikan; keluar 24-11-2026 (pos), belum ada kabar; 2 kali belum berhasil",
            "waits to be delivered; left 24-11-2026 (pos), no news yet; failed 2 times",
        ),
        ("tanda terima D-2026-0001-1 belum dipindai; menunggu ditutup",
         "receipt D-2026-0001-1 is not scanned yet; waits to be closed"),
        ("SOP krisis: risiko tinggi", "crisis procedure: high risk"),
        ("KRISIS (instruksi ketua): belum diambil siapa pun",
         "CRISIS (instruction of the chair): nobody has taken it over yet"),
        ("KRISIS (dinyatakan petugas): belum diambil siapa pun", "CRISIS (stated by an officer): nobody has taken it over yet"),
        ("SOP krisis: dinyatakan petugas", "crisis procedure: stated by an officer"),
        ("selesai, belum dientri ke SIMFONI-PPA", "closed, not entered in SIMFONI-PPA yet"),
        ("hari yang diminta dalam surat: 1 hari kerja lagi (tenggat 25-11-2026)",
         "the day that the letter asks for: 1 working days left (due 25-11-2026)"),
        ("permintaan akses data (UU 27/2022): sisa 70 jam (s.d. 27-11-2026 08.05)",
         "request for access to data (UU 27/2022): 70 hours left (until 27-11-2026 08.05)"),
        ("jawab sebelum 27-11-2026 08.05, sisa 2 hari 3 jam", "answer before 27-11-2026 08.05, 2 days 3 hours left"),
        ("surat lanjutan A-2026-0003 belum dijawab; jawaban sebelumnya disampaikan dahulu",
         "further letter A-2026-0003 is not answered; first the answer before is delivered"),
        ("salinan bertanda tangan ke-2", "signed copy 2"),
        ("Berkas memuat lampiran di dalamnya; lampiran itu tidak dibuka.", "The file holds attachments; they are not opened"),
        ("lembar ini belum sempat diarsipkan; cetak dan tandatangani lagi",
         "this page was not archived in time; print and sign it again"),
        ("sesuatu yang lain", "sesuatu yang lain"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_sentence_is_said_part_by_part(said: str, expected: str) -> None:
    assert english(said) == expected
