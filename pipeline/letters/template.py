"""A DOCX template and a plain context become the parts of a letter, in a hardened way.

docxtpl's handling of tags (split runs, ``{%p``) is kept; its rendering is not: by default it runs
code from templates, drops text silently and lets a value forge a paragraph. Here templates are
checked first (:func:`faults`): a whitelist of Jinja nodes, known fields, no ``{%p`` that would
swallow text. They render in an immutable sandbox with autoescape and strict fields, over plain
values only, each sanitised; the result is parsed strictly, so that loss is an error. A template
is compiled once for its content (:mod:`pipeline.letters.press`).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.letters import package, press, tags
from pipeline.letters.errors import BadTemplate, FieldTooLong, UnknownField

MAX_VALUE, MAX_TEXT, MAX_ITEMS = 20_000, press.MAX_TEXT, 500
Plain = str | int | bool | list[Any] | dict[str, Any]

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Name, nodes.Getattr, nodes.Const,
    nodes.Filter, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat,
)  # fmt: skip
_FILTERS = {"upper", "lower", "capitalize", "trim"}
_SHAPES = 256
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNWANTED = re.compile(f"[\x00-\x1f\x7f-\x9f\ufffe\uffff\ufeff\ud800-\udfff{_BIDI}]")


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a template: ``reason`` (Indonesian), or an unknown ``field`` and its ``near``."""

    part: str
    paragraph: str
    reason: str = ""
    field: str = ""
    near: str = ""

    def error(self, template: str) -> BadTemplate | UnknownField:
        """Return the error that says this fault of ``template``."""
        shown = self.paragraph[:80]
        if self.field:
            hint = f" (mungkin “{self.near}”?)" if self.near else ""
            return UnknownField(template=template, field=self.field, hint=hint, paragraph=shown)
        return BadTemplate(template=template, reason=self.reason, paragraph=shown)


def sandbox(*, escape: bool) -> ImmutableSandboxedEnvironment:
    """Return a fresh environment: no globals, four filters, strict fields; ``escape`` for XML."""
    made = ImmutableSandboxedEnvironment(autoescape=escape, undefined=StrictUndefined)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in sorted(_FILTERS)}
    made.tests.clear()
    return made


def sanitise(value: object, depth: int = 0, field: str = "") -> Plain:
    """Return ``value`` as plain str, int, bool, list and dict, fit for XML; control characters become spaces.

    ``field`` names it in what is said. Raises FieldTooLong, for nothing is cut off a letter unseen, and ``TypeError`` on anything else: a rich object's methods could be called by a template.
    """
    if type(value) is str:
        if len(value) > MAX_VALUE:
            raise FieldTooLong(field=field or "–", size=len(value), most=MAX_VALUE)
        text = value if value.isprintable() else _UNWANTED.sub(" ", value)
        return (re.sub(r" {2,}", " ", text) if "  " in text else text).strip()
    if type(value) is bool or type(value) is int:
        return value
    if type(value) in (list, tuple) and depth < 4 and len(value) <= MAX_ITEMS:  # type: ignore[arg-type]
        return [sanitise(one, depth + 1, field) for one in value]  # type: ignore[attr-defined]
    if type(value) is dict and depth < 4:
        return {str(key): sanitise(one, depth + 1, f"{field}.{key}".strip(".")) for key, one in value.items()}
    raise TypeError(type(value).__name__)


def faults(parts: Mapping[str, bytes], context: Mapping[str, Plain]) -> tuple[Fault, ...]:
    """Return everything wrong with a template's tags, measured against the fields of ``context``."""
    found: list[Fault] = []
    for name in package.text_parts(parts):
        found += (Fault(name, text, reason) for text, reason in tags.traps(parts[name], name))
        source = tags.lined(tags.source(parts[name]))
        try:
            tree = sandbox(escape=True).parse(source)
        except TemplateSyntaxError as error:
            reason = f"tanda {{{{ }}}} atau {{% %}} salah: {error.message}"
            found.append(Fault(name, _paragraph(source, error.lineno), reason))
            continue
        found += _tree_faults(tree, context, name, source)
    return tuple(found)


def render(template: str, parts: Mapping[str, bytes], context: Mapping[str, Any]) -> dict[str, bytes]:
    """Render every text part of a template with ``context`` and return all parts.

    Raises :class:`UnknownField` or :class:`BadTemplate` with the first fault, and what
    :meth:`pipeline.letters.press.Press.fill` raises.
    """
    ready = pressed(tuple((name, parts[name]) for name in package.text_parts(parts)))
    return {**parts, **filled(template, ready, context, parts)}


@lru_cache(maxsize=64)
def pressed(texts: tuple[tuple[str, bytes], ...]) -> press.Press:
    """Return the press for the text parts (name, bytes) of a template; the same one for the same content."""
    return press.Press(dict(texts), sandbox(escape=True))


def filled(
    template: str, ready: press.Press, context: Mapping[str, Any], parts: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the text parts that have tags, filled with ``context``; ``parts`` are all of the template.

    The faults are looked for once for each shape of the fields. Raises as :func:`render`.
    """
    plain = {str(key): sanitise(value, field=str(key)) for key, value in context.items()}
    shape = _shape(plain)
    if shape not in ready.passed:
        wrong = faults(ready.parts, plain)
        if wrong:
            raise wrong[0].error(template)
        if len(ready.passed) >= _SHAPES:
            ready.passed.clear()
        ready.passed.add(shape)
    return ready.fill(template, plain, parts)


def render_text(name: str, source: str, context: Mapping[str, Any]) -> str:
    """Render a clause (plain text with the same tags) with ``context``; same refusals as :func:`render`."""
    plain = {str(key): sanitise(value, field=str(key)) for key, value in context.items()}
    try:
        tree, ready = _clause(source)
        wrong = _tree_faults(tree, plain, name, source)
        if wrong:
            raise wrong[0].error(name)
        return " ".join("".join(ready.generate(plain)).split())
    except TemplateSyntaxError as error:
        shown, reason = _paragraph(source, error.lineno), f"tanda {{{{ }}}} salah: {error.message}"
    except (TemplateError, TypeError, ArithmeticError) as error:
        shown, reason = source[:80], f"isian tidak cocok ({type(error).__name__})"
    raise BadTemplate(template=name, reason=reason, paragraph=shown)


@lru_cache(maxsize=128)
def _clause(source: str) -> tuple[nodes.Template, Template]:
    return sandbox(escape=False).parse(source), sandbox(escape=False).from_string(source)


def _shape(value: Plain) -> object:
    """Return what a template can tell apart of fields: names, lists with and without items."""
    if isinstance(value, dict):
        return tuple([key if type(one) is str else (key, _shape(one)) for key, one in value.items()])
    if isinstance(value, list):
        return (0, *map(_shape, value[:1]))
    return 0


def _paragraph(source: str, line: int | None) -> str:
    lines = source.split("\n")
    return re.sub(r"<[^>]+>", "", lines[min(line or 1, len(lines)) - 1]).strip()


def _tree_faults(tree: nodes.Template, context: Mapping[str, Plain], part: str, source: str) -> list[Fault]:
    found: list[Fault] = []
    for node in _walk(tree):
        text = _paragraph(source, node.lineno)
        if type(node) not in _ALLOWED and not _is_span(node):
            found.append(Fault(part, text, f"{type(node).__name__} tidak diizinkan dalam templat"))
        elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            found.append(Fault(part, text, f"penyaring |{node.name} tidak dikenal"))
        elif isinstance(node, nodes.Filter) and (node.args or node.kwargs):
            found.append(Fault(part, text, f"penyaring |{node.name} dipakai tanpa tambahan"))
    return found or list(_unknown(tree, context, part, source))


def _is_span(node: nodes.Node) -> bool:
    """Tell whether a node is what docxtpl makes of ``{% hm %}``: a number times the length of the loop."""
    return (
        isinstance(node, nodes.Mul)
        and isinstance(node.left, nodes.Const)
        and isinstance(node.left.value, int)
        and _path(node.right) == "loop.length"
    )


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _unknown(
    node: nodes.Node, known: Mapping[str, Plain], part: str, source: str, *, looped: bool = False
) -> Iterator[Fault]:
    """Yield fields that ``known`` lacks, and loops over what is not a list or inside another loop."""
    text = _paragraph(source, node.lineno)
    if isinstance(node, nodes.For):
        yield from _loop(node, known, part, source, looped=looped)
    elif _path(node):
        if _value(node, known) is None:
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
