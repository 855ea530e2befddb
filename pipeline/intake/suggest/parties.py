"""Which institution or person sends a letter, and by which channel it came."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.intake import rules
from pipeline.intake.suggest.dates import dates, tells_day
from pipeline.intake.suggest.document import Cell, Document, Found
from pipeline.intake.suggest.labels import Labels
from pipeline.intake.suggest.names import proper

# the sub-district behind the name of a village or school
_WITHIN = re.compile(r"(?<=\w),?\s+(?:-\s+)?Kec(?:amatan\b|\.).*$", re.IGNORECASE)
_OWN_RANK, _LEAST_RANK, _NAMES = 6, 1, 6
_NO_SENDERS = ("address", "titles", "own")
_PHONE_TITLE = re.compile(
    r"\b(?:catatan|lembar|formulir|penerimaan)\b.{0,50}\b(?:telepon|telpon|telp)\b", re.IGNORECASE
)
_REFERS = re.compile(r"\b(?:formulir|lembar|surat)\s+(?:rujukan|pelaporan)\b", re.IGNORECASE)


@cache
def _leads() -> list[tuple[re.Pattern[str], int, str]]:
    entries = rules.table("institutions")["institution"]
    forms = (rules.alternation(entry["lead"]) + r"(?=\s|\d|$)" for entry in entries)
    return [
        (re.compile(form, re.IGNORECASE), int(entry["rank"]), str(entry.get("short", "")))
        for form, entry in zip(forms, entries, strict=True)
    ]


def _rank(text: str, more: tuple[str, ...] = ()) -> tuple[int, str]:
    if more and re.match(rules.alternation(more) + r"\b", text, re.IGNORECASE):
        return _OWN_RANK, proper(text)
    best = (0, "", 0)
    for lead, rank, short in _leads():
        if (match := lead.match(text)) and match.end() > best[2]:
            rest = text[match.end() :].strip()
            best = (rank if rest else 0, f"{short} {proper(rest)}" if short else proper(text), match.end())
    return best[0], _WITHIN.sub("", best[1])


def _is(words: str, text: str) -> bool:
    return bool(rules.pattern(rules.table("institutions")["words"][words]).match(text))


def letterhead(document: Document, more: Sequence[str] = ()) -> Found | None:
    """Above the first label or addressee; ``more`` first words are the office's."""
    best: tuple[int, Found] | None = None
    names = 0
    for line in document.lines[:9]:
        text = document.value(line.start, line.end).strip(" _-=")
        if (":" in text and not _is("address", text)) or YTH.match(text) or line.start > 900:
            break
        for cell in line.cells:
            ranked = _ranked(document, cell, tuple(more))
            names += ranked is not None and ranked[0] >= _NAMES
            if ranked and ranked[0] > 1 and (best is None or ranked[0] >= best[0]):
                best = ranked
    above = _named_above(document, best[1]) if best else None
    if best and (names > 1 or not document.value(best[1].start, best[1].end).isupper()):
        best = best[0], replace(best[1], certainty=0.88)
    return above or (best[1] if best else _capitals(document))


def _named_above(document: Document, office: Found) -> Found | None:
    # A name in capitals on the first row, where the row found only describes it in small letters
    cell = document.lines[0].cells[0]
    text = document.value(cell.start, cell.end).strip(" _-=")
    small = not document.value(office.start, office.end).isupper()
    if (
        not small
        or not text.isupper()
        or office.start <= cell.start
        or any(map(_is, _NO_SENDERS, [text] * 3))
        or _is_place_of_day(document, cell)
    ):
        return None
    named = 2 <= len(text.split()) <= 9 and not _is("region", text)
    return Found(cell.start, cell.end, proper(text), 0.78) if named else None


def _ranked(document: Document, cell: Cell, more: tuple[str, ...]) -> tuple[int, Found] | None:
    # A bare lead word takes the next row
    pieces = [(cell.start, cell.end)]
    text = document.value(cell.start, cell.end).strip(" _-=")
    below = document.lines[cell.line + 1] if cell.line + 1 < len(document.lines) else None
    if below and text and any(lead.fullmatch(text) for lead, _, _ in _leads()):
        pieces.append((below.cells[0].start, below.cells[0].end))
        text = document.joined(pieces).strip(" _-=")
    letters = [c for c in text if c.isalpha()]
    if (
        not letters
        or len(text) > 80
        or is_dated(document, cell)
        or _is_place_of_day(document, cell)
        or (text.endswith(".") and len(pieces) == 1)
        or any(map(_is, _NO_SENDERS, [text] * 3))
    ):
        return None
    rank, normal = _rank(text, more)
    if sum(c.isupper() for c in letters) < 0.6 * len(letters) and rank < 5:
        return None
    return rank, Found(cell.start, pieces[-1][1], normal, 0.97, pieces=tuple(pieces))


def _is_place_of_day(document: Document, cell: Cell) -> bool:
    # Never who sends it. The day may stand in a column behind the comma, or behind a village's name
    text = document.value(cell.start, cell.end)
    if tells_day(text):
        return True
    behind = next((other for other in document.lines[cell.line].cells if other.start > cell.start), None)
    if behind is None or not tells_day(document.value(behind.start, behind.end)):
        return False
    return text.endswith((",", ";")) or (_is("village", text) and not text.isupper())


def _capitals(document: Document) -> Found | None:
    # An institution the rules do not know: capitals over a numbered letter
    if not re.search(
        r"(?:^|   )[ ]*(?:Nomor|No\b\.?|Hal|Perihal|Lampiran|Lamp\b\.?)\s*:?",
        document.text[:700],
        re.MULTILINE,
    ):
        return None
    best = None
    for line in document.lines[:5]:
        text = document.value(line.cells[0].start, line.cells[0].end).strip(" _-=")
        if not text.isupper() or any(map(_is, _NO_SENDERS, [text] * 3)) or ":" in text:
            break
        if _is_place_of_day(document, line.cells[0]):
            continue
        if 2 <= len(text.split()) <= 9 and not _is("region", text):
            best = Found(line.cells[0].start, line.cells[0].end, proper(text), 0.75)
    return best


_WE_ARE = re.compile(
    r"\b[Kk]ami(?:\s+(?:pengurus|staf|petugas|konselor))?\s+dari\s+((?:[A-Z][\w.]*\s+){1,5}[A-Z][\w.]*)"
)


def office_from(document: Document, labels: Labels) -> Found | None:
    """By a label ("Dari : Unit PPA Polres …")."""
    for pair in labels.of("from"):
        text = document.value(pair.start, pair.end)
        if not _is("own", text) and any(
            lead.search(text) and rank > _LEAST_RANK for lead, rank, _ in _searched()
        ):
            return Found(pair.start, pair.end, proper(text), 0.88)
    for match in _WE_ARE.finditer(document.text, 0, 1500):
        if any(lead.match(match[1]) and rank > _LEAST_RANK for lead, rank, _ in _leads()):
            return Found(*match.span(1), proper(document.value(*match.span(1))), 0.82)
    return None


@cache
def _searched() -> list[tuple[re.Pattern[str], int, str]]:
    return [
        (re.compile(rf"(?<!\w){lead.pattern}", re.IGNORECASE), rank, short) for lead, rank, short in _leads()
    ]


def office_signature(document: Document) -> Found | None:
    """The institution whose head signs, without a letterhead."""
    for line in document.lines[len(document.lines) // 2 :]:
        text = document.value(line.start, line.end).strip(" ,")
        match = re.match(
            r"(?:a\.n\.\s*)?(?:Kepala|Ketua|Pimpinan|Pengurus|Lurah|Camat)\s+", text, re.IGNORECASE
        )
        if match and not text.endswith(".") and line.left > 0.25 * document.breadth and len(text) < 60:
            rank, normal = _rank(text[match.end() :])
            if rank:
                return Found(line.start, line.end, normal, 0.8)
    return None


# seldom in the head of a citizen's letter: it may have come from an office, or by telephone
_OFFICIAL = re.compile(
    r"^\s*(?:Nomor|No\.|Lampiran|Dari|Penerima)\s*:|\b(?:UPTD?|telepon|telpon)\b.{0,30}\n",
    re.MULTILINE | re.IGNORECASE,
)


def channel(document: Document, institution: Found | None) -> Found:
    """Letter, phone or referral; there is always one."""
    for line in document.lines[:6]:
        if _PHONE_TITLE.search(document.text, line.start, line.end):
            return Found(line.start, line.end, "phone", 0.99)
    if asked := re.search(r"\b(?:nama|nomor)\s+penelepon\b", document.text, re.IGNORECASE):
        return Found(*asked.span(), "phone", 0.93)
    if institution:
        return Found(institution.start, institution.end, "referral", 0.98)
    if titled := _REFERS.search(document.text, 0, 600):
        return Found(*titled.span(), "referral", 0.85)
    first = document.lines[0]
    return Found(first.start, first.end, "letter", 0.85 if _OFFICIAL.search(document.text, 0, 700) else 0.96)


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
    """To whom the letter is sent."""
    for line in document.lines[:40]:
        for cell in line.cells:
            match = YTH.match(document.text, cell.start, cell.end) or YTH.search(
                document.text, cell.start, min(cell.end, cell.start + 24)
            )
            if match and (block := _block(document, cell, match.end())):
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
        if (match := _HONOURED.match(document.value(line.start, line.end))) and _names_us(match[1]):
            return Found(line.cells[0].start, line.end, proper(re.sub(r"\s+yang$", "", match[1])), 0.85)
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
    """A column ends with a letter's day, or a dated label."""
    text = document.text[cell.start : cell.end]
    return any(not text[dated.end :].strip(" .,") for dated in dates(text))
