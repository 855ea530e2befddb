"""Whom a letter forbids is never suggested as safe contact; what it says of it is quoted."""

import re

import pytest

from pipeline.intake.suggest import suggest
from tests.intake.suggest_letters import page_of

LETTER = """                                Muara Lanting, 19 November 2026

Yth. Ketua P2TP2A Kabupaten Batang Asri

{told}

{asked}

                                Hormat saya,

                                Rina Bulan
"""
SUFFERED = "Saya dipukul suami saya."


def contact(asked: str, story: str = SUFFERED) -> str | None:
    """Return the safe contact that is suggested for a letter that asks ``asked``."""
    suggestion = suggest([page_of(LETTER.format(told=story, asked=asked))]).get("safe_contact")
    return suggestion.normal if suggestion else None


FORBIDDEN = [
    "Surat balasan jangan dititipkan kepada Pak Herman karena ia kakak pelaku.",
    "Surat balasan jangan dititipkan kepada Pak Herman.",
    "Surat balasan jgn dititip ke Herman.",
    "Surat balasan tolong jangan dikirim lewat Pak Herman.",
    "Mohon balasan dikirim bukan ke Pak Herman.",
    "Balasan tidak lewat Pak Herman.",
    "Balasan mohon tidak melalui Pak Herman Talib.",
    "Surat jawaban jangan sampai diserahkan kepada Herman Talib.",
    "Surat jawaban tidak boleh diberikan kepada Herman Talib.",
    "Surat balasan boleh dititipkan kepada siapa saja selain kepada Herman Talib.",
    "Balasan bisa lewat siapa saja kecuali lewat Herman Talib.",
    "Saya takut kalau surat dititipkan kepada Herman Talib.",
    "Saya takut kalau surat sampai ke Herman Talib.",
    "Dilarang menitipkan surat balasan kepada Herman Talib.",
    "Surat balasan dilarang dititipkan kepada Herman Talib.",
    "Demi keamanan saya, jangan menghubungi saya lewat Herman Talib.",
    "Demi keamanan, jangan dulu bicara dengan saya melalui Herman Talib.",
    "Surat balasan kepada Pak Herman jangan dititipkan.",
    "Surat balasan lewat Pak Herman tidak boleh.",
    "Surat dititip ke Herman saya tidak mau.",
    "Surat balasan lewat Herman Talib sebaiknya jangan.",
    "Surat balasan dititipkan kepada Herman Talib? Jangan.",
    "Surat balasan jangan dititipkan kepada siapa pun di kampung. Terutama kepada Pak Herman.",
    "Surat balasan jangan dititipkan kepada ibu saya, kepada bapak saya, atau kepada Herman Talib.",
    "Surat balasan dititipkan kepada Herman Talib, ia kakak pelaku.",
    "Surat balasan dititipkan kepada Herman Talib, adik kandung suami saya.",
    "Balasan dikirim lewat kakak terlapor, Herman Talib.",
    "Surat balasan dititip ke teman suami saya, Herman Talib.",
    "Surat balasan selalu dititipkan kepada Herman Talib. Ia masih saudara pelaku. Mohon jangan lewat dia.",
    "Hubungi saya lewat siapa pun, asal bukan lewat Herman Talib.",
    "Saya tidak mau dihubungi lewat Herman Talib.",
    "Saya hanya bisa dihubungi diam-diam, jangan lewat Herman Talib.",
    "Jangan hubungi saya, dan jangan pula hubungi Herman Talib.",
    "Kontak aman : jangan Herman Talib",
    "Kontak aman : Herman Talib (jangan, kakak pelaku)",
    "Surat balasan tidak usah dititipkan kepada Herman Talib.",
    "Surat balasan tidak aman kalau dititipkan kepada Herman Talib.",
    "Saya keberatan bila surat balasan dititipkan kepada Herman Talib.",
    "Mohon hindari menitip surat balasan kepada Herman Talib.",
    "Surat balasan janganlah dititipkan\nkepada Herman Talib.",
    "Mohon surat balasan tdk dititipkan kpd Pak RT dan tdk juga kepada Herman Talib.",
    "Demi keamanan surat jangan dikirim ke rumah Pak Herman Talib.",
    "Surat balasan jangan dikasih ke Pak RT Herman Talib.",
    "Mohon surat balasan tidak dititip di rumah Herman Talib.",
    "Saya minta supaya surat balasan jangan lewat Bu Ratna Sari.",
    "Hubungi saya, asal jangan melalui Bu Ratna Sari.",
    "Kalau mau hubungi saya jangan sama Herman Talib.",
    "Saya tak ingin Bu Ratna Sari yang mengantarkan surat balasan.",
    "Surat balasan lewat Bu Ratna Sari itu berbahaya.",
    "Surat balasan pernah dititip ke Bu Ratna Sari tetapi dibocorkan ke suami.",
    "Surat balasan kepada Bu Ratna Sari akan dibuka suami saya.",
    "Jangan pernah menghubungi kakak ipar saya, Herman Talib, mengenai surat balasan.",
    "Surat balasan yang dititipkan kepada Bu Ratna Sari selalu sampai ke suami saya.",
    "Bu Ratna Sari jangan sampai tahu. Surat balasan ditujukan ke kantor saja.",
    "Mohon surat balasan tidak melewati Kepala Desa, Herman Talib.",
    "Balasan janganlah lewat kantor desa karena kepala desanya, Herman Talib, paman pelaku.",
    "Surat balasan bisa dititipkan di warung. Bukan ke warung Bu Ratna Sari.",
    "Titip surat balasan kepada Bu Ratna Sari? Tidak, saya tidak mau.",
    "Jgn hubungi sy lewat Herman, dia abang pelaku",
    "Demi keamanan jangan beri tahu alamat saya kepada Herman Talib.",
    "Alamat yang aman: bukan rumah Herman Talib.",
    "Saya mohon kerahasiaan. Jangan bicara kepada Herman Talib dan jangan kirim surat ke rumah.",
    "Surat jawaban mohon diserahkan langsung kepada saya, jangan lewat Pak Kades Herman Talib.",
    "Sebaiknya surat balasan tidak usah lewat Pak Herman Talib, tetapi kami ambil sendiri.",
    "Tolong jangan titip surat balasan ke Bu Ratna Sari, tolong.",
    "Jika terpaksa, surat balasan jangan, sekali lagi jangan, diserahkan kepada Herman Talib.",
    "Surat balasan hendaknya tidak disampaikan melalui Herman Talib.",
    "Terlapor adalah Herman Talib. Surat balasan mohon dititipkan kepada Herman.",
    "Surat balasan dititipkan kepada Herman Talib yang masih satu rumah dengan pelaku.",
    "Surat balasan dititipkan kepada Herman Talib, tangan kanan pelaku.",
    "Surat balasan JANGAN DITITIPKAN KEPADA PAK HERMAN TALIB.",
    "Balasan jangan-jangan nanti dititipkan kepada Herman Talib.",
    "Surat balasan jang4n dititipkan kepada Herman Talib.",
    "Surat balasan jangan\ndititipkan\nkepada Herman Talib.",
    "Surat balasan. jangan dititipkan kepada Herman Talib.",
    "Surat balasan ulun mohon ojo dititip ke Herman Talib.",
    "Surat balasan ela dititip ke Herman Talib.",
]  # fmt: skip


@pytest.mark.parametrize("asked", FORBIDDEN)
def test_a_person_whom_the_letter_forbids_is_not_suggested(asked: str) -> None:
    assert contact(asked) is None


@pytest.mark.parametrize(
    "told", ["Saya dipukul suami saya, Herman Talib.", "Pelaku bernama Herman Talib, kakak ipar saya."]
)
def test_the_reported_person_is_not_suggested(told: str) -> None:
    assert contact("Surat balasan dititipkan kepada Herman Talib.", told) is None


@pytest.mark.parametrize(
    "asked",
    [
        "Surat balasan jangan dikirim ke rumah, tetapi titipkan kepada kakak saya, Siti Aminah.",
        "Surat balasan JANGAN dikirim ke rumah. Mohon dititipkan kepada kakak saya, Siti Aminah.",
        "Surat balasan jangan dititipkan kepada Pak Herman, melainkan kepada Siti Aminah.",
        "Titip lewat Siti Aminah, Jl. Mawar No. 12, bukan ke rumah kami di Jl. Melati No. 3.",
        "Surat titip ke Siti Aminah, jangan dihubungi malam.",
        "Saya takut suami tahu, jadi titipkan surat balasan kepada Siti Aminah.",
        "Surat balasan mohon dititipkan kepada Siti Aminah agar tidak diketahui suami saya.",
        "Surat balasan dititipkan kepada Siti Aminah. Jangan menelepon sesudah pukul 17.00.",
    ],
)  # fmt: skip
def test_a_person_of_trust_is_still_found_beside_what_is_forbidden(asked: str) -> None:
    assert contact(asked) == "Siti Aminah"


def said(asked: str) -> str:
    """Return the sentence that is quoted beside the empty field of the contact."""
    suggestion = suggest([page_of(LETTER.format(told=SUFFERED, asked=asked))]).get("safe_contact_said")
    return suggestion.value if suggestion else ""


@pytest.mark.parametrize("asked", [text for text in FORBIDDEN if not text.startswith("Kontak aman")])
def test_what_the_letter_says_of_it_is_quoted_with_what_forbids(asked: str) -> None:
    named = [
        bit for bit in asked.replace("\n", " ").rstrip(".").split(". ") if re.search("(?i)herman|ratna", bit)
    ]
    assert any(sentence in said(asked) for sentence in named)


def test_a_long_sentence_is_cut_only_where_nothing_that_forbids_is_left_out() -> None:
    asked = "Surat balasan mohon dititipkan kepada Siti Aminah, Jl. Mawar No. 12"
    more = ",\nyang setiap hari berjualan di pasar dan pulang sore dan orangnya baik sekali" * 2
    assert said(asked + more + ", sekian.").startswith(asked)
    assert len(said(asked + more + ", sekian.")) <= 200
    assert said(asked + more + ", jangan ke rumah kami.").endswith("jangan ke rumah kami.")
