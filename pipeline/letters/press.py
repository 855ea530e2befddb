"""The compiled renderer: a template's text parts are compiled once and filled many times.

docxtpl opens, patches and compiles a template anew for each letter; here that is done once for
each content. Filling gives the same parts as docxtpl in the same sandbox (a test compares them
over every shipped and many generated templates), read through strictly afterwards, so that a
loss is an error. What Word would call damaged is mended: a cell without a last paragraph, a table
whose rows all fell away. Templates with tags for cells go through docxtpl itself (:mod:`fallback`).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count, islice
from typing import Any

from jinja2 import Environment, Template
from jinja2.exceptions import TemplateError
from lxml import etree
from markupsafe import Markup

from pipeline.letters import fallback, package, tags
from pipeline.letters.errors import BadTemplate, NotDocx, TooLong

MAX_TEXT = 8 << 20
_AT_ONCE, _REMEMBERED = 64, 64
_W = f"{{{package.W}}}"
_PICTURE = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*')
_FIRST_PICTURE = 1001
_IN_FIELDS = tuple(_W + name for name in ("fldChar", "instrText", "t"))
_own = threading.local()


@dataclass(frozen=True, eq=False)
class Compiled:
    """One text part that has tags: compiled; are its pictures to be numbered, has it fields whose code a value could change?"""

    template: Template
    has_pictures: bool
    has_codes: bool
    sound: set[tuple[str | None, ...]] = field(default_factory=set)


@dataclass(frozen=True, eq=False)
class Press:
    """The text parts of a template, and the environment to compile them in, which is done at the first filling.

    ``passed`` are the shapes of fields that were checked against it.
    """

    parts: Mapping[str, bytes]
    environment: Environment
    passed: set[object] = field(default_factory=set)

    @cached_property
    def has_cells(self) -> bool:
        """Are there tags for cells, so that docxtpl must fill it?"""
        return any(tags.has_cells(part) for part in self.parts.values())

    @cached_property
    def compiled(self) -> Mapping[str, Compiled]:
        """The parts that have tags. Raises ``jinja2.TemplateSyntaxError`` where they were not checked."""
        made = {}
        for name, part in self.parts.items():
            source = tags.source(part)
            if tags.has_tags(source):
                ready = self.environment.from_string(source)
                has_pictures = name == package.BODY and "<wp:docPr" in source
                made[name] = Compiled(ready, has_pictures, _has_open_codes(package.parse(part, name)))
        return made

    def fill(self, name: str, fields: Mapping[str, Any], whole: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the text parts that have tags, filled; ``name`` is the template's, ``whole`` all its parts.

        The parts must have passed :func:`pipeline.letters.template.faults` with such ``fields``, which are plain
        and sanitised. Raises :class:`TooLong`, :class:`BadTemplate`,
        :class:`pipeline.letters.errors.NotDocx` and :class:`pipeline.letters.errors.Dangerous`.
        """
        written = {part: _written(name, part, one, fields) for part, one in self.compiled.items()}
        if self.has_cells:
            made = fallback.render(name, whole, fields, self.environment)
            written |= {
                part: _sound(part, made[part], self.compiled[part])[0] for part in written if part in made
            }
        return written


def _has_open_codes(root: etree._Element) -> bool:
    """Tell whether a tag stands within the code of a field, so that its filling must be looked at."""
    if any("{" in str(one.get(f"{_W}instr")) for one in root.iter(f"{_W}fldSimple")):
        return True
    within: list[bool] = []
    for one in root.iter(*_IN_FIELDS):
        kind = one.get(f"{_W}fldCharType")
        if kind == "begin":
            within.append(True)
        elif kind == "separate" and within:
            within[-1] = False
        elif kind == "end" and within:
            within.pop()
        elif (
            kind is None
            and (any(within) or one.tag == f"{_W}instrText")
            and re.search("[{}]", one.text or "")
        ):
            return True
    return any(within)


def _written(name: str, part: str, one: Compiled, fields: Mapping[str, Any]) -> bytes:
    """Return one part filled and found sound, broken off where it grows beyond any letter.

    What is not a value comes from the template, and a value is escaped (``Markup``), so that it cannot add to the
    markup. The same sequence of both is therefore as sound as the first time, when it was read through.
    """
    pieces: list[str] = []
    size = 0
    written = one.template.generate(fields)
    try:
        while some := list(islice(written, _AT_ONCE)):
            size += sum(map(len, some))
            if size > MAX_TEXT:
                raise TooLong(size=size, template=name)
            pieces += some
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        reason = f"isian tidak cocok ({type(error).__name__})"
        raise BadTemplate(template=name, reason=reason, paragraph="–") from None
    text = "".join(pieces)
    if one.has_pictures:
        numbers = count(_FIRST_PICTURE)
        text = _PICTURE.sub(lambda found: f"{found[1]}{next(numbers)}", text)
    markup = tuple([None if type(piece) is Markup else piece for piece in pieces])
    if markup in one.sound:
        return text.encode()
    made, is_as_it_was = _sound(part, text.encode(), one)
    if is_as_it_was and not one.has_codes:
        if len(one.sound) >= _REMEMBERED:
            one.sound.clear()
        one.sound.add(markup)
    return made


def _sound(name: str, part: bytes, one: Compiled) -> tuple[bytes, bool]:
    """Return a filled part, read through strictly and mended where Word would stumble; and whether it needed no mending."""
    closed = part.count(b"</w:p></w:tc>") + part.count(b"<w:p/></w:tc>")
    is_closed = closed == part.count(b"</w:tc>") and b"</w:tblGrid></w:tbl>" not in part and b"<w:p" in part
    if is_closed and not one.has_codes:
        _read_through(part, name)
        return part, True
    root = package.parse(part, name)
    package.check_text(root, name)
    if not _mended(root):
        return part, True
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), False


class _Nobody:
    """Takes what a parser reads and keeps nothing."""

    def close(self) -> None:
        return None


def _read_through(part: bytes, name: str) -> None:
    """Parse strictly without building a tree. Raises :class:`NotDocx`."""
    parser: etree.XMLParser | None = getattr(_own, "parser", None)
    if parser is None:
        parser = etree.XMLParser(target=_Nobody(), resolve_entities=False, no_network=True, recover=False)  # type: ignore[arg-type]
        _own.parser = parser
    try:
        etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        raise NotDocx(reason=f"bagian {name} rusak") from None


def _mended(root: etree._Element) -> bool:
    """Take away tables without rows; give each cell, and an empty header or footer, a last paragraph."""
    empty = [one for one in root.iter(f"{_W}tbl") if one.find(f".//{_W}tr") is None]
    for table in empty:
        parent = table.getparent()
        assert parent is not None
        parent.remove(table)
    bare = [one for one in root.iter(f"{_W}tc") if not len(one) or one[-1].tag != f"{_W}p"]
    bare += [root] if root.tag in (f"{_W}hdr", f"{_W}ftr") and not len(root) else []
    for room in bare:
        etree.SubElement(room, f"{_W}p")
    return bool(empty or bare)
