"""Letters for the rules, edited as by hand in Word: read from ``letters_for_rules/*.toml``, made into DOCX.

What each key does stands in ``letters_for_rules/README.md``. Nothing is taken over from the rules.
"""

import random
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from pipeline.letters import package
from pipeline.letters.compose import compose, template_for
from pipeline.letters.matter import Matter
from pipeline.letters.parts import NAMESPACES
from pipeline.letters.rules import check
from pipeline.letters.text import frozen_text, paragraph_text
from pipeline.settings import Settings
from tests.letters import matters

FOLDER = Path(__file__).parent / "letters_for_rules"
_W = f"{{{package.W}}}"
_LABELS = {"nomor": "Nomor", "sifat": "Sifat", "lampiran": "Lampiran", "hal": "Hal"}


@dataclass(frozen=True)
class Example:
    """One letter: its name, what it is about, the edits, and the rules it breaks."""

    name: str
    matter: Matter
    edits: dict[str, Any]
    rules: frozenset[int]


def examples(name: str) -> list[Example]:
    """Return the letters of ``letters_for_rules/<name>.toml`` in order."""
    table = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    return [
        Example(row["nama"], _matter(row["kasus"], row.get("ubah", {})), row, frozenset(row["aturan"]))
        for row in table["surat"]
    ]


def _matter(name: str, changed: dict[str, Any]) -> Matter:
    matter: Matter = matters.ALL[name.lower()]
    for key, value in changed.items():
        value = tuple(value) if isinstance(value, list) else value
        head, _, tail = key.rpartition(".")
        if not head:
            matter = replace(matter, **{key: value})
        elif tail in {field.name for field in fields(getattr(matter, head))}:
            matter = replace(matter, **{head: replace(getattr(matter, head), **{tail: value})})
    return matter


def broken(letter: Example, settings: Settings) -> set[int]:
    """Return the rules that the letter is found to break."""
    awaits = {"awaits_number": True} if letter.edits.get("tanpa_nomor") else {}
    text = frozen_text(docx_of(letter, settings))
    copies = letter.edits.get("salinan", 2)
    return {
        fault.rule for fault in check(text, letter.matter, settings, matters.DAY, copies=copies, **awaits)
    }


def docx_of(letter: Example, settings: Settings) -> bytes:
    """Return the letter as a DOCX that was edited by hand."""
    made = compose(
        letter.matter, settings, template_for(letter.matter), matters.DAY, f"{letter.matter.case}-1"
    ).docx
    parts = package.unpack(made)
    root = package.parse(parts[package.BODY], package.BODY)
    _Edited(root, random.Random(letter.name)).make(letter.edits)
    return package.pack(parts | {package.BODY: etree.tostring(root, xml_declaration=True, encoding="UTF-8")})


class _Edited:
    """The body of a letter under the hands of somebody who writes in Word."""

    def __init__(self, root: etree._Element, chance: random.Random) -> None:
        self.root, self.chance = root, chance
        self.marks = 0

    def make(self, edits: dict[str, Any]) -> None:
        """Make every edit that is asked for."""
        for key, label in _LABELS.items():
            if key in edits:
                self._write(self._cells(label)[2], edits[key])
        if "tanggal" in edits:
            self._write(self._cells("Nomor")[3], edits["tanggal"])
        parts: dict[str, Callable[[], list[etree._Element]]] = {
            "yth": self._addressee, "pembuka": lambda: self._body()[:1], "isi": lambda: self._body()[1:-1],
            "penutup": lambda: self._body()[-1:], "tanda_tangan": self._signature, "tembusan": self._copies,
        }  # fmt: skip
        for key, where in parts.items():
            if key in edits:
                self._instead(where(), edits[key])
        for old, new in edits.get("ganti", ()):
            (target,) = [paragraph for paragraph in self._body() if old in paragraph_text(paragraph)]
            self._write(target, paragraph_text(target).replace(old, new))
        for line in edits.get("tambah", ()):
            last = self._body()[-2]
            last.addnext(self._like(last, line))

    def _paragraphs(self) -> list[etree._Element]:
        return list(self.root.iter(f"{_W}p"))

    def _cells(self, label: str) -> list[etree._Element]:
        rows = [list(row.iter(f"{_W}p")) for row in self.root.iter(f"{_W}tr")]
        return next(row for row in rows if paragraph_text(row[0]).strip() == label)

    def _addressee(self) -> list[etree._Element]:
        styled = [paragraph for paragraph in self._paragraphs() if _style(paragraph) == "Tujuan"]
        return [paragraph for paragraph in styled if paragraph_text(paragraph).strip()]

    def _body(self) -> list[etree._Element]:
        """The paragraphs from the opening to the closing: those of the text's own level below the addressee."""
        top = list(self.root.find(f"{_W}body").iterchildren(f"{_W}p"))
        return [block for block in top if _style(block) in ("Isi", "Butir") and paragraph_text(block).strip()]

    def _signature(self) -> list[etree._Element]:
        styled = [paragraph for paragraph in self._paragraphs() if _style(paragraph) == "TandaTangan"]
        return [paragraph for paragraph in styled if paragraph_text(paragraph).strip()]

    def _copies(self) -> list[etree._Element]:
        styled = [paragraph for paragraph in self._paragraphs() if _style(paragraph) == "Tembusan"]
        if not styled:
            last = [paragraph for paragraph in self._paragraphs() if _style(paragraph) == "Ekor"][-1]
            head, first = (self._like(last, text) for text in ("Tembusan:", "-"))
            last.addprevious(head)
            last.addprevious(first)
            styled = [first]
        return styled

    def _instead(self, old: Sequence[etree._Element], new: Sequence[str]) -> None:
        """Write ``new`` paragraphs in the place of ``old`` ones; further ones follow the last."""
        lines = [new] if isinstance(new, str) else list(new)
        for paragraph, line in zip(old, lines, strict=False):
            self._write(paragraph, line)
        for paragraph in old[len(lines) :]:
            paragraph.getparent().remove(paragraph)
        after = old[min(len(old), len(lines)) - 1]
        for line in reversed(lines[len(old) :]):
            after.addnext(self._like(after, line))

    def _like(self, other: etree._Element, text: str) -> etree._Element:
        made = etree.fromstring(etree.tostring(other))
        made.tail = None
        self._write(made, text)
        return made

    def _write(self, paragraph: etree._Element, text: str) -> None:
        """Write ``text`` in several runs, with the marks that Word leaves between them."""
        for child in list(paragraph):
            if child.tag != f"{_W}pPr":
                paragraph.remove(child)
        for piece in self._pieces(text):
            for element in self._fragment(piece):
                paragraph.append(element)

    def _pieces(self, text: str) -> list[str]:
        if not text:
            return []
        cuts = sorted(self.chance.sample(range(1, len(text)), min(3, len(text) - 1)))
        return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]

    def _fragment(self, piece: str) -> list[etree._Element]:
        self.marks += 1
        inner = "<w:br/>".join(
            f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in piece.split("\n")
        )
        run = f'<w:r w:rsidR="00A1{self.marks:04X}"><w:rPr><w:lang w:val="id-ID"/></w:rPr>{inner}</w:r>'
        mark = f'<w:bookmarkStart w:id="{self.marks}" w:name="b{self.marks}"/><w:bookmarkEnd w:id="{self.marks}"/>'
        proof = '<w:proofErr w:type="spellStart"/>' + run + '<w:proofErr w:type="spellEnd"/>'
        return list(etree.fromstring(f"<w:p {NAMESPACES}>{proof}{mark if self.marks % 3 else ''}</w:p>"))


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else re.sub(r"^\d+", "", str(style.get(f"{_W}val")))
