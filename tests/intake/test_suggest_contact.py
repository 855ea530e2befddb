"""The safe contact is suggested with all that the letter tells of it: address, telephone and hours."""

import re

import pytest

from bench.suggested import letters
from demo.scans import sample_text
from pipeline.cases.fields.proposals import SURE
from pipeline.intake.reading import Suggestion
from pipeline.intake.suggest import suggest
from pipeline.intake.suggest.document import Document, abbreviated
from tests.intake.suggest_letters import page_of

LETTER = """                                Muara Lanting, 19 November 2026

Yth. Ketua P2TP2A Kabupaten Batang Asri

Saya dipukul suami saya.

{asked}

                                Hormat saya,

                                Rina Bulan
"""


def contact(asked: str) -> Suggestion:
    """Return what is read of the safe contact in a letter that asks ``asked``."""
    suggestion = suggest([page_of(LETTER.format(asked=asked))]).get("safe_contact")
    assert suggestion is not None
    return suggestion


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        (
            "Mohon surat dititipkan kepada kakak saya, Siti Aminah, Jl. Mawar No. 12 RT 03\nKelurahan Muara Lanting.",
            "Jl. Mawar No. 12 RT 03 Kelurahan Muara Lanting",
        ),
        (
            "Mohon surat dititipkan kepada Siti Aminah di Jl. Mawar No. 12 RT. 03 RW. 01 Kel. Muara Lanting.",
            "Jl. Mawar No. 12 RT. 03 RW. 01 Kel. Muara Lanting",
        ),
        (
            "Balasan kepada Ibu Hj. Siti Aminah, S.Pd., Gg. Kenanga No. 5, Ds. Tumbang Randu, Kab. Batang Asri. Terima kasih.",
            "Gg. Kenanga No. 5, Ds. Tumbang Randu, Kab. Batang Asri",
        ),
        (
            "Surat balasan mohon dikirim a.n. Siti Aminah, d/a Puskesmas Sungai Bakung, Jl. Raya No. 3.",
            "d/a Puskesmas Sungai Bakung, Jl. Raya No. 3",
        ),
        ("Alamat yang aman: lewat Ny. Siti Aminah, jl. mawar no. 12 rt 03.", "jl. mawar no. 12 rt 03"),
        ("Surat titip ke Bpk. Siti Aminah yang rumahnya di Jl. Mawar No. 12.", "Jl. Mawar No. 12"),
        (
            "Titip lewat Sdri. Siti Aminah, tetangga saya, Jalan Durian No. 0, supaya aman.",
            "Jalan Durian No. 0",
        ),
        (
            "Titip lewat Siti Aminah, Jl. Mawar No. 12, bukan ke rumah kami di Jl. Melati No. 3.",
            "Jl. Mawar No. 12",
        ),
        ("Titip lewat Siti Aminah, Jl. Mawar No. 12, rumah suami saya Jl. Melati.", "Jl. Mawar No. 12"),
        (
            "Titip ke Ust. Siti Aminah, Komp. Griya Blok B No. 7, samping langgar.",
            "Komp. Griya Blok B No. 7, samping langgar",
        ),
        ("Kontak aman : Siti Aminah, Jl. Mawar No. 12 RT 03", "Jl. Mawar No. 12 RT 03"),
    ],
)
def test_the_address_of_a_safe_contact_is_read_to_its_end_and_no_further(asked: str, address: str) -> None:
    suggestion = contact(asked)
    assert suggestion.normal == "Siti Aminah"
    assert suggestion.value.partition("Siti Aminah")[2].removeprefix(", S.Pd.").strip(" ,") == address


@pytest.mark.parametrize(
    ("told", "hours"),
    [
        (", HP 0812-0000-1102, setelah pukul 14.00.", "setelah pukul 14.00"),
        (", telp. 0812 0000 1102 (jangan dihubungi malam). Terima kasih.", "jangan dihubungi malam"),
        (" HP/WA 0812-0000-1102 setelah jam 2 siang, jangan malam.", "setelah jam 2 siang, jangan malam"),
        (
            ", HP 0812-0000-1102, tidak boleh dihubungi setelah pukul 14.00.",
            "tidak boleh dihubungi setelah pukul 14.00",
        ),
        (
            ". HP 0812-0000-1102. Mohon jangan menelepon sesudah pukul 17.00 WIB.",
            "jangan menelepon sesudah pukul 17.00 WIB",
        ),
        (", HP 0812-0000-1102. Suami saya pulang setelah pukul 14.00.", None),
        (", HP 0812-0000-1102. Setelah pukul 14.00 bapaknya pulang.", None),
        (", HP 0812-0000-1102, supaya saya aman.", None),
        (
            ". Beliau dapat dihubungi setelah pukul 14.00 di nomor 0812-0000-1102.",
            "dapat dihubungi setelah pukul 14.00",
        ),
    ],
)
def test_hours_are_kept_with_the_word_that_allows_or_forbids_them(told: str, hours: str | None) -> None:
    value = contact(f"Surat titip ke Siti Aminah, Jl. Mawar No. 12{told}").value
    assert value.startswith("Siti Aminah, Jl. Mawar No. 12, ")
    assert re.search(r"0812[- ]0000[- ]1102", value)
    assert hours in value if hours else "pukul" not in value.lower() and "aman" not in value


def test_a_street_is_nobodys_name() -> None:
    text = LETTER.format(asked="Surat balasan mohon dikirim ke alamat ibu saya, Jl. Mawar No. 12.")
    assert "safe_contact" not in suggest([page_of(text)])


def test_a_form_tells_the_contact_in_lines_of_their_own() -> None:
    form = "Kontak aman :\nNama : Sdri. Siti Aminah\nAlamat : Jl. Mawar No. 12, Kel.\n         Muara Lanting\nTelepon : 0812-0000-1102 (setelah pukul 14.00)"
    assert contact(form).value == (
        "Sdri. Siti Aminah, Jl. Mawar No. 12, Kel. Muara Lanting, 0812-0000-1102 (setelah pukul 14.00)"
    )


def test_the_sample_letter_keeps_house_number_village_telephone_and_hours() -> None:
    text = {letter.name: letter.pages[0] for letter in letters("development")}["s01_surat_korban_kdrt"]
    suggestions = suggest([page_of(text)])
    assert suggestions["safe_contact"].value == (
        "Yuniarti Talahu, Gang Kenanga 2 No. 0, Kelurahan Muara Lanting, HP 0812-0000-1102, "
        "jangan menelepon sesudah pukul 17.00 WIB"
    )
    assert suggestions["phone"].normal == "081200001101"


def test_a_number_of_the_writer_is_not_the_contacts() -> None:
    asked = "Titip ke Siti Aminah, Jl. Mawar No. 12. Nomor HP saya 0812-0000-9999."
    assert "0812" not in contact(asked).value
    assert suggest([page_of(LETTER.format(asked=asked))])["phone"].normal == "081200009999"


@pytest.mark.parametrize(
    "short", ["No.", "jl.", "Gg.", "RT.", "RW.", "Kel.", "Kec.", "Kab.", "Ds.", "Dr.", "Hj.", "Tn.", "Ny.", "Sdr.", "Bpk.",
              "Ibu.", "a.n.", "d.a.", "u.p.", "S.Pd.", "M."],
)  # fmt: skip
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(short: str) -> None:
    text = f"surat untuk {short} Siti Aminah di kantor. Terima kasih banyak."
    document = Document([page_of(text)])
    assert [document.value(*sentence) for sentence in document.sentences] == [
        f"surat untuk {short} Siti Aminah di kantor.",
        "Terima kasih banyak.",
    ]


def test_a_mark_that_is_no_full_stop_belongs_to_no_abbreviation() -> None:
    assert not abbreviated("No! Saya", 2)
    assert not abbreviated("14.00. Saya", 5)


@pytest.mark.parametrize(("sample", "is_sure"), [(1, True), (2, False), (3, False), (4, False), (5, False)])
def test_a_number_is_sure_only_where_the_letter_says_that_it_is_the_reporters(
    sample: int, is_sure: bool
) -> None:
    suggestion = suggest([page_of(sample_text(sample))])["phone"]
    assert (suggestion.confidence >= SURE) is is_sure, (
        "of the others it is the mother's, the victim's, or nobody says"
    )
