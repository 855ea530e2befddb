"""Step 9: what was asked, what was answered, what cannot be answered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import cast

from pipeline.cases.case import Case
from pipeline.cases.clarify import WAYS, clarification_fields
from pipeline.cases.clarify import clarify as clarified
from pipeline.cases.contact import route
from pipeline.cases.fields import informing, registration
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.field import Field, Kind, Section
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.problems import InvalidAnswers, Problem
from pipeline.cases.values import Condition, Values, flag
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next
from pipeline.office.answer import recontact
from pipeline.office.arrivals import copies_out
from pipeline.office.base import dispatches
from pipeline.office.base.session import Session, steps
from pipeline.office.base.value_labels import word_of
from pipeline.office.cases import crisis, inform
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.records import sheets
from pipeline.records.letters import Letter, LetterState

_FILED = (LetterState.APPROVED, LetterState.SIGNED)
_OFFICIAL = frozenset({"sender_address", "sender_place"})
_ALWAYS = _OFFICIAL | {
    field.name for field in (*registration.REPORTER, *registration.EVENT, *registration.CONTACT)
}
_WAY = "clarified_way"
_ALWAYS_SAFE = informing.HAPPENED | {informing.READ}
ASKED = "contact_asked"
"""Whether to go through the safe contact; not stored."""
_ASKED = Field(
    ASKED, N_("Did the safe contact change?"), Kind.YESNO, Section.CONTACT, 9,
    N_("Yes: way, address and hours are asked again; for an institution its official address."),
    "tidak", default=lambda _: False,
)  # fmt: skip
_SET_ASIDE = N_(
    "The safe contact changed: the letter made for it counts no more and must not be "
    "delivered; it is drafted again."
)
_ON_ITS_WAY = N_(
    "Letter {letter} HAS LEFT ({way}, {day}): tell the receiving clerk and the chair at once; "
    "it is to be taken back."
)


def questions(case: Case) -> tuple[Field, ...]:
    """Open questions and safe contact; once a letter was made, only the contact.

    A contact that works is asked only if said (:data:`ASKED`) to have changed.
    """
    if recontact.is_bound(case):
        return _safely(case, recontact.fields(case))
    contact = _contact(case)
    own = {field.name for field in contact}
    return _safely(
        case, (*(field for field in clarification_fields(case) if field.name not in own), *contact)
    )


def _safely(case: Case, fields: Sequence[Field]) -> tuple[Field, ...]:
    """Ways that the safe contact allows, or by which an answer came in."""
    if case.is_institution:
        return tuple(
            replace(field, example=informing.LETTER) if field.name == _WAY else field for field in fields
        )
    allowed = inform.ways_of_owner(case.values)
    offered = tuple(choice for choice in WAYS if choice.value in allowed or choice.value in _ALWAYS_SAFE)
    return tuple(
        replace(field, choices=offered, example=allowed[0]) if field.name == _WAY else field
        for field in fields
    )


def _need_safe(case: Case, after: Case) -> None:
    ways = {clarification.way for clarification in after.clarifications[len(case.clarifications) :]}
    allowed = inform.ways_of_owner(case.values)
    for way in ways.difference(allowed, _ALWAYS_SAFE):
        raise Refusal(
            "office.no_safe_way", way=way, case=case.number, allowed=", ".join((*allowed, informing.CAME_IN))
        )


def _contact(case: Case) -> tuple[Field, ...]:
    fields = registration.CONTACT
    if case.is_institution:
        fields = tuple(replace(field, section=Section.CONTACT) for field in recontact.official(case))
    way = route(case.values)
    if not (way.is_possible and way.is_confirmed):
        return fields
    return (_ASKED, *(replace(field, when=_if_asked(field)) for field in fields))


def _if_asked(field: Field) -> Condition:
    return lambda values: flag(values, ASKED) and field.when(values)


def _shown(session: Session, file: CaseFile) -> Shown:
    if file.case.is_institution:
        return Shown()
    notes, alarm = inform.beside(inform.contact(session, file.case))
    return Shown(notes, alarm=alarm)


def _read(_session: Session, file: CaseFile, answers: Mapping[str, object]) -> Values:
    """Only open fields, event, reporter and contact may change; once a letter was made, the contact."""
    given = {name: value for name, value in answers.items() if name != ASKED}
    if recontact.is_bound(file.case):
        recontact.need_contact_only(file.case, given)
    else:
        _need_open(file.case, given)
    return cast(Values, given)


@act(
    moves=("clarify", recontact.VERB),
    words=Words(
        N_("Clarification (step 9)"),
        N_("Save"),
        N_("The clarification of case {case} is recorded."),
    ),
    shows=_shown,
    asks=lambda _session, file: questions(file.case),
    known=lambda session, file: {**file.case.values, "clarified_day": session.today.isoformat()},
    reads=_read,
)
def record_clarification(session: Session, file: CaseFile, answers: Values) -> Change:
    """Record a clarification (step 9); the history names changed fields, never values.

    A changed safe contact sets letters aside (:mod:`pipeline.office.answer.recontact`).
    """
    case = file.case
    after = clarified(case, answers, session.today, session.places)
    if not case.is_institution:
        _need_safe(case, after)
    new = after.clarifications[len(case.clarifications) :]
    detail = {
        "changed": sorted(name for name in after.values if after.values[name] != case.values.get(name)),
        "answered": sorted(row.field for row in new if row.answered),
        "impossible": sorted(row.field for row in new if not row.answered),
    }
    return applied(session, file, after, "clarify", detail)


def applied(
    session: Session,
    file: CaseFile,
    after: Case,
    event: str,
    detail: Mapping[str, object],
    filing: Filing | None = None,
) -> Change:
    """Letters are set aside for another contact, a crisis raised, senders compared.

    Without ``filing``, filed only where letters that count are set aside.
    """
    case, number = file.case, file.case.number
    is_moved = recontact.is_changed(case, after)
    after = replace(after, state=file.moved().state if is_moved else case.state)
    aside = (
        recontact.withdraw_outdated(session, case, after, file.moment) if is_moved else recontact.Withdrawn()
    )
    is_filed = bool(aside.papers) or any(letter.number or letter.state in _FILED for letter in aside.letters)
    if is_filed:
        filing = filing or Filing("contact_changed", "kontak aman berubah; surat ditarik", ignores_clock=True)
    is_raised = crisis.is_high(after.values) and not crisis.is_high(case.values)
    left = _left(number, aside.letters)
    return Change(
        after,
        replace(filing, scans=aside.papers) if filing else None,
        detail,
        event=event,
        writes=aside.writes,
        events=[*(crisis.raised(session, file, crisis.BY_RISK) if is_raised else ()), *aside.events],
        compares_senders=True,
        afterwards=[partial(copies_out.write_rows, session.settings, letter) for letter in aside.letters],
        told={"version": after.version},
        warnings=[*([_SET_ASIDE] if aside.letters else ()), *([_ON_ITS_WAY.of(**left)] if left else ())],
        next=(*((Next("record-late-delivery", number),) if left else ()), *steps(after, session.actor)),
    )


def _left(number: str, aside: Sequence[Letter]) -> dict[str, object]:
    known = sheets.of_case(number)
    for letter in aside:
        dispatch = dispatches.of_letter(known, letter.id)
        sent = dispatches.sent(dispatch)
        is_signed = letter.state == LetterState.SIGNED and letter.number and not letter.is_beside
        if is_signed and sent and not dispatches.is_handled(dispatch):
            day = short_day(date.fromisoformat(sent["day"]))
            return {"letter": letter.id, "way": word_of("way", sent["way"]), "day": day}
    return {}


def _need_open(case: Case, answers: Mapping[str, object]) -> None:
    may = _ALWAYS | {field.name for field in clarification_fields(case)}
    wrong = [name for name in answers if name in BY_NAME and name not in may]
    if wrong:
        raise InvalidAnswers(
            Problem(
                name,
                N_("This is known already and is not changed by a clarification."),
            )
            for name in wrong
        ).mended_by(Next("correct-field", case.number))
