"""Where people can be reached: telephone and sub-district."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from pipeline.intake import rules
from pipeline.intake.suggest.document import Document, Found
from pipeline.intake.suggest.labels import Labels

_MOBILE = re.compile(
    r"(?<![\d/])(?:\(?\+?\s?62\)?[\s\-.]?|0)8\d{1,2}(?:(?:[ \-.]|[\-.]?\n(?=[ ]*\d{3}))?\d){5,10}(?!\d)"
)
_BENT = re.compile(r"1(08\d{1,2}(?:[\s\-.]?\d){5,10})(?!\d)")  # a colon read as 1 and glued to the number
_LAND = re.compile(r"(?<!\d)\(?0\d{2,3}\)?[\s\-]\d{5,8}(?!\d)")
_DISTRICT = re.compile(
    r"(?<!/)(?<!/ )\b[Kk](?:ecamatan|etjamatan|ec\.?)\s*:?\s+(?=[A-Z])|\bKEC(?:AMATAN|\.)\s+(?=[A-Z])|\bKec\.(?=[A-Z])"
)
_PLACE_WORD = re.compile(r"[A-Z][A-Za-z'’\-]+")
_NO_PLACE = re.compile(
    r"^(?:RT|RW|Kab|Kabupaten|Desa|Kel|Kelurahan|Provinsi|Prov|Kode|Telp|HP|No|Jl|Jalan|Korban|Kami|Saya|Belum|Telah|Dan|Yang)$",
    re.IGNORECASE,
)
_PERSON = r"\b(?:ibu|orang\s+tua|wali|pendamping|kak|nenek|ayah|bapak)\b"
_TOLD = 0.85  # nearness from which the letter says whose a number is
_VICTIMS = 1.0  # nearness of a number the letter says is the victim's
_TOLD_OF = {
    "reporter": ["pelapor", "saya", "ulun", "kami", "penelepon", "pengadu", "pengantar"],
    "victim": ["korban", "penyintas", "pasien", "klien"],
    "reported": ["terlapor", "pelaku", "tersangka"],
}
_LETTERHEAD = 6  # above this row an unlabelled number is the sending office's


@dataclass(frozen=True)
class Phone:
    """``weight`` is nearness to victim or reporter, ``whose`` the owner ("" unknown)."""

    start: int
    end: int
    digits: str
    weight: float
    whose: str = ""


def digits_of(phone: str) -> str:
    """+62 becomes 0."""
    digits = re.sub(r"\D", "", phone)
    return "0" + digits[2:] if digits.startswith("62") else digits


def phones(document: Document, labels: Labels, safe: Found | None) -> list[Phone]:
    """Outside the letterhead."""
    spans = [match.span() for match in _MOBILE.finditer(document.text)]
    pairs = labels.of("phone", "victim", "reporter")
    spans += [match.span() for pair in pairs for match in _LAND.finditer(document.text, pair.start, pair.end)]
    bents = (_BENT.match(document.text, pair.start, pair.end) for pair in labels.of("phone"))
    spans += [bent.span(1) for bent in bents if bent]
    listed: dict[str, Phone] = {}
    for start, end in sorted(set(spans)):
        digits = digits_of(document.text[start:end])
        if not 9 <= len(digits) <= 13 or not digits.strip("0"):
            continue
        weight = _nearness(document, labels, start, safe)
        if digits not in listed or listed[digits].weight < weight:
            listed[digits] = Phone(start, end, digits, weight, _whose(document, labels, start))
    return sorted(listed.values(), key=lambda phone: (-phone.weight, phone.start))


def _nearness(document: Document, labels: Labels, start: int, safe: Found | None) -> float:
    if safe and safe.holds(start):
        return 0.3
    if document.line_at(start).number < _LETTERHEAD and not any(
        p.start <= start < p.end and (p.attribute or p.role) for p in labels.pairs
    ):
        return 0.25
    by_role = {"victim": _VICTIMS, "reporter": 0.9, "guardian": 0.7, "contact": 0.4, "reported": 0.05}
    for pair in labels.pairs:
        if pair.start <= start < pair.end and pair.role:
            return by_role.get(pair.role, 0.5)
    before = document.text[max(document.sentence(start)[0], start - 110) : start].lower()
    if re.search(r"\b(?:pelapor|saya|ulun|kami|penelepon)\b[^.]*$", before[-60:]):
        return 0.85
    if re.search(r"\b(?:penyidik|narahubung|brig|aip|brip|petugas|kontak)", before[-60:]):
        return 0.4
    if re.search(r"\b(?:terlapor|pelaku|tersangka)\b", before[-60:]):
        return 0.05
    return 0.7 if re.search(_PERSON, before[-60:]) else 0.6


_OWNERS = ("victim", "reporter", "reported", "guardian")
_OWNER = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{role}>{rules.alternation(words)})' for role, words in _TOLD_OF.items())})\b"
)


def _whose(document: Document, labels: Labels, start: int) -> str:
    # By heading, label, or of whom its sentence speaks last before it
    for pair in labels.pairs:
        if pair.start <= start < pair.end and pair.role in _OWNERS:
            return pair.role
    if (section := labels.sections[document.line_at(start).number]) in _OWNERS:
        return section
    sentence = max(document.sentence(start)[0], start - 110)
    named = [match.lastgroup or "" for match in _OWNER.finditer(document.text[sentence:start].lower())]
    return named[-1] if named else ""


def owned(
    document: Document, labels: Labels, safe: Found | None, *, is_own: bool = False
) -> dict[str, Found]:
    """The victim's is hers alone, unless she writes; an unclaimed one is, doubtfully, the reporter's."""
    telephones = [
        telephone
        for telephone in phones(document, labels, safe)
        if not (safe and safe.holds(telephone.start))
    ]
    hers = [telephone for telephone in telephones if telephone.whose == "victim"]
    of_reporter = [
        telephone
        for telephone in telephones
        if telephone.whose == "reporter" or (is_own and telephone.whose == "victim")
    ]
    best = phone(document, labels, safe, is_own=is_own)
    loose = [
        telephone
        for telephone in telephones
        if best and telephone.digits == best.normal and telephone.whose in ("", "guardian")
    ]
    given = {"reporter_phone": of_reporter or loose, "victim_phone": [] if is_own else hers}
    return {name: _owned(name, those, best) for name, those in given.items() if those}


def _owned(name: str, those: Sequence[Phone], best: Found | None) -> Found:
    first = those[0]
    is_sure = first.whose == "reporter" and first.weight >= _TOLD
    others = tuple(other.digits for other in those[1:])
    if best and best.normal == first.digits and name == "reporter_phone":
        return Found(best.start, best.end, first.digits, best.certainty, others, exact=True)
    return Found(
        first.start,
        first.end,
        first.digits,
        (0.96 if is_sure else 0.85) * _plausible(first.digits),
        others,
        exact=True,
    )


def _plausible(digits: str) -> float:
    return 1.0 if digits.startswith("08") and 10 <= len(digits) <= 13 else 0.75


def phone(document: Document, labels: Labels, safe: Found | None, *, is_own: bool = False) -> Found | None:
    """That of victim or reporter; others as alternatives."""
    if not (hits := phones(document, labels, safe)) or hits[0].weight < 0.1:
        return None
    best = hits[0]
    is_told = best.weight >= _TOLD and (is_own or best.weight < _VICTIMS)
    certainty = (0.96 if is_told else 0.8) * _plausible(best.digits)
    return Found(best.start, best.end, best.digits, certainty, tuple(p.digits for p in hits[1:]), exact=True)


_BY_ROLE = {"victim": 1.0, "reporter": 0.6, "reported": 0.3}


def kecamatan(
    document: Document, labels: Labels, known: Sequence[str], victim: tuple[int, int] | None
) -> Found | None:
    """The victim's, else of event, reporter, letterhead."""
    ranked = [
        (_BY_ROLE.get(pair.role, 0.7), place)
        for pair in labels.of("district")
        if (place := _place(document, pair.start, known))
    ]
    ranked += [
        (_place_weight(document, labels, match.start(), victim), place)
        for match in _DISTRICT.finditer(document.text)
        if (place := _place(document, match.end(), known))
    ]
    if not ranked:
        return _in_small_letters(document, known)
    best = max(ranked, key=lambda item: (item[0], -item[1].start))[1]
    others = tuple(dict.fromkeys(p.normal for _, p in ranked if p.normal != best.normal))
    return Found(best.start, best.end, best.normal, best.certainty * (0.9 if others else 1.0), others)


_SMALL = re.compile(
    r"\bkec(?:amatan\b|\b\.?)\s+(?P<name>[a-z]{3,}(?:\s[a-z]{3,})?)(?=\s*[.,;\n]|\s+(?:kab|desa|rt)\b)"
)


def _in_small_letters(document: Document, known: Sequence[str]) -> Found | None:
    # "kec karau asri."
    if (match := _SMALL.search(document.text)) is None:
        return None
    name = match["name"].title()
    near = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=78) if known else None
    return Found(*match.span("name"), near[0] if near else name, 0.9 if near else 0.8)


def _place_weight(document: Document, labels: Labels, start: int, victim: tuple[int, int] | None) -> float:
    if victim and victim[0] <= start < victim[1]:
        return 1.0
    for pair in labels.pairs:
        if pair.start <= start < pair.end and pair.role:
            return _BY_ROLE.get(pair.role, 0.5)
    return 0.2 if document.line_at(start).number < 6 else 0.7


def _place(document: Document, start: int, known: Sequence[str]) -> Found | None:
    words: list[re.Match[str]] = []
    position = start
    while len(words) < 3:
        if (match := _PLACE_WORD.match(document.text, position)) is None or _NO_PLACE.match(match[0]):
            break
        words.append(match)
        gap = re.compile(r"[ ](?=[A-Z])|\n(?=[A-Z][a-z])").match(document.text, match.end())
        if gap is None or (gap[0] == "\n" and not _wraps(document, match, len(words))):
            break
        position = gap.end()
    if not words:
        return None
    end = words[-1].end()
    name = " ".join(w[0].capitalize() if w[0].isupper() else w[0] for w in words)
    if not known:
        return Found(start, end, name, 0.97, exact=True)
    best = process.extractOne(name.lower(), [k.lower() for k in known], scorer=fuzz.ratio, score_cutoff=78)
    return (
        Found(start, end, name, 0.6)
        if best is None
        else Found(start, end, known[best[2]], 0.98 * best[1] / 100)
    )


def _wraps(document: Document, word: re.Match[str], count: int) -> bool:
    line = document.line_at(word.start())
    return count == 1 and line.right > 0.8 * document.breadth and not word[0].isupper()
