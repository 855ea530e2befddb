"""A contact belongs to a person: each may have a way, address, telephone and hours of their own (steps 2, 5, 13).

``safe_contact_…`` is the contact of whom ``safe_contact_owner`` names, of the only person where victim and
reporter are one; a further person's stands under a name of its own, such as ``victim_contact_way``.
"""

from collections.abc import Iterator

from pipeline.cases.values import Values

OWNER = "safe_contact_owner"
VICTIM, REPORTER, GUARDIAN, COMPANION = "korban", "pelapor", "wali", "pendamping"
NAMED = {VICTIM: "victim", REPORTER: "reporter", GUARDIAN: "guardian", COMPANION: "companion"}
"""Whose a further contact may be, and how its fields begin."""
PARTS = ("way", "name", "address", "place", "phone", "hours", "confirmed")


def name_of(whose: str, part: str) -> str:
    """The field of a further contact."""
    return f"{NAMED[whose]}_contact_{part}"


NAMES, PHONES, ADDRESSES, PLACES, WAYS = (
    ("safe_contact_" + part, *(name_of(whose, part) for whose in NAMED))
    for part in ("name", "phone", "address", "place", "way")
)
"""The fields of every contact, by what they hold."""


def has_own(values: Values, whose: str) -> bool:
    """Whether ``whose`` has a contact under a name of its own."""
    return bool(values.get(name_of(whose, "way")))


def recorded(values: Values) -> Iterator[str]:
    """Those who have one."""
    return (whose for whose in NAMED if has_own(values, whose))


def is_of(values: Values, whose: str) -> bool:
    """Whether a contact is recorded as that of ``whose``."""
    return has_own(values, whose) or values.get(OWNER) == whose


def of_person(values: Values, whose: str) -> Values:
    """``values`` with the contact that ``whose`` has under a name of its own, if any."""
    if not has_own(values, whose):
        return values
    left = {name: value for name, value in values.items() if not name.startswith("safe_contact_")}
    own = {f"safe_contact_{part}": values[name] for part in PARTS if (name := name_of(whose, part)) in values}
    return {**left, **own, OWNER: whose}


def without_own(values: Values, whose: str) -> Values:
    """``values`` without the contact under the name of ``whose``."""
    return {name: value for name, value in values.items() if not name.startswith(f"{NAMED[whose]}_contact_")}
