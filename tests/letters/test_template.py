"""Templates cannot run code, swallow text or forge paragraphs; what is wrong with them is said."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from pipeline.letters import package
from pipeline.letters.template import MAX_TEXT, MAX_VALUE, faults, render, render_text, sanitise
from pipeline.letters.text import EDGE, frozen_text
from tests.letters.docx_files import raw, template
from tests.refused import refused_with

FIELDS: dict[str, Any] = {
    "nama_pelapor": "Ani", "surat": {"nomor": "12", "tanggal": ""}, "isi": ["satu", "dua"], "kosong": [], "ada": True,
    "jumlah": 3,
}  # fmt: skip


def said(docx: bytes, fields: dict[str, Any] = FIELDS) -> list[str]:
    out = package.pack(render("t", package.inspect(docx), fields))
    return frozen_text(out).partition(EDGE)[0].splitlines()


def refusal(docx: bytes) -> str:
    with refused_with("letters.bad_template", "letters.unknown_field") as caught:
        render("t", package.inspect(docx), FIELDS)
    return caught.value.text()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("tanggal 24 November 2026.", "tanggal 24~November~2026."),
        ("telepon (0515) 123456", "telepon (0515)~123456"),
        ("0812 0000 1101, +62 812 0000 1101", "0812~0000~1101, +62~812~0000~1101"),
        ("WhatsApp 08111-129-129", "WhatsApp 08111=129=129"),
        ("kasus 2026-0001, tanggal 01-12-2026, RT 004 RW 02", "kasus 2026-0001, tanggal 01-12-2026, RT 004 RW 02"),
    ],
)  # fmt: skip
def test_a_day_and_a_telephone_number_are_not_broken_over_lines_and_read_back_plain(
    written: str, kept: str
) -> None:
    out = render("t", package.inspect(template("{{ nama_pelapor }}")), FIELDS | {"nama_pelapor": written})
    hard = kept.replace("~", "\u00a0").replace("=", "\u2011")
    assert hard in out[package.BODY].decode()
    assert said(template("{{ nama_pelapor }}"), FIELDS | {"nama_pelapor": written}) == [written]


def test_fields_conditions_and_loops_are_filled() -> None:
    assert said(
        template(
            "Yth. {{ nama_pelapor | upper }} {{ surat.nomor ~ '/' ~ jumlah }}",
            "{%p for x in isi %}", "{{ loop.index }}. {{ x }}", "{%p endfor %}",
            "{%p for x in kosong %}", "{{ x }}", "{%p endfor %}",
            "{%p if ada and not surat.tanggal %}", "ada", "{%p else %}", "tidak", "{%p endif %}",
            "{{ 'ya' if jumlah > 2 else 'tidak' }}",
        )
    ) == ["Yth. ANI 12/3", "1. satu", "2. dua", "ada", "ya"]  # fmt: skip


def test_a_tag_split_over_runs_is_put_together() -> None:
    runs = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in ("{", "{ nama", "_pelapor }", "}"))
    assert said(raw(f"<w:p>{runs}</w:p>")) == ["Ani"]


def test_a_footer_is_filled_and_a_part_without_tags_stays_as_it_is() -> None:
    parts = package.inspect(template("tetap", footer="Kasus {{ surat.nomor }}"))
    out = render("t", parts, FIELDS)
    assert "Kasus 12" in frozen_text(package.pack(out))
    assert out["word/document.xml"] == parts["word/document.xml"]


def test_an_unknown_field_is_named_with_the_likely_one_and_its_paragraph() -> None:
    text = refusal(template("Pertama.", "Kepada {{ nama_pelaport }} di tempat"))
    assert "“nama_pelaport”" in text
    assert "mungkin “nama_pelapor”" in text
    assert "Kepada {{ nama_pelaport }} di tempat" in text
    assert "surat.nomor" in refusal(template("{{ surat.nomer }}"))
    assert "mungkin" not in refusal(template("{{ qqqqqq }}"))
    assert "xx" in refusal(template("{%p for x in xx %}", "{{ x }}", "{%p endfor %}"))
    assert "salah" in refusal(template("{% if ada %}", footer="{{ tidak_ada }}"))
    assert "tidak_ada" in refusal(template("baik", footer="{{ tidak_ada }}"))


FORBIDDEN = [
    '{{ cycler.__init__.__globals__.os.popen("id").read() }}',
    "{{ nama_pelapor.__class__ }}",
    "{{ nama_pelapor.format }}",
    "{{ ''.join(isi) }}",
    "{{ ('a').upper }}",
    "{{ nama_pelapor|safe }}",
    "{{ nama_pelapor|upper(1) }}",
    "{{ 'x' * 10000000 }}",
    "{{ 2 ** 99999 }}",
    "{{ range(10) }}",
    "{{ isi[0] }}",
    "{% set a = 1 %}",
    "{% include 'x' %}",
    "{% macro a() %}{% endmacro %}",
    "{% autoescape false %}{{ nama_pelapor }}{% endautoescape %}",
    "{{ 'a' if ada }}",
    "{% for a in 'abc' %}{{ a }}{% endfor %}",
    "{% for a in nama_pelapor %}{{ a }}{% endfor %}",
    "{% for a in isi %}{% for b in isi %}{{ b }}{% endfor %}{% endfor %}",
    "{% for a in isi recursive %}{{ a }}{% endfor %}",
    "{% for a in isi if a %}{{ a }}{% endfor %}",
    "{% for a, b in isi %}{{ a }}{% endfor %}",
    "{{ nama_pelapor",
    "{% if ada %}",
    "{% colspan 2 %}",
    "{%pif ada %}",
    "simpan ini {%p if ada %} teks",
    "{{p nama_pelapor }}",
    "{%tr for a in isi %}",
]


@pytest.mark.parametrize("tag", FORBIDDEN)
def test_a_forbidden_construct_is_refused_with_its_paragraph(tag: str) -> None:
    assert "Word" in refusal(template("Awal.", tag))


@pytest.mark.parametrize("tag", ["{{ nama.x }}", "{{ ", "{% set a = 1 %}"])
def test_a_clause_is_held_to_the_same(tag: str) -> None:
    with refused_with("letters.bad_template", "letters.unknown_field"):
        render_text("klausul@1", tag, FIELDS)


def test_a_clause_is_one_paragraph() -> None:
    assert render_text("klausul@1", "Kepada\n {{ nama_pelapor }} & {{ jumlah }}", FIELDS) == "Kepada Ani & 3"


HOSTILE = [
    "</w:t></w:r></w:p><w:p><w:r><w:t>x",
    "Smith & Sons <x",
    "{{ surat.nomor }} {% if %}",
    "{_{ x }_} {_% y %_}",
    "a\ab\fc\nd\te\x00\x08\x1f\x7f\x85",
    "gigi\ud800ompong\ufffe",
    "nama\u202eterbalik\u200f",
    "nama\u2028dua\u2029baris",
    "]]> <!-- --> &amp; &#0;",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_stays_one_piece_of_text(value: str) -> None:
    lines = said(template("Awal {{ nama_pelapor }} akhir", "Sesudah"), {**FIELDS, "nama_pelapor": value})
    assert len(lines) == 2
    assert lines[0].startswith("Awal ")
    assert lines[0].endswith(" akhir")
    written = str(sanitise(value)).replace("{_", "{").replace("_}", "}").replace("%_}", "%}")
    assert lines[0].split() == f"Awal {written} akhir".split()


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=[])))
def test_any_value_whatever_comes_out_as_it_was_sanitised(value: str) -> None:
    (line,) = said(template("[{{ nama_pelapor }}]"), {**FIELDS, "nama_pelapor": value})
    assert line.split() == f"[{sanitise(value)}]".split()


def test_only_plain_values_are_let_in() -> None:
    for value in (
        object(),
        Markup("<b>"),
        1.5,
        b"x",
        None,
        [[[[[1]]]]],
        {"a": {"b": {"c": {"d": {"e": 1}}}}},
        [0] * 501,
    ):
        with pytest.raises(TypeError):
            sanitise(value)
    assert sanitise({"a": ("x\n\ny", 1, True)}) == {"a": ["x y", 1, True]}
    assert sanitise("x" * MAX_VALUE) == "x" * MAX_VALUE


def test_a_field_that_is_too_long_is_told_and_never_cut() -> None:
    long = "x" * (MAX_VALUE + 1)
    for step, field in (
        (lambda: said(template("{{ nama_pelapor }}"), {**FIELDS, "nama_pelapor": long}), "nama_pelapor"),
        (lambda: render_text("salam", "{{ nama }}", {"nama": [long]}), "nama"),
        (lambda: sanitise({"a": {"b": long}}), "a.b"),
        (lambda: sanitise(long), "–"),
    ):
        with refused_with("letters.field_too_long") as error:
            step()
        assert f"“{field}” terlalu panjang: 20001 karakter, paling banyak 20000" in error.value.text()


def test_a_letter_that_grows_without_end_is_cut_off() -> None:
    long = "{{ nama_pelapor }}" * 1200
    with refused_with("letters.too_long"):
        said(
            template("{%p for x in isi %}", long, "{%p endfor %}"),
            {**FIELDS, "nama_pelapor": "x" * MAX_VALUE},
        )
    assert MAX_TEXT < 1200 * MAX_VALUE


def test_all_faults_of_a_template_are_listed() -> None:
    problems = faults(package.inspect(template("{{ satu }}", "{{ dua }}", footer="{{ tiga }}")), FIELDS)
    assert [fault.field for fault in problems] == ["satu", "dua", "tiga"]
