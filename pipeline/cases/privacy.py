"""Initials for names, and what may be shown without a reason (UU 27/2022).

A child, also reported or a witness, is masked with parents and places (UU 11/2012 art. 19).
"""

import re

from pipeline.cases.fields.kinds import shown
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.people import Person, Side, people_of
from pipeline.cases.safety import bare_name, name_words
from pipeline.cases.values import ANONYMOUS, UNKNOWN, Value, Values, flag, known_name, text

HIDDEN = "(disamarkan)"
_NAMES = ("reporter_name", "victim_name", "reported_name", "guardian_name", "safe_contact_name")
_PERSONS = ("other_victims", "other_reported", "witnesses")
_NUMBERS = (
    "reporter_phone", "victim_phone", "guardian_phone", "reported_phone", "safe_contact_phone",
    "caller_number", "reporter_nik", "victim_nik",
)  # fmt: skip
_WHERE = (
    "victim_address", "reported_address", "reporter_address", "safe_contact_address", "safe_contact_place",
    "place_detail", "victim_birth_date",
)  # fmt: skip
_FREE = (
    "summary", "story", "requests", "caller_answer", "services_given", "follow_up", "victim_unknown_reason", "deadline_what",
    "outcome_place", "outcome_proof", "outcome_wish", "outcome_attempts", "outcome_danger", "outcome_police_reason",
    "outcome_unanswered", "outcome_summary", "victim_needs", "victim_occupation", "safe_contact_hours",
    "comes", "emergency_reason",
)  # fmt: skip
_SENT_BY = (
    "sender", "sender_address", "sender_place", "letter_number", "addressee", "addressee_attention",
    "addressee_place", "cc",
)  # fmt: skip
_SHORTEST = 3
_FURTHER = ("safe_contact_name", "guardian_name")


def initials(name: str) -> str:
    """Initials without titles: ``Ibu Jumi`` → ``J.``; "anonim" stays."""
    if name in ("", ANONYMOUS, UNKNOWN):
        return name
    words = name_words(name) or tuple(re.findall(r"[^\W\d_]+", name.lower()))
    return "".join(f"{word[0].upper()}." for word in words)


def last_four(number: str) -> str:
    """Only these digits of a number are shown."""
    return "•" * max(0, len(number) - 4) + number[-4:]


def child_involved(values: Values) -> bool:
    """By UU 11/2012 art. 19."""
    sides = (Side.VICTIM, Side.REPORTED, Side.WITNESS)
    return any(one.is_child for one in people_of(values) if one.side in sides)


def masked(values: Values) -> dict[str, Value]:
    """As shown without a reason; with a child also without subject, attachments, and a school or village that points at it."""
    hidden = {*_WHERE, *_FREE}
    if not flag(values, "is_institution"):
        hidden.add("addressee_place")
    if child_involved(values):
        hidden |= {"subject", "attachments"}
        if flag(values, "is_institution") and public_sender(values) != text(values, "sender"):
            hidden |= set(_SENT_BY)
    named = {*_NAMES} if flag(values, "is_institution") else {*_NAMES, "sender", "addressee"}
    return {name: HIDDEN if name in hidden else _shown(name, one, named) for name, one in values.items()}


def _shown(name: str, value: Value, named: set[str]) -> Value:
    if name in named:
        return initials(str(value))
    if name in _NUMBERS:
        return last_four(str(value))
    if name in _PERSONS and isinstance(value, tuple):
        return tuple(
            f"{initials(person)},{rest}" for person, _, rest in (row.partition(",") for row in value)
        )
    return value


def readable(values: Values, lang: str = "id") -> dict[str, str]:
    """Label → text, for screens and prints."""
    return {
        field.label.fill(lang): HIDDEN if values[name] == HIDDEN else shown(field, values[name], lang)
        for name, field in BY_NAME.items()
        if name in values
    }


_KINDS_OF_SENDER = (
    ("sekolah", r"sekolah|sd|sdn|smp|smpn|sma|sman|smk|smkn|mi|mts|ma|tk|paud|madrasah|pesantren|slb"),
    ("desa/kelurahan", r"desa|kelurahan|kepala desa|lurah|rt|rw"),
)


def public_sender(values: Values) -> str:
    """As books show it; a school or village that points at a child by kind only."""
    sender = text(values, "sender")
    if not flag(values, "is_institution"):
        return initials(text(values, "reporter_name") or sender)
    if child_involved(values):
        for kind, words in _KINDS_OF_SENDER:
            if re.search(rf"\b({words})\b", sender.lower()):
                return f"{kind} {HIDDEN}"
    return sender


def private_names(values: Values) -> tuple[str, ...]:
    """Names that a letter must not hold (rules 8, 9)."""
    sides = (Side.VICTIM, Side.REPORTED, Side.GUARDIAN, Side.WITNESS)
    names = (bare_name(one.name) for one in people_of(values) if one.side in sides and one.name)
    return tuple(dict.fromkeys(name for name in names if initials(name) != name.replace(" ", "")))


def names_in(values: Values) -> tuple[str, ...]:
    """What no excerpt may show a word of."""
    told = (values.get(name) for name in (*_NAMES, *_PERSONS, *_WHERE, *_SENT_BY))
    parts = (part for one in told for part in (one if isinstance(one, tuple) else (one,)) if part)
    return tuple(str(one) for one in parts if one not in (ANONYMOUS, UNKNOWN))


def initials_of(person: Person) -> str:
    """Initials, or "belum diketahui"."""
    return initials(person.name) or UNKNOWN


def nameless(text: str, values: Values) -> str:
    """For a book: names of the case as initials."""
    for name in _named(values):
        whole = r"\s+".join(map(re.escape, name.split()))
        text = re.sub(rf"(?<!\w){whole}(?!\w)", initials(name), text, flags=re.IGNORECASE)
    for name in _named(values):
        for word in name_words(name):
            if len(word) >= _SHORTEST:
                text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", _initial, text, flags=re.IGNORECASE)
    return text


def _initial(found: re.Match[str]) -> str:
    word = found[0]
    return f"{word[0].upper()}." if word[0].isupper() else word


def _named(values: Values) -> list[str]:
    named = [one.name for one in people_of(values)]
    named += [known_name(values, name) for name in _FURTHER]
    if not flag(values, "is_institution"):
        named.append(known_name(values, "sender"))
    return sorted({name for name in named if name}, key=len, reverse=True)
