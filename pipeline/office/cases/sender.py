"""The chair decides whether a sender or a contact is the reported person."""

from collections.abc import Sequence

from pipeline.cases.fields.decisions import CHOSEN, REASON, one_of, reason
from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.likeness import Likeness, of_persons
from pipeline.cases.problems import InvalidAnswers, Problem
from pipeline.cases.safety import NOT_REPORTED, reported_names, told_apart
from pipeline.cases.values import Values, items, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next
from pipeline.lookup import access
from pipeline.office.base.reported_sender import (
    CONTACT,
    DECIDED,
    DECIDERS,
    DECISIONS,
    Decision,
    is_held,
    senders,
)
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act

_PERSON = Field(
    "person", N_("Who"), Kind.NAME, Section.DECISION, 0,
    N_("Whom the victim trusts, and whose name is like that of the reported person."), "D. Harjo", required=always,
)  # fmt: skip


def is_not_held(_session: Session, file: CaseFile) -> Refusal | None:
    """No sender waits for a decision, and nobody is reported whose name another may have."""
    is_open = is_held(file.case) or reported_names(file.case.values)
    return None if is_open else Refusal("office.no_sender_held", case=file.case.number)


_SENDER = N_(
    "The sender or the reporter may be the reported person of the same victim in case {cases}: the name or "
    "the telephone number is alike. Until you decide, no letter of this case goes out."
)
_CONTACT = N_(
    "A contact of this case may be, or lead to, a person reported in case {cases}: the name, the telephone "
    "number or the house is alike. Until you decide, no letter of this case goes out."
)


def _shown(session: Session, file: CaseFile) -> Shown:
    own = file.case.number
    seen = [match for match in senders(file.case) if match[0] not in access.hidden(session)]
    notes = [
        note.of(cases=", ".join(numbers))
        for note, is_contact in ((_SENDER, False), (_CONTACT, True))
        if (numbers := sorted({number for number, field, _ in seen if (field in CONTACT) is is_contact}))
    ]
    others = sorted({number for number, _, _ in seen} - {own})
    return Shown(notes, is_look=True, next=tuple(Next("show", number) for number in others))


def _asks(_session: Session, file: CaseFile) -> Sequence[Field]:
    hint = N_("Compare name and number with the reported person.")
    return (
        *(() if is_held(file.case) else (_PERSON,)),
        one_of(CHOSEN, N_("This person is"), hint, list(DECISIONS.items()), proposed=file.about),
        reason(N_("Reason of the decision")),
    )  # fmt: skip


_NOT_ALIKE = N_(
    "Either this name is like no reported person's, and needs no decision, or it is the same, and is refused."
)


@act(
    events=(DECIDED,),
    roles=DECIDERS,
    words=Words(
        N_("Decision about a person like the reported one"),
        N_("Record the decision"),
        N_("The decision about the person in case {case} is recorded: {decision}."),
    ),
    shows=_shown,
    asks=_asks,
    blocked=(is_not_held,),
    is_grave=True,
)
def decide_sender(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Record the chair's decision about the sender or a person named, for what it was about alone; filed.

    Who is not the reported person may be a contact, under this very name; the same name stays refused.
    """
    case, decided = file.case, answers[CHOSEN]
    matches = set() if _PERSON.name in answers else senders(case)
    named = [text(case.values, field) for number, field, _ in matches if number == case.number]
    alike = {
        told_apart(name, reported)
        for name in [*named, text(answers, _PERSON.name)]
        for reported in reported_names(case.values)
        if of_persons(name, reported) is Likeness.ASK
    }
    if _PERSON.name in answers and not alike:
        raise InvalidAnswers([Problem(_PERSON.name, _NOT_ALIKE)])
    before = {*items(case.values, NOT_REPORTED)}
    apart = before | alike if decided == Decision.OTHER else before - alike
    return Change(
        case.with_values({NOT_REPORTED: tuple(sorted(apart))}) if apart != before else case,
        Filing(DECIDED, "keputusan ketua tentang pengirim"),
        {"decision": decided, "of": sorted(digest for *_, digest in matches), "reason": answers[REASON]},
        told={"decision": decided},
    )
