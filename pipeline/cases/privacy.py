"""Initials for names, and what may be shown without a reason (UU 27/2022).

A child, also reported or a witness, is masked with parents and places (UU 11/2012 art. 19).
"""

import re

from pipeline.cases import contacts
from pipeline.cases.fields.field import Mask
from pipeline.cases.fields.kinds import shown
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.likeness import bare_name, name_words
from pipeline.cases.people import Person, Side, people_of
from pipeline.cases.values import ANONYMOUS, UNKNOWN, Value, Values, flag, known_name, text

HIDDEN = "(disamarkan)"
_SHORTEST = 3
_FURTHER = (*contacts.NAMES, "guardian_name", "companion_name")
_FOR_A_CHILD = ("subject", "attachments")
_NAMED_PERSON = ("sender", "addressee")
_TOLD = {Mask.NAME, Mask.PERSONS, Mask.WHERE, Mask.SENDER}


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
    return any(person.is_child for person in people_of(values) if person.side in sides)


def masked(values: Values) -> dict[str, Value]:
    """What shows without a reason; of a child neither subject, attachments, nor a school or village that points at it."""
    is_institution = flag(values, "is_institution")
    closed = {Mask.WHERE, Mask.FREE}
    hidden = set() if is_institution else {"addressee_place"}
    if child_involved(values):
        hidden |= set(_FOR_A_CHILD)
        if is_institution and public_sender(values) != text(values, "sender"):
            closed.add(Mask.SENDER)
    seen: dict[str, Value] = {}
    for name, value in values.items():
        mask = BY_NAME[name].masked if name in BY_NAME else Mask.FREE
        if mask in closed or name in hidden:
            seen[name] = HIDDEN
        elif name in _NAMED_PERSON and not is_institution:
            seen[name] = initials(str(value))
        else:
            seen[name] = _shown(mask, value)
    return seen


def _shown(mask: Mask, value: Value) -> Value:
    if mask is Mask.NAME:
        return initials(str(value))
    if mask is Mask.NUMBER:
        return last_four(str(value))
    if mask is Mask.PERSONS and isinstance(value, tuple):
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
    """In books, a school or village that points at a child by kind only."""
    sender = text(values, "sender")
    if not flag(values, "is_institution"):
        return initials(text(values, "reporter_name") or sender)
    if child_involved(values):
        for kind, words in _KINDS_OF_SENDER:
            if re.search(rf"\b({words})\b", sender.lower()):
                return f"{kind} {HIDDEN}"
    return sender


def public_reporter(values: Values) -> str:
    """The sender, with whom an institution names as having reported, unless that is secret."""
    name, is_own = known_name(values, "reporter_name"), text(values, "reporter_relation") == "lembaga perujuk"
    if not flag(values, "is_institution") or is_own or not name or flag(values, "reporter_wants_secrecy"):
        return public_sender(values)
    return f"{public_sender(values)}, {initials(name)}"


def names_barred(values: Values) -> tuple[str, ...]:
    """What a letter must not hold (rules 8, 9)."""
    sides = (Side.VICTIM, Side.REPORTED, Side.GUARDIAN, Side.WITNESS)
    names = (bare_name(person.name) for person in people_of(values) if person.side in sides and person.name)
    return tuple(dict.fromkeys(name for name in names if initials(name) != name.replace(" ", "")))


def names_in(values: Values) -> tuple[str, ...]:
    """What no excerpt may show a word of."""
    answers = (values.get(name) for name, field in BY_NAME.items() if field.masked in _TOLD)
    parts = (part for value in answers for part in (value if isinstance(value, tuple) else (value,)) if part)
    return tuple(str(part) for part in parts if part not in (ANONYMOUS, UNKNOWN))


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


def _initial(match: re.Match[str]) -> str:
    word = match[0]
    return f"{word[0].upper()}." if word[0].isupper() else word


def _named(values: Values) -> list[str]:
    named = [person.name for person in people_of(values)]
    named += [known_name(values, name) for name in _FURTHER]
    if not flag(values, "is_institution"):
        named.append(known_name(values, "sender"))
    return sorted({name for name in named if name}, key=len, reverse=True)
