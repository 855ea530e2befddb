"""Step 13, entered later ("dicatat kemudian"): a delivery that took place before the safe contact changed, or what else
became of the letter that was on its way then.

What counts is the contact that was the valid one at the moment of the delivery: its ways and its people are asked about,
and the letter, which the change had withdrawn, is a delivered one again. What reached the old contact afterwards is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pipeline.cases import delivery as rules
from pipeline.cases import problems as say
from pipeline.cases.case import Case
from pipeline.cases.contact import as_bound, as_it_went
from pipeline.cases.errors import InvalidAnswers
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.delivery import DELIVERED, late_fields
from pipeline.cases.fields.field import Field
from pipeline.cases.plain import to_plain
from pipeline.cases.problems import Problem
from pipeline.cases.states import State
from pipeline.cases.values import Values, day, text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.office.arrivals import arrival_files, receipt_scan
from pipeline.office.base import dispatches, file_away, fresh
from pipeline.office.base.desk import Desk, case_for, moment_for_numbers
from pipeline.office.base.dossier import Paper
from pipeline.office.delivery import deliver
from pipeline.office.delivery.deliver import Standing
from pipeline.office.papers import dispatch_new
from pipeline.office.signing import overtaken
from pipeline.office.signing.overtaken import LATE, Change
from pipeline.records import arrivals, boot, cases, entries, history, letters, sheets
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.sheets import Sheet

MARK = "late"
_FILED = {
    True: ("delivered", "surat jawaban disampaikan sebelum kontak aman berubah, dicatat kemudian"),
    False: ("undeliverable", "surat yang ditarik tidak disampaikan"),
}


@dataclass(frozen=True)
class Late:
    """A letter whose contact changed: how its delivery stood then (with the contact of then), the case now, the change."""

    then: Standing
    case: Case
    change: Change


def standing(desk: Desk, number: str) -> Late:
    """Return the letter of case ``number`` that a changed contact withdrew, with the ways and people of the contact before.

    What an earlier step began to file is completed first. Raises NotFound, NotPossible.
    """
    case, _ = case_for(desk, number, LATE)
    if entries.unfinished_of(number):
        file_away.finish(desk, number)
    letter = overtaken.withdrawn(number)
    if letter is None:
        raise Refusal("office.nothing_overtaken", case=number)
    change = overtaken.change_of(letter)
    values = as_it_went(as_bound(letter.contact, case.values, is_confirmed=change.was_confirmed))
    dispatch = dispatches.of_letter(sheets.of_case(number), letter.id)
    history.looked(clock.now(), desk.actor, LATE, number)
    then = Standing(
        replace(case, values=values), letter, dispatch, rules.ways(values), rules.receivers(values)
    )
    return Late(then, case, change)


def fields(desk: Desk, late: Late) -> tuple[Field, ...]:
    """Return what is asked about it."""
    return late_fields(desk.today, late.then.ways, late.then.receivers)


def record(desk: Desk, number: str, answers: Mapping[str, object]) -> Sheet:
    """Record what became of the letter of case ``number`` whose contact changed on its way; it is filed.

    Delivered before the change, the letter counts again, and the case is delivered unless another letter is made already.
    Raises what :func:`standing` raises, InvalidAnswers, Stale, ClockBehind.
    """
    late = standing(desk, number)
    then = late.then
    values = deliver.checked(desk, then, fresh.need(desk, late.case, answers), fields(desk, late))
    is_there = text(values, "result") == DELIVERED
    if is_there:
        _need_before(desk, late, values)
    _need_allowed(late, values)
    moment = moment_for_numbers()
    kind, message = _FILED[is_there]
    with boot.transact():
        one = then.dispatch or deliver.entered(dispatch_new.make(desk, then.letter))
        after, papers = deliver.keep(desk, one, values, **{MARK: True}), list[Paper]()
        state = late.case.state
        if is_there:
            letters.change(then.letter, state=LetterState.SIGNED, reason="")
            state = _state(late.case)
            after = _with_receipt(after)
            papers = receipt_scan.filed_scan(after)
        moved = late.case.moved(state)
        cases.change(late.case, moved)
        history.note(
            moment, desk.actor, LATE, 13, number, after.id, letter=then.letter.id, **_detail(late, values)
        )
        deliver.alarm(desk, moment, number, values)
        file_away.begin(desk, moved, kind, message, papers, moment)
    if after.arrival:
        arrival_files.write_row(desk.settings, arrivals.get(after.arrival))
    file_away.finish(desk, number)
    return sheets.get(after.id)


def _detail(late: Late, values: Values) -> dict[str, Any]:
    told = {name: one for name, one in to_plain(values).items() if name not in deliver.PRIVATE}
    return {**told, "result": text(values, "result"), overtaken.DAY: late.change.day.isoformat()}


def _need_before(desk: Desk, late: Late, values: Values) -> None:
    """Refuse what arrived after the change; ask for the time where it was the same day. Raises InvalidAnswers."""
    when, time = day(values, "delivered_day"), text(values, "delivered_time")
    assert when is not None
    is_after = late.change.is_after(when, time, desk.settings.zone)
    if is_after is None:
        raise InvalidAnswers([Problem("delivered_time", say.MISSING)])
    if not is_after:
        said = f"{short_day(when)} {time.replace(':', '.')}".strip()
        changed = short_day(late.change.day)
        raise Refusal(
            "office.after_the_change",
            letter=late.then.letter.id,
            case=late.case.number,
            when=said,
            changed=changed,
        )


def _need_allowed(late: Late, values: Values) -> None:
    deliver.need_allowed(late.then, values)
    if rules.is_reported(late.case.values, text(values, "receiver_name")):
        raise Refusal("office.not_for_them", case=late.case.number, allowed=", ".join(late.then.receivers))


def _state(case: Case) -> State:
    """Return where the case stands then: delivered, unless another answer is being made or waits to be delivered."""
    written = [one for one in letters.of_case(case.number) if not one.is_beside]
    in_work = [one for one in written if one.state in (LetterState.DRAFTED, LetterState.APPROVED)]
    numbered = [one for one in written if one.state == LetterState.RETURNED and one.number]
    waits = dispatches.undelivered(written, sheets.of_case(case.number))
    is_over = case.state is State.RETURNED and not (in_work or numbered or waits)
    return State.DELIVERED if is_over else case.state


def _with_receipt(one: Sheet) -> Sheet:
    """Return the dispatch with the scan of its receipt, where that came and was set aside because the letter was withdrawn."""
    if one.arrival:
        return one
    came = [
        each
        for each in arrivals.of_case(one.case)
        if each.code == one.code and each.state == ArrivalState.UNMATCHED
    ]
    return sheets.change(one, arrival=came[0].id) if came else one
