"""A case that whoever reads cases may read, but masked: each field that is masked somewhere holds a word of its own."""

import hashlib
from dataclasses import replace
from typing import Any

from demo.answers import registration
from pipeline.cases import contacts
from pipeline.cases.fields.field import Kind
from pipeline.cases.fields.table import BY_NAME
from pipeline.office.cases import add_call, assign, register, transcribe
from pipeline.office.engine.perform import perform
from pipeline.records import boot, cases
from tests.office import decided
from tests.office.bureau import CHAIR, OFFICER, SCHOOL, Bureau, one_page

_TYPED = {Kind.NAME, Kind.TEXT, Kind.LONG, Kind.LINES, Kind.PERSONS, Kind.PHONE, Kind.NIK}
FIELDS = {name for name, field in BY_NAME.items() if field.kind in _TYPED} - {
    "referral", "services", "replies_to", "simfoni_number", "outcome_case", "outcome_parent",
}  # fmt: skip
"""Whatever is typed, but names and numbers of offices; a new field is among them."""
_ANSWER = {
    "addressee",
    "addressee_attention",
    "addressee_place",
    "follow_up",
    "comes",
    "cc",
    "emergency_reason",
}
_CLOSING = {name for name in FIELDS if name.startswith("outcome_")}
_REPORT = {"identified_chronology", "identified_condition", "identified_risk", "identified_conclusion"}
LAID_IN = (
    _CLOSING
    | {contacts.name_of(contacts.VICTIM, part) for part in contacts.PARTS}
    | {"story", "caller_number", "caller_answer", "victim_unknown_reason", "identified_later", "not_reported"}
)
"""Fields of a call, of somebody unknown, of a crisis, of the chair and of a closed case, which the product would not take beside the others."""


def word(name: str) -> str:
    """Return the word that stands in a field; no two sound alike."""
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])
    if name.endswith("_nik"):
        return f"990101071092{number % 10**4:04}"
    if name.endswith(("_phone", "caller_number")):
        return f"0812{number % 10**8:08}"
    return "Z" + "".join(chr(97 + number // 26**at % 26) for at in range(9))


_BESIDE = (
    "call_summary",
    "call_answer",
    "call_sender",
    "dialect_words",
    "dialect_meaning",
    "instruction",
    "reason",
)
WORDS = {word(name): name for name in (*FIELDS, *_BESIDE)} | dict.fromkeys(
    ("2014-07-09", "09-07-2014"), "born"
)
"""By its word each field, and what else was typed."""
_BEGUN = f"Ia menanyakan {word('victim_name')}, "
"""How free text begins, of which books and searches show some, without names."""
MAY_STAND = {
    "draft": {*_ANSWER, "letter_number", "reason", "identified_later"},
    "letter": {"reason", "follow_up", "identified_conclusion", "identified_later"},
    "move": {
        *_REPORT,
        "addressee", "addressee_attention", "addressee_place", "safe_contact_hours", contacts.name_of(contacts.VICTIM, "hours"), "sender_address", "sender_place",
    },
    "book": {"call_summary", "instruction", "summary"}, "book-export": {"call_summary", "instruction", "summary"},
}  # fmt: skip
"""By the name of an address: whoever writes to the sender or reaches the victim needs it; books have columns of free text."""


def _value(name: str) -> Any:
    kind, begun = BY_NAME[name].kind, {"sender": "SMP Negeri ", "addressee": "SMP Negeri ", "summary": _BEGUN}
    if kind in (Kind.NAME, Kind.PERSONS):
        whole = f"{word(name)} {word(name[::-1])}"
        return whole if kind is Kind.NAME else (f"{whole}, 12, P",)
    return (f"Kepala Dinas {word(name)}",) if kind is Kind.LINES else f"{begun.get(name, '')}{word(name)}"


def registered(office: Bureau) -> str:
    """Register the letter of a school about a child, add a call to it, study it; return its number."""
    given = registration(SCHOOL) | {name: _value(name) for name in FIELDS - _ANSWER - LAID_IN}
    given |= {
        "victim_birth_date": "09-07-2014", "victim_name_is_full": "ya", "safe_contact_way": "surat", "safe_contact_owner": "korban",
        "safe_contact_confirmed": "ya", "deadline_day": "20-01-2027", register.NOT_A_DUPLICATE: True,
    }  # fmt: skip
    for whose in (contacts.REPORTER, contacts.GUARDIAN, contacts.COMPANION):
        given |= {contacts.name_of(whose, "way"): "titip", contacts.name_of(whose, "confirmed"): "ya"}
    del given["victim_age"], given["victim_age_is_estimate"], given["reported_relation"]
    number = perform(
        register.register_arrival, office.session(), office.arrive(one_page("topeng")).id, given
    ).case.number
    perform(add_call.add_call, office.session(), number, {
        "received_day": f"{office.session().today:%d-%m-%Y}", "phone_started": "07.40", "summary": _BEGUN + word("call_summary"),
        "services_explained": "ya", "advice": "tertulis", "caller_answer": word("call_answer"), "sender": word("call_sender"),
    })  # fmt: skip
    perform(transcribe.study_language, office.session(OFFICER), number, {
        "dialect_words": word("dialect_words"), "dialect_language": "Banjar", "dialect_meaning": word("dialect_meaning"),
    })  # fmt: skip
    return number


def drafted(office: Bureau, number: str) -> str:
    """Draft the answer to the school; return the id of the letter."""
    answer = {name: _value(name) for name in _ANSWER}
    return office.draft(number, SCHOOL, emergency_law="UU 12/2022", **answer).id


def planted(office: Bureau) -> str:
    """Make the case, with an answer that was sent back, and lay in what is left; return its number."""
    number = registered(office)
    perform(
        assign.assign_officer,
        office.session(CHAIR),
        number,
        {"officer": OFFICER, "reason": _BEGUN + word("instruction")},
    )
    drafted(office, number)
    decided.send_back(office.session(CHAIR), number, word("reason"))
    case = cases.get(number)
    with boot.transact():
        laid = {name: _value(name) for name in LAID_IN} | {contacts.name_of(contacts.VICTIM, "way"): "titip"}
        cases.change(case, replace(case, values={**case.values, **laid}))
    return number
