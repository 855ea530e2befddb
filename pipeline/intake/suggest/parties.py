"""To whom a letter goes, which institution or person sends it, and by which channel it came."""

from __future__ import annotations

import re
from functools import cache

from pipeline.intake import rules
from pipeline.intake.suggest.document import Cell, Document
from pipeline.intake.suggest.labels import Labels, Pair
from pipeline.intake.suggest.names import DEGREE, bare, first_name, proper, same_person
from pipeline.intake.suggest.result import Found

_YTH = re.compile(r"(?:\bKepada\s+)?(?:\bYth\b[.,:]?|\bYang\s+[Tt]er?hormat\b,?)[ ]*", re.IGNORECASE)
_PLAINLY = re.compile(r"(?:Untuk|Kepada|Kpd\.?|Buat)\s*:?(?:\s+(?=[A-Z])|$)")
_ENDS = re.compile(
    r"^(?:di\b|c\.\s?[gqGQ]|cq\b|d\.a\.|dengan\s+hormat|salam|assalam|jl\b|jln\b|jalan\b|tabe|up\b|u\.p\.|hal\b|perihal|nomor|kami\b|saya\b|ulun\b|selamat\b|bersama\b|dengan\b)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:hormat\s+(?:saya|kami)|wassalam|salam(?:\s+hormat)?,?$|(?:yang\s+)?(?:melapor|pelapor|pengadu|membuat\s+pernyataan)|pemohon|pengirim)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(?:terima\s*kasih|tarima\s*kasih|memberkati|wassalam)", re.IGNORECASE)
_PHONE_TITLE = re.compile(
    r"\b(?:catatan|lembar|formulir|penerimaan)\b.{0,50}\b(?:telepon|telpon|telp)\b", re.IGNORECASE
)
_REFERS = re.compile(r"\b(?:formulir|lembar|surat)\s+(?:rujukan|pelaporan)\b", re.IGNORECASE)


def addressee(document: Document, labels: Labels) -> Found | None:
    """Return the addressee: the block after "Yth.", or the label of a form."""
    for line in document.lines[:40]:
        for cell in line.cells:
            found = _YTH.match(document.text, cell.start, cell.end) or _YTH.search(
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
        if block:
            return block
    return None


def _block(document: Document, cell: Cell, start: int) -> Found | None:
    """Return the addressee that begins at ``start`` and goes on in the cells below it."""
    begun = document.text[start : cell.end].strip()
    pieces = [(start, cell.end)] if begun else []
    left = document.left_of(start) if begun else cell.left
    for line in document.lines[cell.line + 1 : cell.line + 5]:
        near = [c for c in line.cells if cell.left - 3 <= c.left <= left + 12]
        if not near or (line.fresh and pieces):
            break
        below = near[-1]
        text = document.text[below.start : below.end].strip()
        if _ENDS.match(text) or ":" in text or re.match(r"^\d", text):
            break
        whole = pieces and re.search(r"(?:P2TP2A|PPA|P3A)$", document.value(*pieces[-1]))
        if whole and len(text.split()) <= 2 and not re.match(r"Kab|Kota|Prov", text, re.IGNORECASE):
            break  # the town on a row of its own
        pieces.append((below.start, below.end))
    if not pieces:
        return None
    text = document.joined(pieces).strip(" ,.;:")
    if len(text) < 4:
        return None
    certainty = 0.96 if len(pieces) == 1 else 0.92
    return Found(pieces[0][0], pieces[-1][1], proper(text), certainty, pieces=tuple(pieces))


@cache
def _leads() -> list[tuple[re.Pattern[str], int, str]]:
    leads = []
    for entry in rules.table("institutions")["institution"]:
        found = re.compile(rules.alternation(entry["lead"]) + r"(?=\s|\d|$)", re.IGNORECASE)
        leads.append((found, int(entry["rank"]), str(entry.get("short", ""))))
    return leads


def _rank(text: str) -> tuple[int, str]:
    """Return rank and normal form of a letterhead line; rank 0 when it names no institution."""
    best = (0, "", 0)
    for lead, rank, short in _leads():
        found = lead.match(text)
        if found and found.end() > best[2]:
            rest = text[found.end() :].strip()
            best = (rank if rest else 0, f"{short} {proper(rest)}" if short else proper(text), found.end())
    return best[0], best[1]


def _is(words: str, text: str) -> bool:
    return bool(rules.pattern(rules.table("institutions")["words"][words]).match(text))


def letterhead(document: Document) -> Found | None:
    """Return the sending institution from the lines above the first label or addressee."""
    best: tuple[int, Found] | None = None
    for line in document.lines[:9]:
        text = document.value(line.start, line.end).strip(" _-=")
        if (":" in text and not _is("address", text)) or _YTH.match(text) or line.start > 900:
            break
        if not text or _is("address", text) or _is("titles", text) or _is("own", text):
            continue
        letters = [c for c in text if c.isalpha()]
        if not letters or len(text) > 80 or text.rstrip(" ").endswith("."):
            continue
        rank, normal = _rank(text)
        head = sum(c.isupper() for c in letters) >= 0.6 * len(letters) or rank >= 5
        if rank > 1 and head and (best is None or rank >= best[0]):
            best = rank, Found(line.start, line.end, normal, 0.97)
    return best[1] if best else _capitals(document)


def _capitals(document: Document) -> Found | None:
    """Return a first line in capitals over a numbered letter: an institution the rules do not know."""
    first = document.lines[0]
    text = document.value(first.start, first.end).strip(" _-=")
    numbered = re.search(r"^[ ]*(?:Nomor|No\.?)\s*:", document.text[:600], re.MULTILINE)
    plain = _is("titles", text) or _is("own", text) or _is("address", text)
    if not numbered or plain or not text.isupper() or not 2 <= len(text.split()) <= 9 or ":" in text:
        return None
    return Found(first.start, first.end, proper(text), 0.75)


def office_signature(document: Document) -> Found | None:
    """Return the institution whose head signs, where no letterhead names it."""
    for line in document.lines[len(document.lines) // 2 :]:
        text = document.value(line.start, line.end).strip(" ,")
        found = re.match(
            r"(?:a\.n\.\s*)?(?:Kepala|Ketua|Pimpinan|Pengurus|Lurah|Camat)\s+", text, re.IGNORECASE
        )
        if found and not text.endswith(".") and line.left > 0.25 * document.breadth and len(text) < 60:
            rank, normal = _rank(text[found.end() :])
            if rank:
                return Found(line.start, line.end, normal, 0.8)
    return None


def signature(document: Document, signer: Found | None) -> Found | None:
    """Return the person who signs; the fuller of signature and opening when they agree."""
    found = _closing_name(document)
    if found is None:
        return signer
    if signer and same_person(found.normal, signer.normal):
        fuller = signer if len(signer.normal) >= len(found.normal) else found
        return Found(fuller.start, fuller.end, fuller.normal, 0.99)
    if signer:
        return Found(found.start, found.end, found.normal, 0.75, (signer.normal,))
    return found


def _closing_name(document: Document) -> Found | None:
    closing = None
    for line in document.lines[len(document.lines) // 3 :]:
        text = document.value(line.start, line.end)
        if _CLOSING.match(text):
            closing = line.number
    thanks = closing
    if closing is None:
        marks = [
            line.number for line in document.lines if _THANKS.search(document.text, line.start, line.end)
        ]
        thanks = marks[-1] if marks else None
    if thanks is None:
        return last_name(document)
    for line in document.lines[thanks + 1 :]:
        if _CLOSING.match(document.value(line.start, line.end)):
            continue
        named = first_name(document.text, line.cells[-1].start, line.end)
        if named and (closing is not None or line.left > 0.3 * document.breadth):
            degree = re.compile(DEGREE).match(document.text, named[1], line.end)
            end = degree.end() if degree else named[1]
            if document.text[end : line.end].strip(" .,"):
                continue
            return Found(named[0], end, bare(document.value(*named)), 0.93 if closing is not None else 0.85)
    return last_name(document)


def self_named(document: Document) -> Found | None:
    """Return the name with which a writer introduces herself in a sentence."""
    found = re.search(
        r"\b(?:nama\s+(?:saya|ulun|aku|unda)|saya\s+(?:yang\s+)?bernama|ngaran\s+ulun|perkenalkan,?\s+saya)\s*:?\s+(?=[A-Z])",
        document.text,
        re.IGNORECASE,
    )
    named = first_name(document.text, found.end()) if found else None
    return Found(named[0], named[1], bare(document.value(*named)), 0.9) if named else None


def name_in(document: Document, pair: Pair) -> Found | None:
    """Return the name with which the value of a label begins."""
    named = first_name(document.text, pair.start, pair.end)
    return Found(named[0], named[1], bare(document.value(*named)), 0.85) if named else None


def last_name(document: Document) -> Found | None:
    """Return a name that stands alone at the right of the last rows."""
    for line in reversed(document.lines[-4:]):
        cell = line.cells[-1]
        named = first_name(document.text, cell.start, cell.end)
        if named and named[1] == cell.end and cell.left > 0.4 * document.breadth:
            return Found(named[0], named[1], bare(document.value(*named)), 0.8)
    return None


def channel(document: Document, institution: Found | None) -> Found:
    """Return letter, phone or referral; a document always came in some way."""
    for line in document.lines[:6]:
        if _PHONE_TITLE.search(document.text, line.start, line.end):
            return Found(line.start, line.end, "phone", 0.99)
    asked = re.search(r"\b(?:nama|nomor)\s+penelepon\b", document.text, re.IGNORECASE)
    if asked:
        return Found(asked.start(), asked.end(), "phone", 0.93)
    if institution:
        return Found(institution.start, institution.end, "referral", 0.98)
    titled = _REFERS.search(document.text, 0, 600)
    if titled:
        return Found(titled.start(), titled.end(), "referral", 0.85)
    first = document.lines[0]
    return Found(first.start, first.end, "letter", 0.96)
