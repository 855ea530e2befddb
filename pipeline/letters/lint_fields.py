"""What stands inside the tags: only fields that the letter has, plain filters, no code.

The whitelist is that of :mod:`pipeline.letters.template`, told here tag by tag in words; the
scope of a loop's variable is followed from ``for`` to ``endfor``.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from pipeline.kernel.errors import Text
from pipeline.letters.lint_flaw import Flaw, Place, flaw
from pipeline.letters.lint_tags import Tag
from pipeline.letters.template import sandbox

FILTERS = ("upper", "lower", "capitalize", "trim")
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Name, nodes.Getattr, nodes.Const,
    nodes.Filter, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat,
)  # fmt: skip
_WHAT: dict[type[nodes.Node], Text] = {
    nodes.Call: Text("pemanggilan fungsi dengan ( )", "a function call"),
    nodes.Getitem: Text("kurung siku [ ]", "square brackets"),
    nodes.Add: Text("hitungan (+)", "arithmetic (+)"), nodes.Sub: Text("hitungan (-)", "arithmetic (-)"),
    nodes.Mul: Text("hitungan (*)", "arithmetic (*)"), nodes.Div: Text("hitungan (/)", "arithmetic (/)"),
    nodes.FloorDiv: Text("hitungan (//)", "arithmetic (//)"), nodes.Mod: Text("hitungan (%)", "arithmetic (%)"),
    nodes.Pow: Text("hitungan (**)", "arithmetic (**)"), nodes.Neg: Text("hitungan (-)", "arithmetic (-)"),
    nodes.List: Text("daftar buatan sendiri", "a list of your own"),
    nodes.Tuple: Text("daftar buatan sendiri", "a list of your own"),
    nodes.Dict: Text("kurung kurawal di dalam tanda", "braces within a tag"),
    nodes.Test: Text("pemeriksaan “is …”", "a test “is …”"),
}  # fmt: skip
_SIMPLE = Text("Pakai nama isian saja; lihat daftarnya dengan: rangkap templates fields {kind}",
               "Use names of fields only; list them by: rangkap templates fields {kind}")  # fmt: skip
_TURN: dict[str, Any] = {"index": 1, "first": True, "last": True, "length": 1}
_NONE: Any = object()


def check(tags: Iterable[Tag], known: Mapping[str, Any], kind: str) -> list[Flaw]:
    """Return what is wrong inside ``tags``, measured against the fields of ``known`` (an example of each).

    ``kind`` is the name of the template whose fields these are, for the remedy.
    """
    found: list[Flaw] = []
    scopes: list[Mapping[str, Any]] = [known]
    opened: list[str] = []
    for tag in tags:
        found += _check(tag, scopes, opened, kind)
        if tag.word == "for":
            opened.append("for")
            scopes.append(_inner(tag, scopes[-1]))
        elif tag.word == "if":
            opened.append("if")
        elif tag.word in {"endfor", "endif"} and tag.word[3:] in opened:
            while opened.pop() != tag.word[3:]:
                pass
            del scopes[1 + opened.count("for") :]
    return found


def _check(tag: Tag, scopes: list[Mapping[str, Any]], opened: list[str], kind: str) -> Iterator[Flaw]:
    tree = _parsed(tag)
    if isinstance(tree, Flaw):
        yield tree
    elif tree is not None:
        wrong = list(_constructs(tree, tag.place, kind))
        yield from wrong
        if not wrong:
            yield from _loop_flaws(tree, tag, scopes[-1], opened, kind)
            yield from _unknown(_expression(tree), scopes[-1], tag.place, kind)


def _parsed(tag: Tag) -> nodes.Template | Flaw | None:
    """Parse one tag by itself, closed as it must be."""
    ends = {"if": "{% endif %}", "elif": "{% endif %}", "for": "{% endfor %}"}
    if tag.kind == "{{":
        source = f"{{{{ {tag.rest} }}}}"
    elif tag.word in ends:
        word = "if" if tag.word == "elif" else tag.word
        source = f"{{% {word} {tag.rest} %}}{ends[tag.word]}"
    elif tag.rest:
        return flaw("bad-tag", Text("“{word}” berdiri sendiri, tanpa “{rest}”.", "“{word}” stands alone, without “{rest}”."),
                    Text("Hapus tambahannya.", "Remove what follows it."), tag.place, word=tag.word, rest=tag.rest[:40])  # fmt: skip
    else:
        return None
    try:
        return sandbox(escape=True).parse(source)
    except (TemplateSyntaxError, RecursionError) as error:
        dash = "–" in tag.rest or "—" in tag.rest
        hint = (
            Text(" Tanda pisah (–) tidak dikenal di sini.", " A dash (–) is not known here.")
            if dash
            else Text("", "")
        )
        reason = getattr(error, "message", None) or type(error).__name__
        return flaw("bad-tag", Text("isi tanda tidak dapat dibaca ({reason}).{hint}", "the tag cannot be read ({reason}).{en}"),
                    Text("Tulis seperti {{{{ hal }}}}, {{{{ hal | upper }}}} atau {{% if hal %}}.",
                         "Write it like {{{{ hal }}}}, {{{{ hal | upper }}}} or {{% if hal %}}."),
                    tag.place, reason=reason, hint=hint.id, en=hint.en)  # fmt: skip


def _constructs(tree: nodes.Node, place: Place, kind: str) -> Iterator[Flaw]:
    """Yield what is not on the whitelist, each kind of thing once a tag."""
    told: set[str] = set()
    for node in _walk(tree):
        wrong: Flaw | None = None
        if type(node) not in _ALLOWED:
            name = type(node).__name__
            what = _WHAT.get(type(node), Text(name, name))
            wrong = flaw("construct", Text("{what} tidak diizinkan dalam templat.", "{what_en} is not allowed."),
                         _SIMPLE, place, what=what.id, what_en=what.en, kind=kind)  # fmt: skip
        elif isinstance(node, nodes.Filter):
            wrong = _filter_flaw(node, place)
        elif isinstance(node, nodes.CondExpr) and node.expr2 is None:
            wrong = flaw("half-if", Text("“… if …” di dalam {{{{ }}}} harus lengkap dengan “else …”.",
                                         "“… if …” within {{{{ }}}} needs its “else …”."),
                         Text('Tambahkan else "".', 'Add else "".'), place)  # fmt: skip
        if wrong is not None and wrong.said.id not in told:
            told.add(wrong.said.id)
            yield wrong


def _filter_flaw(node: nodes.Filter, place: Place) -> Flaw | None:
    if node.name not in FILTERS:
        near = difflib.get_close_matches(node.name, FILTERS, 1, 0.5)
        hint = Text(f" Mungkin maksudnya |{near[0]}?", f" Did you mean |{near[0]}?") if near else Text("", "")
        return flaw("filter", Text("penyaring |{name} tidak dikenal.{hint}", "the filter |{name} is unknown.{en}"),
                    Text("Yang dikenal: {all}.", "Known: {all}."), place, name=node.name, hint=hint.id, en=hint.en,
                    all=", ".join(FILTERS))  # fmt: skip
    if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
        return flaw("filter", Text("penyaring |{name} dipakai tanpa tambahan dalam kurung.",
                                   "the filter |{name} takes nothing in brackets."),
                    Text("Hapus kurung beserta isinya.", "Remove the brackets and what is in them."), place,
                    name=node.name)  # fmt: skip
    return None


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _expression(tree: nodes.Template) -> nodes.Node:
    """Return what a tag asks for: the value, the condition, or the list of a loop."""
    (first,) = tree.body[:1]
    if isinstance(first, nodes.For):
        return first.iter
    return first.test if isinstance(first, nodes.If) else first


def _loop_flaws(
    tree: nodes.Template, tag: Tag, known: Mapping[str, Any], opened: list[str], kind: str
) -> Iterator[Flaw]:
    loop = tree.body[0]
    if not isinstance(loop, nodes.For):
        return
    simple = Text(
        "Pakai {{%p for baris in daftar %}} … {{%p endfor %}}.",
        "Use {{%p for row in list %}} … {{%p endfor %}}.",
    )
    if "for" in opened:
        yield flaw(
            "loop-in-loop",
            Text("pengulangan di dalam pengulangan.", "a loop within a loop."),
            simple,
            tag.place,
        )
    if loop.test or loop.recursive or not isinstance(loop.target, nodes.Name):
        yield flaw("loop", Text("pengulangan harus sederhana.", "a loop must be simple."), simple, tag.place)
    value = _value(_path(loop.iter), known)
    if value is not _NONE and not isinstance(value, list):
        yield flaw("loop", Text("“{name}” bukan daftar, tidak dapat diulang.", "“{name}” is no list."),
                   _SIMPLE, tag.place, name=_path(loop.iter), kind=kind)  # fmt: skip
    elif not _path(loop.iter):
        yield flaw(
            "loop",
            Text("yang diulang bukan nama daftar.", "what is looped over is no list."),
            simple,
            tag.place,
        )


def _inner(tag: Tag, known: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields within a loop; a loop that cannot be read adds nothing."""
    tree = _parsed(tag)
    loop = tree.body[0] if isinstance(tree, nodes.Template) else None
    if not isinstance(loop, nodes.For) or not isinstance(loop.target, nodes.Name):
        return known
    items = _value(_path(loop.iter), known)
    return {**known, loop.target.name: items[0] if isinstance(items, list) and items else "", "loop": _TURN}


def _unknown(node: nodes.Node, known: Mapping[str, Any], place: Place, kind: str) -> Iterator[Flaw]:
    """Yield the fields under ``node`` that ``known`` lacks, with the nearest one that it has."""
    path = _path(node)
    if path:
        value = _value(path, known)
        if value is _NONE:
            yield _field_flaw(path, known, place, kind)
        elif isinstance(value, dict):
            yield flaw("field-group", Text("“{path}” adalah kelompok isian; sebut salah satu: {inner}.",
                                           "“{path}” is a group of fields; name one of: {inner}."),
                       _SIMPLE, place, path=path, inner=", ".join(f"{path}.{one}" for one in value), kind=kind)  # fmt: skip
    elif isinstance(node, nodes.Getattr):
        yield flaw("construct", Text("titik hanya dipakai di antara nama isian.", "a dot stands between names of fields only."),
                   _SIMPLE, place, kind=kind)  # fmt: skip
    else:
        for child in node.iter_child_nodes():
            yield from _unknown(child, known, place, kind)


def _field_flaw(path: str, known: Mapping[str, Any], place: Place, kind: str) -> Flaw:
    head, _, last = path.rpartition(".")
    holder = _value(head, known) if head else known
    if holder is not _NONE and not isinstance(holder, Mapping):
        what = Text("daftar", "a list") if isinstance(holder, list) else Text("teks", "text")
        return flaw("text-attribute", Text("“{head}” adalah {what}; tidak mempunyai “.{last}”.",
                                           "“{head}” is {what_en}; it has no “.{last}”."),
                    _SIMPLE, place, head=head, what=what.id, what_en=what.en, last=last, kind=kind)  # fmt: skip
    near = difflib.get_close_matches(path, list(paths(known)), 1, 0.5)
    hint = Text(f" Mungkin maksudnya “{near[0]}”?", f" Did you mean “{near[0]}”?") if near else Text("", "")
    return flaw("unknown-field", Text("isian “{path}” tidak dikenal.{hint}", "the field “{path}” is unknown.{en}"),
                _SIMPLE, place, path=path, hint=hint.id, en=hint.en, kind=kind)  # fmt: skip


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        head = _path(node.node)
        return f"{head}.{node.attr}" if head else ""
    return ""


def _value(path: str, known: Mapping[str, Any]) -> Any:
    value: Any = known
    for step in path.split("."):
        value = value.get(step, _NONE) if isinstance(value, Mapping) else _NONE
    return value


def paths(known: Mapping[str, Any], head: str = "") -> Iterator[str]:
    """Yield the names of all fields, dotted; of a group its fields only."""
    for name, value in known.items():
        if isinstance(value, Mapping):
            yield from paths(value, f"{head}{name}.")
        else:
            yield head + name
