"""Step 8: the Laporan Hasil Identifikasi, filed as PDF with the verified Formulir Pendaftaran.

A case without such a report files the form at its closing.
"""

from dataclasses import replace

from pipeline.cases.case import Case
from pipeline.cases.fields.identification import FIELDS, WHY_LATER, is_written
from pipeline.cases.states import State
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.office.base import filings
from pipeline.office.base.session import Session
from pipeline.office.cases.transcribe import incoming
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.papers import forms

FORM, REPORT = "formulir-pendaftaran", "laporan-hasil-identifikasi"
_ANSWERED = frozenset({State.SIGNED, State.UNNUMBERED, State.FILED, State.DELIVERED})


def may_be_written(case: Case) -> bool:
    """The answer is not signed yet, or went before the report."""
    return case.state not in _ANSWERED or WHY_LATER in case.values


def _is_final(_session: Session, file: CaseFile) -> Refusal | None:
    number = file.case.number
    return None if may_be_written(file.case) else Refusal("office.identification_final", case=number)


def _shown(_session: Session, file: CaseFile) -> Shown:
    return Shown(
        (N_("Write people as initials. The report is filed with the registration form as they stand then."),),
        is_look=True,
        document=next(iter(incoming(file)), ""),
    )


@act(
    moves=("identify",),
    words=Words(
        N_("Identification report (step 8)"),
        N_("Finish and file the report"),
        N_("The identification report of case {case} is filed with the registration form."),
    ),
    shows=_shown,
    asks=FIELDS,
    known=lambda _session, file: {
        field.name: file.case.values[field.name] for field in FIELDS if field.name in file.case.values
    },
    blocked=(_is_final,),
)
def write_identification(session: Session, file: CaseFile, answers: Values) -> Change:
    """Write the report whole (step 8), again until the answer is signed; all stay in the case folder."""
    case = file.moved()
    filings.complete_case(session, case.number)
    kept = {name: value for name, value in case.values.items() if name != WHY_LATER}
    after = replace(case, values={**kept, **answers})
    return Change(
        after, Filing("identified", "laporan hasil identifikasi", filed_as(session, after, REPORT, FORM))
    )


def form_unfiled(session: Session, case: Case) -> dict[str, bytes]:
    """The registration form, unless a report brought it into the case folder."""
    return {} if is_written(case.values) else filed_as(session, case, FORM)


def filed_as(session: Session, case: Case, *templates: str) -> dict[str, bytes]:
    """PDFs by names that the case folder never gave to other bytes."""
    names = [forms.next_name(case.number, template) for template in templates]
    return dict(zip(names, forms.pdfs(session, case, *templates), strict=True))
