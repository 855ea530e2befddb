"""The compiled renderer gives what docxtpl gives in the same sandbox, in parts that differ in no character."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from bench.templates import on_default, word_like
from pipeline.letters import fallback, package, press, tags
from pipeline.letters.errors import BadTemplate, Dangerous, NotDocx, TooLong
from pipeline.letters.forms import EVERY
from pipeline.letters.parts import cell, field, line, row, table
from pipeline.letters.template import filled, pressed, render, render_text, sandbox, sanitise
from tests.faults.thinning import thinned
from tests.letters.docx_files import TEMPLATES, changed, raw
from tests.letters.docx_files import template as with_paragraphs
from tests.letters.generated import FIELDS, template, with_footnotes
from tests.letters.test_template import refusal as refused
from tests.letters.test_template import said

SHIPPED = sorted(TEMPLATES.glob("*.docx"))


def canonical(part: bytes) -> bytes:
    return etree.tostring(etree.fromstring(part), method="c14n2", strip_text=False)


def by_docxtpl(docx: bytes, fields: dict[str, Any]) -> dict[str, bytes]:
    made = DocxTemplate(io.BytesIO(docx))
    made.render(fields, sandbox(escape=True))
    out = io.BytesIO()
    made.save(out)
    return package.unpack(out.getvalue())


def assert_alike(docx: bytes, fields: dict[str, Any]) -> None:
    plain = {key: sanitise(value) for key, value in fields.items()}
    parts = package.inspect(docx)
    theirs = by_docxtpl(docx, plain)
    ours = pressed(tuple((name, parts[name]) for name in package.text_parts(parts))).fill("t", plain, parts)
    texts = [name for name in package.text_parts(theirs) if tags.has_tags(tags.source(parts[name]))]
    assert set(ours) == set(texts)
    for name in texts:
        assert canonical(ours[name]) == canonical(theirs[name]), name


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_template_comes_out_as_docxtpl_makes_it(path: Path) -> None:
    source = path.read_bytes()
    fields = dict(EVERY[path.stem].example)
    assert_alike(source, fields)
    assert_alike(source, {key: _other(value) for key, value in fields.items()})


def _other(value: Any) -> Any:
    """Return another value of the same shape: empty words, hostile words, a list with one item more."""
    if isinstance(value, dict):
        return {key: _other(one) for key, one in value.items()}
    if isinstance(value, list):
        return [*map(_other, value), *value[:1]]
    return "" if len(str(value)) % 2 else "</w:t> & <b>{{ x }}</b>"


@pytest.mark.parametrize("dress", [word_like, on_default])
def test_the_answer_in_the_package_of_another_program_comes_out_alike(
    dress: Callable[[bytes], bytes],
) -> None:
    name = "surat-jawaban-perorangan"
    source = dress((TEMPLATES / f"{name}.docx").read_bytes())
    assert_alike(source, dict(EVERY[name].example))
    assert len(package.unpack(source)["word/styles.xml"]) > 38_000


@pytest.mark.parametrize("seed", range(60))
def test_a_generated_template_comes_out_as_docxtpl_makes_it(seed: int) -> None:
    assert_alike(template(seed), FIELDS)


@pytest.mark.parametrize("start", range(1000, 2000, 100))
def test_very_many_generated_templates_come_out_as_docxtpl_makes_them(start: int) -> None:
    for seed in range(start, start + 100)[thinned(4)]:
        assert_alike(template(seed), FIELDS)


def test_the_generator_writes_everything_it_is_there_for() -> None:
    sources = ["".join(part.decode() for part in package.unpack(template(seed)).values() if part[:1] == b"<")
               for seed in range(60)]  # fmt: skip
    for piece in ("{%p if", "{%p else", "{%p for", "{%tr for", "{%tr if", "<wp:docPr", "w:footnote ", "w:proofErr",
                  "stylesWithEffects", "w:rsidR", "{% else %}"):  # fmt: skip
        assert any(piece in one for one in sources), piece
    assert any("{</w:t>" in one for one in sources)


def test_one_press_filled_from_many_threads_mixes_nothing_up() -> None:
    docx = template(7)
    parts = package.inspect(docx)
    ready = pressed(tuple((name, parts[name]) for name in package.text_parts(parts)))

    def fill(number: int) -> dict[str, bytes]:
        return filled("t", ready, {**FIELDS, "nama": f"Ani {number}"}, parts)

    expected = [fill(number) for number in range(200)]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(fill, range(200))) == expected
    assert len({bytes(one[package.BODY]) for one in expected}) == 200


def rows(*texts: tuple[str, ...]) -> bytes:
    made = [row([cell(4000, line(text)) for text in texts_of]) for texts_of in texts]
    return raw(table([4000] * len(texts[0]), made) + line("sesudah"))


def test_rows_are_repeated_and_left_out() -> None:
    docx = rows(("Nama", "Umur"), ("{%tr for a in isi %}", ""), ("{{ a }}", "{{ loop.index }}"), ("", "{%tr endfor %}"),
                ("{%tr if tidak_ada %}", ""), ("x", "y"), ("{%tr endif %}", ""))  # fmt: skip
    fields = {"isi": ["A & B", "C"], "tidak_ada": False}
    assert said(docx, fields) == ["Nama\tUmur", "A & B\t1", "C\t2", "sesudah"]
    assert_alike(docx, fields)


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
def test_tags_for_cells_go_through_docxtpl(texts: list[tuple[str, ...]]) -> None:
    docx = rows(*texts)
    fields = {"isi": ["satu", "dua & tiga"], "jumlah": 2, "warna": "FF0000"}
    plain = {key: sanitise(value) for key, value in fields.items()}
    made = render("t", package.inspect(docx), fields)
    assert canonical(made[package.BODY]) == canonical(by_docxtpl(docx, plain)[package.BODY])
    assert "{%" not in made[package.BODY].decode()


@pytest.mark.parametrize(
    "value", ["</w:t></w:r></w:p><w:p>", "A & B <x", "{{ isi }}", "{_{ x }_}", "a\x0bb\ud800"]
)
def test_a_value_stays_text_in_the_hands_of_docxtpl(value: str) -> None:
    docx = rows(("{% cellbg warna %}[{{ isi }}]", "b"))
    (first, after) = said(docx, {"isi": value, "warna": "FF0000"})
    assert first.replace("{{ x }}", "{_{ x }_}").split() == f"[{sanitise(value)}]\tb".split()
    assert after == "sesudah"


def test_a_template_for_docxtpl_runs_no_code_and_its_properties_are_no_templates() -> None:
    docx = rows(("{% cellbg warna %}{{ warna.__class__.__mro__ }}", "b"))
    assert "warna" in refused(docx)
    properties = package.unpack(docx)["docProps/core.xml"].replace(b"Surat", b"{{ warna.__class__ }}")
    assert said(
        changed(rows(("{% cellbg warna %}x", "b")), {"docProps/core.xml": properties}), {"warna": "FF0000"}
    )


def test_what_docxtpl_cannot_fill_or_would_lose_is_an_error() -> None:
    with pytest.raises(BadTemplate) as caught:
        said(rows(("{% colspan kata %}judul", "b")), {"kata": "dua"})
    assert "tidak dapat diisi" in caught.value.text()
    broken = package.inspect(rows(("{% cellbg warna %}x", "b")))
    escape = sandbox(escape=True)
    escape.autoescape = False
    with pytest.raises(NotDocx):
        fallback.render("t", broken, {"warna": 'a"/><w:p>'}, escape)


def test_notes_at_the_foot_and_at_the_end_are_filled() -> None:
    docx = with_footnotes(with_paragraphs("x"), line("{{ nama }}"))
    end = package.unpack(docx)["word/footnotes.xml"].replace(b"footnote", b"endnote")
    cells = rows(("{% cellbg nama %}x", "b"))
    for one in (docx, with_footnotes(cells, line("{{ nama }}"))):
        out = render("t", package.inspect(changed(one, {"word/endnotes.xml": end})), {"nama": "FF00AA"})
        assert b"FF00AA" in out["word/footnotes.xml"]
        assert b"FF00AA" in out["word/endnotes.xml"]


def test_a_value_cannot_become_the_code_of_a_field() -> None:
    code = line("x") + f"<w:p>{field('PAGE').replace(' PAGE ', '{{ nama }}')}</w:p>"
    assert b"NUMPAGES" in render("t", package.inspect(raw(code)), {"nama": "NUMPAGES"})[package.BODY]
    with pytest.raises(Dangerous):
        render("t", package.inspect(raw(code)), {"nama": "INCLUDETEXT /etc/passwd"})


def test_a_value_in_a_simple_field_is_looked_at_too() -> None:
    code = raw('<w:p><w:fldSimple w:instr=" {{ nama }} "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>')
    assert b" PAGE " in render("t", package.inspect(code), {"nama": "PAGE"})[package.BODY]
    with pytest.raises(Dangerous):
        render("t", package.inspect(code), {"nama": "DDEAUTO x"})


def test_what_is_known_as_sound_is_known_by_its_markup_and_forgotten_in_time() -> None:
    parts = package.inspect(with_paragraphs("{%p for x in isi %}", "{{ x }}", "{%p endfor %}"))
    for length in range(1, 2 * press._REMEMBERED):
        out = render("t", parts, {"isi": ["a"] * length})
        assert out[package.BODY].count(b">a<") == length
    ready = pressed(tuple((name, parts[name]) for name in package.text_parts(parts)))
    assert 0 < len(ready.compiled[package.BODY].sound) <= press._REMEMBERED


def test_a_clause_whose_values_do_not_fit_is_said() -> None:
    with pytest.raises(BadTemplate) as caught:
        render_text("klausul@1", "{{ 'a' if nama > 2 else 'b' }}", {"nama": "x"})
    assert "tidak cocok" in caught.value.text()


def test_a_value_that_fits_no_comparison_is_said() -> None:
    with pytest.raises(BadTemplate) as caught:
        render("t", package.inspect(with_paragraphs("{{ 'a' if nama > 2 else 'b' }}")), {"nama": "x"})
    assert "tidak cocok" in caught.value.text()
    with pytest.raises(BadTemplate):
        render("t", package.inspect(with_paragraphs("{%p for a in anak %}", "{{ a.umur }}", "{%p endfor %}")),
               {"anak": [{"umur": 1}, {"usia": 2}]})  # fmt: skip


def test_a_part_that_is_not_sound_after_filling_is_an_error() -> None:
    parts = {package.BODY: package.unpack(with_paragraphs("{{ a }}"))[package.BODY]}
    open_hand = sandbox(escape=False)
    with pytest.raises(NotDocx):
        press.Press(parts, open_hand).fill("t", {"a": "</w:t>"}, parts)


def test_a_template_that_docxtpl_fills_is_cut_off_too() -> None:
    long = "{{ nama }}" * 1200
    docx = rows(("{% cellbg warna %}x",), ("{%tr for x in isi %}",), (long,), ("{%tr endfor %}",))
    with pytest.raises(TooLong):
        render("t", package.inspect(docx), {"warna": "FF0000", "isi": ["a", "b"], "nama": "x" * 20_000})


def test_faults_are_looked_for_again_when_the_fields_have_another_shape() -> None:
    docx = package.inspect(with_paragraphs("{{ surat.nomor }}"))
    for _ in range(300):
        render("t", docx, {"surat": {"nomor": "1"}, f"lain{_}": ""})
    with pytest.raises(Exception, match="nomor"):
        render("t", docx, {"surat": {"tanggal": "1"}})
