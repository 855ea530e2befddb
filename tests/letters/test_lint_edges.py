"""What the lint does at its edges: text boxes, encrypted ZIPs, broken clauses, readers that break off, other settings."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel.errors import RangkapError
from pipeline.kernel.sandbox import OUT_OF_MEMORY
from pipeline.letters import lint_inside, lint_proof, package
from pipeline.letters.errors import Dangerous, TooLong
from pipeline.letters.lint import examine
from pipeline.letters.lint_clauses import clause_flaws, files_of
from pipeline.letters.lint_fonts import stand_in
from pipeline.letters.lint_meanings import meaning_of
from pipeline.letters.lint_proof import known_fields
from pipeline.letters.parts import cell, line, row, table
from pipeline.rendering.parcel import pack, unpack
from pipeline.settings import Settings
from tests.letters.docx_files import changed, edited, shipped
from tests.letters.matters import office
from tests.letters.planted import BODY, CLEAN, NAME, before_closing, run, typed

FORM = "lembar-verifikasi"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "letter_templates" / "klausul").mkdir(parents=True)
    return office(tmp_path)


def codes(data: bytes, settings: Settings, name: str = NAME) -> list[str]:
    return [one.code for one in examine(name, data, settings).flaws]


def _box(text: str) -> str:
    inner = f"<w:txbxContent>{line(text)}</w:txbxContent>"
    return (
        '<w:p><w:r><w:t>luar</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        f'markup-compatibility/2006"><mc:Choice Requires="x">{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )


def test_a_text_box_is_a_paragraph_of_its_own_and_is_told_once(settings: Settings) -> None:
    found = examine(NAME, before_closing(_box("{{ kotak }}")), settings).flaws
    assert [(one.code, one.place.text) for one in found] == [("unknown-field", "{{ kotak }}")]


def test_an_encrypted_member_is_told_as_such(settings: Settings) -> None:
    data = bytearray(CLEAN)
    with zipfile.ZipFile(io.BytesIO(CLEAN)) as archive:
        at = archive.start_dir
        for one in archive.infolist():
            data[one.header_offset + 6] |= 1
            data[at + 8] |= 1
            at += 46 + len(one.filename.encode())
    assert "encrypted" in codes(bytes(data), settings)


def test_one_tracked_change_is_told_once_a_paragraph_and_one_of_a_row_where_the_row_is(
    settings: Settings,
) -> None:
    twice = '<w:p><w:ins w:id="1"><w:r><w:t>a</w:t></w:r></w:ins><w:ins w:id="2"><w:r><w:t>b</w:t></w:r></w:ins></w:p>'
    assert codes(before_closing(twice), settings) == ["tracked"]
    of_row = edited(
        CLEAN, BODY, "<w:trPr><w:cantSplit/></w:trPr>", "<w:trPr><w:cantSplit/><w:ins w:id='1'/></w:trPr>"
    )
    assert {one.place.paragraph for one in examine(NAME, of_row, settings).flaws} >= {1, 5}
    of_section = edited(CLEAN, BODY, "<w:sectPr>", '<w:sectPr><w:sectPrChange w:id="1"/>')
    assert "tracked" in codes(of_section, settings)


def test_fields_within_fields_and_ends_without_begin_are_read(settings: Settings) -> None:
    nested = (
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>LINK x</w:instrText></w:r><w:r>'
        '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert codes(before_closing(nested), settings) == ["field"]
    assert codes(before_closing("<w:p><w:r><w:instrText>DDE x</w:instrText></w:r></w:p>"), settings) == [
        "field"
    ]


def test_tags_are_read_in_all_their_shapes(settings: Settings) -> None:
    assert codes(typed("{% if hal %}a{% elif sifat %}b{% else %}c{% endif %}"), settings) == []
    assert (
        codes(
            typed("{%p for x in yth %}", "{{ x }} {{ loop.index }}", "{%p else %}", "-", "{%p endfor %}"),
            settings,
        )
        == []
    )
    assert codes(typed("{%p\u00a0if hal %}", "x", "{%p endif %}"), settings) == ["odd-space"]
    assert codes(typed("{% for x in (hal or sifat) %}{{ x }}{% endfor %}"), settings) == ["loop"]
    assert codes(typed("{% for x, y in isi %}{{ y }}{% endfor %}"), settings) == [
        "construct",
        "unknown-field",
    ]
    assert codes(typed("{% for x %}{% endfor %}"), settings) == ["bad-tag"]
    assert codes(typed("{{ hal | upper | trim }} {{ hal | saaafe }}"), settings) == ["filter"]
    assert codes(typed("{{ hal[0] }} dan {{ hal[0] }}"), settings) == ["construct"]
    assert codes(typed("{% blub %}"), settings) == ["unknown-word"]
    assert codes(typed("{%p if hal %}", "{%p endfor %}", "{%p endif %}"), settings) == ["block-stray"]
    assert codes(typed("{{ zzzzzzzz }}"), settings) == ["unknown-field"]
    assert codes(typed("{{ isi.pertama }}"), settings) == ["text-attribute"]


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("{% colspan 2 %}", []),
        ("{% cellbg hal %}", []),
        ("{% cellbg warna %}", ["unknown-field"]),
        ("{% vm %}", ["no-loop"]),
        ("{% hm %}", ["no-loop"]),
    ],
)
def test_tags_for_cells_are_let_be_in_a_cell_and_their_fields_are_known(
    tag: str, wanted: list[str], settings: Settings
) -> None:
    assert codes(edited(CLEAN, BODY, ">Sifat<", f">{tag}Sifat<"), settings) == wanted


def test_cells_are_joined_down_a_loop(settings: Settings) -> None:
    tall = table((4000, 4000), [
        row([cell(8000, line("{%tr for x in isi %}"), '<w:gridSpan w:val="2"/>')]),
        row([cell(4000, line("{% vm %}Layanan")), cell(4000, line("{{ x }}"))]),
        row([cell(8000, line("{%tr endfor %}"), '<w:gridSpan w:val="2"/>')]),
    ])  # fmt: skip
    assert codes(before_closing(tall + line("")), settings) == []


def test_a_row_that_holds_a_table_cannot_be_taken_away(settings: Settings) -> None:
    with_inner = edited(
        CLEAN, BODY, line("Paraf petugas", "RangkapParaf"), line("Paraf petugas", "RangkapParaf")
    )
    around = edited(
        with_inner,
        BODY,
        line("{{ ketua.nama }}", "TandaTangan"),
        line("{%tr if ketua.nip %}{{ ketua.nama }}"),
    )
    assert "no-table" in codes(around, settings)


def test_a_form_is_filled_with_its_example_and_with_nothing(settings: Settings) -> None:
    assert codes(changed(shipped(FORM), {}), settings, FORM) == []
    left = edited(shipped(FORM), BODY, "{{ pendaftar }}", "{{ '{' ~ '{' }}")
    assert codes(left, settings, FORM) == ["left-over"]


def test_what_the_gate_alone_refuses_is_told_in_its_words(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: bytes) -> None:
        raise Dangerous(what_id="sesuatu", what_en="something", part="x")

    monkeypatch.setattr(package, "inspect", refuse)
    (flaw,) = examine(NAME, CLEAN, settings).flaws
    assert flaw.code == "refused"
    assert "sesuatu" in flaw.text()


@pytest.mark.parametrize("error", [TooLong(size=9, template="x"), KeyError("x")])
def test_a_trial_that_breaks_off_is_a_flaw(
    error: Exception, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr("pipeline.letters.compose.render", fail)
    assert codes(CLEAN, settings) == ["render"]
    monkeypatch.setattr("pipeline.letters.compose.render", lambda *_: (_ for _ in ()).throw(MemoryError))
    with pytest.raises(MemoryError):
        examine(NAME, CLEAN, settings)


def test_a_rule_that_only_a_stamped_copy_breaks_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = lint_proof.rules.check

    def only_stamped(*given: Any, **more: Any) -> Any:
        found = check(*given, copies=1) if more.get("is_numbered") else ()
        return [one for one in found if one.rule == 10]

    monkeypatch.setattr(lint_proof.rules, "check", only_stamped)
    found = [one.text() for one in examine(NAME, CLEAN, settings).flaws]
    assert len(found) == 2
    assert "Salinan ke-1 dari 2" in found[0]


def test_with_a_clause_that_cannot_be_filled_the_shipped_fields_are_known(settings: Settings) -> None:
    (settings.templates / "klausul" / "a.txt").write_text("bukan klausul", "utf-8")
    assert "hal" in known_fields(NAME, settings)
    assert set(clause_flaws(files_of(settings.templates / "klausul"), settings)) == {"klausul/a.txt"}


def test_clauses_that_are_sound_each_but_not_together_are_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise TooLong(size=9, template="x")

    monkeypatch.setattr("pipeline.letters.context.build", fail)
    (flaw,) = clause_flaws({}, settings)["klausul/*.txt"]
    assert flaw.code == "refused"
    assert files_of(settings.home / "tidak ada") == {}


def test_other_settings_make_no_fault(settings: Settings) -> None:
    for key, value in (
        ("surat.kertas", "F4"),
        ("kantor.telepon", ""),
        ("kantor.pos_el", "kantor@contoh.invalid"),
        ("nomor.penomoran", "sekretariat"),
        ("nomor.pola_surat", "{kode}-{urut}/{bulan}/{unit}/{tahun}"),
        ("surat.sifat", "Biasa"),
    ):
        assert codes(CLEAN, replace(settings, values={**settings.values, key: value})) == [], key


def test_a_font_is_asked_for_by_its_whole_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert stand_in("Arial") == ""
    assert stand_in("Wingdings") == ""
    assert stand_in("Huruf-Aneh: tebal, miring") != ""
    monkeypatch.setattr("pipeline.letters.lint_fonts.shutil.which", lambda _: None)
    assert stand_in("Huruf yang tidak ditanyakan lagi") == ""


def test_a_font_named_for_other_letters_only_leaves_the_one_below(settings: Settings) -> None:
    assert codes(before_closing(run('<w:rFonts w:eastAsia="Huruf Jauh"/>', "x")), settings) == []


def test_a_field_without_words_is_noticed() -> None:
    with pytest.raises(KeyError):
        meaning_of(NAME, "isian.baru")


def parcel(settings: Settings, template: bytes, *, samples: bool = True, **clauses: bytes) -> bytes:
    order = {
        "settings": dict(settings.values), "templates": [NAME], "clauses": [f"{one}.txt" for one in clauses],
        "samples": samples,
    }  # fmt: skip
    return pack([json.dumps(order).encode(), template, *clauses.values()])


def inside(given: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[bytes]]:
    """Do what runs within the walls, in this process."""
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, write_through=True))
    status = lint_inside.main()
    return status, unpack(out.getvalue()) if not status else []


def test_the_reader_answers_with_reports_and_samples(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, (told, sample) = inside(parcel(settings, CLEAN), monkeypatch)
    assert status == 0
    assert json.loads(told) == [{"template": NAME, "kind": NAME, "flaws": []}]
    assert sample.startswith(b"PK")
    _, (told, of_clause, sample) = inside(parcel(settings, CLEAN, samples=False, a=b"x"), monkeypatch)
    assert [one["template"] for one in json.loads(told)] == ["klausul/a.txt", NAME]
    assert of_clause == sample == b""


def test_whatever_a_template_does_to_the_reader_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error, said in ((RecursionError(), "RecursionError"), (RangkapError(), "Terjadi kesalahan")):
        monkeypatch.setattr(lint_inside, "examine", _raising(error))
        _, (told, _) = inside(parcel(settings, CLEAN), monkeypatch)
        ((flaw,),) = [one["flaws"] for one in json.loads(told)]
        assert flaw["code"] == "refused"
        assert said in flaw["said"]["id"]
    monkeypatch.setattr(lint_inside, "examine", _raising(MemoryError()))
    assert inside(parcel(settings, CLEAN), monkeypatch) == (OUT_OF_MEMORY, [])


def _raising(error: Exception) -> Any:
    def fail(*_: Any) -> None:
        raise error

    return fail
