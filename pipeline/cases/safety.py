"""The safe contact is never the reported person nor the shared home (step 2; UU 23/2004).

A doubtful likeness is refused: a wrong address is worse than one more question.
"""

from collections.abc import Iterator
from datetime import date

from pipeline.cases import contacts
from pipeline.cases import problems as say
from pipeline.cases.fields.days import read_day
from pipeline.cases.likeness import (
    Likeness,
    is_by_house_of,
    is_vague,
    may_be_person,
    name_words,
    of_numbers,
    of_places,
    says_the_same,
)
from pipeline.cases.problems import Problem
from pipeline.cases.values import Values, flag, items, known_name, text

_ONE_ROOF = frozenset({"suami/istri", "orang tua", "keluarga/saudara", "pacar/teman", "majikan"})
_REACHED = ("sender", "reporter_name", *contacts.NAMES, "addressee")
_OFFICE_OWN = frozenset({"sender", "addressee"})
_WED = "suami/istri"
COUNSEL, REPORTED_COUNSEL = "counsel", "reported_counsel"
"""Rows of a surat kuasa: name, whose, scope, last day."""
NOT_REPORTED = "not_reported"
"""Rows of the chair: who is not whom, of two names that are alike."""
_NUMBERS = ("reporter_phone", "caller_number", *contacts.PHONES)


def told_apart(name: str, reported: str) -> str:
    """The row of :data:`NOT_REPORTED`, for this pair of names alone."""
    return " ".join((*name_words(name), "bukan", *name_words(reported)))


def reported_names(values: Values) -> tuple[str, ...]:
    """Only known names; whoever acts for a reported person counts as that side."""
    rows = (*items(values, "other_reported"), *items(values, REPORTED_COUNSEL))
    others = (row.partition(",")[0].strip() for row in rows)
    return tuple(name for name in (known_name(values, "reported_name"), *others) if name)


def counsel(values: Values) -> dict[str, date]:
    """Who acts for victim or reporter, each with the last day of the newest surat kuasa."""
    rows = ((read_day(row.rpartition(" ")[2], date.min), row) for row in items(values, COUNSEL))
    return {row.partition(",")[0]: last for last, row in sorted((last, row) for last, row in rows if last)}


def reported_among(values: Values, case: Values) -> tuple[str, ...]:
    """Fields by which a reported person may write or be answered.

    A writing husband may be the reported one, whatever his name.
    """
    names, theirs = reported_names(case), text(case, "reported_phone")
    of_office = _OFFICE_OWN if flag(values, "is_institution") else frozenset[str]()
    named = [
        field
        for field in _REACHED
        if (name := known_name(values, field))
        and any((_bears if field in of_office else may_be_person)(name, reported) for reported in names)
    ]
    numbered = [
        field for field in _NUMBERS if of_numbers(text(values, field), theirs) is not Likeness.DIFFERENT
    ]
    relation = text(values, "reporter_relation")
    wed = ["reporter_relation"] if relation == _WED == text(case, "reported_relation") else []
    return (*named, *numbered, *wed)


def _bears(institution: str, name: str) -> bool:
    words = set(name_words(name))
    return len(words) > 1 and words <= set(name_words(institution))


def _may_be_at(address: str, home: str) -> bool:
    """A home known to the village only bars no house there."""
    return (is_vague(address) or not is_vague(home)) and of_places(address, home) is not Likeness.DIFFERENT


def shares_home(values: Values) -> bool:
    """Whether they must be taken to; in doubt by relation."""
    answer = text(values, "reported_shares_home")
    if answer in ("ya", "tidak"):
        return answer == "ya"
    if says_the_same(text(values, "reported_address")):
        return True
    theirs, home = text(values, "reported_address"), text(values, "victim_address")
    return _may_be_at(theirs, home) if theirs and home else text(values, "reported_relation") in _ONE_ROOF


def contact_problems(values: Values) -> Iterator[Problem]:
    """Why the safe contact is not safe; of a name that is only like a reported one the chair decides."""
    name, names = known_name(values, "safe_contact_name"), reported_names(values)
    apart = items(values, NOT_REPORTED)
    if any(may_be_person(name, reported) and told_apart(name, reported) not in apart for reported in names):
        yield Problem("safe_contact_name", say.CONTACT_IS_REPORTED)
    phone = of_numbers(text(values, "safe_contact_phone"), text(values, "reported_phone"))
    if phone is not Likeness.DIFFERENT:
        yield Problem("safe_contact_phone", say.CONTACT_PHONE_IS_REPORTED)
    address = text(values, "safe_contact_address")
    if not address:
        return
    theirs, home = text(values, "reported_address"), text(values, "victim_address")
    is_herself = may_be_person(name, known_name(values, "victim_name"))
    if is_by_house_of(address, names) or (
        shares_home(values) and (says_the_same(address) or _may_be_at(address, home))
    ):
        yield Problem("safe_contact_address", say.CONTACT_IS_HOME)
    elif shares_home(values) and is_herself and not home and not theirs:
        yield Problem("safe_contact_address", say.CONTACT_MAY_BE_HOME)
    elif not says_the_same(theirs) and _may_be_at(address, theirs):
        yield Problem("safe_contact_address", say.CONTACT_IS_THEIRS)
