"""The Laporan Penanganan Kasus as PDF (step 14), made of a case as the archive has it."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.read import Document
from pipeline.cases.case import Case
from pipeline.cases.closing import Missing, open_ends
from pipeline.cases.states import State
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import need_folder, put_files
from pipeline.lookup import visible
from pipeline.office.base.session import Session, case_for
from pipeline.office.delivery import close_facts
from pipeline.office.papers import forms
from pipeline.records import cases, history

VERB = "report"
TEMPLATE = "laporan-penanganan-kasus"


@dataclass(frozen=True)
class Standing:
    """Closed, or what is missing."""

    is_closed: bool
    missing: tuple[Missing, ...] = ()


def standing(session: Session, number: str) -> Standing:
    """What is missing for closing, whichever the outcome."""
    case = case_for(session, number, VERB)
    history.log_access(clock.now(), session.actor, VERB, number)
    if case.state is State.CLOSED:
        return Standing(True)
    return Standing(False, open_ends(number, close_facts.of(case, visible.as_told(session, case))))


def put_out(session: Session, number: str, target: Path) -> Path:
    """The report as filed, or as it would be now."""
    case = case_for(session, number, VERB)
    folder = need_folder(target)
    data = filed(session, number) if case.state is State.CLOSED else b""
    data = data or made(session, case)
    history.log_access(clock.now(), session.actor, f"{VERB} print", number)
    return put_files(folder, [(f"{number}-laporan.pdf", data)])[0]


def made(session: Session, case: Case) -> bytes:
    """The report of the case to be closed."""
    (report,) = forms.pdfs(session, case, TEMPLATE)
    return report


def reports(number: str) -> list[Document]:
    """Filed reports, one for each closing."""
    documents = [document for document in cases.documents(number) if document.logical.startswith(TEMPLATE)]
    return sorted(documents, key=lambda document: document.version)


def filed(session: Session, number: str) -> bytes:
    """The newest filed report."""
    known = reports(number)
    try:
        return session.archive.read(known[-1].path) if known else b""
    except OSError:
        raise Refusal("office.report_missing", case=number) from None
