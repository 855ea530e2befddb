"""What the scan suggests for each field; a person confirms each (issue 3 gives the suggestions)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from pipeline.cases.fields.field import Context, Field
from pipeline.cases.fields.kinds import clean, read, read_phone, shown
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.problems import BadAnswer

SURE = 0.9
_DOUBT = 0.5
_SELF = "korban_sendiri"
"""The relation of a reporter who is the victim, as reading names it."""
_CALLED = re.compile(
    r"(?:\b(?:di|pada|ke)\s+(?=no|HP|telp|telepon|WA))?(?:\b(?:no(?:mor)?\.?\s*)?(?:HP|telp|telepon|tlp|WA)\b[.:/\s]*|\bno(?:mor)?\b[.:\s]*)*"
    r"(?P<number>(?:\+62|0)8[\d\s-]{7,}\d|\(?0\d{2,3}\)?[\s-]\d{5,8})",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"(?:mohon\s+|jadi\s+)*(?:setelah|sesudah|sehabis|sebelum|antara|mulai|pukul|jam|hanya|cukup|jangan|tidak|tak|bukan|kecuali"
    r"|selain|boleh|bisa|dapat|setiap|tiap|pada|asal\w*|dilarang|selama|sampai|hubungi|dihubungi|atau|pagi|siang|sore|malam)\b",
    re.IGNORECASE,
)
_DEGREES = re.compile(
    r"^(?:,\s*(?:[SMABD]\.|Ph\.|Sp\.|Lc|Ners|Ns\.|Psikolog|Amd?\.)[A-Za-z. ]{0,12}(?=,|$))+"
)

#: Name of a suggestion → name of the field it proposes.
FROM_SUGGESTION = {
    "channel": "channel",
    "letter_number": "letter_number",
    "letter_date": "letter_date",
    "sender": "sender",
    "reporter_name": "reporter_name",
    "reporter_relation": "reporter_relation",
    "victim_name": "victim_name",
    "victim_age": "victim_age",
    "victim_sex": "victim_sex",
    "relation": "reported_relation",
    "subject": "subject",
    "place_kecamatan": "place_kecamatan",
    "reporter_phone": "reporter_phone",
    "victim_phone": "victim_phone",
    "case_type": "violence",
}


class Suggested(Protocol):
    """What this room needs of a suggestion: value as read, normal form, confidence 0–1, places."""

    @property
    def value(self) -> str:
        """The text as it stands on the page."""

    @property
    def normal(self) -> str:
        """The normal form, or the empty string."""

    @property
    def confidence(self) -> float:
        """How sure, 0–1."""

    @property
    def alternatives(self) -> Sequence[str]:
        """Other readings."""


@dataclass(frozen=True)
class Proposal:
    """A proposed answer: ``shown`` is the editable text, ``confidence`` is 0–1, ``suggestion`` its source."""

    field: str
    shown: str
    confidence: float
    alternatives: tuple[str, ...] = ()
    suggestion: str = ""

    @property
    def doubtful(self) -> bool:
        """Tell whether a person must look twice ("periksa")."""
        return self.confidence < SURE


def from_suggestions(
    suggestions: Mapping[str, Suggested],
    today: date,
    scanned: date | None = None,
    places: Sequence[str] = (),
) -> dict[str, Proposal]:
    """Return proposals by field name.

    A suggestion that its field cannot read is shown as it stood on the page, as doubtful. ``scanned``
    (the day of the scan) is proposed as the day received; it governs deadlines, so it is asked.
    """
    context = Context(today, places)
    found: dict[str, Proposal] = {}
    for name, field_name in FROM_SUGGESTION.items():
        one = suggestions.get(name)
        if one is not None and (one.normal or one.value):
            found[field_name] = _proposal(name, field_name, one, context)
    relation = suggestions.get("reporter_relation")
    if relation is not None and relation.normal:
        name, is_victim = "reporter_is_victim", relation.normal == _SELF
        found[name] = Proposal(
            name, shown(BY_NAME[name], is_victim), relation.confidence, suggestion="reporter_relation"
        )
    if scanned is not None:
        found["received_day"] = Proposal(
            "received_day", shown(BY_NAME["received_day"], scanned.isoformat()), 1.0
        )
    contact = suggestions.get("safe_contact")
    if contact is not None:
        found |= {one.field: one for one in _contact(contact)}
    return found


def _proposal(name: str, field_name: str, one: Suggested, context: Context) -> Proposal:
    field = BY_NAME[field_name]
    others = tuple(_as_shown(field, other, context) for other in one.alternatives)
    made = Proposal(field_name, one.value, min(one.confidence, _DOUBT), others, name)
    for text in (one.normal, one.value):
        try:
            value = read(field, text, context)
        except BadAnswer:
            continue
        if value is not None:
            return replace(made, shown=shown(field, value), confidence=one.confidence)
    return made


def _as_shown(field: Field, other: str, context: Context) -> str:
    """Return another reading as the clerk would type it ("14-09-2026"), else as it was read."""
    try:
        value = read(field, other, context)
    except BadAnswer:
        return other
    return other if value is None else shown(field, value)


def _contact(one: Suggested) -> Iterator[Proposal]:
    """Yield name, address, number and hours of a contact read as one text; always to be checked.

    ``normal`` is the name, ``value`` the name with what follows it on the page, parted by commas.
    """
    name, parts = _taken_apart(one)
    address, hours = [], []
    number = ""
    for part in parts:
        called = _CALLED.search(part)
        if called and not number:
            number = read_phone(called["number"]) or ""
            part = f"{part[: called.start()]} {part[called.end() :]}".strip(" ,.:()")
        if _HOURS.match(part):
            hours.append(part)
        elif part:
            address.append(part)
    if number:
        yield Proposal("safe_contact_phone", number, _DOUBT, suggestion="safe_contact")
    if name and not re.search(r"\d", name):
        yield Proposal("safe_contact_name", name, _DOUBT, suggestion="safe_contact")
    if address:
        yield Proposal("safe_contact_address", clean(", ".join(address)), _DOUBT, suggestion="safe_contact")
    if hours:
        yield Proposal("safe_contact_hours", clean(", ".join(hours)), _DOUBT, suggestion="safe_contact")


def _taken_apart(one: Suggested) -> tuple[str, list[str]]:
    """Return the name of a contact, and the parts that follow it on the page without her degrees."""
    text = one.value or one.normal
    at = text.lower().find(one.normal.lower()) if one.normal else -1
    named = one.normal if at >= 0 else text.partition(",")[0]
    rest = text[at + len(one.normal) :] if at >= 0 else text[len(named) :]
    if re.search(r"\d", named):
        named, rest = one.normal, text
    parts = (part.strip() for part in _DEGREES.sub("", rest).split(", "))
    return (one.normal or named).strip(), [part.strip(" ,") for part in parts if part.strip(" ,")]
