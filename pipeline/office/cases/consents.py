"""Consent beside step 5: shared in an emergency by a law, withdrawn (UU 27/2022), and who acts for whom."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from pipeline.cases import consent
from pipeline.cases.case import Case
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import (
    REASON,
    day,
    one_of,
    reason,
    some_of,
    start_fields,
    thumb_fields,
    words,
)
from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.fields.follow_up import KIND
from pipeline.cases.fields.informing import GUARDIAN
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.safety import COUNSEL, REPORTED_COUNSEL
from pipeline.cases.states import State
from pipeline.cases.values import Values, items, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next, Text
from pipeline.office.arrivals.copies_out import has_left
from pipeline.office.base import dispatches
from pipeline.office.base.session import Session
from pipeline.office.base.unconfirmed import EMERGENCY, SUBJECT
from pipeline.office.base.value_labels import words_of
from pipeline.office.cases.clocks import KEEPERS, STARTED, detail_of, new_clock, plain, since_in
from pipeline.office.cases.clocks import Kind as ClockKind
from pipeline.office.cases.follow_up import REFERRED
from pipeline.office.cases.inform import need_giver
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.letters.matter import values_of
from pipeline.records import history, letters, sheets
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import Sheet

WITHDRAWN = "consent_withdraw"
_THEIRS = "terlapor"
_THUMB = thumb_fields(Section.CLOCK, 5)
LIVING = frozenset(State) - {State.VOID, State.OLD}
LAW = one_of(
    consent.LAW, N_("Law instead of consent"), N_("The law that allows it without consent."),
    [(law.value, law.label) for law in consent.LAWS],
)  # fmt: skip


def _receivers(names: Sequence[str]) -> list[tuple[str, Text]]:
    return [
        (recipient.value, recipient.label) for recipient in consent.RECIPIENTS if recipient.value in names
    ]


@act(
    events=(EMERGENCY,),
    roles=KEEPERS,
    states=LIVING,
    step=5,
    words=Words(
        N_("Share data in an emergency, without consent"),
        N_("Record it"),
        N_("Recorded for case {case}: {to} may learn what is needed. The chair confirms it."),
    ),
    shows=Shown((N_("Only where a law allows it and it cannot wait. Pass on the least that is needed. If a child has no "
                    "guardian who may consent, ask the child too."),)),
    asks=(
        some_of(consent.BY_LAW, N_("Shared with"), N_("Those alone who must act now."),
                _receivers([recipient.value for recipient in consent.RECIPIENTS[1:]])),
        LAW,
        reason(N_("What was passed on, and why it could not wait")),
    ),
    is_grave=True,
)  # fmt: skip
def declare_emergency(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Share by a named law without consent; it counts at once and waits for the chair."""
    to = items(answers, consent.BY_LAW)
    return Change(
        shared_by_law(file.case, to),
        Filing(EMERGENCY, "penyampaian darurat"),
        {"to": list(to), "law": answers[consent.LAW], "reason": answers[REASON]},
        subject=SUBJECT,
        told={"to": words_of(consent.SHARE, to)},
    )


def shared_by_law(case: Case, to: Sequence[str]) -> Case:
    """``to`` may learn of it by a law."""
    return case.with_values(
        {consent.BY_LAW: tuple(dict.fromkeys((*items(case.values, consent.BY_LAW), *to)))}
    )


def is_not_given(_session: Session, file: CaseFile) -> Refusal | None:
    """There is no consent that could be withdrawn."""
    number = file.case.number
    return None if consent.given(file.case.values) else Refusal("office.no_consent", case=number)


def who_received(case: Case, events: Iterable[history.Act]) -> tuple[str, ...]:
    """Institutions that letters which left were for, or that learned of it in an emergency or by a referral."""
    known = sheets.of_case(case.number)
    gone = [letter for letter in letters.of_case(case.number) if _has_gone(letter, known)]
    named = [name for letter in gone for name in consent.institutions(values_of(case, letter))]
    if gone and case.is_institution:
        named.append(text(case.values, "sender"))
    named += [
        to
        for event in events
        if event.verb in (EMERGENCY, REFERRED)
        for to in event.detail.get("to", (event.detail.get(KIND),))
    ]
    return tuple(dict.fromkeys(named))


def _has_gone(letter: Letter, known: Sequence[Sheet]) -> bool:
    if letter.is_beside:
        return letter.state == LetterState.SIGNED
    dispatch = dispatches.of_letter(known, letter.id)
    return has_left(letter) or bool(dispatches.sent(dispatch) or dispatches.result(dispatch))


def _shown(_session: Session, file: CaseFile) -> Shown:
    names = ", ".join(who_received(file.case, file.events)) or N_("nobody yet")
    return Shown((N_("Received something about the victim already: {names}.").of(names=names),), is_look=True)


def _asked(session: Session, file: CaseFile) -> Sequence[Field]:
    given = consent.given(file.case.values)
    from_whom = some_of(
        consent.SHARE, N_("Withdrawn from"), N_("Nothing more is shared with them."), _receivers(given)
    )
    by = replace(BY_NAME[consent.BY], label=N_("Withdrawn by"), required=always)
    return [
        replace(field, section=Section.CLOCK)
        for field in (from_whom, by, *GUARDIAN, *_THUMB, *start_fields(session.today))
    ]


@act(
    events=(WITHDRAWN,),
    roles=KEEPERS,
    states=LIVING,
    step=5,
    words=Words(
        N_("Withdraw consent"),
        N_("Record the withdrawal"),
        N_("The withdrawal is recorded for case {case}. {waits}."),
    ),
    shows=_shown,
    asks=_asked,
    blocked=(is_not_given,),
)
def withdraw_consent(session: Session, file: CaseFile, answers: Values) -> Change:
    """Take consent back; those who received something are told within 3 × 24 hours."""
    case, since = file.case, since_in(session, answers)
    need_giver(case, answers)
    by_thumb = {field.name: answers[field.name] for field in _THUMB if field.name in answers}
    left = tuple(
        recipient
        for recipient in consent.given(case.values)
        if recipient not in items(answers, consent.SHARE)
    )

    def inside() -> Change:
        begun = new_clock(session, ClockKind.CONSENT, case.number, since, who_received(case, file.events))
        detail = detail_of(begun, text(answers, "clock_words"))
        return Change(
            case.with_values({consent.SHARE: left or (consent.NOBODY,), **by_thumb}),
            Filing(WITHDRAWN, "persetujuan ditarik"),
            {"from": list(items(answers, consent.SHARE)), "by": answers[consent.BY]},
            events=[
                history.event(file.moment, session.decider, STARTED, None, case.number, begun.id, **detail)
            ],
            told=plain(session, begun),
            next=(Next("answer-clock", begun.id),),
        )

    return Change(case, inside=inside)


@act(
    events=("attorney",),
    roles=KEEPERS,
    states=LIVING,
    words=Words(
        N_("Record a power of attorney (surat kuasa)"),
        N_("Record it"),
        N_("The power of attorney is recorded for case {case}."),
    ),
    shows=Shown((N_("Who acts for the reported person counts as that side: nothing is sent or told to them."),)),
    asks=(
        one_of("counsel_of", N_("Who gave it"), N_("As written on it."),
               (("korban", N_("victim")), ("pelapor", N_("reporter")), (_THEIRS, N_("reported person")))),
        Field("counsel_name", N_("Who acts by it"), Kind.NAME, Section.DECISION, 0, N_("As written on it."),
              "Ratna Dewi", required=always),
        words("counsel_scope", N_("Scope"), N_("What it covers, as written on it."), "pendampingan pemeriksaan"),
        day("counsel_until", N_("Last day"), N_("The day on which it ends.")),
    ),
)  # fmt: skip
def record_attorney(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Record a surat kuasa with scope and end."""
    whose, until = text(answers, "counsel_of"), short_day(date.fromisoformat(text(answers, "counsel_until")))
    row = f"{answers['counsel_name']}, {whose}, {answers['counsel_scope']}, s.d. {until}"
    where = REPORTED_COUNSEL if whose == _THEIRS else COUNSEL
    return Change(
        file.case.with_values({where: (*items(file.case.values, where), row)}),
        Filing("attorney", "surat kuasa"),
        {"of": whose, "until": until},
        compares_senders=True,
    )
