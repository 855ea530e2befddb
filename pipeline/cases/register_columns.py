"""The *register pengaduan*; people are initials."""

from dataclasses import dataclass
from datetime import date

from pipeline.cases.case import Case
from pipeline.cases.fields.closing import format_simfoni_entry
from pipeline.cases.fields.informing import READ
from pipeline.cases.lists import CHANNELS, label_of
from pipeline.cases.old import old_columns
from pipeline.cases.people import Side, of_each
from pipeline.cases.privacy import initials_of, public_reporter
from pipeline.cases.states import State
from pipeline.cases.values import day, items, text


@dataclass(frozen=True)
class Answered:
    """About the answer letter."""

    number: str = ""
    day: date | None = None
    signed: date | None = None
    delivered: date | None = None
    delivery: str = ""


def register_columns(
    case: Case, answered: Answered | None = None, archive_location: str = "", remarks: str = ""
) -> dict[str, str]:
    """By key; unknown is empty."""
    if case.state is State.OLD:
        return old_columns(case.register_number, case.values, case.state.value, archive_location)
    letter, values = answered or Answered(), case.values
    victims = [person for person in case.people if person.side is Side.VICTIM]
    return {
        "register_number": case.register_number,
        "received_date": case.received.isoformat(),
        "received_time": text(values, "received_time") or text(values, "phone_started"),
        "channel": label_of(CHANNELS, case.channel),
        "letter_number": text(values, "letter_number"),
        "letter_date": _iso(day(values, "letter_date")),
        "reporter": public_reporter(values),
        "relation": text(values, "reporter_relation"),
        "victim": ", ".join(initials_of(person) for person in victims),
        "victim_sex": of_each(person.sex for person in victims),
        "victim_age": of_each(person.age_told for person in victims),
        "age_group": of_each(person.age_group for person in victims),
        "is_child": "ya"
        if any(person.is_child for person in victims)
        else "tidak"
        if all(person.age is not None for person in victims)
        else "",
        "disability": case.victim.disability,
        "subdistrict": text(values, "place_kecamatan"),
        "event_date": text(values, "event_date"),
        "violence": ", ".join(items(values, "violence")),
        "place": text(values, "place_category"),
        "risk": text(values, "risk"),
        "officer": case.officer,
        "clarification": _clarification(case),
        "follow_up": "; ".join(
            part for part in (text(values, "follow_up"), text(values, "referral")) if part
        ),
        "answer_number": letter.number,
        "answer_date": _iso(letter.day),
        "signed_date": _iso(letter.signed),
        "delivered_date": _iso(letter.delivered),
        "delivery": letter.delivery,
        "archive_location": archive_location,
        "status": case.state.value,
        "simfoni": format_simfoni_entry(values),
        "remarks": remarks,
    }


def _iso(value: date | None) -> str:
    return value.isoformat() if value else ""


def _clarification(case: Case) -> str:
    asked = [clarification for clarification in case.clarifications if clarification.way != READ]
    if not asked:
        return ""
    answered = sum(clarification.answered for clarification in asked)
    last = max(clarification.day for clarification in asked)
    return f"{last.isoformat()}: {answered} dijawab, {len(asked) - answered} tidak mungkin"
