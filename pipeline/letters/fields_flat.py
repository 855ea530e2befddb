"""Word fields become the words that they show, so that what is printed is what was checked.

Page numbers go on counting. A field that computes what it shows (IF, SET, EQ, MACROBUTTON, form fields) is
refused.
"""

import re

from lxml import etree

from pipeline.letters import package
from pipeline.letters.errors import BadDocx, dangerous
from pipeline.letters.words import set_of

_W = f"{{{package.W}}}"
_PAGES = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\s+\\\*\s*(?:MERGEFORMAT|Arabic))*\s*", re.IGNORECASE
)
_FLAT = set_of(
    "HYPERLINK REF PAGEREF NOTEREF STYLEREF TOC DATE TIME SAVEDATE PRINTDATE CREATEDATE FILENAME AUTHOR TITLE "
    "SUBJECT DOCPROPERTY USERNAME USERINITIALS LASTSAVEDBY SEQ NUMWORDS NUMCHARS"
)
_WATCHED = tuple(_W + name for name in ("fldChar", "instrText", "t"))


class _Field:
    def __init__(self, begin: etree._Element) -> None:
        self.code, self.shown, self.is_shown = "", "", False
        self.elements = [begin]


def flatten(root: etree._Element, name: str) -> None:
    """Put the shown words of every field of a part in its place; numbers of pages stay."""
    for simple in list(root.iter(f"{_W}fldSimple")):
        shown = "".join(str(one.text or "") for one in simple.iter(f"{_W}t"))
        if not _stays(str(simple.get(f"{_W}instr", "")), shown, name):
            simple.tag = "flat"
    etree.strip_tags(root, "flat")
    opened: list[_Field] = []
    for one in list(root.iter(*_WATCHED)):
        _step(one, opened, name)
    if opened:
        raise _refused(opened[-1].code, name)


def _step(one: etree._Element, opened: list[_Field], name: str) -> None:
    kind = str(one.get(f"{_W}fldCharType", ""))
    field = opened[-1] if opened else None
    if one.tag == f"{_W}t":
        if field and not field.is_shown and (one.text or "").strip():
            raise _refused(field.code, name)
        for each in opened:
            each.shown += one.text or ""
    elif kind == "begin" and len(one) == 0 and (field is None or field.is_shown):
        opened.append(_Field(one))
    elif field is None or kind == "begin":
        raise _refused(field.code if field else "", name)
    elif one.tag == f"{_W}instrText" and not field.is_shown:
        field.code += str(one.text or "")
        field.elements.append(one)
    elif kind == "separate" and not field.is_shown:
        field.is_shown = True
        field.elements.append(one)
    elif kind == "end":
        field.elements.append(one)
        _close(opened.pop(), name)
    else:
        raise _refused(field.code, name)


def _close(field: _Field, name: str) -> None:
    if _stays(field.code, field.shown, name):
        return
    for one in field.elements:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)


def _stays(code: str, shown: str, name: str) -> bool:
    if _PAGES.fullmatch(code) and re.fullmatch(r"\s*[0-9]{0,4}\s*", shown):
        return True
    word = (code.split(maxsplit=1) or [""])[0].upper()
    if word in _FLAT:
        return False
    raise _refused(code, name)


def _refused(code: str, name: str) -> BadDocx:
    word = re.sub(r"[^A-Z]", "", (code.split(maxsplit=1) or [""])[0].upper())[:20]
    what_id = f"bidang {word} yang dapat mencetak kata lain daripada yang terlihat".replace("  ", " ")
    what_en = f"a field {word} that may print other words than it shows".replace("  ", " ")
    return dangerous(what_id, what_en, name)
