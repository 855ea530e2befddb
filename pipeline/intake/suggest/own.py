"""The writer who is the victim: the words that tell it, and what they tell of age and sex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.intake import rules
from pipeline.intake.suggest.document import Document
from pipeline.intake.suggest.result import Found
from pipeline.intake.suggest.traits import age_between
from pipeline.intake.suggest.violence import spoken, tells

_ME = r"(?:saya|sy|ulun|aku|unda)"
_PASSIVE_SELF = re.compile(
    rf"\b{_ME}\s+(?:(?:sering|selalu|telah|sudah|pernah|juga|rancak|lagi|kembali|hampir\s+setiap\s+hari)\s+)*(?:di(?!\s|beri\b|sini|hubungi|a\b)[a-z]{{4,}}|mengalami)",
    re.IGNORECASE,
)
_ACTIVE_ON_ME = re.compile(
    rf"\b(?:m[ae]|m|n)[a-z]{{4,}}\s+(?:[a-z]+\s+(?:dan\s+[a-z]+\s+)?)?{_ME}\b", re.IGNORECASE
)
_MY_PARTNER = re.compile(
    r"\b(?:suami|istri|isteri|laki|mantan\s+suami|pacar|mantan\s+pacar)\s*(?:saya|sy|ulun|ku|aku)\b",
    re.IGNORECASE,
)


@cache
def _accusing() -> re.Pattern[str]:
    """Return a pattern for "mengadukan atasan saya": who complains of hers complains for herself."""
    words = rules.alternation(
        word for entry in rules.table("relations")["relation"] for word in entry["words"]
    )
    return re.compile(
        rf"\bmengad(?:u|oe)kan\s+(?:perbuatan\s+|kelakuan\s+)?{words}\s+(?:saya|ulun)\b", re.IGNORECASE
    )


def own_age(document: Document) -> Found | None:
    """Return the age a writer tells of herself."""
    found = re.search(
        r"\b(?:umur|usia)\s+(?:saya|sy|ulun)\s+|\bsaya\s+(?:ber)(?:umur|usia)\s+|\bperkenalkan,?\s+saya\s+[\w .]{3,40},\s+(?=\d)",
        document.text,
        re.IGNORECASE,
    )
    return age_between(document, found.end(), found.end() + 14, 0.92) if found else None


def _suffered(document: Document) -> Iterator[re.Match[str]]:
    """Yield "saya dipukul", never "anak saya dipukul"."""
    for found in _PASSIVE_SELF.finditer(document.text):
        before = re.search(r"([\w-]+)\s+$", document.text[max(0, found.start() - 20) : found.start()])
        if before is None or not _whose().fullmatch(before[1]):
            yield found


@cache
def _whose() -> re.Pattern[str]:
    words = [word for entry in rules.table("relations")["relation"] for word in entry["words"]]
    more = ("anak", "murid", "siswa", "siswi", "warga", "pasien", "klien", "korban")
    return re.compile(rules.alternation([*words, *more]), re.IGNORECASE)


def _on_me(document: Document) -> re.Match[str] | None:
    """Return words of violence right before "saya" ("pegang pinggang saya"), unless they are a noun of hers."""
    mine = re.compile(rf"\s+{_ME}\b", re.IGNORECASE)
    for start, end in document.sentences:
        for _, (first, last) in spoken(document.text, start, end):
            found = mine.match(document.text, last)
            passive = document.text[first : first + 2].lower() == "di"
            if found and not passive:
                return found
    return None


def is_own_case(document: Document) -> Found | None:
    """Return the words by which the writer says that she herself is the victim."""
    told = (
        m
        for m in _ACTIVE_ON_ME.finditer(document.text)
        if tells(m[0]) and not _whose().fullmatch(m[0].split()[-2])
    )
    found = next(_suffered(document), None) or next(told, None)
    found = (
        found or _on_me(document) or _MY_PARTNER.search(document.text) or _accusing().search(document.text)
    )
    return Found(found.start(), found.end(), "korban_sendiri", 0.94) if found else None


def partner_sex(document: Document) -> Found | None:
    """Return the sex that follows from "suami saya" or "istri saya"."""
    found = _MY_PARTNER.search(document.text)
    if found is None:
        return None
    word = found[0].lower()
    if "suami" in word or word.startswith("laki"):
        return Found(found.start(), found.end(), "P", 0.85)
    return Found(found.start(), found.end(), "L", 0.85) if "istri" in word or "isteri" in word else None
