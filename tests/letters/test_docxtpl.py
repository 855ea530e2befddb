"""docxtpl fills a template in our sandbox: rows, cells and notes, and what it would lose or break is an error."""

from typing import Any

import pytest

from pipeline.letters import package
from pipeline.letters.forms import EVERY
from pipeline.letters.parts import DECLARATION, NAMESPACES, cell, field, line, row, table
from pipeline.letters.template import _strict, render, render_text
from tests.letters.docx_files import changed, raw, shipped
from tests.letters.docx_files import template as with_paragraphs
from tests.letters.test_template import refusal as refused
from tests.letters.test_template import said
from tests.refused import refused_with


@pytest.mark.parametrize("name", EVERY)
def test_a_shipped_template_is_filled_with_words_of_any_kind(name: str) -> None:
    parts = render(
        name,
        package.inspect(shipped(name)),
        {key: _other(value) for key, value in EVERY[name].example.items()},
    )
    assert not any(b"{%" in part for part in parts.values())


def _other(value: Any) -> Any:
    """Return another value of the same shape: empty words, hostile words, a list with one item more."""
    if isinstance(value, dict):
        return {key: _other(part) for key, part in value.items()}
    if isinstance(value, list):
        return [*map(_other, value), *value[:1]]
    return "" if len(str(value)) % 2 else "</w:t> & <b>{{ x }}</b>"


def rows(*texts: tuple[str, ...]) -> bytes:
    made = [row([cell(4000, line(text)) for text in texts_of]) for texts_of in texts]
    return raw(table([4000] * len(texts[0]), made) + line("sesudah"))


def test_rows_are_repeated_and_left_out() -> None:
    docx = rows(("Nama", "Umur"), ("{%tr for a in isi %}", ""), ("{{ a }}", "{{ loop.index }}"), ("", "{%tr endfor %}"),
                ("{%tr if tidak_ada %}", ""), ("x", "y"), ("{%tr endif %}", ""))  # fmt: skip
    fields = {"isi": ["A & B", "C"], "tidak_ada": False}
    assert said(docx, fields) == ["Nama\tUmur", "A & B\t1", "C\t2", "sesudah"]


def test_a_table_whose_rows_all_fell_away_is_taken_out_and_a_cell_keeps_a_paragraph() -> None:
    gone = rows(("{%tr for a in kosong %}",), ("{{ a }}",), ("{%tr endfor %}",))
    assert said(gone, {"kosong": []}) == ["sesudah"]
    body = package.parse(render("t", package.inspect(gone), {"kosong": []})[package.BODY], "x")
    assert body.find(f".//{{{package.W}}}tbl") is None
    bare = raw(
        table([100], [row([cell(100, line("{%p if ada %}") + line("x") + line("{%p endif %}"))])]) + line("y")
    )
    filled_cell = package.parse(render("t", package.inspect(bare), {"ada": ""})[package.BODY], "x")
    room = filled_cell.find(f".//{{{package.W}}}tc")
    assert room is not None
    assert room[-1].tag == f"{{{package.W}}}p"
    edge = changed(with_paragraphs("x"), {"word/footer1.xml": _edge("{%p if ada %}", "k", "{%p endif %}")})
    out = render("t", package.inspect(edge), {"ada": ""})
    assert len(package.parse(out["word/footer1.xml"], "x")) == 1


def _edge(*texts: str) -> bytes:
    return f'<w:ftr xmlns:w="{package.W}">{"".join(map(line, texts))}</w:ftr>'.encode()


MISPLACED = {
    "row tag in a paragraph behind a table": table([9], [row([cell(9, line("x"))])]) + line("{%tr if ada %}"),
    "row tag with other text": table([9, 9], [row([cell(9, line("{%tr if ada %}")), cell(9, line("hilang"))])]),
    "row tag around a table": table([9], [row([cell(9, line("{%tr if ada %}") + table([9], [row([cell(9, line(""))])]))])]),
    "cell tag outside": line("{%tc if ada %}"),
    "cell tag with other text": table([9], [row([cell(9, line("{%tc if ada %}") + line("hilang"))])]),
    "span outside": line("{% colspan 2 %}"),
    "value as a run": line("{{r nama }}"),
    "value as a row": table([9], [row([cell(9, line("{{tr nama }}"))])]),
    "comment over a paragraph": line("{#p catatan #}"),
    "section lost with a tag": "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{%p if ada %}</w:t></w:r></w:p>",
}  # fmt: skip


@pytest.mark.parametrize("body", MISPLACED.values(), ids=MISPLACED)
def test_a_tag_that_would_take_something_with_it_is_refused(body: str) -> None:
    assert "Word" in refused(raw(body))


def test_a_run_tag_keeps_its_paragraph() -> None:
    assert said(with_paragraphs("a {%r if ada %}b{%r endif %} c"), {"ada": True}) == ["a b c"]


CELLS = {
    "columns": [("Nama", "{%tc for a in isi %}", "{{ a }}", "{%tc endfor %}")],
    "span": [("{% colspan jumlah %}judul", "b"), ("a", "b")],
    "colour": [("{% cellbg warna %}merah", "b")],
    "merged down": [
        ("{%tr for a in isi %}", ""),
        ("{% vm %}sama", "{{ a }}"),
        ("{%tr endfor %}", ""),
        ("x", "y"),
    ],
    "merged across": [("{%tc for a in isi %}", "{% hm %}judul", "{%tc endfor %}"), ("a", "b", "c")],
}


@pytest.mark.parametrize("texts", CELLS.values(), ids=CELLS)
def test_tags_for_cells_are_carried_out(texts: list[tuple[str, ...]]) -> None:
    fields = {"isi": ["satu", "dua & tiga"], "jumlah": 2, "warna": "FF0000"}
    made = render("t", package.inspect(rows(*texts)), fields)
    assert "{%" not in made[package.BODY].decode()


def test_the_properties_of_a_template_are_no_templates() -> None:
    docx = with_paragraphs("{{ warna }}")
    properties = package.unpack(docx)["docProps/core.xml"].replace(b"Surat", b"{{ warna.__class__ }}")
    assert said(changed(docx, {"docProps/core.xml": properties}), {"warna": "FF0000"}) == ["FF0000"]


def test_what_docxtpl_cannot_fill_or_would_lose_is_an_error() -> None:
    with refused_with("letters.bad_template") as caught:
        said(rows(("{% colspan kata %}judul", "b")), {"kata": "dua"})
    assert "tidak cocok" in caught.value.text()
    with refused_with("letters.not_docx"):
        _strict()(None).fix_tables("<w:document><w:p></w:document>")


def with_footnotes(docx: bytes, note: str) -> bytes:
    """Return ``docx`` with a part of footnotes that holds ``note``."""
    parts = package.unpack(docx)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    parts[package.TYPES] = parts[package.TYPES].replace(b"</Types>", override.encode())
    link = (
        '<Relationship Id="rIdCatatan" Target="footnotes.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", link.encode())
    footnote = f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{note}</w:footnote></w:footnotes>'
    return package.pack({**parts, "word/footnotes.xml": (DECLARATION + footnote).encode()})


def test_footnotes_are_filled_and_a_field_in_an_endnote_is_refused() -> None:
    docx = with_footnotes(with_paragraphs("x"), line("{{ nama }}"))
    assert b"Ani" in render("t", package.inspect(docx), {"nama": "Ani"})["word/footnotes.xml"]
    end = package.unpack(docx)["word/footnotes.xml"].replace(b"footnote", b"endnote")
    with refused_with("letters.bad_template", match="catatan akhir"):
        render("t", package.inspect(changed(docx, {"word/endnotes.xml": end})), {"nama": "Ani"})


def test_a_value_cannot_become_the_code_of_a_field() -> None:
    code = line("x") + f"<w:p>{field('PAGE').replace(' PAGE ', '{{ nama }}')}</w:p>"
    assert b"NUMPAGES" in render("t", package.inspect(raw(code)), {"nama": "NUMPAGES"})[package.BODY]
    with refused_with("letters.dangerous"):
        render("t", package.inspect(raw(code)), {"nama": "INCLUDETEXT /etc/passwd"})


def test_a_value_in_a_simple_field_is_looked_at_too() -> None:
    code = raw('<w:p><w:fldSimple w:instr=" {{ nama }} "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>')
    assert b" PAGE " in render("t", package.inspect(code), {"nama": "PAGE"})[package.BODY]
    with refused_with("letters.dangerous"):
        render("t", package.inspect(code), {"nama": "DDEAUTO x"})


def test_a_clause_whose_values_do_not_fit_is_said() -> None:
    with refused_with("letters.bad_template") as caught:
        render_text("klausul@1", "{{ 'a' if nama > 2 else 'b' }}", {"nama": "x"})
    assert "tidak cocok" in caught.value.text()


def test_a_value_that_fits_no_comparison_is_said() -> None:
    with refused_with("letters.bad_template") as caught:
        render("t", package.inspect(with_paragraphs("{{ 'a' if nama > 2 else 'b' }}")), {"nama": "x"})
    assert "tidak cocok" in caught.value.text()
    with refused_with("letters.bad_template"):
        render("t", package.inspect(with_paragraphs("{%p for a in anak %}", "{{ a.umur }}", "{%p endfor %}")),
               {"anak": [{"umur": 1}, {"usia": 2}]})  # fmt: skip


def test_a_template_with_tags_for_cells_is_cut_off_too() -> None:
    long = "{{ nama }}" * 1200
    docx = rows(("{% cellbg warna %}x",), ("{%tr for x in isi %}",), (long,), ("{%tr endfor %}",))
    with refused_with("letters.too_long"):
        render("t", package.inspect(docx), {"warna": "FF0000", "isi": ["a", "b"], "nama": "x" * 20_000})
