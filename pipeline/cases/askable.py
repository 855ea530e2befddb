"""What may be asked of whom (step 9): nobody is asked for what she cannot have or must not pass on.

Specific data are asked of the person, her guardian or an institution that holds them (UU 27/2022); a
neighbour would go and ask at the very door.
"""

from collections.abc import Iterable
from enum import StrEnum

from pipeline.cases.completeness import Gap
from pipeline.cases.contact import OWNER
from pipeline.cases.safety import name_words
from pipeline.cases.values import Values, flag, known_name, text


class Reader(StrEnum):
    """Who reads a letter."""

    VICTIM = "korban"
    GUARDIAN = "orang tua atau wali"
    FAMILY = "keluarga"
    INSTITUTION = "lembaga"
    OTHER = "orang lain"


_HOLDERS = frozenset({Reader.VICTIM, Reader.GUARDIAN, Reader.INSTITUTION})
_ONLY_OF = {
    OWNER: frozenset[Reader](),
    "victim_nik": _HOLDERS,
    "victim_birth_date": _HOLDERS | {Reader.FAMILY},
    "victim_consent": frozenset({Reader.GUARDIAN, Reader.INSTITUTION}),
}
"""Who may be asked for these fields."""


def reader_of(values: Values) -> Reader:
    """Return who reads a letter with these ``values``: the addressee, else the reporter."""
    if flag(values, "is_institution"):
        return Reader.INSTITUTION
    reporter = known_name(values, "reporter_name")
    addressee = text(values, "addressee") or reporter
    if _same(addressee, known_name(values, "victim_name")):
        return Reader.VICTIM
    if _same(addressee, known_name(values, "guardian_name")):
        return Reader.GUARDIAN
    if reporter and not _same(addressee, reporter):
        return Reader.OTHER
    if flag(values, "reporter_is_victim"):
        return Reader.VICTIM
    relations = {"orang tua": Reader.GUARDIAN, "keluarga/saudara": Reader.FAMILY}
    return relations.get(text(values, "reporter_relation"), Reader.OTHER)


def askable(open_: Iterable[Gap], values: Values) -> tuple[Gap, ...]:
    """Return the gaps that a letter may ask its reader for."""
    reader = reader_of(values)
    return tuple(gap for gap in open_ if reader in _ONLY_OF.get(gap.field, (reader,)))


def _same(one: str, other: str) -> bool:
    return bool(name_words(one)) and name_words(one) == name_words(other)
