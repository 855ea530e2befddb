"""Decisions on paper: what the chair ticked on a signed sheet is typed in by a clerk (steps 6, 7 and 11).

The sheet comes back through the inbox and is recognised by its code. The history says "menurut lembar
bertanda tangan": the acting account is the sheet, the operator the clerk, and the scan is filed with the case.
So a chair who travels blocks nothing (product.md, *Paper decisions*).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.cases.fields.decisions import REASON
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal, suppressed
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.text import Next
from pipeline.lookup import things
from pipeline.office.arrivals import arrival_files
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.base.dossier import Paper
from pipeline.office.base.other_eyes import DRAFTING, REGISTERING, may_not
from pipeline.office.cases.assign import OFFICER, assign_officer
from pipeline.office.cases.sheet_back import STEP, outdated, overtaken
from pipeline.office.cases.vet import return_report, verify_report
from pipeline.office.engine.perform import perform
from pipeline.office.signing.review import REVISION, approve_letter, return_letter
from pipeline.records import arrivals, boot, cases, history, letters, sheets
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.sheets import RECEIPTS, Sheet, SheetKind, SheetState

TYPISTS = frozenset({Role.CLERK, Role.OFFICER})


@dataclass(frozen=True)
class Ticked:
    """What stands on a sheet: yes or no, for a disposition the ``officer``, and what was written by hand.

    ``day`` is that of the decision, ``due`` that by which the work is to be done (ISO dates, empty if none);
    ``signed`` is False for a late sheet only, which decides nothing.
    """

    accepted: bool = True
    officer: str = ""
    reason: str = ""
    day: str = ""
    due: str = ""
    instructions: tuple[str, ...] = ()
    signed: bool = True

    def plain(self) -> Mapping[str, object]:
        """Return it as it is kept with the sheet, by the names of its fields."""
        return {
            "signed": self.signed,
            "accepted": self.accepted,
            "officer": self.officer,
            "instructions": list(self.instructions),
            "reason": self.reason,
            "due_day": self.due,
            "decided_day": self.day,
        }


def sheet_for(desk: Desk, item: str) -> Sheet:
    """Return the sheet that ``item`` names: its id, or the arrival it was scanned as.

    One that came too late is given too: it is filed as a paper. Raises NotFound.
    """
    need_role(desk, "decide", TYPISTS)
    wanted = item.strip().upper()
    sheet = things.sheet(desk, wanted)
    if sheet.kind in RECEIPTS:
        raise Refusal(
            "office.receipt_not_decided" if sheet.kind == SheetKind.COPY else "office.receipt_of_letter",
            sheet=sheet.id,
            case=sheet.case,
        )
    if sheet.state == SheetState.DECIDED:
        raise Refusal("office.sheet_decided", sheet=sheet.id, case=sheet.case)
    if sheet.state != SheetState.RETURNED:
        raise outdated(sheet) or Refusal("office.sheet_not_back", sheet=sheet.id)
    return sheet


def decide(desk: Desk, item: str, ticked: Ticked) -> Sheet:
    """Carry out what the signed sheet ``item`` says, as ``ticked`` was typed in, and file its scan. Repeatable.

    A sheet that came too late (:func:`too_late`) is filed as a paper of the case, and changes nothing. Raises what :func:`sheet_for` and the step itself raise; then the sheet keeps waiting.
    A decision that was carried out already stands, whatever is typed now.
    """
    sheet = sheet_for(desk, item)
    arrival = arrivals.get(sheet.arrival)
    arrival_files.need_bytes(desk.settings, arrival)
    late = too_late(sheet)
    if late:
        return _file(desk, _typed(desk, sheet, ticked), arrival, late)
    if not ticked.signed:
        raise Refusal("office.sheet_unsigned", sheet=sheet.id, case=sheet.case)
    if not ticked.accepted and not ticked.reason.strip():
        raise Refusal("office.reason_needed")
    if not _is_done(sheet):
        _need_other_eyes(desk, sheet)
        sheet = _typed(desk, sheet, ticked)
        # the sheet itself acts, with the right of the chair and the clerk as its operator
        paper = replace(desk, actor=Actor(sheet.id, frozenset({Role.CHAIR}), desk.actor.account))
        _carry_out(paper, sheet, ticked)
    return _file(desk, sheet, arrival)


def too_late(sheet: Sheet) -> str:
    """Return why the decision of a sheet can change nothing any more (Indonesian), or nothing."""
    return "" if _is_done(sheet) else overtaken(sheet)


def _typed(desk: Desk, sheet: Sheet, ticked: Ticked) -> Sheet:
    """Keep with the sheet what was typed in, before anything is done."""
    with boot.transact():
        return sheets.change(sheet, decision=ticked.plain(), decided_by=desk.actor.account)


def _need_other_eyes(desk: Desk, sheet: Sheet) -> None:
    """Refuse that somebody types in what the chair decided about their own work."""
    if may_not_type(desk, sheet):
        raise Refusal(
            "office.own_draft" if sheet.kind == SheetKind.REVIEW else "office.own_entry",
            case=sheet.case,
            sheet=sheet.id,
        ).mended_by(Next("decide", sheet.case, sheet.id))


def may_not_type(desk: Desk, sheet: Sheet) -> bool:
    """Tell whether another person types in ``sheet``: it decides about the actor's own entry or own draft."""
    if sheet.kind == SheetKind.VET:
        return may_not(desk, sheet.case, cases.get(sheet.case).registered_by, REGISTERING)
    if sheet.kind == SheetKind.REVIEW:
        return may_not(desk, sheet.case, letters.get(sheet.letter).drafted_by, DRAFTING, sheet.letter)
    return False


def _is_done(sheet: Sheet) -> bool:
    """Tell whether the step of this sheet was taken before; only its filing is missing then."""
    return any(one.account == sheet.id for one in history.of_case(sheet.case))


def _carry_out(paper: Desk, sheet: Sheet, ticked: Ticked) -> None:
    if sheet.kind == SheetKind.VET:
        act = verify_report if ticked.accepted else return_report
        perform(act, paper, sheet.case, {REASON: ticked.reason})
    elif sheet.kind == SheetKind.ASSIGN:
        with suppressed("office.filing_pending"):
            perform(assign_officer, paper, sheet.case, {OFFICER: ticked.officer, REASON: ticked.reason})
    else:
        act, why = (approve_letter, {}) if ticked.accepted else (return_letter, {REASON: ticked.reason})
        with suppressed("office.filing_pending"):
            perform(act, paper, sheet.case, {REVISION: sheet.revision, **why}, sheet.letter)


def _file(desk: Desk, sheet: Sheet, arrival: Arrival, late: str = "") -> Sheet:
    """File the scan; what was done is what was typed in before it was done, also after a crash between the two.

    ``late`` says why it changes nothing, if it came too late.
    """
    moment = clock.now()
    note = f"terlambat, tidak mengubah kasus: {late}" if late else ""
    message = "lembar keputusan yang terlambat" if late else "keputusan menurut lembar bertanda tangan"
    name = f"lembar-{sheet.id.lower()}-{sheet.kind}-ttd.{'jpg' if arrival.kind == 'jpeg' else arrival.kind}"
    scan = Paper(name, f"var/arrivals/{arrival.id}/original", arrival.sha512, arrival.size)
    with boot.transact():
        after = sheets.change(sheet, state=SheetState.DECIDED, decided_at=to_seconds(moment))
        arrivals.change(arrival, state=ArrivalState.FILED, note=note)
        history.note(
            moment,
            desk.actor,
            "sheet_late" if late else "decide",
            STEP[SheetKind(sheet.kind)],
            sheet.case,
            sheet.id,
            by="lembar bertanda tangan",
            **_told(after, late),
        )
        kind = "sheet_late" if late else "decided"
        file_away.begin(desk, cases.get(sheet.case), kind, message, [scan], moment)
    arrival_files.write_row(desk.settings, arrivals.get(arrival.id))
    file_away.try_finish(desk, sheet.case)
    return after


def _told(sheet: Sheet, late: str) -> dict[str, str]:
    """Return what the history keeps of a sheet: the day written on it, and why it came too late."""
    found = {"day": str(sheet.decision.get("decided_day", "")), "late": late}
    return {name: value for name, value in found.items() if value}
