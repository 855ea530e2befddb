"""A DOCX as what it is, a ZIP of parts: opened within limits, packed to the same bytes each time.

Every DOCX that comes in, a template or an edited draft, passes :func:`inspect`. Refused: macros,
OLE and embedded objects, attached templates, alternative chunks, relations that leave the file
(hyperlinks stay: nothing follows them by itself), fields that fetch or start something, tracked
changes, comments and hidden text (LibreOffice would print or drop them unseen), DTDs.

A file and a part are looked through once: known by their digests in this process, they are not looked
through again, and unpacked only where they bear text.
"""

from __future__ import annotations

import hashlib
import re
import threading
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from lxml import etree

from pipeline.letters import zipping
from pipeline.letters.errors import Dangerous, NotDocx
from pipeline.letters.zipping import Member

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAX_FILE, MAX_UNPACKED, MAX_MEMBERS = 20 << 20, 80 << 20, 400
BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
TEXT_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_RELATIONS = (
    "vbaProject",
    "oleObject",
    "package",
    "aFChunk",
    "attachedTemplate",
    "control",
    "frame",
    "subDocument",
)
_FIELDS = frozenset(
    (
        "DDE",
        "DDEAUTO",
        "INCLUDETEXT",
        "INCLUDEPICTURE",
        "INCLUDE",
        "LINK",
        "IMPORT",
        "DATABASE",
        "EMBED",
        "ASK",
        "RD",
    )
)
_W = f"{{{W}}}"
_TRACKED = ("perubahan terlacak (Track Changes)", "tracked changes")
_EMBEDDED = ("objek tertanam", "an embedded object")
_FORBIDDEN = {
    **dict.fromkeys(
        (
            "ins",
            "del",
            "moveFrom",
            "moveTo",
            "rPrChange",
            "pPrChange",
            "cellIns",
            "cellDel",
            "numberingChange",
        ),
        _TRACKED,
    ),
    "commentReference": ("komentar", "comments"),
    **dict.fromkeys(("object", "control", "altChunk", "subDoc"), _EMBEDDED),
}
_HIDDEN, _CODES = ("vanish", "webHidden"), ("fldSimple", "fldChar", "instrText")
_WATCHED = tuple(_W + name for name in (*_FORBIDDEN, *_HIDDEN, *_CODES))
_TEXT_ROOTS = frozenset(_W + name for name in ("document", "hdr", "ftr", "footnotes", "endnotes"))
_REMEMBERED, _MOST_KEPT = 4096, 64 << 10
_PLUMBING = re.compile(r"\[Content_Types\]\.xml|.*\.rels|word/settings\.xml")
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_parts: dict[tuple[str, int, int, bytes], bytes] = {}
_wholes: dict[bytes, Mapping[str, bytes]] = {}
_own = threading.local()


@dataclass(frozen=True)
class Package:
    """An opened DOCX that was found harmless.

    Its ``digest`` (SHA-256), its ``members``, the parts with text (body, edges, notes) as ``texts``, unpacked, and
    as ``plumbing`` those that hold it together (types, relations, settings).
    """

    digest: str
    members: Mapping[str, Member]
    texts: Mapping[str, bytes]
    plumbing: Mapping[str, bytes]

    @cached_property
    def trees(self) -> Mapping[str, etree._Element]:
        """The parts with text, parsed; they are the caller's to change."""
        return {name: parse(part, name) for name, part in self.texts.items()}


def inspect(data: bytes) -> dict[str, bytes]:
    """Return the parts of a DOCX by name. Raises :class:`NotDocx` or :class:`Dangerous`."""
    return {name: unpacked(member) for name, member in opened(data).members.items()}


def opened(data: bytes) -> Package:
    """Open a DOCX and look through it as :func:`inspect` does; parts known to be harmless stay packed.

    Raises :class:`NotDocx` or :class:`Dangerous`.
    """
    whole = hashlib.sha256(data).digest()
    plumbing = _wholes.get(whole)
    members = _members(data) if plumbing is None else {one.name: one for one in zipping.read(data)}
    if plumbing is None:
        plumbing = plumbing_of({name: _looked_through(one) for name, one in members.items()})
        _remember(_wholes, whole, plumbing)
    texts = {name: unpacked(one) for name, one in members.items() if TEXT_PARTS.fullmatch(name)}
    return Package(whole.hex(), members, texts, plumbing)


def vouched(data: bytes, plumbing: Mapping[str, bytes]) -> bytes:
    """Return ``data``, a DOCX just made out of parts that were looked through, and know it from now on."""
    _remember(_wholes, hashlib.sha256(data).digest(), plumbing)
    return data


def plumbing_of(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return those of ``parts`` that hold a DOCX together, but for huge ones."""
    return {name: part for name, part in parts.items() if part and _PLUMBING.fullmatch(name)}


def _looked_through(member: Member) -> bytes:
    """Look through a part, once for its bytes; return it if it is plumbing of a usual size, else nothing."""
    key = (member.name, member.crc, member.size, hashlib.sha256(member.raw).digest())
    kept = _parts.get(key)
    if kept is None:
        part = unpacked(member)
        _examine(member.name, part)
        kept = part if _PLUMBING.fullmatch(member.name) and len(part) <= _MOST_KEPT else b""
        _remember(_parts, key, kept)
    return kept


def _remember(known: dict[_Key, _Value], key: _Key, value: _Value) -> None:
    if len(known) >= _REMEMBERED:
        known.clear()
    known[key] = value


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the members of a ZIP by name, within limits. Raises :class:`NotDocx`."""
    return {name: unpacked(member) for name, member in _members(data).items()}


def unpacked(member: Member) -> bytes:
    """Return a member unpacked. Raises :class:`NotDocx`."""
    try:
        return member.data()
    except (zipfile.BadZipFile, zlib.error) as error:
        raise NotDocx(reason=f"bukan ZIP yang utuh: {type(error).__name__}") from None


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a ZIP whose bytes depend on nothing but the parts."""
    return sealed({name: zipping.deflated(name, part) for name, part in parts.items()})


def sealed(members: Mapping[str, Member]) -> bytes:
    """Return the members as a ZIP in their fixed order: the types first, then by name."""
    names = sorted(members)
    if names[0] != TYPES and TYPES in members:
        names.insert(0, names.pop(names.index(TYPES)))
    return zipping.write([members[name] for name in names])


def digest(data: bytes) -> str:
    """Return the SHA-256 of a template or draft, as it is recorded with the letter."""
    return hashlib.sha256(data).hexdigest()


def parse(part: bytes, name: str) -> etree._Element:
    """Parse one part strictly: no DTD, no entities, no recovery. Raises :class:`NotDocx`."""
    parser: etree.XMLParser | None = getattr(_own, "parser", None)
    if parser is None:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False, huge_tree=False)
        _own.parser = parser
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        raise NotDocx(reason=f"bagian {name} rusak") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Dangerous(what_id="definisi DTD", what_en="a DTD", part=name)
    return root


def text_parts(parts: Mapping[str, object]) -> list[str]:
    """Return the names of the parts that bear text: the body first, then headers, footers, notes."""
    return sorted((name for name in parts if TEXT_PARTS.fullmatch(name)), key=lambda one: (one != BODY, one))


def check_text(root: etree._Element, name: str) -> None:
    """Look for what may not stand in a text part. Raises :class:`Dangerous`."""
    has_codes = False
    for one in root.iter(*_WATCHED):
        tag = str(one.tag)[len(_W) :]
        if tag in _CODES:
            has_codes = True
        elif tag in _FORBIDDEN:
            what_id, what_en = _FORBIDDEN[tag]
            raise Dangerous(what_id=what_id, what_en=what_en, part=name)
        elif one.get(f"{_W}val", "1") not in {"0", "false", "off"}:
            raise Dangerous(what_id="teks tersembunyi", what_en="hidden text", part=name)
    for code in _field_codes(root) if has_codes else ():
        word = code.split(maxsplit=1)
        if word and word[0].upper() in _FIELDS:
            raise Dangerous(
                what_id="bidang yang mengambil berkas lain", what_en="a fetching field", part=name
            )


def _members(data: bytes) -> dict[str, Member]:
    if len(data) > MAX_FILE:
        raise NotDocx(reason="terlalu besar")
    try:
        members = zipping.read(data)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError) as error:
        raise NotDocx(reason=f"bukan ZIP yang utuh: {type(error).__name__}") from None
    found = {one.name: one for one in members}
    if len(members) > MAX_MEMBERS or sum(one.size for one in members) > MAX_UNPACKED:
        raise NotDocx(reason="isinya terlalu banyak")
    if len(found) != len(members) or any(_is_strange(name) for name in found):
        raise NotDocx(reason="nama bagian yang janggal")
    if BODY not in found or TYPES not in found:
        raise NotDocx(reason="tidak memuat dokumen Word")
    return found


def _is_strange(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")


def _examine(name: str, part: bytes) -> None:
    """Look through one part."""
    if re.search(r"vbaProject|vbaData", name):
        raise Dangerous(what_id="makro", what_en="macros", part=name)
    if name.startswith("word/embeddings/") or "/activeX/" in name:
        raise Dangerous(what_id=_EMBEDDED[0], what_en=_EMBEDDED[1], part=name)
    if not name.endswith((".xml", ".rels")):
        return
    root = parse(part, name)
    if name.endswith(".rels"):
        _check_relations(root, name)
    elif name == TYPES:
        _check_types(part)
    elif root.tag in _TEXT_ROOTS:
        check_text(root, name)


def _check_relations(root: etree._Element, name: str) -> None:
    for relation in root:
        kind = str(relation.get("Type", "")).rsplit("/", 1)[-1]
        if kind in _RELATIONS:
            raise Dangerous(what_id=f"hubungan {kind}", what_en=f"a {kind} relation", part=name)
        if str(relation.get("TargetMode", "")).lower() == "external" and kind != "hyperlink":
            raise Dangerous(what_id="tautan ke luar berkas", what_en="a link outside the file", part=name)


def _check_types(part: bytes) -> None:
    if b"macroEnabled" in part or b"oleObject" in part or b"activeX" in part:
        raise Dangerous(what_id="makro atau objek", what_en="macros or objects", part="[Content_Types].xml")


def _field_codes(root: etree._Element) -> Iterator[str]:
    """Yield the code of each field, joined over the runs it is split into; nested fields apart."""
    for simple in root.iter(f"{{{W}}}fldSimple"):
        yield str(simple.get(f"{{{W}}}instr", ""))
    opened: list[str] = []
    for one in root.iter(f"{{{W}}}fldChar", f"{{{W}}}instrText"):
        kind = one.get(f"{{{W}}}fldCharType")
        if kind == "begin":
            opened.append("")
        elif kind == "end" and opened:
            yield opened.pop()
        elif kind is None:
            opened = [*(opened or [""])]
            opened[-1] += str(one.text or "")
    yield from opened
