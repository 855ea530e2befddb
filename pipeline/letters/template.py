"""A template and a plain context become a letter: docxtpl, hardened.

By itself docxtpl runs code, drops text silently and lets a value forge a paragraph. So templates are checked
first (:func:`faults`), values sanitised, results parsed strictly.
"""

import difflib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Text, as_it_is
from pipeline.letters import package
from pipeline.letters.numbers import DATE

MAX_VALUE, MAX_TEXT, MAX_ITEMS = 20_000, 8 << 20, 500
Plain = str | int | bool | list[Any] | dict[str, Any]

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Name, nodes.Getattr, nodes.Const,
    nodes.Filter, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat,
)  # fmt: skip
_FILTERS = {"upper", "lower", "capitalize", "trim"}
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_W = f"{{{package.W}}}"
_ENDNOTES = "word/endnotes.xml"
_UNFIT = (
    TemplateError,
    etree.XMLSyntaxError,
    AttributeError,
    KeyError,
    TypeError,
    ValueError,
    ArithmeticError,
)
_UNWANTED = re.compile(f"[\x00-\x1f\x7f-\x9f\ufffe\uffff\ufeff\u2028\u2029\ud800-\udfff{_BIDI}]")
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PLACED = re.compile(r"\{([%{#])(tr|tc|p|r)\s")
_CELL = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b")
_ALONE = {kind: re.compile(rf"\s*\{{%{kind}\s[^%]*%\}}\s*") for kind in ("tr", "tc", "p")}
_NAMES = {"tr": "barisnya", "tc": "selnya", "p": "paragrafnya"}
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>[^<]*")
_WHOLE = re.compile(rf"\b{DATE}\b|(?<![\w/.-])(?:\+62|\(?0\d{{2,4}}\)?)(?:[ -]\d{{2,6}}){{1,4}}\b".encode())
_LOST = tuple(_W + name for name in ("drawing", "pict", "sectPr", "footnoteReference", "endnoteReference"))


@dataclass(frozen=True)
class Fault:
    """``reason`` (Indonesian), or an unknown ``field`` and its ``near``."""

    part: str
    paragraph: str
    reason: str = ""
    field: str = ""
    near: str = ""

    def error(self, template: str) -> Refusal:
        """The refusal that says so."""
        shown = self.paragraph[:80]
        if self.field:
            hint = f" (mungkin “{self.near}”?)" if self.near else ""
            return Refusal(
                "letters.unknown_field", template=template, field=self.field, hint=hint, paragraph=shown
            )
        return Refusal("letters.bad_template", template=template, reason=self.reason, paragraph=shown)


def _joined(pieces: Iterable[str]) -> str:
    taken: list[str] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MAX_TEXT:
            raise OverflowError(size)
        taken.append(piece)
    return "".join(taken)


class _Sandbox(ImmutableSandboxedEnvironment):
    concat = staticmethod(_joined)


def sandbox(*, escape: bool) -> Environment:
    """No globals, strict fields; ``escape`` for XML."""
    made = _Sandbox(autoescape=escape, undefined=StrictUndefined)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in sorted(_FILTERS)}
    made.tests.clear()
    return made


def sanitise(value: object, depth: int = 0, field: str = "") -> Plain:
    """Plain and fit for XML, never cut.

    Raises TypeError: a template could call a rich object's methods.
    """
    if type(value) is str:
        if len(value) > MAX_VALUE:
            raise Refusal("letters.field_too_long", field=field or "–", size=len(value), most=MAX_VALUE)
        text = value if value.isprintable() else _UNWANTED.sub(" ", value)
        return (re.sub(r" {2,}", " ", text) if "  " in text else text).strip()
    if type(value) is bool or type(value) is int:
        return value
    if type(value) in (list, tuple) and depth < 4 and len(value) <= MAX_ITEMS:  # type: ignore[arg-type]
        return [sanitise(part, depth + 1, field) for part in value]  # type: ignore[attr-defined]
    if type(value) is dict and depth < 4:
        return {
            str(key): sanitise(part, depth + 1, f"{field}.{key}".strip(".")) for key, part in value.items()
        }
    raise TypeError(type(value).__name__)


def faults(parts: Mapping[str, bytes], context: Mapping[str, Plain]) -> tuple[Fault, ...]:
    """What is wrong with a template's tags."""
    problems: list[Fault] = []
    for name in package.text_parts(parts):
        problems += (Fault(name, text, reason) for text, reason in traps(parts[name], name))
        source = re.sub(
            r"<w:p([ >])", r"\n<w:p\1", jinja_source(parts[name])
        )  # a line number names a paragraph
        if name == _ENDNOTES and "{" in source:
            problems.append(Fault(name, "", "isian dalam catatan akhir tidak diisi; pakai catatan kaki"))
        try:
            tree = sandbox(escape=True).parse(source)
        except TemplateSyntaxError as error:
            reason = f"tanda {{{{ }}}} atau {{% %}} salah: {error.message}"
            problems.append(Fault(name, _paragraph(source, error.lineno), reason))
            continue
        problems += _tree_faults(tree, context, name, source)
    return tuple(problems)


def render(template: str, parts: Mapping[str, bytes], context: Mapping[str, Any]) -> dict[str, bytes]:
    """Render every text part; returns all parts."""
    plain = {str(key): sanitise(value, field=str(key)) for key, value in context.items()}
    for fault in faults(parts, plain):
        raise fault.error(template)
    made = _strict()(io.BytesIO(package.pack(parts)))
    out = io.BytesIO()
    try:
        made.render(plain, sandbox(escape=True))
        made.save(out)
    except OverflowError as error:
        raise Refusal("letters.too_long", size=error.args[0], template=template) from None
    except _UNFIT as error:
        reason = _unfit(error)
        raise Refusal("letters.bad_template", template=template, reason=reason, paragraph="–") from None
    written = package.unpack(out.getvalue())
    filled = {
        name: _unbroken(_sound(name, written[name]))
        for name in package.text_parts(parts)
        if b"{" in parts[name]
    }
    return {**parts, **filled}


def _unbroken(part: bytes) -> bytes:
    """A day and a telephone number stay on one line, by U+00A0 and U+2011."""
    return _TEXT.sub(
        lambda text: _WHOLE.sub(
            lambda match: match[0].replace(b" ", b"\xc2\xa0").replace(b"-", b"\xe2\x80\x91"), text[0]
        ),
        part,
    )


@cache
def _strict() -> Any:
    from docxtpl import DocxTemplate

    class Strict(DocxTemplate):  # type: ignore[misc]
        """Refuses what it would repair, and renders no properties."""

        def fix_tables(self, xml: str) -> Any:
            package.parse(xml.encode(), package.BODY)
            return super().fix_tables(xml)

        def render_properties(self, *_: object) -> None:
            return None

    return Strict


def _sound(name: str, part: bytes) -> bytes:
    root = package.parse(part, name)
    package.check_text(root, name)
    empty = [table for table in root.iter(f"{_W}tbl") if table.find(f".//{_W}tr") is None]
    for table in empty:
        parent = table.getparent()
        assert parent is not None
        parent.remove(table)
    bare = [cell for cell in root.iter(f"{_W}tc") if not len(cell) or cell[-1].tag != f"{_W}p"]
    bare += [root] if root.tag in (f"{_W}hdr", f"{_W}ftr") and not len(root) else []
    for room in bare:
        etree.SubElement(room, f"{_W}p")
    if not empty and not bare:
        return part
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def render_text(name: str, source: str, context: Mapping[str, Any]) -> str:
    """Plain text with the same tags and refusals."""
    plain = {str(key): sanitise(value, field=str(key)) for key, value in context.items()}
    try:
        for fault in _tree_faults(sandbox(escape=False).parse(source), plain, name, source):
            raise fault.error(name)
        return " ".join(_compiled(source).render(plain).split())
    except TemplateSyntaxError as error:
        shown = _paragraph(source, error.lineno)
        reason = as_it_is(f"tanda {{{{ }}}} salah: {error.message}", f"wrong {{{{ }}}}: {error.message}")
    except (TemplateError, TypeError, ArithmeticError) as error:
        shown, reason = source[:80], _unfit(error)
    raise Refusal("letters.bad_template", template=name, reason=reason, paragraph=shown)


@lru_cache(maxsize=64)
def _compiled(source: str) -> Template:
    return sandbox(escape=False).from_string(source)


def _unfit(error: Exception) -> Text:
    return N_("a value does not fit ({kind})").of(kind=type(error).__name__)


def _paragraph(source: str, line: int | None) -> str:
    lines = source.split("\n")
    return re.sub(r"<[^>]+>", "", lines[min(line or 1, len(lines)) - 1]).strip()


def _tree_faults(tree: nodes.Template, context: Mapping[str, Plain], part: str, source: str) -> list[Fault]:
    problems: list[Fault] = []
    for node in tree.find_all(nodes.Node):
        text = _paragraph(source, node.lineno)
        if type(node) not in _ALLOWED and not _is_span(node):
            problems.append(Fault(part, text, f"{type(node).__name__} tidak diizinkan dalam templat"))
        elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            problems.append(Fault(part, text, f"penyaring |{node.name} tidak dikenal"))
        elif isinstance(node, nodes.Filter) and (node.args or node.kwargs):
            problems.append(Fault(part, text, f"penyaring |{node.name} dipakai tanpa tambahan"))
    return problems or list(_unknown(tree, context, part, source))


def _is_span(node: nodes.Node) -> bool:
    return (
        isinstance(node, nodes.Mul)
        and isinstance(node.left, nodes.Const)
        and isinstance(node.left.value, int)
        and _path(node.right) == "loop.length"
    )


def _unknown(
    node: nodes.Node, known: Mapping[str, Plain], part: str, source: str, *, looped: bool = False
) -> Iterator[Fault]:
    text = _paragraph(source, node.lineno)
    if isinstance(node, nodes.For):
        yield from _loop(node, known, part, source, looped=looped)
    elif _path(node):
        value = _value(node, known)
        if isinstance(value, dict):
            inner = ", ".join(f"{_path(node)}.{name}" for name in value)
            yield Fault(part, text, f"“{_path(node)}” adalah kelompok isian; sebut salah satu: {inner}")
        elif value is None:
            near = difflib.get_close_matches(_path(node), list(_paths(known)), 1, 0.5)
            yield Fault(part, text, field=_path(node), near=near[0] if near else "")
    elif isinstance(node, nodes.Getattr):
        yield Fault(part, text, "titik hanya dipakai di antara nama isian")
    elif isinstance(node, nodes.CondExpr) and node.expr2 is None:
        yield Fault(part, text, "“… if …” harus lengkap dengan “else …”")
    else:
        for child in node.iter_child_nodes():
            yield from _unknown(child, known, part, source, looped=looped)


def _loop(
    node: nodes.For, known: Mapping[str, Plain], part: str, source: str, *, looped: bool
) -> Iterator[Fault]:
    text = _paragraph(source, node.lineno)
    if looped or node.test or node.recursive or not isinstance(node.target, nodes.Name):
        yield Fault(part, text, "pengulangan hanya boleh sederhana: {%p for x in daftar %}")
        return
    items = _value(node.iter, known)
    if items is None and _path(node.iter):
        yield from _unknown(node.iter, known, part, source)
    elif not isinstance(items, list):
        yield Fault(part, text, "yang diulang bukan daftar")
    else:
        turn: dict[str, Plain] = {"index": 1, "first": True, "last": True, "length": 1}
        inner = {**known, node.target.name: items[0] if items else "", "loop": turn}
        for child in (*node.body, *node.else_):
            yield from _unknown(child, inner, part, source, looped=True)


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        head = _path(node.node)
        return f"{head}.{node.attr}" if head else ""
    return ""


def _value(node: nodes.Node, known: Mapping[str, Plain]) -> Plain | None:
    value: Any = known
    for step in _path(node).split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value  # type: ignore[no-any-return]


def _paths(known: Mapping[str, Plain], head: str = "") -> Iterator[str]:
    for name, value in known.items():
        yield head + name
        if isinstance(value, dict):
            yield from _paths(value, f"{head}{name}.")


def jinja_source(part: bytes) -> str:
    """Tags put together over runs."""
    from docxtpl import DocxTemplate

    text = etree.tostring(package.parse(part, "templat"), encoding="unicode")
    return _DECLARED + str(DocxTemplate(None).patch_xml(text))


def traps(part: bytes, name: str) -> Iterator[tuple[str, str]]:
    """Paragraphs whose tags would lose something, and why: docxtpl replaces what surrounds ``{%p …%}`` and kin."""
    for paragraph in package.parse(part, name).iter(f"{_W}p"):
        text = _text_of(paragraph)
        for mark, kind in _PLACED.findall(text):
            if (reason := _misplaced(paragraph, mark, kind)) is not None:
                yield text, reason
        if _CELL.search(text) and _room(paragraph, "tc") is None:
            yield text, "tanda sel tabel (colspan, cellbg, vm, hm) hanya dipakai dalam sel sebuah tabel"
        if text.count("{{") != text.count("}}") or text.count("{%") != text.count("%}"):
            yield text, "kurung {{ }} atau {% %} tidak berpasangan"


def _misplaced(paragraph: etree._Element, mark: str, kind: str) -> str | None:
    if mark != "%":
        return f"tanda {{{mark}{kind} tidak dipakai; isiannya tidak akan tampak. Hapus huruf {kind}"
    if kind == "r":
        return None
    room = _room(paragraph, kind)
    if room is None:
        return f"{{%{kind} …%}} hanya dipakai dalam tabel"
    if _ALONE[kind].fullmatch(_text_of(room)) is None:
        return f"{{%{kind} …%}} harus sendirian dalam {_NAMES[kind]}; teks lain akan hilang"
    if next(room.iter(*_LOST), None) is not None:
        return (
            f"{{%{kind} …%}} berbagi tempat dengan gambar, catatan atau pergantian bagian, yang akan hilang"
        )
    return None


def _room(paragraph: etree._Element, kind: str) -> etree._Element | None:
    if kind == "p":
        return paragraph
    room = next(paragraph.iterancestors(_W + kind), None)
    return None if room is None or room.find(f".//{_W}tbl") is not None else room


def _text_of(element: etree._Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{_W}t"))
