"""Step 6: verified, or returned with a reason, never by who entered it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.fields.field import never
from pipeline.cases.values import Values, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next, Text
from pipeline.office.base.session import REGISTERING, Session, is_own, may_not
from pipeline.office.cases.forms_reports import authority
from pipeline.office.cases.forms_sheets import Checked, checked
from pipeline.office.engine.declare import CaseFile, Change, Shown, Words, act


@dataclass(frozen=True)
class Report:
    """What is there and missing, and the office's authority."""

    case: Case
    checked: tuple[Checked, ...]
    authority: str
    risk: str
    place: str = ""
    """"inside" or "outside" the office's area, or "nowhere" if unknown."""

    @property
    def missing(self) -> list[Checked]:
        """What is not there."""
        return [row for row in self.checked if row.is_open]

    @property
    def required(self) -> int:
        """How many missing ones are required."""
        return sum(row.required for row in self.missing)


def report(session: Session, case: Case) -> Report:
    """The report to verify."""
    where = text(case.values, "place_kecamatan")
    place = "nowhere" if not where else "inside" if where in session.places else "outside"
    return Report(
        case, tuple(checked(case)), authority(session, case.values), text(case.values, "risk"), place
    )


def _shown(session: Session, file: CaseFile) -> Shown:
    return Shown(tuple(_lines(report(session, file.case))), is_look=True)


def _lines(summary: Report) -> Iterator[Text]:
    yield N_("Registered by {by}; risk {risk}; authority {authority}.").of(
        by=summary.case.registered_by, risk=summary.risk or "-", authority=summary.authority
    )
    for row in summary.checked:
        label = Text(row.label.id.rstrip("?"), row.label.en.rstrip("?"))
        yield N_("{mark} {label}: {state}").of(mark=row.mark, label=label, state=row.state)
    there = sum(row.is_there for row in summary.checked)
    yield N_("{there} there, {missing} missing ({required} required).").of(
        there=there, missing=len(summary.missing), required=summary.required
    )


def is_own_entry(session: Session, file: CaseFile) -> Refusal | None:
    """The actor registered it and may not verify it."""
    return (
        Refusal("office.own_entry", case=file.case.number)
        if may_not(session, file.case.number, file.case.registered_by, REGISTERING)
        else None
    )


@act(
    moves=("vet",),
    words=Words(
        N_("Verification (step 6)"),
        N_("Verified"),
        N_("The report of case {case} is verified. Next: the chair names its officer."),
    ),
    shows=_shown,
    asks=(replace(reason(N_("Note (may be empty)")), required=never, most=2000),),
    blocked=(is_own_entry,),
)
def verify_report(session: Session, file: CaseFile, answers: Values) -> Change:
    """Verify a report (step 6); the history tells of an office without four eyes."""
    return _decided(session, file, answers, file.moved(), is_accepted=True)


@act(
    moves=("vet",),
    words=Words(
        N_("Return the report (step 6)"),
        N_("Return"),
        N_("The report of case {case} is returned with that reason. Once mended, it is verified again."),
    ),
    shows=_shown,
    asks=(replace(reason(N_("Reason why it is returned")), most=2000),),
    blocked=(is_own_entry,),
)
def return_report(session: Session, file: CaseFile, answers: Values) -> Change:
    """Return a report to its clerk (step 6)."""
    case = file.case
    change = _decided(session, file, answers, case.moved(case.state), is_accepted=False)
    return replace(change, event="vet_returned", next=_mend(case))


def _mend(case: Case) -> tuple[Next, Next]:
    return Next("correct-field", case.number), Next("record-clarification", case.number)


def _decided(session: Session, file: CaseFile, answers: Values, after: Case, *, is_accepted: bool) -> Change:
    case, why = file.case, text(answers, REASON)
    is_their_own = session.sheet is None and is_own(session, case.number, case.registered_by, REGISTERING)
    detail = {"accepted": is_accepted, **({"reason": why} if why else {}), **on_sheet(session)}
    return Change(
        after,
        detail=detail | ({"own_entry": True} if is_their_own else {}),
        told={"accepted": is_accepted, "missing": [row.field for row in checked(case) if row.is_open]},
    )


def on_sheet(session: Session) -> dict[str, Any]:
    """The history's detail of the signed sheet of ``session``: id, days, boxes."""
    if session.sheet is None:
        return {}
    names = {"day": "decided_day", "due": "due_day", "instructions": "instructions"}
    detail = {name: session.sheet.decision.get(kept) for name, kept in names.items()}
    return {"sheet": session.sheet.id, **{name: value for name, value in detail.items() if value}}
