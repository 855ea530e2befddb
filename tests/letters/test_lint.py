"""The lint finds every planted fault, with its paragraph, and nothing in the templates that are shipped."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from pipeline.letters import forms, package
from pipeline.letters.lint import NEEDED, Report, examine, kind_of
from pipeline.letters.lint_flaw import Flaw, Place, shortened
from pipeline.letters.lint_fonts import fonts
from pipeline.settings import Settings
from tests.letters.docx_files import changed, edited, shipped
from tests.letters.matters import office
from tests.letters.planted import (
    BODY,
    CLEAN,
    ELSEWHERE,
    FOOTER,
    IN_TEXT,
    NAME,
    OF_FILE,
    OF_LETTER,
    PLANTED,
    TAGS,
    before_closing,
    run,
    setting,
    typed,
)


@cache
def report(name: str) -> Report:
    """Return what is found in the template with the planted fault ``name``."""
    return examine(NAME, PLANTED[name].data, office(Path("/nirwana")))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return office(tmp_path)


def said(report: Report) -> list[str]:
    return [f"{one.code}: {one.text()}" for one in report.flaws]


def found(name: str) -> tuple[Flaw, set[str]]:
    """Return the flaw that was planted, and the codes of all that were found."""
    planted = PLANTED[name]
    fitting = [
        one
        for one in report(name).flaws
        if one.code == planted.code and planted.said in one.said.id and planted.paragraph in one.place.text
    ]
    assert fitting, said(report(name))
    return fitting[0], {one.code for one in report(name).flaws}


@pytest.mark.parametrize("name", OF_FILE | IN_TEXT | ELSEWHERE)
def test_a_fault_of_the_file_or_of_its_text_is_found(name: str) -> None:
    flaw, codes = found(name)
    assert bool(flaw.place.paragraph) == bool(PLANTED[name].paragraph)
    assert codes <= {PLANTED[name].code, *ALSO.get(name, ())}


ALSO = {
    "tr with other cells": ("block-open", "missing-field"), "tc with other text": (), "strict": (),
}  # fmt: skip
"""What follows from a planted fault besides: a tag that takes a field with it, or whose end is missing."""


@pytest.mark.parametrize("name", TAGS)
def test_a_fault_in_a_tag_is_named_with_its_paragraph_and_nothing_else(name: str) -> None:
    flaw, codes = found(name)
    assert flaw.place.part == BODY
    assert flaw.place.paragraph >= 25
    assert flaw.place.text == shortened(PLANTED[name].paragraph)
    assert codes == {PLANTED[name].code}


@pytest.mark.parametrize("name", OF_LETTER)
def test_a_letter_that_would_be_refused_later_is_refused_here(name: str) -> None:
    flaw, _ = found(name)
    assert flaw.is_error
    assert flaw.place.paragraph == 0


def test_the_planted_faults_are_many_and_each_is_told_in_two_languages() -> None:
    assert len(PLANTED) >= 120
    told = {one for name in PLANTED for one in report(name).flaws}
    assert [one for one in told if "{" in one.code or not one.said.id or not one.said.en] == []
    assert [one.text("en") for one in told if one.text("en") == one.text()] == []


@pytest.mark.parametrize("kind", forms.EVERY)
def test_nothing_is_found_in_a_shipped_template(kind: str, settings: Settings) -> None:
    found = examine(kind, shipped(kind), settings)
    assert said(found) == []
    assert found.sample.startswith(b"PK")


def test_all_faults_are_told_at_once(settings: Settings) -> None:
    faulty = edited(
        typed("{{ satu }}", "{%pif hal %}", "Hal {hal}"), FOOTER, "{{ nomor_kasus }}", "{{ nomor_kasu }}"
    )
    faulty = edited(faulty, BODY, 'w:top="1134"', 'w:top="400"')
    found = examine(NAME, faulty, settings).flaws
    assert [one.code for one in found] == [
        "unknown-word",
        "single-brace",
        "unknown-field",
        "unknown-field",
        "margin",
    ]
    assert [one.place.paragraph for one in found] == [26, 27, 25, 2, 0]


def test_a_name_of_the_office_belongs_to_the_longest_kind_it_begins_with(settings: Settings) -> None:
    assert kind_of("surat-jawaban-perorangan-desa") == NAME
    assert kind_of("label-besar") == "label"
    assert kind_of("labelku") == ""
    assert said(examine("surat-jawaban-perorangan-desa", CLEAN, settings)) == []
    other = examine("surat-jawaban-peroragan", CLEAN, settings)
    assert [(one.code, one.is_error) for one in other.flaws] == [("unknown-kind", False)]
    assert other.sample == b""


def test_what_only_looks_like_a_fault_is_let_be(settings: Settings) -> None:
    shaded = '<w:p><w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>x</w:t></w:r></w:p>'
    harmless = (
        shaded,
        run('<w:vanish w:val="0"/>', "terlihat"),
        run('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', "terlihat"),
        run("", "Yang {{ hal | upper }} “{{ sifat }}”"),
        run("", "{# catatan penulis #}"),
        run("", '{{ "x" ~ sifat if rujukan else “y” }}'),
        '<w:p><w:r><w:t>{{ ha</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>l }}</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:br/><w:t xml:space="preserve">a</w:t><w:noBreakHyphen/><w:tab/></w:r></w:p>',
    )
    assert said(examine(NAME, before_closing("".join(harmless)), settings)) == []
    assert (
        said(examine(NAME, setting('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>'), settings))
        == []
    )
    theme = changed(CLEAN, {"word/theme/theme1.xml": _THEME})
    themed = edited(theme, "word/styles.xml", 'w:ascii="Arial"', 'w:asciiTheme="minorHAnsi" w:ascii="Arial"')
    assert said(examine(NAME, themed, settings)) == []


_THEME = (
    b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:latin typeface="Calibri Tiruan"/>'
    b"</a:minorFont></a:theme>"
).replace(b"Calibri Tiruan", b"Liberation Sans")


def test_a_font_of_the_theme_or_of_the_settings_is_asked_for(settings: Settings) -> None:
    theme = changed(CLEAN, {"word/theme/theme1.xml": _THEME.replace(b"Liberation Sans", b"Huruf Tema")})
    themed = edited(theme, "word/styles.xml", 'w:ascii="Arial"', 'w:asciiTheme="minorHAnsi"')
    assert "Huruf Tema" in said(examine(NAME, themed, settings))[0]
    chosen = replace(settings, values={**settings.values, "surat.huruf": "Huruf Dinas"})
    (flaw,) = examine(NAME, CLEAN, chosen).flaws
    assert "Huruf Dinas" in flaw.text()
    assert not flaw.is_error


def test_text_without_any_style_is_in_words_own_font(settings: Settings) -> None:
    bare = changed(CLEAN, {"word/styles.xml": f'<w:styles xmlns:w="{package.W}"/>'.encode()})
    assert set(fonts(package.unpack(bare), "Arial")) == {"Times New Roman"}
    assert said(examine(NAME, bare, settings)) == []


def test_f4_is_as_good_as_a4(settings: Settings) -> None:
    assert (
        said(
            examine(NAME, edited(CLEAN, BODY, 'w:w="11906" w:h="16838"', 'w:w="12191" w:h="18711"'), settings)
        )
        == []
    )


def test_a_flaw_crosses_the_wall_unchanged_and_says_where_it_is() -> None:
    (flaw,) = report("unknown field").flaws
    assert Flaw.from_json(flaw.as_json()) == flaw
    assert flaw.text().startswith(
        "isi, paragraf ke-25 (“Kepada {{ nama_pelapor }}”): isian “nama_pelapor” tidak dikenal."
    )
    assert flaw.text("en").startswith(
        "body, paragraph 25 (“Kepada {{ nama_pelapor }}”): the field “nama_pelapor” is unknown."
    )
    assert Place("word/header2.xml", 1).said("en") == "header, paragraph 1"
    assert Place().said("id") == ""
    assert shortened("x" * 200).endswith("x…")


def test_every_field_that_a_letter_needs_was_planted_as_missing() -> None:
    missed = {one.said for one in OF_LETTER.values() if one.code == "missing-field"}
    assert missed == set(NEEDED)
