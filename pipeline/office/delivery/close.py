"""Step 14: closing with outcome and Laporan Penanganan Kasus, reopening, the SIMFONI-PPA entry.

The report is made before anything is written.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from pipeline.cases import outcomes
from pipeline.cases import problems as say
from pipeline.cases.case import Case
from pipeline.cases.closing import Facts, lines, missing, open_ends, refused
from pipeline.cases.fields.closing import OWN, SIMFONI, closing_fields
from pipeline.cases.fields.closing import UNANSWERED as UNANSWERED_WHY
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.fields.field import Field, always
from pipeline.cases.problems import InvalidAnswers, Problem
from pipeline.cases.values import Value, Values, day, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.text import N_, Next
from pipeline.lookup import visible
from pipeline.office.base import dispatches, filings
from pipeline.office.base.session import Session
from pipeline.office.cases.inform import ATTEMPT
from pipeline.office.delivery import close_facts, report
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.papers import forms
from pipeline.office.papers.forms_closing import REFUSED, standing
from pipeline.office.papers.identify import form_unfiled
from pipeline.records import history, sheets
from pipeline.records.sheets import SheetKind

_ANSWERED = N_("The answer has been delivered.")
_OPEN = N_("The answer is not delivered yet.")
_FIRST = N_("Before it is closed: {what}.")
_UNANSWERED = N_("No letter has answered this case: the chair closes it, with the reason why there was none.")


def facts_of(session: Session, case: Case) -> Facts:
    """Facts as the actor may read them."""
    return close_facts.of(case, visible.as_told(session, case))


def base(case: Case) -> dict[str, Value]:
    """What is known before the closing."""
    return {name: value for name, value in case.values.items() if name not in OWN}


def asked(session: Session, file: CaseFile) -> tuple[Field, ...]:
    """Without an answer letter the reason is asked; recorded attempts are proposed."""
    ours = outcomes.of_office(session.settings.outcomes)
    facts, lines = facts_of(session, file.case), attempts(session, file.case.number)
    left_out = UNANSWERED_WHY if facts.has_answer and not facts.unanswered else ""

    def known(values: Values) -> tuple[str, ...] | None:
        return lines if lines and outcomes.asks(values, outcomes.TRIED, ours) else None

    changed: dict[str, dict[str, Any]] = {outcomes.TRIED: {"default": known}}
    if not facts.has_answer:
        changed[UNANSWERED_WHY] = {"required": always}
    return tuple(
        replace(field, **changed.get(field.name, {}))
        for field in closing_fields(ours)
        if field.name != left_out
    )


def _shown(session: Session, file: CaseFile) -> Shown:
    facts = facts_of(session, file.case)
    status = _ANSWERED if facts.is_handled else _OPEN if facts.has_answer else _UNANSWERED
    ends = open_ends(file.case.number, facts)
    notes = (status, *(_FIRST.of(what=end.said) for end in ends))
    return Shown(notes, is_look=True, next=tuple(dict.fromkeys(end.next for end in ends)))


def _checked(session: Session, case: Case, values: Values) -> dict[str, Value]:
    ended = day(values, "outcome_day")
    if ended and ended < case.received:
        raise InvalidAnswers([Problem("outcome_day", say.BEFORE_RECEIPT)])
    outcome = outcomes.outcome_of(values, outcomes.of_office(session.settings.outcomes))
    parent = {outcomes.PARENT: outcome.parent} if outcome and outcome.parent else {}
    return {**values, **parent}


@act(
    moves=("close", "close_unanswered"),
    words=Words(
        N_("Closing (step 14)"),
        N_("Close the case"),
        N_("Case {case} is closed: {outcome}. The handling report is filed."),
    ),
    shows=_shown,
    asks=asked,
    known=lambda _session, file: base(file.case),
)
def close_case(session: Session, file: CaseFile, answers: Values) -> Change:
    """Close a case with outcome and report (step 14).

    Before any letter was signed only the chair does so. Filings begun are completed first: the report says
    what the archive holds.
    """
    case, number = file.case, file.case.number
    filings.complete_case(session, number)
    values = _checked(session, case, answers)
    ours = outcomes.of_office(session.settings.outcomes)
    if lacking := missing(case, {**case.values, **values}, facts_of(session, case), ours):
        raise refused(
            Refusal("office.cannot_close", case=number, outcome=str(values["outcome"]), lines=lines(lacking)),
            lacking,
        )
    after = replace(file.moved(), values={**base(case), **values})
    data, outcome = report.made(session, after), text(values, "outcome")
    papers = {forms.next_name(number, report.TEMPLATE): data, **form_unfiled(session, after)}
    return Change(
        after,
        Filing("closed", f"kasus ditutup: {outcome}", papers),
        {"outcome": outcome, "day": text(values, "outcome_day"), "digest": digest_bytes(data)},
        told={"outcome": outcome},
        next=(Next("report", number), Next("record-simfoni", number)),
    )


def is_merged(_session: Session, file: CaseFile) -> Refusal | None:
    """A merged case is parted from the other first."""
    values = file.case.values
    return (
        Refusal("office.merged_case", case=file.case.number, other=text(values, outcomes.OTHER))
        if text(values, "outcome") == outcomes.MERGED
        else None
    )


@act(
    moves=("reopen",),
    words=Words(
        N_("Open the case again", "close"),
        N_("Open again"),
        N_("Case {case} is open again and is “{state}”."),
    ),
    shows=Shown((N_("The case goes back to its officer. Letter, delivery and report stay in the archive; "
                    "the next closing asks again."),)),
    asks=(reason(N_("Reason for opening it again")),),
    blocked=(is_merged,),
)  # fmt: skip
def reopen_case(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Reopen a case (step 14); outcome and SIMFONI entry stay in the archive."""
    after = replace(file.moved(), values=base(file.case))
    filing, detail = Filing("reopened", "kasus dibuka kembali"), {"reason": answers[REASON]}
    return Change(after, filing, detail, compares_senders=True)


def attempts(session: Session, number: str) -> tuple[str, ...]:
    """Failed, oldest first: day, way and reason in codes, without names."""
    failures = sorted(_attempts(session, number), key=lambda attempt: attempt[0])
    return tuple(f"{short_day(date.fromisoformat(day))} {way}, {why}" for day, way, why in failures)


def _attempts(session: Session, number: str) -> Iterator[tuple[str, str, str]]:
    for event in history.of_case(number):
        if event.verb == ATTEMPT:
            day = session.local(event.at).date().isoformat()
            yield day, str(event.detail.get("way", "")), str(event.detail.get("outcome", ""))
    for sheet in sheets.of_case(number):
        if sheet.kind == SheetKind.DELIVERY:
            for attempt in dispatches.attempts(sheet):
                yield str(attempt["delivered_day"]), str(attempt["way"]), str(attempt["failure"])


_WITHOUT = N_(
    "The victim does not allow their data to be passed on: what the sheet calls “tidak diizinkan "
    "korban” is not entered."
)


def _shown_entry(_session: Session, file: CaseFile) -> Shown:
    return Shown((_WITHOUT,) if standing(file.case.values) == REFUSED else ())


@act(
    moves=("simfoni",),
    words=Words(
        N_("Entry into SIMFONI-PPA (step 14)"),
        N_("Save"),
        N_("The entry of case {case} into SIMFONI-PPA is recorded."),
    ),
    shows=_shown_entry,
    asks=SIMFONI,
)
def record_simfoni(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Record the SIMFONI entry (step 14); the history keeps those it replaces."""
    number = text(answers, "simfoni_number")
    detail = {"day": text(answers, "simfoni_day"), "number": number, "consent": standing(file.case.values)}
    filing = Filing("simfoni", "entri SIMFONI-PPA dicatat")
    return Change(file.case.with_values(answers), filing, detail, told={"simfoni": number})
