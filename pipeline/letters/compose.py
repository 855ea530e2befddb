"""A matter and a template become a draft: KONSEP, without number and without code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import quoteattr

from pipeline.letters import context, package, template, zipping
from pipeline.letters import parts as pieces
from pipeline.letters.choice import USUAL, Choice
from pipeline.letters.errors import NoTemplate
from pipeline.letters.errors_press import NotAlike, TemplateChanged
from pipeline.letters.matter import Matter
from pipeline.letters.press import Press
from pipeline.letters.text import CORE, frozen_text
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory

_SMALL = 4096
PERSON, INSTITUTION = "surat-jawaban-perorangan", "surat-jawaban-instansi"


@dataclass(frozen=True)
class Draft:
    """A rendered draft.

    ``docx`` its bytes, ``template`` and ``template_digest`` (SHA-256) what it was made from,
    ``clauses`` their names and versions, ``context`` the fields (plain, JSON), ``text`` what it says,
    ``source`` the bytes of the template, kept so that it can be made again.
    """

    docx: bytes
    template: str
    template_digest: str
    clauses: tuple[str, ...]
    context: Mapping[str, Any]
    text: str
    source: bytes = field(default=b"", repr=False)


def template_for(matter: Matter) -> str:
    """Return the name of the template that answers this matter."""
    return INSTITUTION if matter.addressee.is_institution else PERSON


def compose(
    matter: Matter,
    settings: Settings,
    name: str,
    day: date,
    letter: str = "",
    signatory: Signatory | None = None,
    choice: Choice = USUAL,
) -> Draft:
    """Render the answer of ``matter``, dated ``day``, from the template ``name`` of the office.

    ``letter`` is the id of the letter; it is kept in the file's properties, so that an edited
    draft is recognised when it comes back. ``signatory`` signs (None: the first in office by the
    table alone); ``choice`` is what a person chose of the clauses. Raises :class:`NoTemplate`,
    :class:`pipeline.letters.errors.NoSignatory` and what :func:`template.render` raises.
    """
    source = _read(settings, name)
    fields, labels = context.build(matter, settings, day, signatory, choice)
    docx = render(source, name, fields, settings, letter)
    return Draft(docx, name, package.digest(source), labels, fields, frozen_text(docx), source)


def render(
    source: bytes, name: str, fields: Mapping[str, Any], settings: Settings, letter: str = ""
) -> bytes:
    """Return the draft of ``fields`` from template bytes; equal input gives equal bytes.

    The template is prepared once for its digest, paper and font; a draft holds its unchanged members as
    they stand and packs only what the fields changed.
    """
    ready = _prepared(
        _Source(package.digest(source), source), settings["surat.kertas"], settings["surat.huruf"]
    )
    made = template.filled(name, ready.press, fields, ready.parts)
    members = {part: _packed(part, data) for part, data in made.items()}
    core = pieces.core(f"{letter}:konsep" if letter else "").encode()
    docx = package.sealed({**ready.members, **members, CORE: zipping.stored(CORE, core)})
    return package.vouched(docx, ready.plumbing)


def _packed(name: str, data: bytes) -> zipping.Member:
    """Pack a filled part; a small one is hardly worth the time."""
    return zipping.stored(name, data) if len(data) < _SMALL else zipping.deflated(name, data, zipping.QUICK)


def again(
    settings: Settings,
    name: str,
    digest: str,
    fields: Mapping[str, Any],
    letter: str,
    draft_digest: str,
    kept: bytes = b"",
) -> bytes:
    """Return the draft of ``letter`` once more, from its stored ``fields`` and template, byte for byte.

    The clauses stand in the fields, filled; their versions are recorded beside them. ``digest`` is that of the
    template, of which ``kept`` are the bytes if the letter has them (else the office's folder is looked into), and
    ``draft_digest`` that of the draft (SHA-256). Raises :class:`NoTemplate`, :class:`TemplateChanged`,
    and :class:`NotAlike` if another draft comes out: paper or font are settings, and the packing is zlib's.
    """
    source = kept if kept and package.digest(kept) == digest else _read(settings, name)
    if package.digest(source) != digest:
        raise TemplateChanged(template=name, letter=letter, digest=digest[:12])
    docx = render(source, name, fields, settings, letter)
    if package.digest(docx) != draft_digest:
        raise NotAlike(letter=letter, template=name)
    return docx


@dataclass(frozen=True)
class _Source:
    """The bytes of a template, known by their digest."""

    digest: str
    data: bytes = field(compare=False, repr=False)


@dataclass(frozen=True, eq=False)
class _Prepared:
    """A template with its paper and font set and nobody named: its parts, the members ready to copy, the press."""

    parts: Mapping[str, bytes]
    members: Mapping[str, zipping.Member]
    plumbing: Mapping[str, bytes]
    press: Press


@lru_cache(maxsize=32)
def _prepared(source: _Source, paper: str, font: str) -> _Prepared:
    opened = package.opened(source.data)
    before = {name: package.unpacked(member) for name, member in opened.members.items()}
    parts = dict(before)
    parts[package.BODY] = _paper(parts[package.BODY], paper)
    if "word/styles.xml" in parts:
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"Arial"', quoteattr(font).encode())
    parts = nameless(parts)
    members = {
        name: opened.members[name] if before.get(name) == part else zipping.deflated(name, part)
        for name, part in parts.items()
    }
    texts = tuple((name, parts[name]) for name in package.text_parts(parts))
    whole = {**parts, CORE: pieces.core("").encode()}  # docxtpl opens it whole, for tags in cells
    return _Prepared(whole, members, package.plumbing_of(parts), template.pressed(texts))


def neutral(parts: Mapping[str, bytes], identifier: str) -> bytes:
    """Pack ``parts`` with properties that name nobody but ``identifier``; Word keeps authors and firms there."""
    return package.pack({**nameless(parts), CORE: pieces.core(identifier).encode()})


def nameless(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return ``parts`` without properties, and with room for those of ours."""
    out = {name: part for name, part in parts.items() if not name.startswith("docProps/")}
    for name in ("_rels/.rels", package.TYPES):
        out[name] = re.sub(rb"<(?:Relationship|Override)\b[^>]*docProps/[^>]*/>", b"", out[name])
    types, relations = pieces.CORE_TYPE.encode(), pieces.CORE_RELATION.encode()
    out[package.TYPES] = out[package.TYPES].replace(b"</Types>", types + b"</Types>")
    out["_rels/.rels"] = out["_rels/.rels"].replace(b"</Relationships>", relations + b"</Relationships>")
    return out


def _paper(body: bytes, paper: str) -> bytes:
    """Set the paper of every section; the lines keep their width, so that A4 and F4 differ in length only."""
    wide, high, right = pieces.PAGES[paper]
    body = re.sub(rb"<w:pgSz\b[^>]*/>", f'<w:pgSz w:w="{wide}" w:h="{high}"/>'.encode(), body)
    return re.sub(rb'(<w:pgMar\b[^>]*w:right=")\d+(")', rf"\g<1>{right}\g<2>".encode(), body)


def _read(settings: Settings, name: str) -> bytes:
    try:
        if re.fullmatch(r"\w[^/\0]*", name):
            return (settings.templates / f"{name}.docx").read_bytes()
    except FileNotFoundError:
        pass
    known = sorted(path.stem for path in settings.templates.glob("*.docx") if not path.name.startswith("~"))
    raise NoTemplate(template=name, known=", ".join(known) or "tidak ada")
