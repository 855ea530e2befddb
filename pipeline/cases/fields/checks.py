"""Checks over several answers: days, age, people, safe contact."""

from collections.abc import Iterator
from datetime import date

from pipeline.cases import contacts
from pipeline.cases import problems as say
from pipeline.cases.fields.days import starts, years_between
from pipeline.cases.fields.sheet import PRINTED
from pipeline.cases.likeness import may_be_person
from pipeline.cases.problems import Problem
from pipeline.cases.safety import contact_problems
from pipeline.cases.values import Values, day, flag, known_name, number, text

_PAST = ("received_day", "letter_date", "event_date", "victim_birth_date", "decided_day", "delivered_day",
         "outcome_day", "outcome_police_day", "simfoni_day", "referral_day", "referral_answer_day")  # fmt: skip
_BEFORE_RECEIPT = ("letter_date", "event_date", "victim_birth_date")
_FROM_RECEIPT = ("promised_date",)


def cross_problems(values: Values, today: date) -> tuple[Problem, ...]:
    """Problems, each by the later field."""
    problems = (
        *_days(values, today),
        *_ages(values),
        *_reporter(values),
        *contact_problems(values),
        *_own_contacts(values),
    )
    return (*problems, *_sheet(values))


def _days(values: Values, today: date) -> Iterator[Problem]:
    received = day(values, "received_day")
    for name in _PAST:
        its_day = max(starts(text(values, name)), default=None)
        if its_day and its_day > today:
            yield Problem(name, say.IN_FUTURE)
        elif its_day and received and name in _BEFORE_RECEIPT and its_day > received:
            yield Problem(name, say.AFTER_RECEIPT)
    for name in _FROM_RECEIPT:
        its_day = day(values, name)
        if its_day and received and its_day < received:
            yield Problem(name, say.BEFORE_RECEIPT)
    started, ended = text(values, "phone_started"), text(values, "phone_ended")
    if started and ended and ended < started:
        yield Problem("phone_ended", say.ENDS_BEFORE_START)


def _own_contacts(values: Values) -> Iterator[Problem]:
    for whose in contacts.recorded(values):
        for problem in contact_problems(contacts.of_person(values, whose)):
            yield Problem(contacts.name_of(whose, problem.field.removeprefix("safe_contact_")), problem.said)


def _sheet(values: Values) -> Iterator[Problem]:
    printed, decided, due = (day(values, name) for name in (PRINTED, "decided_day", "due_day"))
    if decided and printed and decided < printed:
        yield Problem("decided_day", say.BEFORE_PRINT)
    if due and decided and due < decided:
        yield Problem("due_day", say.BEFORE_DECISION)


def _ages(values: Values) -> Iterator[Problem]:
    born, age = day(values, "victim_birth_date"), number(values, "victim_age")
    seen = day(values, "received_day")
    if born is None or age is None or seen is None:
        return
    if flag(values, "victim_age_is_estimate"):
        yield Problem("victim_age_is_estimate", say.BIRTH_IS_ESTIMATE)
    elif abs(years_between(born, seen) - age) > 1:
        yield Problem("victim_age", say.AGE_AGAINST_BIRTH)


def _reporter(values: Values) -> Iterator[Problem]:
    relation = text(values, "reporter_relation")
    if flag(values, "reporter_is_victim"):
        if flag(values, "is_institution"):
            yield Problem("reporter_is_victim", say.INSTITUTION_IS_NO_VICTIM)
        if relation and relation != "korban sendiri":
            yield Problem("reporter_relation", say.NOT_THE_VICTIM)
        reporter, victim = known_name(values, "reporter_name"), known_name(values, "victim_name")
        if reporter and victim and not may_be_person(reporter, victim):
            yield Problem("victim_name", say.NOT_THE_VICTIM)
    elif relation == "korban sendiri":
        yield Problem("reporter_relation", say.IS_THE_VICTIM)
