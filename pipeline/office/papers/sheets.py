"""Decision sheets with a code, for a chair who decides on paper (steps 6, 7, 11)."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from pipeline.cases.case import Case
from pipeline.cases.problems import NotPossible
from pipeline.cases.states import PRINTERS, find_move, move
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes, need_folder, put_files
from pipeline.kernel.people import Role
from pipeline.letters.copies import make_code, mark_sheet
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import keys
from pipeline.office.base.desk import Desk, case_to_read, need_role, steps
from pipeline.office.cases.sheet_back import STEP, verb_of
from pipeline.office.letters import which
from pipeline.office.papers import forms
from pipeline.records import boot, history, sheets
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import Sheet, SheetKind
from pipeline.rendering.convert import to_pdf

_FORM = {
    SheetKind.VET: "lembar-verifikasi",
    SheetKind.ASSIGN: "lembar-disposisi",
    SheetKind.REVIEW: "lembar-persetujuan-konsep",
}
_TITLE = {
    SheetKind.VET: "Lembar verifikasi",
    SheetKind.ASSIGN: "Lembar disposisi",
    SheetKind.REVIEW: "Lembar persetujuan konsep",
}


def make(
    desk: Desk, kind: SheetKind, number: str, target: Path, letter: str = ""
) -> tuple[Sheet, list[Path]]:
    """Put a new decision sheet into ``target`` as PDF.

    An earlier sheet stays good until one of them is decided; ``letter`` names the draft.
    """
    need_role(desk, "sheet", PRINTERS)
    case = case_to_read(desk, number, "sheet")
    draft = _draft_of(case, letter) if kind is SheetKind.REVIEW else None
    if draft is None or not draft.is_beside:
        _need_possible(desk, case, kind)
    if draft is None and kind is SheetKind.REVIEW:
        raise Refusal("office.no_letter", case=case.number, state=LetterState.DRAFTED.value)
    need_folder(target)
    key_id, key = keys.newest(desk.settings, keys.CODE)
    while True:
        sheet_id = ids.sheet_id(number, len(sheets.of_case(number)) + 1)
        sheet, pdf = _made(desk, kind, case, draft, sheet_id, key, key_id)
        with boot.transact():
            if sheets.find(sheet_id) is None:
                sheets.add(sheet)
                history.note(
                    sheet.made_at, desk.actor, "sheet", STEP[kind], sheet.case, sheet.id, kind=str(kind)
                )
                break
    return sheet, put_files(target, [(f"{sheet.id}-{kind}.pdf", pdf)])


def possible(case: Case) -> list[SheetKind]:
    """The sheets of the steps that wait for the chair."""
    waits = bool(which.among(case.number, (LetterState.DRAFTED,)))
    return [
        one
        for one in _FORM
        if (waits if one is SheetKind.REVIEW else case.state in find_move(verb_of(one, case)).sources)
    ]


def _need_possible(desk: Desk, case: Case, kind: SheetKind) -> None:
    try:
        move(case.state, verb_of(kind, case), frozenset({Role.CHAIR}))
    except NotPossible as error:
        raise error.mended_by(*steps(case, desk.actor)) from None


def _draft_of(case: Case, letter: str) -> Letter | None:
    found = which.among(case.number, (LetterState.DRAFTED,), letter)
    return which.only(found) if found else None


def _made(
    desk: Desk, kind: SheetKind, case: Case, letter: Letter | None, sheet_id: str, key: bytes, key_id: str
) -> tuple[Sheet, bytes]:
    filled = forms.filled(desk, _FORM[kind], case, letter)
    digest = digest_bytes(filled, "sha256")
    revision = letter.revision if letter else 1
    code = make_code(sheet_id, revision, 1, key, key_id, digest)
    (pdf,) = to_pdf(
        [mark_sheet(filled, code, _TITLE[kind])],
        accept_risk=desk.settings["masuk.tanpa_isolasi"],
        folder=desk.settings.var / "pdf",
    )
    sheet = Sheet(
        id=sheet_id,
        case=case.number,
        kind=kind,
        code=str(code),
        key_id=key_id,
        digest=digest,
        made_at=to_seconds(clock.now()),
        made_by=desk.actor.account,
        letter=letter.id if letter else "",
        revision=revision,
        pages=len(PdfReader(BytesIO(pdf)).pages),
        printed=1,
    )
    return sheet, pdf
