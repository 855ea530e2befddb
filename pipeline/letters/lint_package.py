"""Is this file a DOCX that may be a template at all? Its ZIP, its kind, and what acts by itself or hides in it.

Where :func:`pipeline.letters.package.inspect` refuses at the first thing, every one is told here,
with its paragraph; at the end the same gate is asked, so that nothing it refuses can pass.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.kernel.errors import Text
from pipeline.letters import package
from pipeline.letters.errors import Dangerous, NotDocx
from pipeline.letters.lint_flaw import WARNING, Flaw, Place, flaw
from pipeline.letters.lint_hidden import hidden
from pipeline.letters.lint_paragraphs import own, paragraphs, place_of
from pipeline.letters.lint_words import (
    ACTING_FIELDS,
    CHANGES,
    CHANGING_FIELDS,
    LIVING,
    MERGE_FIELDS,
    RELATIONS,
    SAVE_AGAIN,
)

_W = f"{{{package.W}}}"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = re.compile(rb"wordprocessingml\.(document|template)\.main\+xml|macroEnabled(?:Template)?\.main\+xml")
MAX_TEXT = 4 << 20
"""Bytes of all text parts; the longest shipped template has 90 kB."""
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def opened(data: bytes) -> tuple[dict[str, bytes] | None, list[Flaw]]:
    """Return the parts of a DOCX, or ``None`` where the file is none, and what is wrong with the file as such."""
    wrong = _kind(data)
    if wrong is not None:
        return None, [wrong]
    try:
        parts = package.unpack(data)
    except NotDocx as error:
        return None, [*_zip_faults(data, str(error.fields["reason"]))]
    size = sum(len(parts[name]) for name in package.text_parts(parts))
    if size > MAX_TEXT:
        return None, [
            flaw("too-large", Text("teksnya terlalu besar ({size} MB).", "its text is too large ({size} MB)."),
                 Text("Mulai lagi dari templat bawaan.", "Begin again from the shipped template."), size=size >> 20)
        ]  # fmt: skip
    return parts, []


def inspected(data: bytes, parts: Mapping[str, bytes]) -> list[Flaw]:
    """Return everything in the parts that the gate refuses, and what hides; empty for a plain document."""
    found: list[Flaw] = []
    for name, part in parts.items():
        found += _name_faults(name)
        if name.endswith((".xml", ".rels")):
            try:
                root = package.parse(part, name)
            except (NotDocx, Dangerous) as error:
                found.append(_unreadable(name, error))
                continue
            if name.endswith(".rels"):
                found += [*_relation_faults(root, name), *_dangling(root, name, parts)]
            found += _setting_faults(root) if name == "word/settings.xml" else ()
    found += _type_faults(parts["[Content_Types].xml"])
    for name in package.text_parts(parts):
        if not any(one.place.part == name and one.code in {"dtd", "broken-part"} for one in found):
            found += _text_faults(package.parse(parts[name], name), name)
    if not any(one.code in {"dtd", "broken-part"} for one in found):
        found += hidden(parts)
    return found or [*_gate(data)]


def _kind(data: bytes) -> Flaw | None:
    """Tell a file that is no DOCX by its first bytes."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return flaw("encrypted", Text("berkas ini terkunci dengan kata sandi.", "the file is locked with a password."),
                        Text("Buka di Word, hapus kata sandinya (File > Info > Protect Document), simpan lagi.",
                             "Open it in Word, remove the password (File > Info > Protect Document), save again."))  # fmt: skip
        return flaw("old-doc", Text("ini berkas Word lama (.doc) yang diberi nama .docx.",
                                    "this is an old Word file (.doc) named .docx."), SAVE_AGAIN)  # fmt: skip
    if not data.startswith(b"PK"):
        what = "RTF" if data.startswith(b"{\\rtf") else "PDF" if data.startswith(b"%PDF") else ""
        said = f"berkas {what}" if what else "bukan berkas Word"
        return flaw(
            "not-docx", Text("{said}, bukan .docx.", "this is no .docx ({said})."), SAVE_AGAIN, said=said
        )
    if data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument"):
        return flaw("not-docx", Text("ini berkas OpenDocument (.odt), bukan .docx.", "this is OpenDocument (.odt)."),
                    SAVE_AGAIN)  # fmt: skip
    return None


def _zip_faults(data: bytes, reason: str) -> Iterator[Flaw]:
    """Say what is wrong with a ZIP that was not unpacked."""
    remedy = Text("Buka di Word dan simpan sebagai dokumen baru; jangan diubah dengan program ZIP.",
                  "Open it in Word and save it as a new document; do not change it with a ZIP program.")  # fmt: skip
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, OverflowError):
        members = []
    total = sum(one.file_size for one in members)
    if any(one.flag_bits & 1 for one in members):
        yield flaw(
            "encrypted",
            Text("isi ZIP terkunci dengan kata sandi.", "the ZIP is locked with a password."),
            remedy,
        )
    if total > package.MAX_UNPACKED:
        yield flaw("zip-bomb", Text("isinya mengembang menjadi {size} MB (paling banyak {most}).",
                                    "it expands to {size} MB (at most {most})."),
                   remedy, size=total >> 20, most=package.MAX_UNPACKED >> 20)  # fmt: skip
    if len(members) > package.MAX_MEMBERS:
        yield flaw("zip-members", Text("terlalu banyak bagian di dalamnya ({count}).", "too many parts ({count})."),
                   remedy, count=len(members))  # fmt: skip
    names = [one.filename for one in members]
    strange = [one for one in names if one.startswith("/") or "\\" in one or ".." in one.split("/")]
    twice = (
        sorted({one for one in names if names.count(one) > 1}) if len(names) <= package.MAX_MEMBERS else []
    )
    for name in [*strange, *twice][:5]:
        yield flaw("zip-name", Text("nama bagian yang janggal di dalamnya: {name}.", "a strange name inside: {name}."),
                   remedy, name=repr(name[:60]))  # fmt: skip
    if not (strange or twice) and total <= package.MAX_UNPACKED and len(members) <= package.MAX_MEMBERS:
        yield flaw("not-docx", Text("tidak dapat dibuka sebagai .docx ({reason}).", "it cannot be opened as .docx."),
                   SAVE_AGAIN, reason=reason)  # fmt: skip


def _name_faults(name: str) -> Iterator[Flaw]:
    place = Place(name)
    if re.search(r"vbaProject|vbaData", name):
        yield flaw("macro", Text("memuat makro.", "it has macros."), SAVE_AGAIN, place)
    elif name.startswith("word/embeddings/") or "/activeX/" in name:
        yield flaw("embedded", Text("memuat objek tertanam (OLE).", "it has an embedded object (OLE)."),
                   Text("Hapus objek itu di Word; pakai tabel atau gambar biasa.",
                        "Remove the object in Word; use a plain table or picture."), place)  # fmt: skip
    elif name.startswith("word/fonts/"):
        yield flaw("embedded-font", Text("memuat huruf tertanam.", "it has an embedded font."),
                   Text("Di Word: File > Options > Save, matikan “Embed fonts in the file”, simpan lagi.",
                        "In Word: File > Options > Save, turn off “Embed fonts in the file”, save again."), place)  # fmt: skip


def _unreadable(name: str, error: NotDocx | Dangerous) -> Flaw:
    if isinstance(error, Dangerous):
        return flaw("dtd", Text("memuat definisi DTD.", "it has a DTD."), SAVE_AGAIN, Place(name))
    return flaw("broken-part", Text("bagian ini rusak.", "this part is damaged."), SAVE_AGAIN, Place(name))


def _relation_faults(root: etree._Element, name: str) -> Iterator[Flaw]:
    for relation in root.iterchildren("{*}Relationship"):
        kind = str(relation.get("Type", "")).rsplit("/", 1)[-1]
        is_outside = str(relation.get("TargetMode", "")).lower() == "external"
        if kind in RELATIONS:
            yield flaw("relation", Text("memuat {what}.", "it has {what_en}."),
                       Text("Buang bagian itu di Word, lalu simpan lagi.", "Remove it in Word and save again."),
                       Place(name), what=RELATIONS[kind].id, what_en=RELATIONS[kind].en)  # fmt: skip
        elif is_outside and kind != "hyperlink":
            yield flaw("external", Text("mengambil {kind} dari luar berkas.", "it fetches {kind} from outside the file."),
                       Text("Sisipkan gambar ke dalam dokumen (Insert, bukan Link to File).",
                            "Insert the picture into the document (Insert, not Link to File)."),
                       Place(name), kind=re.sub(r"\W", "", kind)[:30])  # fmt: skip


def _dangling(root: etree._Element, name: str, parts: Mapping[str, bytes]) -> Iterator[Flaw]:
    """Yield what the file refers to and does not have; approval would break off at it."""
    folder = name.partition("_rels/")[0]
    for relation in root.iterchildren("{*}Relationship"):
        target = str(relation.get("Target", ""))
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = str(relation.get("Type", "")).rsplit("/", 1)[-1]
        is_within = str(relation.get("TargetMode", "")).lower() != "external" and not target.startswith("#")
        if is_within and path not in parts and kind not in RELATIONS:
            yield flaw("dangling", Text("bagian “{path}” hilang dari berkas ini.", "the part “{path}” is missing from the file."),
                       SAVE_AGAIN, Place(name), path=path[:60])  # fmt: skip


def _type_faults(types: bytes) -> Iterator[Flaw]:
    place = Place("[Content_Types].xml")
    if b"macroEnabled" in types:
        yield flaw("macro", Text("ini dokumen bermakro (.docm) yang diberi nama .docx.",
                                 "this is a document with macros (.docm) named .docx."), SAVE_AGAIN, place)  # fmt: skip
    found = _MAIN.search(types)
    if found is None or found.group(1) == b"template":
        yield flaw("not-document", Text("ini templat Word (.dotx) atau jenis lain, bukan dokumen .docx.",
                                        "this is a Word template (.dotx) or another kind, no .docx document."),
                   SAVE_AGAIN, place)  # fmt: skip


def _setting_faults(root: etree._Element) -> Iterator[Flaw]:
    place = Place("word/settings.xml")
    for tag in ("documentProtection", "writeProtection"):
        one = root.find(f"{_W}{tag}")
        if one is not None and (
            tag == "writeProtection" or one.get(f"{_W}enforcement", "0") not in {"0", "false", "off"}
        ):
            yield flaw("protected", Text("dokumen dilindungi dari penyuntingan.", "the document is protected."),
                       Text("Di Word: Review > Restrict Editing > Stop Protection.",
                            "In Word: Review > Restrict Editing > Stop Protection."), place)  # fmt: skip
    if root.find(f"{_W}mailMerge") is not None:
        yield flaw("mail-merge", Text("terhubung dengan sumber data Mail Merge.", "it is bound to mail merge data."),
                   Text("Di Word: Mailings > Start Mail Merge > Normal Word Document.",
                        "In Word: Mailings > Start Mail Merge > Normal Word Document."), place)  # fmt: skip
    if root.find(f"{_W}trackRevisions") is not None:
        yield flaw("tracking-on", Text("“Lacak Perubahan” masih menyala.", "“Track Changes” is still on."),
                   Text("Matikan Review > Track Changes.", "Turn off Review > Track Changes."), place,
                   severity=WARNING)  # fmt: skip


def _text_faults(root: etree._Element, part: str) -> Iterator[Flaw]:
    if _STRICT in etree.tostring(root)[:4000]:
        yield flaw("strict", Text("disimpan sebagai “Strict Open XML”.", "it was saved as “Strict Open XML”."),
                   SAVE_AGAIN, Place(part))  # fmt: skip
    known = list(paragraphs(root, part))
    places = {one.element: one.place for one in known}
    told: set[tuple[str, Place]] = set()
    for element in root.iter(*(f"{_W}{tag}" for tag in (*CHANGES, *LIVING))):
        tag = etree.QName(element).localname
        place = place_of(element, places, part)
        code, said, remedy = LIVING.get(tag) or ("tracked", *CHANGES["ins"])
        if (code, place) not in told:
            told.add((code, place))
            yield flaw(code, said, remedy, place)
    for one in known:
        for code in _codes(own(one.element, "fldSimple", "fldChar", "instrText")):
            yield from _field_faults(code, one.place)


def _codes(pieces: Iterator[etree._Element]) -> Iterator[str]:
    """Yield the code of each field of a paragraph, joined over its runs; nested ones apart."""
    opened: list[str] = []
    for one in pieces:
        kind = one.get(f"{_W}fldCharType")
        if one.tag == f"{_W}fldSimple":
            yield str(one.get(f"{_W}instr", ""))
        elif kind == "begin":
            opened.append("")
        elif kind == "end" and opened:
            yield opened.pop()
        elif kind is None:
            opened = opened or [""]
            opened[-1] += str(one.text or "")
    yield from opened


def _field_faults(code: str, place: Place) -> Iterator[Flaw]:
    word = (code.split(maxsplit=1) or [""])[0].upper()
    for kind, words in (
        ("field", ACTING_FIELDS),
        ("merge-field", MERGE_FIELDS),
        ("date-field", CHANGING_FIELDS),
    ):
        if word in words.names:
            yield flaw(kind, words.said, words.remedy, place, word=word)


def _gate(data: bytes) -> Iterator[Flaw]:
    """Ask the gate itself; what it refuses although nothing was found is told in its words."""
    try:
        package.inspect(data)
    except (NotDocx, Dangerous) as error:
        yield Flaw("refused", Text(error.text("id"), error.text("en")), Text("", ""))
