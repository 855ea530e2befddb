"""Labels and their values: "Nama : X", two pairs in one row, values that go on in the next row.

A label is known by the rules (labels.toml); unknown labels are kept too, since they end the value
before them. Headings and opening lines say of whom the labels below them speak.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from pipeline.intake import rules
from pipeline.intake.suggest.document import Cell, Document, Line
from pipeline.intake.suggest.ticks import ticks

MARKER = r"(?:(?:[IVXTN]{1,4}|Cc|[A-Za-z]|\d{1,2})[.)]\s+)?"
_PAIR = re.compile(
    rf"(?:^|   |\n)[ ]*{MARKER}(?P<label>[A-Za-z](?:(?!   )[A-Za-z0-9/.,()'\- ]){{0,44}}?)\s*[—–]?\s*(?<!\d)1?[:;!]+(?!//)[ ]*"
    r"(?P<value>(?:(?!   ).)*?)(?=[ ]*(?:   |$|\n))"
)
_MARKED = re.compile(r"^\s*(?:[IVXTN]{1,4}|[A-Z]|\d{1,2})[.)]\s+")
_MARKED_ANY = re.compile(r"^\s*(?:[IVXTN]{1,4}|Cc|[A-Za-z]|\d{1,2})[.)]\s+")
_MOST_WORDS = 6
_SLACK = 2.0
_HALVES = re.compile(r"\s*/\s*")
_BENT_COLON = re.compile(r"[1lI|i!:;]\s+(?=\S)")


@dataclass(frozen=True)
class Pair:
    """A label with its value at ``start``…``end``; ``role`` is whom it speaks of ("" if unknown).

    ``pieces`` are the rows of a value that goes on; other columns may stand between them.
    """

    label: str
    attribute: str
    role: str
    start: int
    end: int
    line: int
    section: str = ""
    pieces: tuple[tuple[int, int], ...] = ()


@cache
def _attributes() -> dict[str, str]:
    return {word: name for name, words in rules.table("labels")["attributes"].items() for word in words}


@cache
def _heads() -> frozenset[str]:
    """Words with which a label may begin."""
    firsts = (re.match(r"[a-z]+", word) for word in (*_attributes(), "kelurahan", "kel", "desa", "jenis"))
    return frozenset(found[0] for found in firsts if found)


@cache
def _role_pattern(role: str) -> re.Pattern[str]:
    return rules.pattern(rules.table("labels")["roles"][role])


@cache
def _intro_pattern(role: str) -> re.Pattern[str]:
    return rules.pattern(rules.table("labels")["intros"][role])


def plain(label: str) -> str:
    """Return a label in lower case, with single spaces and no stray marks."""
    if re.fullmatch(r"(?:\w )+\w", label.strip()):
        label = label.replace(" ", "")  # spaced out: N a m a
    return (
        re.sub(r"\s+", " ", label.lower().replace("'", ""))
        .replace(" /", "/")
        .replace("/ ", "/")
        .strip(" .,-")
        or label
    )


def attribute_of(label: str) -> str:
    """Return the attribute a label asks for, or "" when the rules do not know it."""
    table = _attributes()
    word = plain(label)
    for form in (word, word + ".", word.replace("/", " / ")):
        if form in table:
            return table[form]
    whose = r"\s+(?:korban|pelapor|terlapor|pelaku|penelepon|pasien|anak|siswa|ortu|orang tua|wali|ibu|ayah)$"
    for tail in (r"\s*\(.*\)$", whose, r"\s*/.*$"):
        shorter = re.sub(tail, "", word)
        if shorter != word and shorter in table:
            return table[shorter]
    return _within(word)


def _within(word: str) -> str:
    """Return the attribute that a word inside of a short label tells, or ""."""
    words = re.findall(r"[a-z]+", word)
    if not 2 <= len(words) <= _MOST_WORDS or words[0] not in _heads():
        return ""
    for attribute, known in rules.table("labels")["within"].items():
        if any(re.search(rf"\b{re.escape(one)}\b", word) for one in known):
            return str(attribute)
    return ""


def role_of(label: str) -> str:
    """Return whom a label or a heading names, or ""."""
    for role in ("reported", "reporter", "victim", "guardian", "contact"):
        if _role_pattern(role).search(label):
            return role
    return ""


def is_safe_label(label: str) -> bool:
    """Whether a label asks for the safe contact itself ("Kontak aman")."""
    return _intro_pattern("safe").fullmatch(plain(label)) is not None


def _is_role(label: str) -> bool:
    """Whether a label is nothing but the name of a role ("Terlapor")."""
    return any(_role_pattern(role).fullmatch(plain(label)) for role in rules.table("labels")["roles"])


def label_role(label: str, section: str) -> str:
    """Return whom a label in ``section`` speaks of; "hubungan dengan korban" leaves the section."""
    if attribute_of(label) == "relation":
        return section
    return role_of(label) or section


def _is_heading(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    upper = sum(c.isupper() for c in letters) >= 0.75 * len(letters) if letters else False
    bare = _MARKED.sub("", line)
    return len(line) <= 64 and bool(letters) and (upper or (bare != line and bare.istitle()))


def _is_title(line: str) -> bool:
    return bool(
        re.match(rules.alternation(rules.table("institutions")["words"]["titles"]) + r"\b", line.lower())
    )


def heading(line: str, before: str) -> str | None:
    """Return the section a line opens ("" for one that speaks of nobody), None if it opens none."""
    text = line.strip()
    if _intro_pattern("safe").search(text) and len(text) < 60:
        return "safe"
    if (_is_heading(text) and not _is_title(text)) or _is_role(text):
        return role_of(text.lower())
    if text.endswith(":"):
        for role in ("reporter", "reported", "victim"):
            if _intro_pattern(role).search(text):
                return role
        for role in ("reporter", "reported", "victim"):
            if _intro_pattern(role).search(before + " " + text):
                return role
        return ""
    return None


class Labels:
    """All pairs of a document in their order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.pairs: list[Pair] = []
        self._split: list[tuple[float, str]] = []
        self.sections: list[str] = []
        """Of whom each line speaks, by its number."""
        section, before = "", ""
        for line in document.lines:
            text = document.text[line.start : line.end]
            found = [match for match in _PAIR.finditer(text) if match["value"].strip() or len(text) < 40]
            opened = heading(text, before) if not any(match["value"].strip() for match in found) else None
            tabled = self._is_table(line)
            if opened is not None or self._columns(line):
                self._split = self._columns(line)
            if opened is not None and not tabled:
                section = opened
            elif (
                not tabled
                and not found
                and line.right - line.left > 0.6 * document.breadth
                and not self._goes_on(line)
                and not any(ticks(text))
            ):
                section = ""
            if found and _is_role(found[0]["label"]):
                self._split = []
            for match in found:
                self._add(match, line, section)
            self._add_table(line, section, [match.span() for match in found])
            if not tabled and (not found or found[0].start() != 0):
                self._extend(line)
            self.sections.append(section)
            before = text

    def _add(self, match: re.Match[str], line: Line, section: str) -> None:
        start, end = line.start + match.start("value"), line.start + match.end("value")
        self._keep(match["label"], start, end, line, section)

    def _keep(self, label: str, start: int, end: int, line: Line, section: str) -> None:
        """Add a pair; "Kel. / Kec. : Bukit Asri / Jekan Hulu" makes two."""
        section = self._section_at(start, section)
        names, values = _HALVES.split(label), _HALVES.split(self.document.text[start:end])
        halved = len(names) == len(values) == 2 and all(values) and any(map(attribute_of, names))
        cut = _HALVES.search(self.document.text, start, end) if halved else None
        parts = (
            ((names[0], start, cut.start()), (names[1], cut.end(), end)) if cut else ((label, start, end),)
        )
        for name, first, last in parts:
            pair = Pair(
                plain(name), attribute_of(name), label_role(name, section), first, last, line.number, section
            )
            self.pairs.append(pair)

    def _columns(self, line: Line) -> list[tuple[float, str]]:
        """Return left edge and role of each heading where two people stand side by side."""
        told = [
            (cell.left, role_of(self.document.text[cell.start : cell.end].lower())) for cell in line.cells
        ]
        headed = len(told) > 1 and _is_heading(self.document.text[line.start : line.end])
        return told if headed and all(role for _, role in told) else []

    def _section_at(self, start: int, section: str) -> str:
        """Return of whom the column at ``start`` speaks."""
        left = self.document.left_of(start)
        roles = [role for edge, role in self._split if edge <= left + _SLACK]
        return roles[-1] if roles else section

    def _label_of(self, cell: Cell) -> str:
        """Return the text of a cell when it is a label that the rules know, else ""."""
        label = _MARKED_ANY.sub("", self.document.text[cell.start : cell.end])
        return label if attribute_of(label) or _is_role(label) else ""

    def _is_table(self, line: Line) -> bool:
        """Whether a row begins with a known label and a value, its colon missing or misread."""
        return len(line.cells) > 1 and bool(self._label_of(line.cells[0]))

    def _add_table(self, line: Line, section: str, taken: list[tuple[int, int]]) -> None:
        """Add the pairs of a row whose colon is missing or misread."""
        for cell, value in pairwise(line.cells):
            label = self._label_of(cell)
            if not label or any(a <= cell.start - line.start < b for a, b in taken) or self._label_of(value):
                continue
            colon = _BENT_COLON.match(self.document.text, value.start, value.end)
            start = colon.end() if colon else value.start
            self._keep(label, start, value.end, line, section)

    def _goes_on(self, line: Line) -> bool:
        """Whether ``line`` stands under the value of the pair before it."""
        if not self.pairs:
            return False
        last = self.pairs[-1]
        if last.start >= last.end or self.document.lines[line.number - 1].number < self._last_line(last):
            return False
        left = self.document.left_of(last.start)
        near = abs(line.left - left) <= 2.5 and line.left > self.document.lines[last.line].left + 3
        return near and not line.fresh and line.number - self._last_line(last) == 1

    def _last_line(self, pair: Pair) -> int:
        return self.document.line_at(max(pair.start, pair.end - 1)).number

    def _extend(self, line: Line) -> None:
        if self._goes_on(line):
            last = self.pairs[-1]
            cell = line.cells[0]
            pieces = (*(last.pieces or ((last.start, last.end),)), (cell.start, cell.end))
            self.pairs[-1] = replace(last, end=cell.end, pieces=pieces)

    def of(self, attribute: str, *roles: str) -> list[Pair]:
        """Return the pairs with a value that ask for ``attribute`` of one of ``roles`` (any if none)."""
        return [
            pair
            for pair in self.pairs
            if pair.attribute == attribute and pair.start < pair.end and (not roles or pair.role in roles)
        ]

    def told(self, role: str) -> list[Pair]:
        """Return the pairs whose label is a person itself ("Korban : Ibu Jumi, 63 tahun")."""
        if not role:
            return []
        named = _role_pattern(role)
        mine = (pair for pair in self.pairs if not pair.attribute and pair.role == role)
        return [pair for pair in mine if pair.start < pair.end and named.fullmatch(pair.label)]
