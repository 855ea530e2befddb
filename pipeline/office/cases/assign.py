"""Step 7: the chair names the officer; a replacement needs a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.fields.decisions import REASON, one_of, reason, words
from pipeline.cases.fields.field import Field, never
from pipeline.cases.fields.sheet import CRISIS
from pipeline.cases.states import find_move
from pipeline.cases.values import Values, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.text import N_
from pipeline.lookup import access
from pipeline.office.base.session import Session, steps
from pipeline.office.cases import crisis, workloads
from pipeline.office.cases.verify_report import on_sheet
from pipeline.office.engine.declare import CaseFile, Change, Filing, Words, act
from pipeline.office.engine.perform import read_answers

ASSIGN, REASSIGN, OFFICER = "assign", "reassign", "officer"
_LABEL = N_("Identification officer")
_ORDER = N_(
    "Officers with the fewest open cases come first. Among equals, those who handle this kind "
    "of violence more often."
)
_ASSIGNED = N_("Case {case} is handled by {officer}.")
_REPLACED = N_("Case {case} passes from {before} to {officer}.")


def verb_for(case: Case) -> str:
    """Names the officer now; to replace, or to name amid a clarification, moves nothing."""
    if not case.officer and case.state in find_move("name_officer").sources:
        return "name_officer"
    return REASSIGN if case.state in find_move(REASSIGN).sources else ASSIGN


def _why(case: Case) -> Field:
    if case.officer:
        label = N_("Reason for replacing the officer {before}")
        return replace(reason(label.of(before=case.officer)), most=2000)
    return replace(reason(N_("Instruction (may be empty)")), required=never, most=2000)


def _asked(session: Session, file: CaseFile) -> Sequence[Field]:
    among = [
        (
            load.account,
            N_("{account}: {load}").of(**(vars(load) | {"load": load.load})),
        )
        for load in workloads.of_case(session, file.case)
    ]
    return one_of(OFFICER, _LABEL, _ORDER, among, proposed=file.about), _why(file.case)


def _read(session: Session, file: CaseFile, answers: Mapping[str, object]) -> Values:
    """Unknown officers pass: the plan refuses them in its order."""
    fields = words(OFFICER, _LABEL, _ORDER), replace(_why(file.case), required=never)
    return read_answers(session, fields, {OFFICER: file.about, **answers})


@act(
    moves=(ASSIGN, "name_officer", REASSIGN),
    words=Words(N_("Assignment (step 7)"), N_("Assign"), _ASSIGNED),
    asks=_asked,
    reads=_read,
)
def assign_officer(session: Session, file: CaseFile, answers: Values) -> Change:
    """Record which officer handles a case (step 7); a replacement with a reason."""
    case, officer, why = file.case, text(answers, OFFICER), text(answers, REASON)
    _need_officer(session, file, officer, why)
    is_new = verb_for(case) != REASSIGN
    detail: dict[str, Any] = {
        OFFICER: officer,
        **({"before": case.officer, "day": session.today.isoformat()} if case.officer else {}),
        **({"reason": why} if why else {}),
        **on_sheet(session),
    }
    after = replace(file.moved(), officer=officer)
    officers = {OFFICER: officer, "before": case.officer}
    return Change(
        after,
        None if is_new else Filing("reassigned", "petugas kasus berubah"),
        detail,
        event=ASSIGN if is_new else REASSIGN,
        events=crisis.raised(session, file) if CRISIS in detail.get("instructions", ()) else (),
        told=officers,
        said=(_REPLACED if case.officer else _ASSIGNED).of(case=case.number, **officers),
        next=steps(after, Actor(officer, frozenset({Role.OFFICER}))),
    )


def _need_officer(session: Session, file: CaseFile, officer: str, why: str) -> None:
    known, case = workloads.officers(session.settings), file.case.number
    if officer not in known:
        raise Refusal("office.no_officer", given=officer[:40], known=", ".join(known) or "–")
    if officer == file.case.officer:
        raise Refusal("office.same_officer", case=case, officer=officer)
    if officer in access.blocked_in(file.events):
        raise Refusal("office.officer_blocked", case=case, officer=officer)
    if file.case.officer and not why:
        raise Refusal("office.reason_needed")
