"""What is proposed to be blacked out on read pages: names in every writing, numbers, addresses; what is hers stays."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.intake.reading import Page, Row, Word
from pipeline.letters.black import finds, wanted_of

CASE = {
    "reporter_is_victim": True,
    "reporter_name": "Rusmini Talahu",
    "victim_name": "Rusmini Talahu",
    "victim_phone": "081200001101",
    "victim_nik": "9901015405940001",
    "victim_address": "RT 03 Desa Tumbang Randu",
    "reported_name": "Darsono Peliwang",
    "reported_phone": "081200001103",
    "safe_contact_name": "Ibu Yuniarti Talahu",
    "safe_contact_phone": "081200001102",
    "safe_contact_address": "Gang Kenanga 2 No. 0, Kelurahan Muara Lanting",
    "other_reported": ("Wahyu,40,L",),
}
OFFICE = ("P2TP2A Kabupaten Batang Asri", "Muara Lanting", "(0519) 222333", "Dra. Wahdaniah Suling")


def page_of(*lines: str, apart: int = 40) -> Page:
    """Return a page as it would be read: each letter ten pixels wide, a line ``apart`` pixels below the other."""
    rows = []
    for at, line in enumerate(lines):
        x, words = 100, []
        for word in line.split():
            words.append(Word(word, (x, 100 + at * apart, x + 10 * len(word), 130 + at * apart), 0.9))
            x += 10 * len(word) + 10
        rows.append(Row(tuple(words)))
    return Page(1, 1654, 2339, tuple(rows), "ocr", 0.9, 0, ())


def gone(lines: Sequence[str], typed: Sequence[str] = (), **changed: object) -> list[str]:
    """Return the words that are proposed, place by place."""
    values = {**CASE, **changed}
    places = finds([page_of(*lines)], wanted_of(values, office=OFFICE, typed=typed))  # type: ignore[arg-type]
    return [place.words for place in places]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("suami saya Darsono Peliwang marah", ["Darsono Peliwang"]),
        ("suami saya Sdr. Darsono marah", ["Sdr. Darsono"]),
        ("SUAMI SAYA DARSONO MARAH", ["DARSONO"]),
        ("suami saya Dars0no Pe1iwang marah", ["Dars0no Pe1iwang"]),
        ("suami saya Darsona Peliwamg marah", ["Darsona Peliwamg"]),
        ("suami saya Darsononya marah", ["Darsononya"]),
        ("suami saya DarsonoPeliwang marah", ["DarsonoPeliwang"]),
        ("suami saya D. Peliwang marah", ["D. Peliwang"]),
        ("suami saya D.P. marah", ["D.P."]),
        ("suami saya Pe liwang marah", ["Pe liwang"]),
        ("suami saya D A R S O N O marah", ["D A R S O N O"]),
        ("suami saya Rudi Peliwang marah", ["Rudi Peliwang"]),
        ("kakak saya Yuniarti Talahu melihat", ["kakak", "Yuniarti Talahu"]),
        ("tetangga kami Ibu Karmila melihat", ["Ibu Karmila"]),
        ("Pak Wahyu juga datang", ["Pak", "Wahyu"]),
    ],
)  # fmt: skip
def test_a_name_goes_in_every_writing(line: str, words: list[str]) -> None:
    text = " ".join(gone([line]))
    for word in words if words[0] not in ("kakak", "Pak") else words[1:]:
        assert word in text


@pytest.mark.parametrize("end", ["Dar-", "Darso-"])
def test_a_name_that_a_line_breaks_goes_on_both_lines(end: str) -> None:
    rest = "darsono"[len(end) - 1 :]
    assert gone([f"suami saya bernama {end}", f"{rest} sering marah"]) == [end, rest]


def test_the_victims_own_name_address_and_numbers_stay() -> None:
    lines = [
        "Nama: Rusmini Talahu, NIK 9901015405940001",
        "Alamat: RT 03 Desa Tumbang Randu, HP 0812-0000-1101",
        "Saudari Rusmini datang. Hormat saya, Rusmini",
    ]
    assert gone(lines) == []


def test_what_is_the_offices_stays() -> None:
    lines = [
        "Yth. Ibu Ketua P2TP2A Kabupaten Batang Asri di Muara Lanting",
        "telepon (0519) 222333, Ketua, Dra. Wahdaniah Suling",
    ]
    assert gone(lines) == []


def test_days_times_money_and_our_own_numbers_stay() -> None:
    lines = [
        "19-11-2026 09.00-15.00 Rp1.250.000,00 2026-0031 A-2026-0040",
        "nomor 0112/TL/XI/2026, umur 36 tahun",
    ]
    assert gone(lines) == []


@pytest.mark.parametrize(
    "number",
    [
        "0812-0000-1103",
        "0812 0000 1103",
        "+6281200001103",
        "08l2-OOOO-1103",
        "9901 0345 0678 0009",
        "0519-123-4567",
    ],
)
def test_a_long_number_goes_however_it_is_written(number: str) -> None:
    assert gone([f"HP {number} malam"]) == [number]


def test_a_number_one_digit_from_hers_goes_if_it_is_anothers() -> None:
    assert gone(["HP 0812-0000-1101 atau 0812-0000-1102"]) == ["0812-0000-1102"]


def test_an_address_goes_as_far_as_its_words_reach() -> None:
    assert gone(["dititipkan di Gang Kenanga 2 No. 0, Kelurahan Muara Lanting, setiap hari"]) == [
        "Gang Kenanga 2 No. 0, Kelurahan Muara Lanting,"
    ]


def test_an_address_of_mail_goes() -> None:
    assert gone(["kirim ke yuni.t@contoh.example saja"]) == ["yuni.t@contoh.example"]


def test_a_word_of_everyday_speech_stays_unless_it_is_written_as_a_name() -> None:
    lines = ["malam itu bintang terang dan kami melihat bintang", "lalu si Bintang memukul saya"]
    assert gone(lines, reported_name="Bintang") == ["Bintang"]


def test_a_family_name_that_she_shares_goes_where_it_is_anothers() -> None:
    assert gone(["menurut Yuniarti Talahu, kata Rusmini Talahu"]) == ["Yuniarti Talahu,"]


def test_who_reported_for_her_goes_with_number_and_institution() -> None:
    values = {"reporter_is_victim": False, "is_institution": True, "sender": "SMP Negeri 3 Hulu Asri"}
    assert gone(["dilaporkan oleh SMP Negeri 3 Hulu Asri kemarin"], **values) == ["SMP Negeri 3 Hulu Asri"]


def test_words_that_a_person_typed_go_where_they_stand_together() -> None:
    assert gone(["di warung biru dekat pasar", "warung lain"], ["warung biru"]) == ["warung biru"]


def test_a_form_of_address_before_a_new_paragraph_leads_to_no_name() -> None:
    (places,) = [finds([page_of("Tanggapan atas Surat Saudari", "Yth. Kepala", apart=90)], wanted_of(CASE))]  # type: ignore[arg-type]
    assert places == []


def test_a_box_covers_its_words_with_some_room() -> None:
    (place,) = finds([page_of("suami saya Darsono Peliwang marah")], wanted_of(CASE))  # type: ignore[arg-type]
    x0, y0, x1, y1 = place.box
    assert (x0 < 210, y0 < 100, y1 > 130) == (True, True, True)
    assert 370 <= x1 < 380 + 10


@pytest.mark.parametrize("field", ["reported_name", "guardian_name", "safe_contact_name", "sender"])
def test_who_is_known_by_her_family_name_alone_is_not_taken_for_her(field: str) -> None:
    names = {"victim_name": "Rusmini Peliwang", "reporter_name": "Rusmini Peliwang", "reported_name": ""}
    is_sender = field == "sender"
    lines = ["Saya Rusmini Peliwang dipukul", "oleh Bapak Peliwang di rumah"]
    assert gone(lines, **{**names, field: "Peliwang", "reporter_is_victim": not is_sender}) == [
        "Bapak Peliwang"
    ]
    assert gone(["Saya Rusmini Peliwang dipukul"], **{**names, field: "Rusmini Peliwang"}) == []


def test_a_victim_who_is_entered_as_reporter_alone_keeps_her_name() -> None:
    kept = {"victim_name": None, "reported_name": "Darsono Talahu", "sender": "Rusmini Talahu"}
    assert gone(["Saya Rusmini Talahu dipukul Darsono Talahu"], **kept) == ["Darsono Talahu"]


def test_words_outside_of_the_page_that_is_shown_are_no_place() -> None:
    cut = replace(page_of("suami saya Darsono marah", "lalu Peliwang datang"), height=131)
    places = finds([cut], wanted_of(CASE))  # type: ignore[arg-type]
    assert [place.words for place in places] == ["Darsono"]
    assert all(
        x0 < x1 <= cut.width and y0 < y1 <= cut.height for x0, y0, x1, y1 in (place.box for place in places)
    )
