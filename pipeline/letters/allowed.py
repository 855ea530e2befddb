"""An allow-list for drafts from outside: what is read is what is printed."""

import posixpath
import re
from collections.abc import Mapping

from lxml import etree

from pipeline.kernel.text import N_
from pipeline.letters import package
from pipeline.letters.errors import BadDocx, dangerous
from pipeline.letters.text import paragraphs

_W = f"{{{package.W}}}"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_WP14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
_A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
_ROOTS = {
    "document": "document", "header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes",
}  # fmt: skip
_FLOW = frozenset(("body", "hdr", "ftr", "footnote", "endnote", "tc"))
_PLACES = {
    "body": frozenset(("document",)), "footnote": frozenset(("footnotes",)), "endnote": frozenset(("endnotes",)),
    "p": _FLOW, "tbl": _FLOW, "tr": frozenset(("tbl",)), "tc": frozenset(("tr",)),
    "r": frozenset(("p", "fldSimple")), "fldSimple": frozenset(("p",)),
    **dict.fromkeys(
        ("t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "lastRenderedPageBreak", "drawing", "fldChar", "instrText",
         "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef", "separator", "continuationSeparator"),
        frozenset(("r",)),
    ),
}  # fmt: skip
_MARKS = frozenset(("bookmarkStart", "bookmarkEnd"))
PROPERTIES = frozenset(
    ("pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr")
)  # what stands in them is look, no text
_DRAWN = {
    _WP: "inline anchor extent effectExtent docPr cNvGraphicFramePr simplePos positionH positionV posOffset align wrapNone "
    "wrapSquare wrapTight wrapThrough wrapTopAndBottom wrapPolygon start lineTo",
    _WP14: "sizeRelH sizeRelV pctWidth pctHeight pctPosHOffset pctPosVOffset",
    _A: "graphic graphicData graphicFrameLocks picLocks blip stretch fillRect srcRect xfrm off ext prstGeom avLst noFill ln "
    "extLst",
    _PIC: "pic nvPicPr cNvPr cNvPicPr blipFill spPr",
    _A14: "useLocalDpi",
}
_PICTURES = frozenset(f"{{{space}}}{name}" for space, names in _DRAWN.items() for name in names.split())
_RELATED = {
    "header": package.TEXT_PARTS, "footer": package.TEXT_PARTS, "footnotes": package.TEXT_PARTS, "endnotes": package.TEXT_PARTS,
    "styles": re.compile(r"word/styles\.xml"), "settings": re.compile(r"word/settings\.xml"),
    "numbering": re.compile(r"word/numbering\.xml"), "fontTable": re.compile(r"word/fontTable\.xml"),
    "theme": re.compile(r"word/theme/[^/]+\.xml"), "image": re.compile(r"word/media/[^/]+"),
    "officeDocument": re.compile(r"word/document\.xml"), "core-properties": re.compile(r"docProps/core\.xml"),
}  # fmt: skip
_NAMED = {
    "sym": N_("a symbol from Insert > Symbol"),
    "delText": N_("text marked as deleted"),
    "pict": N_("an old shape or text box (VML)"),
    "object": N_("an object of another program"),
}
_SEEN_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_COUNTED = frozenset(
    ["decimal", "decimalZero", "bullet", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "none"]
)
_LABEL = re.compile(r"(?:%[1-9]|[^\w\s%]|[\s_])*|o", re.UNICODE)
_MOST_LABEL = 30
_LOOKALIKE = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u1d00-\u1d7f\ua4d0-\ua4ff\uff21-\uff3a\uff41-\uff5a"
    "\U0001d400-\U0001d7ff]"
)
"""Look like Latin letters: words with them would not be found."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff]"
)
_SIGNS = (
    (_LOOKALIKE, N_("letters that look Latin and are not")),
    (_UNSEEN, N_("characters that are not seen")),
)


def check(parts: Mapping[str, bytes]) -> None:
    """Look through a cleaned draft."""
    for name, part in parts.items():
        if name.startswith("word/media/") and not part.startswith(_SEEN_PICTURES):
            raise dangerous(N_("a picture that is no bitmap"), name)
        if not name.endswith((".xml", ".rels")):
            continue
        root = package.parse(part, name)
        if name.endswith(".rels"):
            _relations(root, name)
        elif package.TEXT_PARTS.fullmatch(name):
            check_text(root, name)
        elif name.startswith("word/theme/"):
            if root.tag != f"{{{_A}}}theme":
                raise dangerous(N_("a part that is no theme"), name)
        elif name == "word/numbering.xml":
            check_labels(root, name)


def check_text(root: etree._Element, name: str) -> None:
    """Refuse what is not read, or may not be printed."""
    bare = re.sub(r"\d*$", "", name.removeprefix("word/").removesuffix(".xml"))
    if root.tag != _W + _ROOTS[bare]:
        raise dangerous(N_("a part that is not what its name says"), name)
    waiting = list(root)
    while waiting:
        element = waiting.pop()
        if not str(element.tag).startswith("{"):
            continue
        space, local = etree.QName(element).namespace, etree.QName(element).localname
        if space == package.W and local in PROPERTIES:
            _properties(element, name)
            continue
        if element.tag == f"{_W}drawing":
            _drawing(element, name)
        elif space != package.W or not _is_in_place(element, local):
            raise _unknown(element, name)
        else:
            waiting += list(element)
    for paragraph in paragraphs(root):
        for pattern, kind in _SIGNS:
            if matches := sorted(set(pattern.findall(paragraph.text))):
                signs, at = ", ".join(f"U+{ord(sign):04X}" for sign in matches[:5]), paragraph.number
                raise dangerous(
                    N_("{what}: {signs}, in paragraph {at}").of(what=kind, signs=signs, at=at), name
                )


def check_labels(root: etree._Element, name: str) -> None:
    """Refuses words in labels of lists: printed, but not read."""
    for element in root.iter(f"{_W}lvlText"):
        label = str(element.get(f"{_W}val", ""))
        if len(label) > _MOST_LABEL or not _LABEL.fullmatch(label):
            raise dangerous(N_("words in the label of a list"), name)
    for element in root.iter(f"{_W}numFmt"):
        if element.get(f"{_W}val") not in _COUNTED:
            raise dangerous(N_("a list numbered in words"), name)
    for element in root.iter(f"{_W}start", f"{_W}startOverride"):
        if not re.fullmatch(r"\d{1,3}", str(element.get(f"{_W}val", "1"))):
            raise dangerous(N_("a list with too high a number"), name)
    if next(root.iter(f"{_W}numPicBullet"), None) is not None:
        raise dangerous(N_("a picture as the label of a list"), name)


def _is_in_place(element: etree._Element, local: str) -> bool:
    if local in _MARKS:
        return True
    parent = element.getparent()
    if local not in _PLACES or parent is None:
        return local in {"footnote", "endnote"}
    around = etree.QName(parent)
    return around.namespace == package.W and around.localname in _PLACES[local]


def _properties(properties: etree._Element, name: str) -> None:
    for element in properties.iter():
        if not str(element.tag).startswith("{"):
            continue
        local = etree.QName(element).localname
        if etree.QName(element).namespace != package.W or (
            local in _PLACES and local not in {"tab", "footnote", "endnote"}
        ):
            raise _unknown(element, name)
        if local.endswith("Change") or local in {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"}:
            raise dangerous(N_("tracked changes"), name)


def _drawing(drawing: etree._Element, name: str) -> None:
    for element in drawing.iterdescendants():
        if element.tag not in _PICTURES:
            raise dangerous(N_("a shape or a text box"), name)
        if element.tag == f"{{{_A}}}graphicData" and element.get("uri") != _PIC:
            raise dangerous(N_("a chart or an object"), name)
        if (
            element.tag == f"{{{_WP}}}anchor"
            and element.find(f"{{{_WP}}}wrapNone") is not None
            and element.get("behindDoc") not in {"1", "true"}
        ):
            raise dangerous(N_("a picture over the text"), name)


def _relations(root: etree._Element, name: str) -> None:
    for relation in root:
        kind = str(relation.get("Type", "")).rsplit("/", 1)[-1]
        if str(relation.get("TargetMode", "")).lower() == "external":
            continue
        folder = name.rpartition("_rels/")[0]
        path = posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target", "")))).lstrip("/")
        if kind not in _RELATED or not _RELATED[kind].fullmatch(path):
            raise dangerous(N_("a part {named} that is not read").of(named=path[:60]), name)


def _unknown(element: etree._Element, name: str) -> BadDocx:
    local = re.sub(r"\W", "", etree.QName(element).localname)[:30]
    message = _NAMED.get(local) or N_("a construct “{name}” that is not read").of(name=local)
    around = next(element.iterancestors(f"{_W}p"), None)
    at = next(
        (part.number for part in paragraphs(element.getroottree().getroot()) if part.element is around),
        0,
    )
    if at:
        message = N_("{what}, in paragraph {at}").of(what=message, at=at)
    return dangerous(message, name)
