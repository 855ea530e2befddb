"""To whom a letter goes: the block after "Yth.", the label of a form, or the office a sentence asks."""

import re

from pipeline.intake import rules
from pipeline.intake.suggest.dates import dates
from pipeline.intake.suggest.document import Cell, Document
from pipeline.intake.suggest.labels import Labels
from pipeline.intake.suggest.names import proper
from pipeline.intake.suggest.result import Found

# how the addressee begins
YTH = re.compile(r"(?:\b[Kk][ae]pada\s+)?(?:\b[YJ]th\b[.,:]?|\bYang\s+[Tt]er?hormat\b,?)[ ]*", re.IGNORECASE)
_PLAINLY = re.compile(r"(?:Untuk|Kepada|Kpd\.?|Buat)\s*:?(?:\s+(?=[A-Z])|$)", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:mo?hon|memohon|meminta|disampaikan|sampaikan|ditujukan)\s+kepada\s+(?=(?:[A-Z][\w/.]*\s+){0,2}(?:Ketua|Kepala|Pimpinan)\b)"
)
_OFFICE_NAME = re.compile(r"(?<!\w)(?:(?:[A-Z][\w./]*|dan)\s+){1,9}(?=[a-z])")
_ENDS = re.compile(
    r"^(?:d[i1l]\b|c\.\s?[gqGQ]|c[qg]\b|d\.a\.|dengan\s+hormat|salam|assalam|huang\b|jl\b|jln\b|jalan\b|tabe|up\b|u\.p\.|hal\b|perihal|nomor|kami\b|saya\b|ulun\b|selamat\b|bersama\b|dengan\b)",
    re.IGNORECASE,
)
_FEW, _NEAR = 3, 10


def addressee(document: Document, labels: Labels) -> Found | None:
    """Return the addressee."""
    for line in document.lines[:40]:
        for cell in line.cells:
            found = YTH.match(document.text, cell.start, cell.end) or YTH.search(
                document.text, cell.start, min(cell.end, cell.start + 24)
            )
            if found:
                block = _block(document, cell, found.end())
                if block:
                    return block
    for pair in labels.of("to"):
        text = document.value(pair.start, pair.end)
        if pair.line < 15 and len(text) > 3 and "@" not in text:
            return Found(pair.start, pair.end, proper(text), 0.95)
    for line in document.lines[:12]:
        plainly = _PLAINLY.match(document.text, line.start, line.end)
        block = _block(document, line.cells[0], plainly.end()) if plainly else None
        if block and (block.normal[0].isupper() or _names_us(block.normal)):
            return block
    return _honoured(document) or _in_sentence(document)


_HONOURED = re.compile(
    r"((?:(?:Ibu|Bapak|Saudara|Kakak)(?:/(?:Ibu|Bapak))?\s+)?[A-Z][\w/ -]{3,50}?),?\s+(?:yang\s+)?(?:saya|kami)?\s*(?:ter)?hormati?,?$"
)


def _honoured(document: Document) -> Found | None:
    # "Ibu Kepala UPTD PPA yang terhormat,"
    for line in document.lines[:12]:
        found = _HONOURED.match(document.value(line.start, line.end))
        if found and _names_us(found[1]):
            return Found(line.cells[0].start, line.end, proper(re.sub(r"\s+yang$", "", found[1])), 0.85)
    return None


def _names_us(text: str) -> bool:
    return bool(rules.pattern(rules.table("institutions")["words"]["own"]).search(text))


def _in_sentence(document: Document) -> Found | None:
    # "kami mohon kepada Kepala UPTD PPA … kiranya"
    for asked in _ASKED.finditer(document.text):
        office = _OFFICE_NAME.match(document.text, asked.end())
        text = document.value(asked.end(), office.end()) if office else ""
        if office and _names_us(text):
            return Found(asked.end(), office.end(), proper(text), 0.88)
    return None


def _block(document: Document, cell: Cell, start: int) -> Found | None:
    begun = document.text[start : cell.end].strip()
    pieces = [(start, cell.end)] if begun else []
    left = document.left_of(start) if begun else cell.left
    beside = [c for c in document.lines[cell.line].cells if 0 < c.left - cell.right < _NEAR]
    if not begun and beside:
        pieces, left = [(beside[0].start, beside[0].end)], beside[0].left
    for line in document.lines[cell.line + 1 : cell.line + 5]:
        near = [c for c in line.cells if cell.left - 3 <= c.left <= left + 12]
        if not near or (line.fresh and pieces):
            break
        below = near[-1]
        text = document.text[below.start : below.end].strip()
        if (
            _ENDS.match(text)
            or ":" in text
            or re.match(r"^\d", text)
            or is_dated(document, below)
            or (text.endswith(".") and len(text.split()) > _FEW and text.split()[1].islower())
        ):
            break
        whole = pieces and re.search(r"(?:P2TP2A|PPA|P3A)$", document.value(*pieces[-1]))
        if whole and len(text.split()) <= 2 and not re.match(r"Kab|Kota|Prov", text, re.IGNORECASE):
            break  # the town on a row of its own
        pieces.append((below.start, below.end))
    if not pieces:
        return None
    text = re.sub(
        r"\s+[dD][i1l](?:\s+tempat)?$", "", document.joined(pieces).strip(" ,.;:-"), flags=re.IGNORECASE
    )
    if len(text) < 4:
        return None
    certainty = (0.96 if len(pieces) == 1 else 0.92) if _names_us(text) and len(pieces) <= _FEW else 0.88
    return Found(pieces[0][0], pieces[-1][1], proper(text), certainty, pieces=tuple(pieces))


def is_dated(document: Document, cell: Cell) -> bool:
    """Tell whether a column ends with a day: that of the letter, or a label with one."""
    text = document.text[cell.start : cell.end]
    return any(not text[dated.end :].strip(" .,") for dated in dates(text))
