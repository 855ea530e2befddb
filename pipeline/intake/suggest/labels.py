"""Labels and values: "Nama : X", two pairs in a row, values over several rows.

Unknown labels end the value before them.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from pipeline.intake import rules
from pipeline.intake.suggest.document import Cell, Document, Line
from pipeline.intake.suggest.ticks import ticks

_MARKED = re.compile(r"^\s*(?:[IVXTN]{1,4}|[A-Z]|\d{1,2})[.)]\s+")
_MOST_WORDS = 6
_KEPT = 16  # a label is asked for again while its row is looked at; nothing of a letter is kept beyond
_SPACED = re.compile(r"(?:\w )+\w")
_SHORTENED = re.compile(r"\b(no|tgl|hub|kec)\.(?=[a-z])", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


@cache
def _attributes() -> dict[str, str]:
    return {word: name for name, words in rules.table("labels")["attributes"].items() for word in words}


@cache
def _questions() -> dict[str, tuple[str, str]]:
    return {
        word: (rule["attribute"], rule["role"])
        for rule in rules.table("labels")["question"]
        for word in rule["words"]
    }


@cache
def _heads() -> frozenset[str]:
    firsts = (re.match(r"[a-z]+", word) for word in (*_attributes(), "kelurahan", "kel", "desa", "jenis"))
    return frozenset(match[0] for match in firsts if match)


@cache
def role_pattern(role: str) -> re.Pattern[str]:
    """Finds the words of ``role``."""
    return rules.pattern(rules.table("labels")["roles"][role])


@cache
def _intro_pattern(role: str) -> re.Pattern[str]:
    return rules.pattern(rules.table("labels")["intros"][role])


@lru_cache(_KEPT)
def plain(label: str) -> str:
    """Lower case, single spaces, no stray marks."""
    if _SPACED.fullmatch(label.strip()):
        label = label.replace(" ", "")  # spaced out: N a m a
    label = _SHORTENED.sub(r"\1. ", label)
    return (
        _BLANKS.sub(" ", label.lower().replace("'", "")).replace(" /", "/").replace("/ ", "/").strip(" .,-?*")
        or label
    )


def attribute_of(label: str) -> str:
    """What a label asks for, or ""."""
    return asked_by(label) or _within(plain(label))


def asked_by(label: str) -> str:
    """Only where the label is in the rules."""
    table = _attributes()
    word = plain(label)
    if word in _questions():
        return _questions()[word][0]
    for form in (word, word + ".", word.replace("/", " / "), re.sub(r"\btgl\b\.?", "tanggal", word)):
        if form in table:
            return table[form]
    whose = r"\s+(?:korban|penyintas|klien|pelapor|terlapor|pelaku|penelepon|pasien|anak|siswa|ortu|orang tua|wali|ibu|ayah)$"
    for tail in (r"\s?\([^(]*\)$", whose, r"\s*/.*$"):
        if (shorter := re.sub(tail, "", word)) != word and shorter in table:
            return table[shorter]
    return ""


def _within(word: str) -> str:
    words = re.findall(r"[a-z]+", word)
    if not 2 <= len(words) <= _MOST_WORDS or words[0] not in _heads():
        return ""
    for attribute, known in rules.table("labels")["within"].items():
        if any(re.search(rf"\b{re.escape(term)}\b", word) for term in known):
            return str(attribute)
    return ""


def role_of(label: str) -> str:
    """Whom a label or heading names, or ""."""
    if plain(label) in _questions():
        return _questions()[plain(label)][1]
    for role in ("reported", "reporter", "victim", "guardian", "contact"):
        if role_pattern(role).search(label):
            return role
    return ""


def is_safe_label(label: str) -> bool:
    """As "Kontak aman"."""
    return _intro_pattern("safe").fullmatch(plain(label)) is not None


def is_role(label: str) -> bool:
    """Nothing but a role ("Terlapor")."""
    return any(role_pattern(role).fullmatch(plain(label)) for role in rules.table("labels")["roles"])


def label_role(label: str, section: str) -> str:
    """Whom it speaks of; "hubungan dengan korban" leaves the section."""
    if attribute_of(label) == "relation" and plain(label) not in _questions():
        return section
    return role_of(label) or section


def is_heading(line: str) -> bool:
    """In capitals, or numbered with a capital for each word."""
    letters = [c for c in line if c.isalpha()]
    upper = sum(c.isupper() for c in letters) >= 0.75 * len(letters) if letters else False
    bare = _MARKED.sub("", line)
    if line.istitle() and line.split(maxsplit=1)[0].lower() in rules.table("labels")["headings"]["leads"]:
        return True
    return len(line) <= 64 and bool(letters) and (upper or (bare != line and bare.istitle()))


def heading(line: str, before: str) -> str | None:
    """The section a line opens ("" speaks of nobody), None if none."""
    text = line.strip()
    if _intro_pattern("safe").search(text) and len(text) < 60:
        return "safe"
    title = rules.alternation(rules.table("institutions")["words"]["titles"]) + r"\b"
    if (is_heading(text) and not re.match(title, text.lower())) or is_role(text):
        return role_of(text.lower())
    return _opened(text) or _opened(before + " " + text) if text.endswith(":") else None


def _opened(text: str) -> str:
    # The one named last: "yang bertanda tangan … menerangkan bahwa:" tells of the victim
    last, opened = -1, ""
    for role in ("reporter", "reported", "victim"):
        for match in _intro_pattern(role).finditer(text):
            if match.end() > last:
                last, opened = match.end(), role
    return opened


MARKER = r"(?:(?:(?:[IVXTN]{1,4}|Cc|[A-Za-z]|\d{1,2})[.)]|[-–•*]|\d{1,2}(?=\s+[A-Z][a-z]))\s+)?"
_PAIR = re.compile(
    rf"(?:^|   |\n)[ ]*{MARKER}(?P<label>[A-Za-z](?:(?!   )[A-Za-z0-9/.,()'\- ]){{0,44}}?)\s*[—–]?\s*(?<!\d)1?[:;!=]+(?!//)[ ]*"
    r"(?P<value>(?:(?!   ).)*?)(?=[ ]*(?:   |$|\n))"
)
_MARKED_ANY = re.compile(
    r"^\s*(?:(?:[IVXTN]{1,4}|Cc|[A-Za-z]|\d{1,2})[.)]|[-–•*]|\d{1,2}(?=\s+[A-Z][a-z]))\s+"
)
_SLACK = 2.0
_NEAR = 3
_COLUMNS, _ASKED = 3, 2
_FEW = 4
_HALVES = re.compile(r"\s*/\s*")
_BENT_COLON = re.compile(r"[1lI|i!:;]\s+(?=\S)")


@dataclass(frozen=True)
class Pair:
    """``role`` is whom the label speaks of ("" if unknown); ``pieces`` are the rows of the value."""

    label: str
    attribute: str
    role: str
    start: int
    end: int
    line: int
    section: str = ""
    pieces: tuple[tuple[int, int], ...] = ()


class Labels:
    """All pairs, in order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.pairs: list[Pair] = []
        self._split: list[tuple[float, str]] = []
        self.sections: list[str] = []  # of whom each line speaks
        section, before = "", ""
        for line in document.lines:
            text = document.text[line.start : line.end]
            matches = [match for match in _PAIR.finditer(text) if match["value"].strip() or len(text) < 40]
            opened = heading(text, before) if not any(match["value"].strip() for match in matches) else None
            tabled = len(line.cells) > 1 and bool(self._label_of(line.cells[0]))
            if opened is not None or self._columns(line):
                self._split = self._columns(line)
            if opened is not None and not tabled:
                section = opened
            elif (
                not tabled
                and not matches
                and line.right - line.left > 0.6 * document.breadth
                and not self._goes_on(line)
                and not any(ticks(text))
            ):
                section = ""
            if matches and is_role(matches[0]["label"]):
                self._split = []
            for match in matches:
                start, end = match.span("value")
                self._keep(match["label"], line.start + start, line.start + end, line, section)
            self._add_table(line, section, [match.span() for match in matches])
            self._add_answer(line, section)
            self._add_row(line, section)
            if not tabled and (not matches or matches[0].start() != 0):
                self._extend(line)
            self.sections.append(section)
            before = text

    def _keep(self, label: str, start: int, end: int, line: Line, section: str) -> None:
        # "Kel. / Kec. : Bukit Asri / Jekan Hulu" makes two
        left = self.document.left_of(start)
        section = next((role for edge, role in reversed(self._split) if edge <= left + _SLACK), section)
        names, values = _HALVES.split(label), _HALVES.split(self.document.text[start:end])
        halved = len(names) == len(values) == 2 and all(values) and any(map(attribute_of, names))
        cut = _HALVES.search(self.document.text, start, end) if halved else None
        parts = (
            ((names[0], start, cut.start()), (names[1], cut.end(), end)) if cut else ((label, start, end),)
        )
        for name, first, last in parts:
            attribute, role = attribute_of(name), label_role(name, section)
            if attribute == "relation" and not role:
                near = (pair.role for pair in reversed(self.pairs) if line.number - pair.line <= _NEAR)
                role = next((role for role in near if role in ("reporter", "reported")), "")
            if attribute in ("age", "sex", "birth") and not role:
                role = self._role_beside(line.number)
            self.pairs.append(Pair(plain(name), attribute, role, first, last, line.number, section))

    def _role_beside(self, number: int) -> str:
        # "Pasien : Ani Umur : 19", or a row under a name
        beside = next((p.role for p in self.pairs if p.line == number and is_role(p.label)), "")
        named = [
            p.role for p in self.pairs if 0 < number - p.line <= _NEAR and p.attribute == "name" and p.role
        ]
        return beside or (named[-1] if named else "")

    def _columns(self, line: Line) -> list[tuple[float, str]]:
        # Left edge and role of each heading where two people stand side by side
        columns = [
            (cell.left, role_of(self.document.text[cell.start : cell.end].lower())) for cell in line.cells
        ]
        headed = len(columns) > 1 and is_heading(self.document.text[line.start : line.end])
        return columns if headed and all(role for _, role in columns) else []

    def _label_of(self, cell: Cell) -> str:
        label = _MARKED_ANY.sub("", self.document.text[cell.start : cell.end])
        return label if attribute_of(label) or is_role(label) else ""

    def _add_table(self, line: Line, section: str, taken: list[tuple[int, int]]) -> None:
        # Colon missing or misread
        for cell, value in pairwise(line.cells):
            label = self._label_of(cell)
            if not label or any(a <= cell.start - line.start < b for a, b in taken) or self._label_of(value):
                continue
            colon = _BENT_COLON.match(self.document.text, value.start, value.end)
            start = colon.end() if colon else value.start
            self._keep(label, start, value.end, line, section)

    def _add_answer(self, line: Line, section: str) -> None:
        # A label alone in its row, its value in the row below
        below = self.document.lines[line.number + 1 : line.number + 2]
        label = _MARKED_ANY.sub("", self.document.text[line.start : line.end])
        if len(line.cells) != 1 or not below or not (asked_by(label) or is_safe_label(label)):
            return
        value = below[0]
        text = self.document.text[value.start : value.end]
        if value.fresh or len(value.cells) != 1 or ":" in text or self._label_of(value.cells[0]):
            return
        self._keep(label, value.start, value.end, line, section)

    def _add_row(self, line: Line, section: str) -> None:
        # A table under the labels of its columns ("Nama L/P Umur")
        asked = [asked_by(self.document.text[cell.start : cell.end]) for cell in line.cells]
        below = self.document.lines[line.number + 1 : line.number + 2]
        if (
            len(line.cells) < _COLUMNS
            or "name" not in asked
            or len({*asked} - {"", "number"}) < _ASKED
            or not below
        ):
            return
        for cell, attribute in zip(line.cells, asked, strict=True):
            value = [other for other in below[0].cells if abs(other.left - cell.left) <= _SLACK]
            if attribute and attribute != "number" and value:
                label = self.document.text[cell.start : cell.end]
                self._keep(label, value[0].start, value[0].end, below[0], section)

    def _goes_on(self, line: Line) -> bool:
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
        """Has a value for ``attribute`` of one of ``roles`` (none: any)."""
        return [
            pair
            for pair in self.pairs
            if pair.attribute == attribute and pair.start < pair.end and (not roles or pair.role in roles)
        ]

    def about(self, role: str) -> list[Pair]:
        """Short labels about ``role`` that ask for nothing known."""
        named = role_pattern(role)
        mine = (pair for pair in self.pairs if not pair.attribute and pair.start < pair.end)
        return [p for p in mine if len(p.label.split()) <= _FEW and named.search(p.label)]

    def persons(self, role: str) -> list[Pair]:
        """Labels that are a person ("Korban : Ibu Jumi, 63 tahun")."""
        if not role:
            return []
        named = role_pattern(role)
        mine = (pair for pair in self.pairs if not pair.attribute and pair.role == role)
        return [pair for pair in mine if pair.start < pair.end and named.fullmatch(pair.label)]
