"""Decisions on paper (steps 6, 7, 11): a clerk types in what the chair ticked on a signed sheet.

They count in the sheet's name (:attr:`pipeline.office.base.session.Session.sheet`); the scan is filed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from pipeline.cases.deadlines import deadlines
from pipeline.cases.fields.checks import cross_problems
from pipeline.cases.fields.decisions import REASON
from pipeline.cases.fields.field import Field
from pipeline.cases.fields.sheet import CRISIS, PRINTED, assign_fields, review_fields, verification_fields
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.cases.values import Values, flag, items, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import visible
from pipeline.office.answer.approval import REVISION, approve_letter, return_letter
from pipeline.office.arrivals import arrival_files
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base.session import DRAFTING, REGISTERING, Session, may_not
from pipeline.office.base.value_labels import word_of
from pipeline.office.cases.assign import OFFICER, assign_officer
from pipeline.office.cases.sheet_back import STEP, outdated, superseded
from pipeline.office.cases.verify_report import return_report, verify_report
from pipeline.office.cases.workloads import officers_for
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.engine.perform import plan_within, read_answers
from pipeline.records import arrivals, cases, history, letters, row_values, sheets
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.sheets import RECEIPTS, Sheet, SheetKind, SheetState

_SHOWN = N_("Sheet {sheet} ({kind}), printed {day}. Type exactly what is written and signed on the paper.")  # fmt: skip
_LATE = N_("Sheet {sheet} came too late ({why}): kept as a paper of case {case}; the case is unchanged.")  # fmt: skip


def is_for_others(session: Session, sheet: Sheet) -> bool:
    """It still counts and is about the actor's own entry or draft: another must type it in."""
    if superseded(sheet):
        return False
    if sheet.kind == SheetKind.VET:
        return may_not(session, sheet.case, cases.get(sheet.case).registered_by, REGISTERING)
    if sheet.kind == SheetKind.REVIEW:
        return may_not(session, sheet.case, letters.get(sheet.letter).drafted_by, DRAFTING, sheet.letter)
    return False


def _back(file: CaseFile) -> list[Sheet]:
    rows = sheets.of_case(file.case.number)
    return [sheet for sheet in rows if sheet.state == SheetState.RETURNED and sheet.kind not in RECEIPTS]


def _sheet(file: CaseFile) -> Sheet | None:
    if not file.about:
        back = _back(file)
        return back[0] if len(back) == 1 else None
    sheet = sheets.find(file.about.strip().upper())
    return row_values.need(sheet if sheet and sheet.case == file.case.number else None, "lembar", file.about)


def _waits_for_nobody(_session: Session, file: CaseFile) -> Refusal | None:
    """A late sheet is typed in all the same."""
    sheet, case = _sheet(file), file.case.number
    if sheet is None:
        about = N_("about case {case}").of(case=case)
        return None if _back(file) else Refusal("office.sheet_not_back", sheet=about)
    if sheet.kind in RECEIPTS:
        is_copy = sheet.kind == SheetKind.COPY
        code = "office.receipt_not_decided" if is_copy else "office.receipt_of_letter"
        return Refusal(code, sheet=sheet.id, case=case)
    if sheet.state == SheetState.DECIDED:
        return Refusal("office.sheet_decided", sheet=sheet.id, case=case)
    if sheet.state != SheetState.RETURNED:
        return outdated(sheet) or Refusal("office.sheet_not_back", sheet=sheet.id)
    return None


def _is_own(session: Session, file: CaseFile) -> Refusal | None:
    sheet = _sheet(file)
    if sheet is None or not is_for_others(session, sheet):
        return None
    code = "office.own_draft" if sheet.kind == SheetKind.REVIEW else "office.own_entry"
    own = Refusal(code, case=sheet.case, sheet=sheet.id)
    return own.mended_by(Next("record-decision", sheet.case, sheet.id))


def _late(file: CaseFile, sheet: Sheet) -> Text | None:
    return None if _is_done(file, sheet) else superseded(sheet)


def _is_done(file: CaseFile, sheet: Sheet) -> bool:
    """The step was taken, the scan not filed, as an earlier release may have left it."""
    return any(event.account == sheet.id for event in file.events)


def _printed(session: Session, sheet: Sheet) -> date:
    return sheet.made_at.astimezone(session.settings.zone).date()


def _asked(session: Session, file: CaseFile) -> Sequence[Field]:
    """On a late disposition sheet any officer may be ticked: it only tells what the chair wrote."""
    sheet = _sheet(file)
    if sheet is None:
        return ()
    day = arrivals.get(sheet.arrival).scanned_at.astimezone(session.settings.zone).date()
    day = max(min(day, session.today), _printed(session, sheet))
    if sheet.kind == SheetKind.VET:
        return verification_fields(day)
    if sheet.kind == SheetKind.REVIEW:
        return review_fields(day)
    officers, before = officers_for(session.settings, sheet.case), file.case.officer
    due = min((deadline.day for deadline in deadlines(file.case.values) if deadline.day >= day), default=None)
    if superseded(sheet):
        return assign_fields(day, officers, due, proposes=False)
    return assign_fields(day, [officer for officer in officers if officer != before], due, replaces=before)


def _known(session: Session, file: CaseFile) -> Values:
    sheet = _sheet(file)
    return {PRINTED: _printed(session, sheet).isoformat()} if sheet else {}


def _read(session: Session, file: CaseFile, answers: Mapping[str, object]) -> Values:
    typed, printed = read_answers(session, _asked(session, file), answers), _known(session, file)
    if wrong := [
        problem
        for problem in cross_problems({**typed, **printed}, session.today)
        if problem.field not in printed
    ]:
        raise InvalidAnswers(wrong)
    return typed


def _shown(session: Session, file: CaseFile) -> Shown:
    sheet = _sheet(file)
    if sheet is None:
        others = [(other.id, Text(other.id, other.id)) for other in _back(file)]
        return Shown((N_("Which sheet is typed in?"),), others=others, is_over=True)
    details = {
        "sheet": sheet.id,
        "kind": word_of("sheet_kind", sheet.kind),
        "day": f"{_printed(session, sheet):%d-%m-%Y}",
    }
    notes = [_SHOWN.of(**details)]
    if why := _late(file, sheet):
        notes.append(N_("Too late, it changes nothing: {why}.").of(why=why))
    if sheet.kind == SheetKind.ASSIGN and file.case.state is State.REGISTERED:
        notes += [
            N_("Type in the verification sheet {sheet} first.").of(sheet=back.id)
            for back in _back(file)
            if back.kind == SheetKind.VET
        ]
    return Shown(notes, arrivals=(visible.arrival(session, sheet.arrival),))


@act(
    events=("decide", "sheet_late"),
    roles={Role.CLERK, Role.OFFICER},
    words=Words(
        N_("Type in a decision sheet"),
        N_("Record the decision"),
        N_("Sheet {sheet} is recorded."),
    ),
    shows=_shown,
    asks=_asked,
    known=_known,
    reads=_read,
    blocked=(_waits_for_nobody, _is_own),
)
def record_decision(session: Session, file: CaseFile, answers: Values) -> Change:
    """Do what a signed sheet says and file its scan (steps 6, 7, 11); a late one changes nothing."""
    sheet = row_values.need(_sheet(file), "lembar", file.about)
    arrival, why = arrivals.get(sheet.arrival), _late(file, sheet)
    late = why.fill("id") if why else ""
    arrival_files.need_bytes(session.settings, arrival)
    if not late and not flag(answers, "signed"):
        raise Refusal("office.sheet_unsigned", sheet=sheet.id, case=sheet.case)
    if not late and _is_done(file, sheet):
        return _filed(session, file, sheet, arrival)
    decision = {
        "signed": flag(answers, "signed"),
        "accepted": flag(answers, "accepted") or sheet.kind == SheetKind.ASSIGN,
        "officer": text(answers, "officer"),
        "instructions": list(items(answers, "instructions")),
        "reason": text(answers, "reason"),
        "due_day": text(answers, "due_day"),
        "decided_day": text(answers, "decided_day"),
    }
    keeping = partial(sheets.change, sheet, decision=decision, decided_by=session.actor.account)
    typed = replace(sheet, decision=decision)
    if late:
        change = _filed(session, file, typed, arrival, late)
        return replace(change, writes=(keeping, *change.writes))
    part = _decided(replace(session, sheet=typed), typed)
    part = replace(part, writes=(keeping, *part.writes))
    change = _filed(session, replace(file, thing=part.case, found={}), typed, arrival)
    messages = () if part.said is None else (part.said,)
    after = part.next or (
        [Next("print-sheet", sheet.case, SheetKind.ASSIGN)] if sheet.kind == SheetKind.VET else ()
    )
    return replace(
        change,
        first=(part,),
        told={**part.told, **change.told},
        warnings=(*change.warnings, *messages, *part.warnings),
        next=after,
    )


def _decided(session: Session, sheet: Sheet) -> Change:
    is_accepted, why = sheet.decision["accepted"], {REASON: sheet.decision["reason"]}
    if sheet.kind == SheetKind.ASSIGN:
        return plan_within(assign_officer, session, sheet.case, {OFFICER: sheet.decision["officer"], **why})
    if sheet.kind == SheetKind.VET:
        return plan_within(verify_report if is_accepted else return_report, session, sheet.case, why)
    read = {REVISION: sheet.revision}
    if is_accepted:
        return plan_within(approve_letter, session, sheet.case, read, sheet.letter)
    return plan_within(return_letter, session, sheet.case, {**read, **why}, sheet.letter)


def _filed(session: Session, file: CaseFile, sheet: Sheet, arrival: Arrival, late: str = "") -> Change:
    message, note, after = "keputusan menurut lembar bertanda tangan", "", Next("show", sheet.case)
    if late:
        message, note = "lembar keputusan yang terlambat", f"terlambat, tidak mengubah kasus: {late}"
        if sheet.letter and letters.get(sheet.letter).state == LetterState.DRAFTED:
            after = Next("sheet-of-draft", sheet.case, sheet.letter)
    scan = arrival_files.paper(arrival, f"lembar-{sheet.id.lower()}-{sheet.kind}-ttd")
    detail = {"day": str(sheet.decision.get("decided_day", "")), "late": late}
    event = history.event(
        file.moment,
        session.actor,
        "sheet_late" if late else "decide",
        STEP[SheetKind(sheet.kind)],
        sheet.case,
        sheet.id,
        by="lembar bertanda tangan",
        **{key: detail[key] for key in detail if detail[key]},
    )
    result = {"sheet": sheet.id, "state": SheetState.DECIDED.value, "late": late}
    return Change(
        file.case,
        Filing("sheet_late" if late else "decided", message, scans=(scan,), ignores_clock=True),
        has_event=False,
        writes=(
            lambda: sheets.change(
                sheets.get(sheet.id), state=SheetState.DECIDED, decided_at=to_seconds(file.moment)
            ),
            partial(arrivals.change, arrival, state=ArrivalState.FILED, note=note),
        ),
        events=(event,),
        of=file,
        afterwards=(lambda: arrival_files.write_row(session.settings, arrivals.get(arrival.id)),),
        told=result,
        said=_LATE.of(**result, case=sheet.case, why=late) if late else None,
        warnings=[N_("The chair ticked “Move to the crisis procedure”: tell the officer at once.")]
        if CRISIS in sheet.decision.get("instructions", ())
        else (),
        next=(after,),
    )
