"""A matter and a template become a draft."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.letters import clauses, package
from pipeline.letters.compose import Draft, compose, render, template_for
from pipeline.letters.context import joined, title_lines
from pipeline.letters.matter import Matter
from pipeline.letters.text import frozen_text, identifier_of, read
from pipeline.settings import Settings
from tests.letters.docx_files import changed, shipped
from tests.letters.matters import CHAIR, DAY, NEIGHBOUR, POLICE, RANKED, SCHOOL, VICTIM, office
from tests.refused import refused_with

Composer = Callable[[Matter], Draft]


def test_a_draft_says_konsep_and_bears_no_number_and_no_code(composed: Composer) -> None:
    draft = composed(VICTIM)
    assert "KONSEP" in draft.text
    assert "400.2/___/P2TP2A/XI/2026" in draft.text
    assert "P2:" not in draft.text
    assert not [name for name in package.unpack(draft.docx) if "media" in name and "lambang" not in name]
    assert "2026-0001-1:konsep" in package.unpack(draft.docx)["docProps/core.xml"].decode()


def test_a_draft_is_rendered_again_from_its_context_to_the_same_bytes(
    composed: Composer, settings: Settings
) -> None:
    draft = composed(POLICE)
    source = (settings.templates / f"{draft.template}.docx").read_bytes()
    assert package.digest(source) == draft.template_digest
    fields = json.loads(json.dumps(draft.context))
    assert render(source, draft.template, fields, settings, "2026-0003-1") == draft.docx


def test_the_template_and_the_clauses_follow_addressee_and_channel(composed: Composer) -> None:
    assert template_for(VICTIM) == "surat-jawaban-perorangan"
    assert template_for(SCHOOL) == "surat-jawaban-instansi"
    assert composed(SCHOOL).clauses == (
        "pembuka-surat@1", "tercatat-instansi@1", "tindak-lanjut@2", "layanan@3", "langkah-13-instansi@2",
    )  # fmt: skip
    assert "Atas kerja sama Saudara" in composed(SCHOOL).text


def test_an_undated_letter_is_cited_by_the_day_of_receipt(composed: Composer) -> None:
    opening = read(composed(NEIGHBOUR).text).opening
    assert opening.startswith("Menindaklanjuti surat Ibu yang kami terima pada tanggal 20 November 2026 dan")


def test_rank_and_nip_stand_only_where_they_exist(composed: Composer, settings: Settings) -> None:
    assert "NIP" not in composed(VICTIM).text
    ranked = office(settings.home, RANKED)
    signature = read(compose(VICTIM, ranked, template_for(VICTIM), DAY).text).signature
    assert signature == (
        "Ketua P2TP2A", "Kabupaten Batang Asri,", "Dra. Hj. Wahdaniah Suling, M.Si.", "Pembina Tingkat I, IV/b",
        "NIP 19700101 199503 2 001",
    )  # fmt: skip


def test_the_letterhead_names_mail_and_leaves_out_what_is_not_there(settings: Settings) -> None:
    named = office(settings.home, kantor__pos_el="kantor@contoh.invalid", kantor__telepon="")
    text = compose(VICTIM, named, template_for(VICTIM), DAY).text
    assert "Pos-el kantor@contoh.invalid" in text
    assert "Telepon" not in text
    assert "hubungi kami agar petugas" in text


def test_paper_and_font_are_those_of_the_settings(settings: Settings) -> None:
    long = office(settings.home, surat__kertas="F4", surat__huruf="Bookman Old Style")
    parts = package.unpack(compose(VICTIM, long, template_for(VICTIM), DAY).docx)
    assert b'w:w="12189" w:h="18709"' in parts["word/document.xml"]
    assert b'"Bookman Old Style"' in parts["word/styles.xml"]
    assert b'"Arial"' not in parts["word/styles.xml"]


def test_a_template_with_an_author_becomes_a_letter_without_author(settings: Settings) -> None:
    path = settings.templates / "surat-jawaban-perorangan.docx"
    path.write_bytes(changed(path.read_bytes(), {"docProps/app.xml": b"<a>Firma</a>"}))
    parts = package.unpack(compose(VICTIM, settings, "surat-jawaban-perorangan", DAY).docx)
    assert sorted(name for name in parts if name.startswith("docProps/")) == ["docProps/core.xml"]


def test_without_signatory_or_template_there_is_no_draft(settings: Settings) -> None:
    with refused_with("letters.no_template") as missing:
        compose(VICTIM, settings, "surat-lain", DAY)
    assert "surat-jawaban-instansi" in missing.value.text()
    late = office(settings.home, replace(CHAIR, since=DAY.replace(day=25)))
    with refused_with("letters.no_signatory") as nobody:
        compose(VICTIM, late, template_for(VICTIM), DAY)
    assert "24 November 2026" in nobody.value.text()


def test_an_office_puts_its_own_wording_before_the_shipped_one(
    settings: Settings, composed: Composer
) -> None:
    own = settings.templates / "klausul"
    own.mkdir()
    head = (
        "nama: darurat\r\nversi: 7\r\nbagian: isi\r\nurutan: 50\r\nkanal: surat\r\nuntuk: perorangan\r\n\r\n"
    )
    (own / "darurat.txt").write_text(f"{head}Telepon {{{{ darurat }}}}.", "utf-8", newline="")
    draft = composed(VICTIM)
    assert "darurat@7" in draft.clauses
    assert "Telepon 110 (Kepolisian)" in draft.text


@pytest.mark.parametrize(
    "text", ["nama: x\n\nisi", "nama: x\nversi: 1\nbagian: isi\nkanal: a\nuntuk: b\n\n", "bukan"]
)
def test_a_clause_with_an_incomplete_head_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(text, "utf-8")
    with refused_with("letters.bad_template"):
        clauses.library(tmp_path)


def test_lists_and_titles_are_put_in_words_and_lines() -> None:
    assert joined(()) == ""
    assert joined(("a", "b")) == "a dan b"
    assert joined(("a", "b", "c")) == "a, b, dan c"
    assert title_lines("Ketua P2TP2A Kabupaten X") == ["Ketua P2TP2A", "Kabupaten X"]
    assert title_lines("Kepala\nUPTD") == ["Kepala", "UPTD"]
    assert title_lines("Kepala UPTD PPA") == ["Kepala UPTD PPA"]


def test_a_letter_without_closing_still_shows_its_signature() -> None:
    lines = ["Nomor : 1", "Yth. Kepala", "di X", "Isi.", "Ketua,", "Nama"]
    assert read("\n".join(lines)).signature == ("Ketua,", "Nama")
    assert read("\n".join(lines[:4])).signature == ()
    sheet = read("X, 1 Mei 2026\nNomor : 1\nNomor : 2\nYth. Kepala\ndi X")
    assert (sheet.date_line, sheet.number, sheet.opening) == ("X, 1 Mei 2026", "1", "")


def test_a_file_without_properties_has_no_identifier(settings: Settings) -> None:
    parts = package.unpack(shipped("surat-jawaban-perorangan"))
    assert identifier_of(package.pack(parts)) == ""
    del parts["docProps/core.xml"]
    assert identifier_of(package.pack(parts)) == ""


def test_breaks_and_hyphens_in_word_become_text(settings: Settings) -> None:
    from tests.letters.docx_files import raw

    runs = "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:tab/><w:t>d</w:t></w:r>"
    tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>'
    assert frozen_text(raw(f"<w:p>{tabs}{runs}</w:p>")).startswith("a b-c d\n")
