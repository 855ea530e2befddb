"""A wrong registration is voided: its numbers are never given again; letter and object stay."""

from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next
from pipeline.lookup import access
from pipeline.office.base import case_links
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.victims import victims_copy


def holds_merged(session: Session, file: CaseFile) -> Refusal | None:
    """Another case was merged in, named to its readers only."""
    others = case_links.merged_here(file.case.number)
    if not others:
        return None
    merged = next(iter(access.seen(session, others)), "")
    return Refusal("office.holds_merged", case=file.case.number, other=merged or "–", merged=merged)


def copy_is_out(_session: Session, file: CaseFile) -> Refusal | None:
    """A copy for the victim is under way."""
    out = [copy for copy in victims_copy.copies_of(file.case.number) if copy.state in victims_copy.UNDER_WAY]
    if not out:
        return None
    return Refusal("office.victims_copy_is_out", case=file.case.number, copy=out[-1].id, state=out[-1].state)


def _shown(_session: Session, file: CaseFile) -> Shown:
    case = file.case
    return Shown(
        (
            N_(
                "Case number {case} and register number {register} stay in the register as void and are "
                "never used again. The documents stay here. Do they belong to another case? Move them "
                "first. To be registered anew? Scan the paper again."
            ).of(case=case.number, register=case.register_number),
        )
    )


@act(
    moves=("void",),
    words=Words(
        N_("Void the registration", "void case"),
        N_("Void the registration", "void case+"),
        N_("The registration of case {case} is void."),
    ),
    shows=_shown,
    asks=(reason(N_("Reason for voiding")),),
    blocked=(holds_merged, copy_is_out),
    is_grave=True,
)
def void_case(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Void the registration of a case (step 1)."""
    filing = Filing("registration_voided", "pendaftaran dibatalkan")
    return Change(file.moved(), filing, {"reason": answers[REASON]}, next=(Next("show", file.case.number),))
