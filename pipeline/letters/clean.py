"""A DOCX without what names people or machines: rsids, comments, editors, file names.

What would be missed on paper is refused. Only inside the sandbox.
"""

import posixpath
import re
from collections.abc import Mapping

from lxml import etree

from pipeline.kernel.text import N_
from pipeline.letters import allowed, package
from pipeline.letters.compose import neutral
from pipeline.letters.errors import BadDocx, dangerous
from pipeline.letters.words import set_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK = f"{_MC}Fallback"
_W = f"{{{package.W}}}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LOOKS = frozenset(_W + name for name in ("styles", "settings", "numbering", "fonts"))
_PROPERTIES = frozenset(_W + name for name in allowed.PROPERTIES)
_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/(?:document|styles|settings|numbering|fontTable|header\d*|footer\d*"
    r"|footnotes|endnotes)\.xml|word/theme/[^/]+\.xml|word/media/[^/]+"
    r"|word/_rels/(?:document|header\d*|footer\d*|footnotes|endnotes|numbering)\.xml\.rels"
)
_DROPPED = (
    *("proofErr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd", "dataBinding"),
    *("rsids", "attachedTemplate", "mailMerge", "docVars", "documentProtection", "writeProtection"),
    *("trackRevisions", "embedRegular", "embedBold", "embedItalic", "embedBoldItalic", "activeWritingStyle"),
    *("saveThroughXslt", "sdtPr", "sdtEndPr", "background", "moveFromRangeStart", "moveFromRangeEnd"),
)
_WRAPPERS = ("sdt", "sdtContent", "smartTag", "hyperlink")
"""Their words stay; a link's address may name somebody."""
_THEMED = re.compile(r"theme(?:Color|Tint|Shade|Fill|FillTint|FillShade)")
_TINY = 4
_PAGES = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\s+\\\*\s*(?:MERGEFORMAT|Arabic))*\s*", re.IGNORECASE
)
_FLAT = set_of(
    "HYPERLINK REF PAGEREF NOTEREF STYLEREF TOC DATE TIME SAVEDATE PRINTDATE CREATEDATE FILENAME AUTHOR TITLE "
    "SUBJECT DOCPROPERTY USERNAME USERINITIALS LASTSAVEDBY SEQ NUMWORDS NUMCHARS"
)
_WATCHED = tuple(_W + name for name in ("fldChar", "instrText", "t"))


def clean(parts: Mapping[str, bytes], identifier: str) -> bytes:
    """Names nobody but ``identifier``; equal input gives equal bytes."""
    kept = {name: part for name, part in parts.items() if _KEPT.fullmatch(name)}
    trees = {
        name: package.parse(part, name) for name, part in kept.items() if name.endswith((".xml", ".rels"))
    }
    for name, root in trees.items():
        if name.endswith(".rels"):
            _clean_relations(root, name, trees, kept)
        elif name == "[Content_Types].xml":
            for element in list(root):
                if element.get("PartName") and str(element.get("PartName")).lstrip("/") not in kept:
                    root.remove(element)
        else:
            _need_seen(root, name)
            _clean_text(root)
            if package.TEXT_PARTS.fullmatch(name):
                flatten(root, name)
    written = {
        name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for name, root in trees.items()
    }
    allowed.check(kept | written)
    return neutral(kept | written, identifier)


def pictures(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Their digests, sorted."""
    return tuple(
        sorted({package.digest(part) for name, part in parts.items() if name.startswith("word/media/")})
    )


def _clean_relations(
    root: etree._Element, name: str, trees: Mapping[str, etree._Element], kept: Mapping[str, bytes]
) -> None:
    folder, _, file = name.rpartition("_rels/")
    source = trees.get(f"{folder}{file.removesuffix('.rels')}")
    used = {
        str(value)
        for element in (source.iter() if source is not None else ())
        for key, value in element.attrib.items()
        if element.tag != f"{_W}hyperlink" and str(key).startswith(_R)
    }
    for element in list(root):
        target = str(element.get("Target", ""))
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        is_link = str(element.get("TargetMode", "")).lower() == "external"
        if is_link or path not in kept:
            root.remove(element)
        if not is_link and path not in kept and element.get("Id") in used:
            raise dangerous(N_("a chart or an object"), path[:80])


def _need_seen(root: etree._Element, name: str) -> None:
    for run in root.iter(f"{_W}r"):
        text = "".join(element.text or "" for element in run.iter(f"{_W}t"))
        marks = run.find(f"{_W}rPr")
        if marks is None or not text.strip():
            continue
        colour, size = marks.find(f"{_W}color"), marks.find(f"{_W}sz")
        is_white = colour is not None and str(colour.get(f"{_W}val")).upper() in {"FFFFFF", "WHITE"}
        given = str(size.get(f"{_W}val")) if size is not None else ""
        if is_white or (given.isdigit() and int(given) <= _TINY):
            raise dangerous(N_("white or tiny text"), name)


def _clean_text(root: etree._Element) -> None:
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for element in list(root.iter()):
        tag, local = str(element.tag), etree.QName(element).localname
        parent = element.getparent()
        if parent is not None and (_is_dropped(tag, local) or _is_only_look(element, parent)):
            parent.remove(element)
            continue
        if tag == f"{_W}bookmarkStart" and element.get(f"{_W}name") == "_GoBack":
            element.set(f"{_W}name", "kursor")
        for key in [str(attribute) for attribute in element.attrib if _is_trace(str(attribute), local)]:
            del element.attrib[key]
        if local in ("docPr", "cNvPr"):
            element.set("name", "Gambar")
    etree.strip_tags(root, *(_W + name for name in _WRAPPERS))


def _is_dropped(tag: str, local: str) -> bool:
    if tag.startswith(_W):
        return local in _DROPPED
    return local in ("docId", "hlinkClick", "hlinkHover") or tag == _FALLBACK


def _is_only_look(child: etree._Element, parent: etree._Element) -> bool:
    if child.tag == f"{_MC}AlternateContent":
        return all(element.tag == _FALLBACK for element in child)
    if str(child.tag).startswith(_W) or next(child.iter(f"{_W}*"), None) is not None:
        return False
    top = child.getroottree().getroot().tag
    around = (parent, *parent.iterancestors())
    return top in _LOOKS or any(element.tag in _PROPERTIES for element in around)


def _is_trace(key: str, local: str) -> bool:
    bare = key.rpartition("}")[2]
    if _THEMED.fullmatch(bare):
        return True
    return bare.startswith("rsid") or (local in ("docPr", "cNvPr") and bare in ("descr", "title"))


class _Field:
    def __init__(self, begin: etree._Element) -> None:
        self.code, self.shown, self.is_shown = "", "", False
        self.elements = [begin]


def flatten(root: etree._Element, name: str) -> None:
    """Fields become their shown words, so that what is printed was checked.

    Page numbers go on counting; computed fields are refused.
    """
    for simple in list(root.iter(f"{_W}fldSimple")):
        shown = "".join(str(element.text or "") for element in simple.iter(f"{_W}t"))
        if not _is_kept(str(simple.get(f"{_W}instr", "")), shown, name):
            simple.tag = "flat"
    etree.strip_tags(root, "flat")
    opened: list[_Field] = []
    for element in list(root.iter(*_WATCHED)):
        _step(element, opened, name)
    if opened:
        raise _refused(opened[-1].code, name)


def _step(element: etree._Element, opened: list[_Field], name: str) -> None:
    kind = str(element.get(f"{_W}fldCharType", ""))
    field = opened[-1] if opened else None
    if element.tag == f"{_W}t":
        if field and not field.is_shown and (element.text or "").strip():
            raise _refused(field.code, name)
        for outer in opened:
            outer.shown += element.text or ""
    elif kind == "begin" and len(element) == 0 and (field is None or field.is_shown):
        opened.append(_Field(element))
    elif field is None or kind == "begin":
        raise _refused(field.code if field else "", name)
    elif element.tag == f"{_W}instrText" and not field.is_shown:
        field.code += str(element.text or "")
        field.elements.append(element)
    elif kind == "separate" and not field.is_shown:
        field.is_shown = True
        field.elements.append(element)
    elif kind == "end":
        field.elements.append(element)
        _close(opened.pop(), name)
    else:
        raise _refused(field.code, name)


def _close(field: _Field, name: str) -> None:
    if _is_kept(field.code, field.shown, name):
        return
    for element in field.elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _is_kept(code: str, shown: str, name: str) -> bool:
    if _PAGES.fullmatch(code) and re.fullmatch(r"\s*[0-9]{0,4}\s*", shown):
        return True
    word = (code.split(maxsplit=1) or [""])[0].upper()
    if word in _FLAT:
        return False
    raise _refused(code, name)


_NAMELESS = N_("a field that may print other words than it shows")


def _refused(code: str, name: str) -> BadDocx:
    word = re.sub(r"[^A-Z]", "", (code.split(maxsplit=1) or [""])[0].upper())[:20]
    message = N_("a field {word} that may print other words than it shows") if word else _NAMELESS
    return dangerous(message.of(word=word), name)
