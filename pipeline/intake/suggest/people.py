"""The victim and the reporter: who they are, how old, of which sex."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pipeline.intake.suggest.document import Document
from pipeline.intake.suggest.labels import Labels, Pair
from pipeline.intake.suggest.names import bare, first_name
from pipeline.intake.suggest.result import Found
from pipeline.intake.suggest.traits import age as labelled_age
from pipeline.intake.suggest.traits import age_between, sex_between, sex_of_name
from pipeline.intake.suggest.traits import sex as labelled_sex
from pipeline.intake.suggest.violence import tells

_OF_VICTIM = r"(?:anak|korban|murid|siswi|siswa|peserta\s+didik|klien|kemenakan|keponakan|kamanakan|teman|tetangga|pasien|adik|cucu|warga|perempuan|wanita|seorang|kakak)"
_OF_REPORTED = re.compile(
    r"\b(?:terlapor|pelaku|tersangka|terduga|oleh|suami|pacar|majikan|kelas\s+IX)\b", re.IGNORECASE
)
_NAMED = re.compile(
    r"\b(?:(?:yang\s+)?(?:bernama|namanya|ngarannya|dipanggil|(?:ber|dengan\s+)inisial|inisial)\s+|klien\s+kami,?\s+(?=Sdr|[A-Z])|"
    r"(?:ayah|ibu|orang\s+tua|bapak|wali|bibi|paman)(?:\s+kandung\s+(?:dari\s+)?|\s+dari\s+)(?=[A-Z])|saksi\s+korban:?\s+(?=[A-Z])|"
    r"\b(?:anak|kakak|adik|cucu|kemenakan|keponakan|sepupu|menantu|murid|siswi|siswa|tetangga|teman|ibu|bibi)(?:\s+(?:kandung|perempuan|laki-laki|ipar))?\s+(?:saya|kami|ulun),?\s+(?=[A-Z]))",
)
_WITH_AGE = re.compile(
    r",?\s*\(?(?:(?:ber)?(?:umur|usia)\s+)?\d{1,2}\s*(?:tahun|thn?)\b|,\s+(?:perempuan|laki)", re.IGNORECASE
)
_ACCUSED = re.compile(
    r"\b(?:mengad(?:u|oe)kan|perbuatan|kelakuan|tindakan)\s+(?:(?!bahwa|keadaan|kekerasan|kejadian|peristiwa|kasus|nasib|terhadap|tentang|mengenai|menimpa|dialami)[^.,]){0,30}$"
)
"""Whom a letter complains of; a victim who is only reported as such ("melaporkan bahwa") is told by a clause."""
_CALLED_ON = re.compile(
    r"\b(?:lewat|melalui|kepada|alamat|rumah|ke|titip\w*|dititip\w*|kirim\w*|pada|hubungi)\s+[^.]{0,24}$"
)
_SUFFERS = re.compile(r"\b(?:terhadap|kepada)\s+\w+nya\s+(?:yang\s+)?(?:bernama\s+)?$")
_PASSIVE_SELF = re.compile(
    r"\b(?:saya|ulun|aku|unda)\s+(?:(?:sering|selalu|telah|sudah|pernah|juga|rancak|lagi|kembali|hampir\s+setiap\s+hari)\s+)*(?:di(?!\s|beri\b|sini|hubungi|a\b)[a-z]{4,}|mengalami)",
    re.IGNORECASE,
)
_ACTIVE_ON_ME = re.compile(r"\bm[ae][a-z]{4,}\s+(?:saya|ulun|aku)\b", re.IGNORECASE)
_MY_PARTNER = re.compile(
    r"\b(?:suami|istri|isteri|laki|mantan\s+suami|pacar|mantan\s+pacar)\s*(?:saya|ulun|ku|aku)\b",
    re.IGNORECASE,
)


_ME_BEFORE = re.compile(r"(?:saya|ulun)\b", re.IGNORECASE)


_AGED = re.compile(r"\b(?:(?:ber)?(?:umur|usia)(?:nya)?|kira\s?-\s?kira)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Person:
    """What is said of one person; each part may be missing. ``where`` bounds the words about her."""

    name: Found | None = None
    age: Found | None = None
    sex: Found | None = None
    where: tuple[int, int] | None = None


def accused(document: Document, end: int) -> bool:
    """Whether the words up to ``end`` name the person of whom the letter complains."""
    start = max(document.sentence(end - 1)[0], end - 90)
    return _ACCUSED.search(document.text[start:end]) is not None


def _named(document: Document, pair: Pair, certainty: float) -> Found | None:
    named = first_name(document.text, pair.start, pair.end)
    if named is None:
        return None
    rest = document.text[named[1] : pair.end].strip()
    if rest and rest[0] not in ",(;.-":
        certainty *= 0.9
    return Found(named[0], named[1], bare(document.value(*named)), certainty)


def from_labels(document: Document, labels: Labels, role: str, when: date | None) -> Person:
    """Return what labels and forms say of the person in ``role``."""
    names = [n for p in labels.of("name", role) if (n := _named(document, p, 0.98))]
    name = names[0] if names else None
    where = (name.start, name.end) if name else None
    age = labelled_age(document, labels, (role,), when)
    sex = labelled_sex(document, labels, (role,), name)
    for pair in labels.told(role):
        told = _named(document, pair, 0.96)
        if name is None:
            name, where = told, (pair.start, pair.end)
        if told is None and role != "victim":
            continue
        end = (
            max(pair.end, document.sentence(pair.start)[1])
            if pair.end == document.line_at(pair.start).end
            else pair.end
        )
        age = age or age_between(document, pair.start, end, 0.92)
        sex = sex or sex_between(document, pair.start, pair.end, 0.93)
    return Person(name, age, sex or (sex_of_name(document, name) if name else None), where)


def from_sentences(document: Document) -> Person:
    """Return the victim whom a sentence names ("anak bernama Sinta, umur 14 tahun")."""
    best: tuple[float, tuple[int, int]] | None = None
    for found in _NAMED.finditer(document.text):
        start, end = document.sentence(found.start())
        named = first_name(document.text, found.end(), end) if found.end() < end else None
        if named is None:
            continue
        before = document.text[max(start, found.start() - 90) : found.end()]
        weight = 0.85
        if re.search(rf"\b{_OF_VICTIM}", before, re.IGNORECASE):
            weight += 0.05
        elif re.search(r"(?:saya|ulun)\s+(?:yang\s+)?bernama", before):
            continue
        if _OF_REPORTED.search(before):
            weight -= 0.3
        if _ACCUSED.search(before):
            weight -= 0.4
        if _SUFFERS.search(before):
            weight += 0.4
        elif _CALLED_ON.search(before[-40:]):
            weight -= 0.5
        if best is None or weight > best[0]:
            best = weight, named
    if best is None or best[0] < 0.6:
        best = aged(document)
    if best is None:
        return _unnamed(document)
    weight, named = best
    start, end = document.sentence(named[0])
    name = Found(named[0], named[1], bare(document.value(*named)), min(weight, 0.95))
    age, sex = _around(document, start, named, end)
    return Person(name, age, sex or sex_of_name(document, name), (start, end))


def aged(document: Document) -> tuple[float, tuple[int, int]] | None:
    """Return the first name that is followed by an age or a sex, unless the sentence makes it the doer's."""
    if document.is_in_capitals:
        return None
    for found in _WITH_AGE.finditer(document.text):
        start = max(document.sentence(found.start())[0], found.start() - 80)
        words = [m.start() for m in re.finditer(r"(?<!\w)[A-Z]", document.text[start : found.start()])]
        for offset in words:
            named = first_name(document.text, start + offset, found.start())
            if named is None or named[1] != found.start():
                continue
            before = document.text[max(start, named[0] - 60) : named[0]]
            if not _OF_REPORTED.search(before) and not _ME_BEFORE.search(before[-20:]):
                return 0.82, named
    return None


def age_elsewhere(document: Document, name: Found) -> Found | None:
    """Return an age told right after another mention of the same name."""
    for found in re.finditer(
        rf"\b{re.escape(name.normal)}\b[\s,(]+(?:yang\s+)?(?=(?:ber)?(?:umur|usia)|\d)", document.text
    ):
        age = age_between(document, found.end(), found.end() + 22, 0.85)
        if age:
            return age
    return None


def _around(
    document: Document, start: int, named: tuple[int, int], end: int
) -> tuple[Found | None, Found | None]:
    """Return age and sex told nearest to a name: after it, else before it."""
    after = min(end, named[1] + 90)
    before = max(start, named[0] - 110)
    age = age_between(document, named[1], after, 0.88) or age_between(document, before, named[0], 0.85)
    sex = sex_between(document, named[0], min(after, named[1] + 50), 0.88) or sex_between(
        document, before, named[0], 0.8
    )
    return age, sex


def _unnamed(document: Document) -> Person:
    """Return age and sex of a victim without a name ("anak perempuan umur 7 tahun")."""
    for start, end in document.sentences:
        for told in _AGED.finditer(document.text[start:end]):
            before = document.text[max(start, start + told.start() - 50) : start + told.start()]
            if not re.search(rf"\b{_OF_VICTIM}", before, re.IGNORECASE) or _OF_REPORTED.search(before):
                continue
            begin = start + told.start()
            age = age_between(document, begin, min(end, begin + 30), 0.8)
            if age:
                return Person(
                    None, age, sex_between(document, begin - len(before), age.end, 0.75), (start, end)
                )
    return Person()


def own_age(document: Document) -> Found | None:
    """Return the age a writer tells of herself."""
    found = re.search(
        r"\b(?:umur|usia)\s+(?:saya|ulun)\s+|\bsaya\s+(?:ber)(?:umur|usia)\s+|\bperkenalkan,?\s+saya\s+[\w .]{3,40},\s+(?=\d)",
        document.text,
        re.IGNORECASE,
    )
    return age_between(document, found.end(), found.end() + 14, 0.92) if found else None


def is_own_case(document: Document) -> Found | None:
    """Return the words by which the writer says that she herself is the victim."""
    told = (m for m in _ACTIVE_ON_ME.finditer(document.text) if tells(m[0]))
    found = _PASSIVE_SELF.search(document.text) or next(told, None) or _MY_PARTNER.search(document.text)
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
