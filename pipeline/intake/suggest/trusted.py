"""The person of trust through whom she asks to be reached, by a label or in a sentence.

A sentence names such a person where it speaks of reaching her and it, or the one beside it, tells why or how
carefully ("jangan ke rumah", "HP dipegang suami"). A person who only gives further information is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.intake import rules
from pipeline.intake.suggest.document import Document
from pipeline.intake.suggest.label_words import is_safe_label
from pipeline.intake.suggest.labels import Labels, Pair
from pipeline.intake.suggest.names import DEGREE, TITLE, bare, first_name, same_person
from pipeline.intake.suggest.reach import is_place, reach, tells_time
from pipeline.intake.suggest.result import Found

_SAFE = re.compile(
    r"\b(?:jangan\s+(?:di)?(?:kirim|alamat|antar)|dititip|titip|surat\s+(?:balasan|jawaban)|balasan|demi\s+keamanan|kirim(?:kan)?\s+saja|takut\s+kalau\s+surat|alamat\s+(?:yang\s+)?aman|lebih\s+(?:nyaman|aman)|kontak\s+aman|dialamatkan|balas\s+(?:lewat|melalui|ke)|segala\s+surat|surat[\s-]+menyurat|bila\s+(?:hendak|ingin|mau|perlu)\s|(?:telepon|hubungi|bicara)\s+(?:lewat|melalui)|(?:lewat|melalui)\s+(?:kami|saya)\s+saja)",
    re.IGNORECASE,
)
_VIA = re.compile(
    rf"(?:kepada|lewat|melalui|alamat(?:kan)?\s+(?:ke|kepada)|\bke\b|\bu\.p\.|\ba\.n\.|\bd/a\b|\bd\.a\.|atas\s+nama|titip(?:kan)?\s+(?:pada|sama)|pendamping\s+kami,)\s+(?:(?!saya\b|ke\b)[a-z]+\s+){{0,3}}(?:saya|kami|ulun)?(?:\s+saja)?,?\s*(?:(?:yaitu|bernama)\s+)?(?:(?:Ibu|Bapak|Bu|Pak)\s+[a-z]+\s+)?(?=(?:{TITLE}\s+)?[A-Z])"
)
_LEAD = re.compile(
    r"\b(?:lewat|melalui|via|kepada|pada|ke|di\s+rumah|sama|dengan|(?:meng)?hubungi(?:lah)?|temui(?:lah)?|menemui|telepon(?:lah)?|kabari|dihubungi(?:\s+(?:hanya|cuma|ialah|adalah|yaitu|yakni))*|ialah|adalah|yaitu|hanya|nomor)\b\s*:?",
    re.IGNORECASE,
)
_WEAK = re.compile(r"(?:di\s+rumah|kepada|pada|ke|sama|dengan|ialah|adalah|yaitu|hanya)\b", re.IGNORECASE)
"""Leads that speak of reaching only behind a word that does."""
_OFFICIAL = re.compile(
    r"(?:Ketua|Kepala|Bidan\s+Desa|Sekretaris|Pengurus|Camat|Lurah|Pak\s+RT|Bu\s+RT|Ibu\s+RT|Bapak\s+RT)\b[^,.;()\n]*(?:\n[^,.;()\n]*)?(?=[,(])"
)
_BETWEEN = re.compile(r"(?:[a-z][\w'’/-]*\.?|[,(:\"“]|\s+)+")
_FORBIDDEN = re.compile(r"\b(?:jangan|jgn|tidak\s+boleh|tanpa|dilarang)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
_FARTHEST = 80
_BEFORE = 70


@cache
def _words(name: str) -> re.Pattern[str]:
    return rules.pattern(rules.table("contact")["trusted"][name])


def safe_contact(document: Document, labels: Labels, others: Sequence[str] = ()) -> Found | None:
    """Return the person through whom she asks to be reached: name in ``normal``, in the value also the way.

    The way is what the letter tells of address, telephone and hours, as far as it goes. ``others`` are the
    names of victim and writer, who are never their own persons of trust.
    """
    for pair in labels.of("name"):
        named = first_name(document.text, pair.start, pair.end) if pair.section == "safe" else None
        if named:
            pieces = ((named[0], pair.end), *_on_the_form(document, labels, pair))
            return _found(document, named, pieces, 0.95)
    for pair in labels.pairs:
        named = _name_after(document, pair.start, pair.end, others) if is_safe_label(pair.label) else None
        if named:
            return _with_way(document, named, 0.9)
    sentences = document.sentences
    for index, (start, end) in enumerate(sentences):
        if not _SAFE.search(document.text, start, end):
            continue
        for first, last in (sentences[index], *sentences[index + 1 : index + 2]):
            found = _via(document, first, last)
            if found:
                return found
    return _told(document, others)


def _told(document: Document, others: Sequence[str]) -> Found | None:
    """Return the person whom a sentence about reaching her names, and why not herself."""
    sentences = document.sentences
    for index, (start, end) in enumerate(sentences):
        text = document.text[start:end]
        if not _words("calling").search(text) or _words("information").search(text):
            continue
        first, last = sentences[max(0, index - 1)][0], sentences[min(index + 1, len(sentences) - 1)][1]
        if not (_words("herself").search(text) or _words("guard").search(document.text, first, last)):
            continue
        for lead in _LEAD.finditer(document.text, start, end):
            before = document.text[max(start, lead.start() - _BEFORE) : lead.start()]
            if _FORBIDDEN.search(before) or (_WEAK.match(lead[0]) and not _words("calling").search(before)):
                continue
            named = _name_after(document, lead.end(), end, others)
            if named:
                return _with_way(document, named, 0.82)
    return None


def _name_after(document: Document, start: int, end: int, others: Sequence[str]) -> tuple[int, int] | None:
    """Return the name that follows, behind words of kinship ("kakak saya, Agnes") or an office ("Ketua RT, Ibu Rut")."""
    text, position = document.text, start
    while position < min(end, start + _FARTHEST):
        between = _BETWEEN.match(text, position, end)
        if between and _words("elsewhere").search(between[0]):
            return None
        position = between.end() if between else position
        official = _OFFICIAL.match(text, position, end)
        if official:
            position = official.end()
            continue
        named = first_name(text, position, end)
        if named is None or _no_person(text, named, start):
            return None
        name = document.value(*named)
        return None if any(same_person(name, other) for other in others) else named
    return None


_NO_PERSON = re.compile(
    r"(?:(?:Ibu|Bapak|Pak|Bu)\s+)?(?:Ibu/Bapak|Bapak/Ibu|Camat|Lurah|Bupati|Kapol(?:res|sek)|Pimpinan|Ketua|Kepala|P2TP2A|UPTD?|Dinas|Pol(?:res|sek)|Puskesmas|Kantor|Jawaban|Kabar|WA|HP|SMS|Telepon|Telp|Nomor|No)\b"
)


def _no_person(text: str, named: tuple[int, int], start: int) -> bool:
    """Whether capitals name a place, an office or a village."""
    placed = re.search(r"([\w/.]+)\s+$", text[max(start, named[0] - 20) : named[0]])
    return bool(
        _NO_PERSON.match(text, named[0])
        or is_place(text[slice(*named)].split(maxsplit=1)[0])
        or (placed and (is_place(placed[1]) or placed[1].lower() in ("di", "dari")))
    )


def _on_the_form(document: Document, labels: Labels, named: Pair) -> Iterator[tuple[int, int]]:
    """Yield what the other labels of a block about the safe contact tell."""
    for pair in labels.pairs:
        if pair.section == "safe" and pair.line > named.line and pair.start < pair.end:
            told = pair.attribute in ("address", "phone", "district") or tells_time(
                document.text, pair.start, pair.end
            )
            if told:
                yield pair.start, pair.end


def _via(document: Document, start: int, end: int) -> Found | None:
    for found in _VIA.finditer(document.text, start, end):
        named = first_name(document.text, found.end(), end)
        if named is None or _no_person(document.text, named, named[0]):
            continue
        return _with_way(document, named, 0.85)
    return None


def _with_way(document: Document, named: tuple[int, int], certainty: float) -> Found:
    degree = re.compile(DEGREE).match(document.text, named[1])
    last = degree.end() if degree else named[1]
    way = ((one.start, one.end) for one in reach(document, last))
    return _found(document, named, ((named[0], last), *way), certainty)


def _found(
    document: Document, named: tuple[int, int], pieces: tuple[tuple[int, int], ...], certainty: float
) -> Found:
    normal = bare(document.value(*named))
    return Found(named[0], pieces[0][1], normal, certainty, pieces=pieces, joint=", ")
