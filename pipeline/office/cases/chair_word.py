"""What the chair decides by telephone counts at once, and she signs it later.

It may hold letters, start the crisis procedure or the report to the police. No letter leaves by it.
"""

from dataclasses import replace
from typing import Any

from pipeline.cases import consent
from pipeline.cases.fields.conditions import is_any
from pipeline.cases.fields.decisions import CHOSEN, REASON, one_of, reason
from pipeline.cases.states import CONFIRMERS
from pipeline.cases.values import Values, items, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next, Text, as_it_is
from pipeline.office.base import unconfirmed
from pipeline.office.base.session import Session
from pipeline.office.base.unconfirmed import BY_WORD, CONFIRMED, CRISIS, EMERGENCY, HOLD, REPORT, SUBJECT
from pipeline.office.cases import crisis
from pipeline.office.cases.consents import LAW, LIVING, shared_by_law
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.records import history

AGREED, NOT_AGREED = "setuju", "tidak setuju"
_POLICE = "kepolisian"
_is_report = is_any(CHOSEN, REPORT)
_MAY = (
    (HOLD, N_("no letter of the case leaves until the chair has signed")),
    (CRISIS, N_("crisis procedure")),
    (REPORT, N_("report to the police")),
)


@act(
    events=(BY_WORD,),
    roles=crisis.TAKERS - CONFIRMERS,
    states=LIVING,
    words=Words(
        N_("Decision of the chair by telephone"),
        N_("Record it", "chair_word"),
        N_("The chair's word about case {case} is recorded, to be signed later. No letter leaves by it."),
    ),
    shows=Shown((N_("Only to hold letters, for the crisis procedure, or for the report to the police. Letters leave only "
                    "by the chair's signature."),)),
    asks=(
        one_of(CHOSEN, N_("What the chair decided"), N_("As said on the telephone."), _MAY),
        replace(LAW, required=_is_report, when=_is_report),
        reason(N_("When it was said, and why")),
    ),
    is_grave=True,
)  # fmt: skip
def record_chair_word(session: Session, file: CaseFile, answers: Values) -> Change:
    """Record what the chair decided by telephone, until she signs it."""
    decision, case = text(answers, CHOSEN), file.case
    detail: dict[str, object] = {"decision": decision, "reason": answers[REASON]}
    if decision == REPORT:
        case = shared_by_law(case, (_POLICE,))
        detail |= {"to": [_POLICE], "law": answers[consent.LAW]}
    return Change(
        case,
        Filing(BY_WORD, "keputusan ketua lewat telepon"),
        detail,
        subject=SUBJECT,
        events=crisis.raised(session, file) if decision == CRISIS else (),
    )


def nothing_waits(_session: Session, file: CaseFile) -> Refusal | None:
    """Nothing waits for her signature, nor is held by her word."""
    return (
        None
        if unconfirmed.waiting(file.events) or unconfirmed.is_held(file.events)
        else Refusal("office.nothing_to_confirm", case=file.case.number)
    )


def _shown(session: Session, file: CaseFile) -> Shown:
    notes = [
        N_("{day}, {account}: {what} ({to}).").of(
            day=f"{session.local(event.at):%d-%m-%Y %H.%M}", account=event.account, what=_what(event),
            to=", ".join(event.detail.get("to", ())) or "–",
        )
        for event in unconfirmed.waiting(file.events)
    ]  # fmt: skip
    typed = [as_it_is(str(event.detail["reason"])) for event in unconfirmed.waiting(file.events)]
    return Shown(notes, is_look=True, typed=typed)


def _what(event: history.Act) -> Text:
    return dict(_MAY).get(event.detail.get("decision", ""), N_("shared in an emergency"))


@act(
    events=(CONFIRMED,),
    roles=CONFIRMERS,
    words=Words(
        N_("Confirm what was done without your signature"),
        N_("Record the decision"),
        N_("Recorded for case {case}: {said}."),
    ),
    shows=_shown,
    asks=(
        one_of(
            CHOSEN, N_("Decision"), N_("Where you do not agree, nothing more is shared and nothing is held by it. Held letters leave again by that."),
            ((AGREED, N_("I agree")), (NOT_AGREED, N_("I do not agree, or it ends now"))),
        ),
        reason(N_("Reason of the decision")),
    ),
    blocked=(nothing_waits,),
    is_grave=True,
)  # fmt: skip
def confirm_afterwards(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Confirm what counted before it was signed, or end it; what was passed on stays recorded."""
    is_agreed, case = answers[CHOSEN] == AGREED, file.case
    ended = {to for event in unconfirmed.waiting(file.events) for to in event.detail.get("to", ())}
    if ended and not is_agreed:
        left = tuple(recipient for recipient in items(case.values, consent.BY_LAW) if recipient not in ended)
        case = case.with_values({consent.BY_LAW: left})
    return Change(
        case,
        Filing(CONFIRMED, "keputusan ketua sesudahnya"),
        {"agreed": is_agreed, "reason": answers[REASON]},
        subject=SUBJECT,
        told={"said": answers[CHOSEN]},
    )


def rows(session: Session) -> list[dict[str, Any]]:
    """What waits for the chair's signature."""
    if not session.actor.is_any(*CONFIRMERS):
        return []
    waits = N_("done without your signature: confirm it or end it")
    return [
        {"case": number, "waits": waits, "next": (Next("confirm-afterwards", number),)}
        for number in sorted(
            {
                *history.open_cases(SUBJECT, EMERGENCY, CONFIRMED),
                *history.open_cases(SUBJECT, BY_WORD, CONFIRMED),
            }
        )
    ]
