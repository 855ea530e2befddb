"""When a field applies."""

import re

from pipeline.cases import contacts
from pipeline.cases.fields.days import years_between
from pipeline.cases.values import (
    ANONYMOUS,
    UNKNOWN,
    Condition,
    Value,
    Values,
    day,
    flag,
    known_name,
    number,
    text,
)

_ADULT = 18
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s*)+")


def is_any(name: str, *among: str) -> Condition:
    """``name`` is one of ``among``."""
    return lambda values: text(values, name) in among


is_phone = is_any("channel", "phone")


def is_paper(values: Values) -> bool:
    """Whether there is a letter, also a referral."""
    return not is_phone(values)


def from_institution(values: Values) -> bool:
    """Whether an institution sent the letter."""
    return flag(values, "is_institution")


def from_person(values: Values) -> bool:
    """Whether a person complains, named or not."""
    return not from_institution(values)


is_anonymous = is_any("reporter_name", ANONYMOUS)


def has(name: str) -> Condition:
    """``name`` was answered."""
    return lambda values: name in values


def lacks(name: str) -> Condition:
    """``name`` was not answered."""
    return lambda values: name not in values


def named(name: str) -> Condition:
    """``name`` holds a person's name."""
    return lambda values: bool(known_name(values, name))


def unnamed(name: str) -> Condition:
    """``name`` holds no person's name."""
    return lambda values: not known_name(values, name)


victim_unknown = is_any("victim_name", UNKNOWN)


def reporter_apart(values: Values) -> bool:
    """Whether the reporter is not the victim."""
    return not flag(values, "reporter_is_victim")


postal_contact = is_any("safe_contact_way", "surat", "titip")
phone_contact = is_any("safe_contact_way", "telepon", "pesan")
trusted_contact = is_any("safe_contact_way", "titip")


def has_contact(values: Values) -> bool:
    """Whether there is a safe way to this person."""
    return text(values, "safe_contact_way") not in ("", "tidak ada")


def _is_own(values: Values) -> bool:
    return flag(values, "reporter_is_victim") or text(values, "reporter_relation") == "korban sendiri"


def contact_of_two(values: Values) -> bool:
    """Whether victim and reporter are two."""
    return has_contact(values) and not _is_own(values)


def apart_from_contact(whose: str) -> Condition:
    """Victim and reporter are two, the safe contact not that of ``whose``."""
    return lambda values: contact_of_two(values) and text(values, contacts.OWNER) not in ("", whose)


contact_is_used = is_any("safe_contact_way", "surat", "titip", "telepon", "pesan")


def looks_full(name: str) -> bool:
    """Whether it is more than one word or initials."""
    return len(name.split()) > 1 and not _INITIALS.fullmatch(name)


def relation_default(values: Values) -> Value | None:
    """The reporter's relation, where it follows."""
    if from_institution(values):
        return "lembaga perujuk"
    return "korban sendiri" if flag(values, "reporter_is_victim") else None


def victim_default(values: Values) -> Value | None:
    """The reporter, where she is the victim."""
    if not flag(values, "reporter_is_victim"):
        return None
    return UNKNOWN if is_anonymous(values) else text(values, "reporter_name") or None


def reporter_is_child(values: Values) -> bool:
    """Below 18, also as the victim herself."""
    age = number(values, "reporter_age")
    return victim_is_child(values) if _is_own(values) else age is not None and age < _ADULT


def victim_is_child(values: Values) -> bool:
    """Whether the victim was below 18 on receipt."""
    born, seen = day(values, "victim_birth_date"), day(values, "received_day")
    age = years_between(born, seen) if born and seen else number(values, "victim_age")
    return age is not None and age < _ADULT
