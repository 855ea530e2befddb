"""Step 13, entered later ("dicatat kemudian"), for a letter that a changed safe contact withdrew.

The contact at the moment of delivery counts: what reached the old one after the change is no delivery.
"""

from dataclasses import dataclass, replace
from functools import partial

from pipeline.cases import delivery as rules
from pipeline.cases import problems as say
from pipeline.cases.case import Case
from pipeline.cases.contact import as_bound, as_it_went
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.delivery import DELIVERED, late_fields
from pipeline.cases.fields.field import Field
from pipeline.cases.problems import InvalidAnswers, Problem
from pipeline.cases.states import State
from pipeline.cases.values import Values, day, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.office.answer import recontact
from pipeline.office.answer.recontact import LATE
from pipeline.office.arrivals import receipt_scan
from pipeline.office.base import dispatches
from pipeline.office.base.session import Session
from pipeline.office.delivery import deliver
from pipeline.office.delivery.deliver import Standing
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.records import arrivals, letters, sheets
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.sheets import Sheet

_FILED = {
    True: ("delivered", "surat jawaban disampaikan sebelum kontak aman berubah, dicatat kemudian"),
    False: ("undeliverable", "surat yang ditarik tidak disampaikan"),
}


@dataclass(frozen=True)
class Late:
    """The delivery with its contact then, the case now, the change."""

    then: Standing
    case: Case
    change: recontact.ContactChange


def standing(case: Case) -> Late | None:
    """Withdrawn by a changed contact, with earlier ways and people."""
    letter = recontact.withdrawn(case.number)
    if letter is None:
        return None
    change = recontact.change_of(letter)
    values = as_it_went(as_bound(letter.contact, case.values, is_confirmed=change.was_confirmed))
    dispatch = dispatches.of_letter(sheets.of_case(case.number), letter.id)
    then = Standing(
        replace(case, values=values), letter, dispatch, rules.ways(values), rules.receivers(values)
    )
    return Late(then, case, change)


def nothing_superseded(_session: Session, file: CaseFile) -> Refusal | None:
    """Refuse where no changed contact withdrew a letter."""
    number = file.case.number
    return None if _found(file) else Refusal("office.nothing_overtaken", case=number)


def _found(file: CaseFile) -> Late | None:
    return file.cached("late", lambda: standing(file.case))


def _late(file: CaseFile) -> Late:
    late = _found(file)
    assert late is not None, "told by nothing_overtaken"
    return late


def _asked(session: Session, file: CaseFile) -> tuple[Field, ...]:
    then = _late(file).then
    return late_fields(session.today, then.ways, then.receivers)


def _shown(_session: Session, file: CaseFile) -> Shown:
    late = _late(file)
    places = {"letter": late.then.letter.id, "day": short_day(late.change.day)}
    return Shown(
        (
            N_(
                "Letter {letter} was withdrawn: the safe contact changed on {day}. What became of that "
                "letter by the contact before is recorded here."
            ).of(**places),
            deliver.safe(late.then),
        ),
        is_look=True,
    )


@act(
    moves=(LATE,),
    words=Words(
        N_("Record later what became of a withdrawn letter"),
        N_("Record"),
        N_("Letter {letter}: recorded later."),
    ),
    blocked=(nothing_superseded,),
    shows=_shown,
    asks=_asked,
    reads=lambda session, file, answers: deliver.checked(
        session, _late(file).then, answers, _asked(session, file)
    ),
)
def record_late_delivery(session: Session, file: CaseFile, answers: Values) -> Change:
    """Record a delivery before the change (step 13): the letter counts again.

    The case is delivered unless another letter is made already.
    """
    case, late = file.case, _late(file)
    then = late.then
    deliver.finish(session, case.number)
    is_there = text(answers, "result") == DELIVERED
    if is_there:
        _need_before(session, late, answers)
    deliver.need_allowed(then, answers)
    if rules.is_reported(case.values, text(answers, "receiver_name")):
        raise Refusal("office.not_for_them", case=case.number, allowed=", ".join(then.receivers))
    known = then.dispatch or deliver.new_dispatch(session, then.letter)
    dispatch = deliver.kept(session, known, answers, file.moment, late=True)
    after = _with_receipt(dispatch) if is_there else dispatch
    detail = {"letter": then.letter.id, **deliver.open_answers(answers), "result": text(answers, "result")}
    change = Change(
        case.moved(_state(case) if is_there else case.state),
        Filing(*_FILED[is_there], scans=receipt_scan.scan_of(after) if is_there else ()),
        detail | {recontact.DAY: late.change.day.isoformat()},
        after.id,
        writes=(partial(_write, then, known, dispatch, after, is_there=is_there),),
        events=deliver.alarm(session, file, answers),
        afterwards=receipt_scan.rows_of(session, after),
    )
    return deliver.told_of(change, after, session)


def _write(then: Standing, known: Sheet, dispatch: Sheet, after: Sheet, *, is_there: bool) -> None:
    written = deliver.write(then.dispatch, known, dispatch)
    if is_there:
        letters.change(then.letter, state=LetterState.SIGNED, reason="")
        if after.arrival != dispatch.arrival:
            sheets.change(written, arrival=after.arrival)
        receipt_scan.mark_scan_filed(after)


def _need_before(session: Session, late: Late, values: Values) -> None:
    """On the day of the change the time is asked."""
    when, time = day(values, "delivered_day"), text(values, "delivered_time")
    assert when is not None
    is_after = late.change.is_after(when, time, session.settings.zone)
    if is_after is None:
        raise InvalidAnswers([Problem("delivered_time", say.MISSING)])
    if not is_after:
        raise Refusal(
            "office.after_the_change",
            letter=late.then.letter.id,
            case=late.case.number,
            when=f"{short_day(when)} {time.replace(':', '.')}".strip(),
            changed=short_day(late.change.day),
        )


def _state(case: Case) -> State:
    written = [letter for letter in letters.of_case(case.number) if not letter.is_beside]
    in_work = [letter for letter in written if letter.state in (LetterState.DRAFTED, LetterState.APPROVED)]
    numbered = [letter for letter in written if letter.state == LetterState.RETURNED and letter.number]
    waits = dispatches.undelivered(written, sheets.of_case(case.number))
    is_over = case.state is State.RETURNED and not (in_work or numbered or waits)
    return State.DELIVERED if is_over else case.state


def _with_receipt(sheet: Sheet) -> Sheet:
    if sheet.arrival:
        return sheet
    came = [
        arrival.id
        for arrival in arrivals.of_case(sheet.case)
        if arrival.code == sheet.code and arrival.state == ArrivalState.UNMATCHED
    ]
    return replace(sheet, arrival=came[0]) if came else sheet
