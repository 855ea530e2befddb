"""Rows of what waits, with the asker's next step."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.completeness import gaps
from pipeline.cases.fields.identification import is_written
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.states import CONFIRMERS, OFFERED, REGISTER_ROLES, State, find_move, offered
from pipeline.cases.values import flag
from pipeline.intake import refuse, stability
from pipeline.intake.errors import FileRefused
from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, NOTHING, Next, Text, joined
from pipeline.lookup import access, visible
from pipeline.lookup.kinds import WAITING, Arrival, ArrivalState, Sheet, SheetKind, SheetState
from pipeline.office.answer import declare_copy_sent, electronic, requests, sameness
from pipeline.office.arrivals import edit_presence, move_document, proposals
from pipeline.office.arrivals.edit_presence import MATCHERS
from pipeline.office.arrivals.read_pages import progress_message
from pipeline.office.base import folder_hints
from pipeline.office.base.remarks import to_crisis
from pipeline.office.base.session import REGISTERING, Session, may_not
from pipeline.office.base.stored import TYPED_BY_ANOTHER
from pipeline.office.cases import sheet_back
from pipeline.office.cases.workloads import officers_for
from pipeline.office.delivery import deliver_todo
from pipeline.office.overview import own_papers
from pipeline.office.papers.decide import is_for_others, record_decision
from pipeline.office.papers.identify import write_identification
from pipeline.records import history, read_pages

_WAITING_FOR = {
    State.REGISTERED: N_("waits to be verified and assigned"),
    State.VETTED: N_("waits to be assigned"),
    State.ASSIGNED: N_("waits for the draft of {officer}"),
    State.CLARIFYING: N_("waits for an answer"),
    State.DRAFTED: N_("waits for the chair's approval"),
    State.RETURNED: N_("waits for the draft to be mended"),
    State.UNNUMBERED: N_("waits for the secretariat's number"),
}
_AT_WORK = (State.REGISTERED, State.VETTED, State.ASSIGNED, State.CLARIFYING, State.DRAFTED, State.RETURNED)
_FOLDERS = 20
_WRITE = write_identification.command
SHOWN = (*WAITING, ArrivalState.UNMATCHED, ArrivalState.COPY, ArrivalState.DECISION, ArrivalState.EDITED)


def arrival_rows(session: Session) -> list[dict[str, Any]]:
    """Documents that wait; only the clerk sees file names."""
    sees_names = session.actor.is_any(Role.CLERK)
    back = {sheet.arrival: sheet for sheet in visible.sheets_in(session, SheetState.RETURNED)}
    closed = access.closed(session)
    arrivals = visible.arrivals_in(session, *SHOWN)
    ours = proposals.named_at_foot(session, arrivals)
    reading = read_pages.progress_of()
    at_it = edit_presence.others(session)
    return [
        {
            "id": arrival.id,
            "agenda": arrival.agenda,
            "name": arrival.name if sees_names else "",
            "state": str(arrival.state),
            "received": clock.stamp(arrival.scanned_at),
            "danger": arrival.danger,
            "note": access.words_left(_note(arrival, back.get(arrival.id), steps), closed),
            "kind": arrival.kind,
            "channel": folder_hints.channel_of(session.settings, arrival),
            "pages": arrival.pages,
            "pages_read": reading[arrival.id].read if arrival.id in reading else 0,
            "progress": progress_message(reading[arrival.id]) if arrival.id in reading else "",
            "letter": arrival.letter,
            "opened": at_it.get(arrival.id, []),
            "likely": ours.get(arrival.id, ""),
            "next": steps,
        }
        for arrival in arrivals
        if not arrival.struck or arrival.state != ArrivalState.EDITED
        for steps in [_next_of(session, arrival, back.get(arrival.id), ours.get(arrival.id, ""))]
    ]


def repeat_rows(session: Session) -> list[dict[str, Any]]:
    """What came again within a day; only the clerk sees names."""
    sees_names = session.actor.is_any(Role.CLERK)
    since = clock.now() - timedelta(days=1)
    healed = {act.subject for act in history.of_verb("heal") if act.at >= since}
    return [
        {
            "agenda": arrival.agenda or arrival.id,
            "healed": arrival.id in healed,
            "case": arrival.case,
            "name": name if sees_names else "",
            "when": clock.stamp(when),
            "state": str(arrival.state),
        }
        for arrival, name, when in visible.repeats_since(session, since)
    ]


def _note(arrival: Arrival, sheet: Sheet | None, steps: Collection[Next]) -> str:
    if sheet is None:
        return arrival.note
    return (sheet_back.sheet_message(sheet) if steps else TYPED_BY_ANOTHER.of(sheet=sheet.id)).fill("id")


def _next_of(session: Session, arrival: Arrival, sheet: Sheet | None, likely: str) -> tuple[Next, ...]:
    item, actor = arrival.agenda or arrival.id, session.actor
    if likely and actor.is_any(*MATCHERS):
        return (Next("match-scan", item),)
    if arrival.state in WAITING and actor.is_any(*REGISTER_ROLES):
        return (Next("register", item),)
    if sheet is not None and actor.is_any(*record_decision.roles) and not is_for_others(session, sheet):
        return (Next("record-decision", sheet.case, sheet.id),)
    if arrival.state == ArrivalState.UNMATCHED:
        confirming = electronic.mends(arrival) if actor.is_any(*CONFIRMERS) else ()
        matching = (*sameness.mends(arrival), Next("put-scan-aside", item)) if actor.is_any(*MATCHERS) else ()
        return (*confirming, *matching)
    paper = own_papers.of(arrival) if arrival.state == ArrivalState.DECISION and sheet is None else None
    if paper is not None and paper.next is not None and actor.is_any(*paper.roles):
        return (paper.next,)
    if arrival.state == ArrivalState.EDITED and actor.is_any(*find_move("take_edited").roles):
        return (Next("review", arrival.case),)
    return ()


def case_rows(session: Session) -> list[dict[str, Any]]:
    """Cases at which the actor may take a step."""
    verbs = {state: list(offered(state, session.actor.roles)) for state in State}
    rows = visible.cases_in(session, [state.value for state in State if verbs[state]])
    out = _sheets_out(session, {number for number, _ in rows})
    at_work = [number for number, state in rows if state in _AT_WORK]
    crisis = {sheet.case for sheet in visible.decided(session, SheetKind.ASSIGN, at_work) if to_crisis(sheet)}
    held = visible.several(session, [number for number, _ in rows])
    todo = []
    for number, state in rows:
        case = held[number]
        may = verbs[State(state)]
        if State(state) is State.CLARIFYING:  # the chair names an officer if there is none
            may = list(offered(State.CLARIFYING, session.actor.roles, case.officer))
        if not is_written(case.values):
            may = [_WRITE if verb == OFFERED["draft"] else verb for verb in may]
        if not may or state == State.CLOSED:
            continue
        waits, steps = _case(session, case, State(state), may)
        if number in crisis:
            waits = joined([N_("chair: move it to the crisis procedure"), waits])
        if flag(case.values, "call_broken") and (left := gaps(case)):
            asked = joined(dict.fromkeys(BY_NAME[gap.field].label for gap in left), ", ")
            waits = joined([N_("the call broke off, still to be asked: {fields}").of(fields=asked), waits])
        if number in out:
            sheets_out = N_("sheet {sheets} is printed, scan it once it is signed")
            waits = joined([waits, sheets_out.of(sheets=", ".join(out[number]))])
        row = {"case": number, "state": state, "officer": case.officer, "possible": may, "waits": waits}
        todo.append(row | {"next": steps})
    return todo


def _sheets_out(session: Session, wanted: Collection[str]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for sheet in visible.sheets_in(session, SheetState.MADE):
        if sheet.case in wanted and not sheet_back.superseded(sheet):
            out.setdefault(sheet.case, []).append(sheet.id)
    return out


def _case(
    session: Session, case: Case, state: State, verbs: list[str]
) -> tuple[Text, tuple[Next, ...] | str]:
    number = case.number
    if state is State.APPROVED:
        return _approved(session, number)
    if state in deliver_todo.CLOSING:
        return deliver_todo.waits(session, case, state), _steps(
            session, number, deliver_todo.typed(session, case, verbs)
        )
    if (
        state is State.REGISTERED
        and OFFERED["vet"] in verbs
        and may_not(session, number, case.registered_by, REGISTERING)
    ):
        verbs = [verb for verb in verbs if verb != OFFERED["vet"]]
    if state is State.ASSIGNED:
        return _WAITING_FOR[state].of(officer=case.officer), _steps(session, number, verbs)
    if state is State.DRAFTED and OFFERED["approve"] in verbs:
        return _WAITING_FOR[state], (Next("review", number),)
    if state is State.DRAFTED:
        replaceable = N_("the draft can still be replaced")
        return joined([_WAITING_FOR[state], replaceable], ", "), _steps(session, number, verbs)
    return _WAITING_FOR.get(state, NOTHING), _steps(session, number, verbs)


def _steps(session: Session, number: str, verbs: list[str]) -> tuple[Next, ...]:
    known = officers_for(session.settings, number) if OFFERED["assign"] in verbs else ()
    only = known[0] if len(known) == 1 else ""
    return tuple(Next(verb, number, only if verb == OFFERED["assign"] else "") for verb in verbs)


def _approved(session: Session, number: str) -> tuple[Text, tuple[Next, ...] | str]:
    if (wait := requests.of_case(number)) is None:
        return NOTHING, (Next("show", number),)
    return wait.waits, wait.next if session.actor.is_any(*wait.roles) else ()


def statement_rows(session: Session) -> list[dict[str, Any]]:
    """Statements about a copy 1 that wait for the chair."""
    may = session.actor.is_any(*CONFIRMERS)
    return [
        {
            "case": letter.case,
            "letter": letter.id,
            "waits": N_("waits for the chair"),
            "next": (Next("confirm-statement", letter.case, letter.about),) if may else (),
        }
        for letter in declare_copy_sent.stated(session)
    ]


def emptied_rows(session: Session) -> list[dict[str, Any]]:
    """Cases whose incoming letters were all moved away."""
    may = session.actor.is_any(*move_document.DOCUMENT_MOVERS)
    return [
        {
            "case": case.number,
            "waits": N_("holds no incoming letter any more, move the right one here"),
            "next": (Next("move-here", case.number),) if may else (),
        }
        for case in move_document.emptied(session)
    ]


def refused_rows(session: Session) -> list[dict[str, Any]]:
    """What was refused, and strange folders; only the clerk sees names."""
    sees_names, message = session.actor.is_any(Role.CLERK), FileRefused("intake.strange_folder").text()
    entries = [
        (refused.name, refused.when, refused.reason) for refused in refuse.listed(session.settings.inbox)
    ]
    for name, changed in stability.strange_folders(session.settings.inbox, session.settings.inbox_folders)[
        :_FOLDERS
    ]:
        when = datetime.fromtimestamp(changed, session.settings.zone).strftime("%d-%m-%Y %H.%M")
        entries.append((refuse.shown(name), when, message))
    return [
        {"name": name if sees_names else "", "when": when, "reason": reason} for name, when, reason in entries
    ]
