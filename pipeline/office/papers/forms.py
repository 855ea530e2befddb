"""A case becomes a form, DOCX and PDF, named by numbers only; each print counts as access.

Decision sheets have a code: :mod:`pipeline.office.papers.sheets`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from pipeline.cases.case import Case
from pipeline.cases.completeness import askable, gaps
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Destroyed, Refusal
from pipeline.kernel.files import durable, need_folder, put_files, sync_folder
from pipeline.kernel.letter_kinds import CLARIFICATION
from pipeline.kernel.people import Role
from pipeline.letters import forms
from pipeline.letters.clauses import Asking
from pipeline.letters.compose import compose, template_for
from pipeline.letters.copies import mark_sheet
from pipeline.office.base.absences import signatories_for
from pipeline.office.base.reported_sender import need_free
from pipeline.office.base.sample_office import need_own
from pipeline.office.base.session import Session, case_to_read, need_role
from pipeline.office.cases.forms_case import blank_fields, case_fields, office_fields, registration_fields
from pipeline.office.cases.forms_register import need_month, page_id, register_fields
from pipeline.office.cases.forms_reports import empty_boxes, identification_fields
from pipeline.office.cases.forms_sheets import (
    approval_fields,
    blank_verification,
    disposition_fields,
    verification_fields,
)
from pipeline.office.letters import choose_letter, letter_files
from pipeline.office.letters.matter import matter
from pipeline.office.letters.templates import need_clean
from pipeline.office.papers.forms_closing import blank_handling, handling_fields, simfoni_fields
from pipeline.office.papers.forms_post import (
    blank_receipt,
    decided,
    post_fields,
    receipt_fields,
    sender_lines,
)
from pipeline.records import cases, history
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import Sheet
from pipeline.rendering.convert import to_pdf
from pipeline.rendering.errors import NoRenderer

_CLERK, _OFFICER, _CHAIR, _ARCHIVIST = Role.CLERK, Role.OFFICER, Role.CHAIR, Role.ARCHIVIST
_DESK = frozenset({_CLERK, _OFFICER, _CHAIR})
_REGISTER = "pengesahan"


@dataclass(frozen=True)
class Kind:
    """``is_sheet``: printed with a code by :mod:`pipeline.office.papers.sheets`."""

    template: str
    roles: frozenset[Role]
    can_be_blank: bool = False
    is_sheet: bool = False


KINDS: Mapping[str, Kind] = {
    "pendaftaran": Kind("formulir-pendaftaran", _DESK, can_be_blank=True),
    "tanda-terima": Kind("tanda-terima", _DESK, can_be_blank=True),
    CLARIFICATION.word: Kind(CLARIFICATION.template, frozenset({_CLERK, _OFFICER})),
    "identifikasi": Kind("laporan-hasil-identifikasi", frozenset({_OFFICER, _CHAIR}), can_be_blank=True),
    "disposisi": Kind("lembar-disposisi", _DESK, can_be_blank=True, is_sheet=True),
    "verifikasi": Kind("lembar-verifikasi", _DESK, can_be_blank=True, is_sheet=True),
    "amplop": Kind("amplop", _DESK),
    "label": Kind("label", _DESK),
    "laporan": Kind("laporan-penanganan-kasus", _DESK, can_be_blank=True),
    "simfoni": Kind("lembar-entri-simfoni", _DESK),
    _REGISTER: Kind("lembar-pengesahan-register", frozenset({_CHAIR, _ARCHIVIST})),
}


_GO_OUT = frozenset({"tanda-terima", CLARIFICATION.word, "amplop", "label"})
"""They leave the office, with its name and address."""


@dataclass(frozen=True)
class Made:
    """The files, and whether the PDF could be made."""

    files: tuple[Path, ...]
    has_pdf: bool


def make(
    session: Session, kind: str, number: str, target: Path, *, blank: bool = False, letter: str = ""
) -> Made:
    """``number`` is of a case or month; ``letter`` is that of an envelope or label."""
    if kind not in KINDS:
        raise Refusal("office.no_such_form", kind=kind[:40], known=", ".join(KINDS))
    known = KINDS[kind]
    need_role(session, f"form {kind}", known.roles)
    if blank and known.can_be_blank:
        docx, name = blank_form(session, kind), f"{kind}-kosong"
    elif blank or not number:
        raise Refusal(
            "office.case_or_blank",
            kind=kind,
            blank=", ".join(word for word, form in KINDS.items() if form.can_be_blank),
        )
    elif kind == _REGISTER:
        docx, name = _register_page(session, number)
    elif known.is_sheet:
        raise Refusal("office.sheet_has_code", kind=kind, case=number)
    else:
        case = case_to_read(session, number, f"form {kind}")
        docx, name = _of_case(session, kind, case, letter), f"{case.number}-{kind}"
        return _put_out(session, need_folder(target), name, docx, case.number)
    return _put_out(session, need_folder(target), name, docx)


def filled(session: Session, template: str, case: Case, letter: Letter | None = None) -> bytes:
    """DOCX; ``letter`` is for approval sheets, envelopes, labels (None: the waiting one)."""
    need_clean(session.settings, template)
    return forms.render(session.settings, template, _fields(session, template, case, letter))


def receipt(session: Session, template: str, of: Sheet, title: str, fields: Mapping[str, Any]) -> bytes:
    """DOCX for the paper ``of``, with a code at its foot."""
    need_clean(session.settings, template)
    code = ids.read_code(of.code)
    assert code is not None
    given = {
        **office_fields(session),
        "pengirim": sender_lines(session.settings),
        "nomor": of.id,
        "tanggal_isi": "____________________",
        **fields,
    }
    return mark_sheet(forms.render(session.settings, template, given), code, title)


def laid_out(session: Session, documents: Sequence[bytes]) -> tuple[str, list[bytes]]:
    """``pdf`` and the PDFs; without LibreOffice ``docx`` and what was given."""
    try:
        folder = session.settings.var / "pdf"
        return "pdf", to_pdf(documents, accept_risk=session.settings["masuk.tanpa_isolasi"], folder=folder)
    except NoRenderer:
        return "docx", list(documents)


def pdfs(session: Session, case: Case, *templates: str) -> list[bytes]:
    """Made for the case folder in one run of LibreOffice."""
    suffix, made = laid_out(session, [filled(session, template, case) for template in templates])
    if suffix != "pdf":
        raise Refusal("office.no_report", case=case.number)
    need_still_there(session, case.number)
    return made


def next_name(number: str, template: str) -> str:
    """A name never given to other bytes in the case folder, whose filings are complete."""
    count = sum(document.logical.startswith(template) for document in cases.documents(number))
    return f"{template}-{count + 1}.pdf" if count else f"{template}.pdf"


def blank_form(session: Session, kind: str) -> bytes:
    """The form with the office's details and boxes only."""
    template = KINDS[kind].template
    given: dict[str, Any] = blank_fields(session)
    if template == "formulir-pendaftaran":
        given |= registration_fields({})
    elif template == "laporan-hasil-identifikasi":
        given |= empty_boxes()
    elif template == "laporan-penanganan-kasus":
        given |= blank_handling(session.settings)
    elif template == "tanda-terima":
        given |= blank_receipt(session)
    elif template == "lembar-verifikasi":
        given |= blank_verification(session)
    need_clean(session.settings, template)
    return forms.render(session.settings, template, given)


def _of_case(session: Session, kind: str, case: Case, letter: str) -> bytes:
    if kind in _GO_OUT:
        need_own(session.settings)
        need_free(case, case.values)
    if kind == CLARIFICATION.word:
        return _request(session, case)
    sent = (LetterState.APPROVED, LetterState.SIGNED)
    named = choose_letter.pick(case.number, sent, letter=letter) if letter else None
    return filled(session, KINDS[kind].template, case, named)


def _fields(session: Session, template: str, case: Case, letter: Letter | None) -> dict[str, Any]:
    if template == "formulir-pendaftaran":
        made = {**office_fields(session), **case_fields(case), **registration_fields(case.values)}
        return made | {"petugas": case.registered_by or session.actor.account}
    if template == "lembar-persetujuan-konsep":
        draft = letter or choose_letter.pick(case.number, (LetterState.DRAFTED,))
        return approval_fields(session, case, draft, _pages_of(session, draft))
    if template in ("amplop", "label"):
        return post_fields(session, case, letter)
    makers = {
        "tanda-terima": receipt_fields,
        "laporan-hasil-identifikasi": identification_fields,
        "laporan-penanganan-kasus": handling_fields,
        "lembar-entri-simfoni": simfoni_fields,
        "lembar-disposisi": disposition_fields,
        "lembar-verifikasi": verification_fields,
    }
    return makers[template](session, case)


def _request(session: Session, case: Case) -> bytes:
    values = decided(case.values)
    asked = {gap.field for gap in askable(gaps(case), values)}
    if not asked:
        raise Refusal("office.nothing_open", case=case.number)
    about = matter(case, values)
    name = template_for(about, CLARIFICATION)
    need_clean(session.settings, name)
    signatory = next(iter(signatories_for(session.settings, session.today, case.number)), None)
    return compose(
        about, session.settings, name, session.today, signatory=signatory, asking=Asking(asked)
    ).docx


def _pages_of(session: Session, letter: Letter) -> int:
    suffix, (made,) = laid_out(session, [letter_files.draft_of(session.settings, letter)])
    return len(PdfReader(BytesIO(made)).pages) if suffix == "pdf" else 0


def _register_page(session: Session, given: str) -> tuple[bytes, str]:
    month = need_month(session, given)
    fields, head = register_fields(session, month)
    history.log_access(clock.now(), session.actor, f"form {_REGISTER}", page_id(month))
    need_clean(session.settings, KINDS[_REGISTER].template)
    docx = forms.render(session.settings, KINDS[_REGISTER].template, fields, {forms.HEAD_OF_CHAIN: head})
    return docx, page_id(month)


def _put_out(session: Session, target: Path, name: str, docx: bytes, case: str = "") -> Made:
    """Without LibreOffice the DOCX alone. Raises Destroyed if ``case`` went meanwhile."""
    suffix, (made,) = laid_out(session, [docx])
    if case:
        need_still_there(session, case)
    files = {f"{name}.docx": docx, f"{name}.{suffix}": made}
    return Made(tuple(put_files(target, files.items())), suffix == "pdf")


def need_still_there(session: Session, number: str) -> None:
    """Raises Destroyed, and empties ``var/pdf``, where the case went meanwhile."""
    try:
        cases.get(number)
    except Destroyed:
        folder = session.settings.var / "pdf"
        with durable():
            for path in folder.glob("*"):
                if path.is_file():
                    path.unlink(missing_ok=True)
            sync_folder(folder)
        raise
