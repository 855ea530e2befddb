"""Stamping at speed: the draft is opened once for both copies, and only what changes is written and packed.

The parts with text are read as they stand (:mod:`raw`), since they were found sound when the draft
was opened; the rest of the file is copied. A draft laid out in another way than usual (a footer
missing, even pages, a text box, a mark out of place) is left to :mod:`stamp_word`, which also says
what a draft lacks; both give the same parts.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from pipeline.kernel.ids import CopyCode
from pipeline.letters import footing, package, parts, places, raw, zipping
from pipeline.letters.compose import nameless
from pipeline.letters.numbers import BLANK, written_day
from pipeline.letters.package import Package
from pipeline.letters.picture import code_png
from pipeline.letters.text import CORE, PARAF
from pipeline.letters.zipping import Member

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_REFERENCE = re.compile(r"<w:footerReference\b([^>]*)/>")
_END = re.compile(r"</w:sectPr>\s*</w:body>\s*</w:document>\s*$")
_OURS = re.compile(f'w:pStyle w:val="(?:{parts.COPY_STYLE}|{parts.CODE_STYLE})"')
_EVEN = b"evenAndOddHeaders"
_SETTINGS, _RELATIONS = "word/settings.xml", "word/_rels/document.xml.rels"
_PNG = b'<Default Extension="png" ContentType="image/png"/>'
_EMPTY = (
    parts.DECLARATION.encode()
    + b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def stamped(
    opened: Package, number: str, day: date | None, codes: Sequence[CopyCode], paraf: Sequence[str] = ()
) -> tuple[bytes, ...] | None:
    """Return the ``opened`` draft stamped once for each of ``codes``; ``None`` if it is not laid out as usual.

    ``paraf`` are the labels of the box for initials (none: the usual ones).
    What a draft lacks is said by the other way: here it is unusual.
    """
    try:
        texts = {name: part.decode() for name, part in opened.texts.items()}
    except UnicodeDecodeError:
        return None
    footers = _footers(opened, texts) if all(map(raw.is_plain, texts.values())) else None
    body = None if footers is None else _body(texts[package.BODY], number, day)
    if footers is None or body is None or not number:
        return None
    edges = {name: _cleared(text) for name, text in texts.items() if _EDGE.fullmatch(name)}
    others = [text for name, text in (texts | edges).items() if name != package.BODY]
    if any(text is None or places.DRAFT_MARK in raw.says(text) for text in others):
        return None
    before, declared, after = body
    halves = _Halves(zipping.begun(before.encode()), declared, zipping.ended(after.encode()))
    spots = {name: _first(str(edges[name])) for name in footers}
    members = _kept(opened)
    picture = _picture_name(opened.members)
    relations: dict[str, str] = {}
    for name, text in edges.items():
        if name in footers:
            rels = _rels_of(name)
            member = opened.members.get(rels)
            relations[name], made = _with_relation(
                _EMPTY if member is None else package.unpacked(member), picture
            )
            members[rels] = zipping.stored(rels, made)
        elif text != texts[name]:
            members[name] = zipping.stored(name, str(text).encode())
    boxes = [footing.box(code, paraf) for code in codes]
    return tuple(
        _copy(members, halves, spots, relations, picture, code, box)
        for code, box in zip(codes, boxes, strict=True)
    )


class _Halves(NamedTuple):
    """The body on both sides of the box for initials, packed once for both copies, and what the box must declare."""

    before: zipping.Part
    declared: str
    after: zipping.Part


def _copy(
    members: Mapping[str, Member],
    body: _Halves,
    spots: Mapping[str, tuple[str, str, str]],
    relations: Mapping[str, str],
    picture: str,
    code: CopyCode,
    box: str,
) -> bytes:
    """Pack one copy: what stands at each spot, the picture of the code and the properties are its own."""
    own = {CORE: zipping.stored(CORE, parts.core(footing.identifier(code)).encode())}
    own[picture] = zipping.deflated(picture, code_png(str(code)), zipping.QUICK)
    own[package.BODY] = zipping.joined(package.BODY, body.before, _placed(box, body.declared), body.after)
    for turn, (name, (before, declared, after)) in enumerate(spots.items()):
        table = _placed(footing.table(code, relations[name], footing.CODE_ID + turn), declared)
        own[name] = zipping.stored(name, before.encode() + table + after.encode())
    return package.sealed({**members, **own})


def _placed(table: str, declared: str) -> bytes:
    return table.replace("<w:tbl>", f"<w:tbl{declared}>", 1).encode()


def _body(text: str, number: str, day: date | None) -> tuple[str, str, str] | None:
    """Return the body with number and date, cut where the box for initials stands, and what to declare there.

    ``None`` where something is not found as usual: the other way of stamping then says what is missing.
    """
    numbered = dated = None
    begun = False
    for paragraph in raw.paragraphs(text):
        said = raw.said(text, paragraph)
        bare = said.strip()
        begun = begun or bare.startswith("Nomor")
        if numbered is None and begun and BLANK in said and (blank := places.BLANKS.search(said)):
            numbered = (paragraph, blank.span(), number)
        if dated is None and not bare.startswith("Yth.") and (found := places.DATED.search(said)):
            dated = (paragraph, found.span(), written_day(day))
        if bare.startswith("Yth.") or (numbered and dated):
            break
    if numbered is None or dated is None or numbered[0] is dated[0]:
        return None
    for paragraph, (start, end), new in sorted((numbered, dated), key=lambda one: -one[0].start):
        text = raw.replaced(text, raw.pieces(text, paragraph), start, end, new)
    said = raw.says(text)
    box = next((one for one in raw.tables(text, inner=True) if _is_for_initials(text, one)), None)
    if box is None or places.DRAFT_MARK in said or BLANK in said:
        return None
    return text[: box[0]], raw.undeclared(text), text[box[1] :]


def _is_for_initials(text: str, table: tuple[int, int]) -> bool:
    first = next(raw.paragraphs(text, *table), None)
    return first is not None and raw.said(text, first).strip().startswith(PARAF)


def _footers(opened: Package, texts: Mapping[str, str]) -> list[str] | None:
    """Return the parts of the footers that pages show, in their order; ``None`` where one is missing or unusual."""
    needed = [opened.plumbing.get(name, b"") for name in ("_rels/.rels", _RELATIONS, package.TYPES)]
    settings = opened.plumbing.get(_SETTINGS, _EVEN if _SETTINGS in opened.members else b"")
    body = texts[package.BODY]
    is_usual = all(needed) and _leads_to_body(needed[0]) and _EVEN not in settings and _END.search(body)
    if not is_usual or f'xmlns:r="{raw.PREFIXES["r"]}"' not in raw.head(body):
        return None
    targets = _targets(needed[1])
    found: list[str] = []
    for index, section in enumerate(_SECTION.findall(body)):
        own = {_named(one, "w:type"): _named(one, "r:id") for one in _REFERENCE.findall(section)}
        for kind in ("default", "first") if _has_first(section) else ("default",):
            name = targets.get(own.get(kind, ""), "")
            if kind not in own and index:
                continue
            if name not in texts or not _EDGE.fullmatch(name):
                return None
            found += [name] * (name not in found)
    return found


def _named(attributes: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', attributes)
    return found[1] if found else ""


def _has_first(section: str) -> bool:
    mark = re.search(r"<w:titlePg\b([^>]*)>", section)
    return mark is not None and (_named(mark[1], "w:val") or "1") not in {"0", "false", "off"}


@lru_cache(maxsize=64)
def _leads_to_body(relations: bytes) -> bool:
    """Tell whether the package says of the usual part that it is the document."""
    named = [path for _, kind, path in _rows(relations, "") if kind.endswith("/officeDocument")]
    return named == [package.BODY]


@lru_cache(maxsize=64)
def _targets(relations: bytes) -> Mapping[str, str]:
    """Return the parts that the document is related to, by the id of the relation."""
    return {id_: path for id_, _, path in _rows(relations, "word")}


def _rows(relations: bytes, folder: str) -> list[tuple[str, str, str]]:
    """Return id, type and path of each relation within the file."""
    return [
        (str(one.get("Id")), str(one.get("Type")), posixpath.normpath(posixpath.join("/", folder, str(one.get("Target")))).lstrip("/"))
        for one in package.parse(relations, "rels")
        if str(one.get("TargetMode", "")).lower() != "external"
    ]  # fmt: skip


def _cleared(text: str) -> str | None:
    """Return a header or footer without the draft's marks, shown or not; ``None`` if that takes a closer look."""
    for start, end in reversed(raw.tables(text, inner=False)):
        if _OURS.search(text, start, end) or places.DRAFT_MARK in raw.says(text[start:end]):
            text = text[:start] + text[end:]
    if places.DRAFT_MARK in raw.says(text):
        for one in reversed(list(raw.paragraphs(text))):
            if raw.said(text, one).strip() == places.DRAFT_MARK:
                text = raw.without_runs(text, one)
    return text


def _first(text: str) -> tuple[str, str, str]:
    """Return a footer cut behind its first tag, and what to declare there."""
    first = raw.head(text)
    before, _, after = text.partition(first)
    return before + first, raw.undeclared(text), after


def _kept(opened: Package) -> dict[str, Member]:
    """Return the members of a copy that both have and that stay as they are."""
    members = {name: one for name, one in opened.members.items() if not name.startswith("docProps/")}
    types, relations = _plumbed(opened.plumbing[package.TYPES], opened.plumbing["_rels/.rels"])
    return {**members, types.name: types, relations.name: relations}


@lru_cache(maxsize=64)
def _plumbed(types: bytes, relations: bytes) -> tuple[Member, Member]:
    """Return types and relations of the package for a copy: no properties but ours, and pictures known."""
    made = nameless({package.TYPES: types, "_rels/.rels": relations})
    if not re.search(rb'<Default\b[^>]*Extension="png"', made[package.TYPES], re.IGNORECASE):
        made[package.TYPES] = re.sub(rb"(<Types\b[^>]*>)", rb"\g<1>" + _PNG, made[package.TYPES], count=1)
    return zipping.deflated(package.TYPES, made[package.TYPES]), zipping.deflated(
        "_rels/.rels", made["_rels/.rels"]
    )


def _picture_name(members: Mapping[str, Member]) -> str:
    """Return a free name for the picture of the code, the one that python-docx would choose."""
    pictures = [name for name in members if name.startswith("word/media/")]
    used = {int(found[1]) for name in pictures if (found := re.search(r"[a-zA-Z](\d+)\.\w+$", name))}
    number = next(n for n in range(1, len(pictures) + 2) if n not in used)
    return f"word/media/image{number}.png"


def _rels_of(name: str) -> str:
    return f"word/_rels/{name.removeprefix('word/')}.rels"


@lru_cache(maxsize=64)
def _with_relation(relations: bytes, picture: str) -> tuple[str, bytes]:
    root = package.parse(relations, "rels")
    used = {one.get("Id") for one in root}
    id_ = next(f"rId{n}" for n in range(1, len(root) + 2) if f"rId{n}" not in used)
    etree.SubElement(root, f"{{{etree.QName(root).namespace}}}Relationship", Id=id_, Type=_IMAGE,
                     Target=picture.removeprefix("word/"))  # fmt: skip
    return id_, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
