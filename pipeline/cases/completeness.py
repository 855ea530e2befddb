"""What must be asked before a draft may go to the chair (step 9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.cases import consent
from pipeline.cases.case import Case
from pipeline.cases.contacts import OWNER
from pipeline.cases.deadlines import is_from_police
from pipeline.cases.fields.conditions import is_paper, lacks, looks_full, victim_is_child
from pipeline.cases.fields.field import Field, never
from pipeline.cases.fields.table import BY_NAME, REGISTRATION
from pipeline.cases.likeness import name_words
from pipeline.cases.values import Condition, Values, flag, known_name, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Text


@dataclass(frozen=True)
class Gap:
    """A ``field`` that is missing."""

    field: str
    question: Text
    required: bool


@dataclass(frozen=True)
class _Rule:
    field: str
    question: Text
    missing: Condition


OF_ROUTE = frozenset({"sender_address", OWNER, "safe_contact_confirmed"})
"""Without these nothing leaves the office: no reason stands in their place."""
_ASKED = {
    "sender_address": N_("What is the official address of the institution?"),
    "victim_name": N_("What is the victim's name?"),
    "victim_age": N_("How old is the victim, if only roughly?"),
    "reported_name": N_("Who is the reported person (name, call name or initials)?"),
    "event_date": N_("When did it last happen, if only roughly?"),
    "place_kecamatan": N_("In which sub-district did it happen?"),
    OWNER: N_("Whose is the safe contact: the victim's or the reporter's?"),
    "violence": N_("What kind of violence is it?"),
    "risk": N_("How high is the risk?"),
    "safe_contact_way": N_("How may the reporter or victim be reached safely?"),
    "services_explained": N_("Were services, referral and principles explained?"),
    "advice": N_("Which advice was given to the caller?"),
    "caller_answer": N_("What did the caller answer to the advice?"),
    "safe_contact_confirmed": N_("Is the safe contact confirmed?", "completeness"),
}


def _blocking(field: Field) -> Condition:
    return lambda values: field.when(values) and field.blocks(values)


_REQUIRED = tuple(
    _Rule(field.name, _ASKED[field.name], _blocking(field))
    for field in REGISTRATION
    if field.blocks is not never
)

_WANTED: tuple[_Rule, ...] = (
    _Rule("letter_date", N_("When was the letter written?"),
          lambda values: is_paper(values) and "letter_date" not in values),
    _Rule("letter_number", N_("Under which number did the police write?"),
          lambda values: is_from_police(values) and "letter_number" not in values),
    _Rule("victim_name", N_("What is the victim's whole name?"),
          lambda values: bool(known_name(values, "victim_name")) and not flag(values, "victim_name_is_full")),
    _Rule("victim_birth_date", N_("When was the victim born?"),
          lacks("victim_birth_date")),
    _Rule("victim_address", N_("Where does the victim live?"),
          lacks("victim_address")),
    _Rule("victim_nik", N_("What is the victim's NIK?"), lacks("victim_nik")),
    _Rule("victim_consent", N_("Does the guardian agree to handling and referral?"),
          lambda values: victim_is_child(values) and text(values, "victim_consent") != "ya"
          and not consent.is_asked(values)),
    _Rule("reported_name", N_("What is the reported person's whole name?"),
          lambda values: bool(name := known_name(values, "reported_name")) and not looks_full(name)),
    _Rule("reported_relation", N_("How is the reported person related to the victim?"),
          lacks("reported_relation")),
)  # fmt: skip
_BROKEN = frozenset({"violence", "risk", "safe_contact_way", "services_explained", "advice", "caller_answer"})
"""Only a broken-off call is registered without these."""
LOOKED_FOR = tuple(dict.fromkeys(rule.field for rule in (*_REQUIRED, *_WANTED) if rule.field not in _BROKEN))
"""Each field once, those that block a draft first."""


def gaps(case: Case) -> tuple[Gap, ...]:
    """Missing and not declared impossible, required first."""
    declared = {clarification.field for clarification in case.clarifications if not clarification.answered}
    return tuple(
        Gap(rule.field, rule.question, required=rules is _REQUIRED)
        for rules in (_REQUIRED, _WANTED)
        for rule in rules
        if rule.field not in declared and rule.missing(case.values)
    )


def gaps_left(case: Case) -> Refusal | None:
    """The refusal of a draft while required gaps are open."""
    still = [BY_NAME[gap.field].label.id for gap in gaps(case) if gap.required]
    return Refusal("cases.gaps_open", fields=", ".join(still), case=case.number) if still else None


class Reader(StrEnum):
    """Who reads a letter."""

    VICTIM = "korban"
    GUARDIAN = "orang tua atau wali"
    FAMILY = "keluarga"
    INSTITUTION = "lembaga"
    OTHER = "orang lain"


_HOLDERS = frozenset({Reader.VICTIM, Reader.GUARDIAN, Reader.INSTITUTION})
_ONLY_OF = {
    **dict.fromkeys((OWNER, "sender_address", *_BROKEN), frozenset[Reader]()),
    "victim_nik": _HOLDERS,
    "victim_birth_date": _HOLDERS | {Reader.FAMILY},
    "victim_consent": frozenset({Reader.GUARDIAN, Reader.INSTITUTION}),
}


def reader_of(values: Values) -> Reader:
    """Who reads the letter."""
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
    """What a letter may ask its reader (step 9).

    Specific data are asked only of those who hold them (UU 27/2022): a neighbour would ask at her door.
    """
    reader = reader_of(values)
    return tuple(gap for gap in open_ if reader in _ONLY_OF.get(gap.field, (reader,)))


def _same(name: str, other: str) -> bool:
    return bool(name_words(name)) and name_words(name) == name_words(other)
