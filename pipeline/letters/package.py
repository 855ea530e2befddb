"""A DOCX as a ZIP of parts.

:func:`inspect` refuses macros, OLE, embedded objects, attached templates, alternative chunks, links out of
the file (hyperlinks stay), fetching fields, tracked changes, comments, hidden text, DTDs.
"""

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.kernel.text import N_, as_it_is
from pipeline.letters.errors import BadDocx, dangerous
from pipeline.letters.words import set_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAX_FILE, MAX_UNPACKED, MAX_MEMBERS = 20 << 20, 80 << 20, 400
BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
TEXT_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_RELATIONS = set_of("vbaProject oleObject package aFChunk attachedTemplate control frame subDocument")
_FIELDS = set_of("DDE DDEAUTO INCLUDETEXT INCLUDEPICTURE INCLUDE LINK IMPORT DATABASE EMBED ASK RD")
_W = f"{{{W}}}"
_EMBEDDED = N_("an embedded object")
_FORBIDDEN = {
    **dict.fromkeys(
        set_of("ins del moveFrom moveTo rPrChange pPrChange cellIns cellDel numberingChange"),
        N_("tracked changes"),
    ),
    "commentReference": N_("comments"),
    **dict.fromkeys(("object", "control", "altChunk", "subDoc"), _EMBEDDED),
}
_HIDDEN, _CODES = ("vanish", "webHidden"), ("fldSimple", "fldChar", "instrText")
_WATCHED = tuple(_W + name for name in (*_FORBIDDEN, *_HIDDEN, *_CODES))
_TEXT_ROOTS = frozenset(_W + name for name in ("document", "hdr", "ftr", "footnotes", "endnotes"))
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, EOFError, ValueError)


def inspect(data: bytes) -> dict[str, bytes]:
    """The parts by name. Raises BadDocx."""
    parts = unpack(data)
    for name, part in parts.items():
        _examine(name, part)
    return parts


def unpack(data: bytes) -> dict[str, bytes]:
    """Members by name, within limits. Raises BadDocx."""
    if len(data) > MAX_FILE:
        raise BadDocx(reason=N_("too large"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check_members(members)
            return {member.filename: archive.read(member) for member in members}
    except _BROKEN:
        raise BadDocx(reason=N_("no whole ZIP")) from None


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The bytes depend on the parts alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != TYPES, name)):
            archive.writestr(zipfile.ZipInfo(name), parts[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def digest(data: bytes) -> str:
    """SHA-256, as recorded with the letter."""
    return hashlib.sha256(data).hexdigest()


def parse(part: bytes, name: str) -> etree._Element:
    """No DTD, no entities, no recovery. Raises BadDocx."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False, huge_tree=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        raise BadDocx(reason=as_it_is(f"bagian {name} rusak", f"part {name} is damaged")) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise dangerous(N_("a DTD"), name)
    return root


def text_parts(parts: Mapping[str, object]) -> list[str]:
    """Names of parts that bear text, the body first."""
    return sorted(
        (name for name in parts if TEXT_PARTS.fullmatch(name)), key=lambda name: (name != BODY, name)
    )


def check_text(root: etree._Element, name: str) -> None:
    """Refuse what may not stand in a text part."""
    has_codes = False
    for element in root.iter(*_WATCHED):
        tag = str(element.tag)[len(_W) :]
        if tag in _CODES:
            has_codes = True
        elif tag in _FORBIDDEN:
            raise dangerous(_FORBIDDEN[tag], name)
        elif element.get(f"{_W}val", "1") not in {"0", "false", "off"}:
            raise dangerous(N_("hidden text"), name)
    for code in field_codes(root) if has_codes else ():
        word = code.split(maxsplit=1)
        if word and word[0].upper() in _FIELDS:
            raise dangerous(N_("a fetching field"), name)


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    names = {member.filename for member in members}
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
        raise zipfile.BadZipFile("compression")
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise BadDocx(reason=N_("it holds too much"))
    is_strange = any(name.startswith("/") or "\\" in name or ".." in name.split("/") for name in names)
    if len(names) != len(members) or is_strange:
        raise BadDocx(reason=N_("a part with an odd name"))
    if BODY not in names or TYPES not in names:
        raise BadDocx(reason=N_("it holds no Word document"))


def _examine(name: str, part: bytes) -> None:
    if re.search(r"vbaProject|vbaData", name):
        raise dangerous(N_("macros"), name)
    if name.startswith("word/embeddings/") or "/activeX/" in name:
        raise dangerous(_EMBEDDED, name)
    if not name.endswith((".xml", ".rels")):
        return
    root = parse(part, name)
    if name.endswith(".rels"):
        _check_relations(root, name)
    elif name == TYPES:
        if b"macroEnabled" in part or b"oleObject" in part or b"activeX" in part:
            raise dangerous(N_("macros or objects"), TYPES)
    elif root.tag in _TEXT_ROOTS:
        check_text(root, name)


def _check_relations(root: etree._Element, name: str) -> None:
    for relation in root:
        kind = str(relation.get("Type", "")).rsplit("/", 1)[-1]
        if kind in _RELATIONS:
            raise dangerous(N_("a {kind} relation").of(kind=kind), name)
        if str(relation.get("TargetMode", "")).lower() == "external" and kind != "hyperlink":
            raise dangerous(N_("a link outside the file"), name)


def field_codes(root: etree._Element) -> Iterator[str]:
    """One code a field, joined over its runs; nested fields apart."""
    for simple in root.iter(f"{{{W}}}fldSimple"):
        yield str(simple.get(f"{{{W}}}instr", ""))
    opened: list[str] = []
    for element in root.iter(f"{{{W}}}fldChar", f"{{{W}}}instrText"):
        kind = element.get(f"{{{W}}}fldCharType")
        if kind == "begin":
            opened.append("")
        elif kind == "end" and opened:
            yield opened.pop()
        elif kind is None:
            opened = [*(opened or [""])]
            opened[-1] += str(element.text or "")
    yield from opened
