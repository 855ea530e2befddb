"""The crisis sheet is one page with up to twelve numbers, however long their names; further ones follow in order."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from pipeline.cases.people import Side
from pipeline.office.cases import contact_sheets
from tests.office.bureau import POLICE, WIFE, Bureau

LONG = "Unit Pelayanan Perempuan dan Anak Kepolisian Resor Kabupaten Batang Asri bagian jaga malam"


@pytest.fixture
def case(bureau: Bureau) -> str:
    """The police's referral: risk high."""
    return bureau.register(POLICE).number


def pages(bureau: Bureau, case: str, count: int, name: str, paper: str = "A4") -> list[str]:
    """Return the text of each page of the sheet with ``count`` numbers."""
    rows = ", ".join(f'"{name} {number + 1}" = "0519-22{number:02d}"' for number in range(count))
    path = bureau.home / "office.toml"
    before = path.read_text("utf-8")
    bureau.change("[krisis]", f"[krisis]\nnomor = {{{rows}}}")
    if paper != "A4":
        bureau.change('# kertas = "A4"', f'kertas = "{paper}"')
    made = contact_sheets.put_out_crisis(bureau.session(), case, bureau.home / "var" / "cetak")
    path.write_text(before, "utf-8")
    return [page.extract_text() for page in PdfReader(BytesIO(made.read_bytes())).pages]


def numbers_of(text: str) -> list[str]:
    """Return our numbers in a page's text, as they stand there."""
    return [word for word in text.split() if word.startswith("0519-22")]


@pytest.mark.parametrize(("name", "paper"), [("Polsek", "A4"), (LONG, "F4")])
def test_up_to_twelve_numbers_stand_on_one_page_in_order(
    bureau: Bureau, case: str, name: str, paper: str
) -> None:
    for count in (3, 6, 12):
        (text,) = pages(bureau, case, count, name, paper)
        assert numbers_of(text) == [f"0519-22{number:02d}" for number in range(count)]
        assert "Halaman 1\n" in text
        assert "Siapa dihubungi" in text
        assert "Yang mengambil alih," in text


def test_further_numbers_go_on_a_second_page_with_heading_and_page_number(bureau: Bureau, case: str) -> None:
    first, second = pages(bureau, case, 20, LONG)
    assert numbers_of(first) == [f"0519-22{number:02d}" for number in range(12)]
    assert numbers_of(second) == [f"0519-22{number:02d}" for number in range(12, 20)]
    assert "Nomor ke-13 sampai ke-20: halaman berikut." in first
    assert "Yang mengambil alih," in first
    assert "LEMBAR KRISIS (LANJUTAN)" in second
    assert "Nomor telepon, ke-13 sampai ke-20" in second
    assert "Rahasia" in second
    assert ("Halaman 1 dari 2" in first, "Halaman 2 dari 2" in second) == (True, True)
    assert f"Kasus {case}" in second


def test_without_a_number_the_sheet_says_so_and_names_those_of_the_letters(bureau: Bureau, case: str) -> None:
    (text,) = pages(bureau, case, 0, "")
    words = " ".join(text.split())
    assert "Belum diisi dalam Daftar kode. Darurat: 110 (Kepolisian)" in words


def test_names_too_long_for_any_type_leave_fewer_numbers_on_the_first_page(bureau: Bureau, case: str) -> None:
    texts = pages(bureau, case, 12, f"{LONG} {LONG} {LONG}")
    assert len(texts) > 1
    assert [number for text in texts for number in numbers_of(text)] == [
        f"0519-22{number:02d}" for number in range(12)
    ]
    assert "Yang mengambil alih," in texts[0]
    assert all(f"Halaman {at} dari {len(texts)}" in text for at, text in enumerate(texts, 1))


def test_whether_a_child_is_among_the_victims_is_known_or_said_to_be_unknown(bureau: Bureau) -> None:
    child, wife = (bureau.register(sample).people for sample in (POLICE, WIFE))
    victims = [[person for person in people if person.side is Side.VICTIM] for people in (child, wife)]
    assert [contact_sheets.children_told(victim) for victim in victims] == ["ya", "tidak"]
    assert contact_sheets.children_told([replace(victims[1][0], age=None)]) == "umur belum diketahui"
