"""Decision sheets with a code, for a chair who decides on paper (steps 6, 7, 11)."""

from collections.abc import Mapping, Sequence
from functools import partial
from io import BytesIO

from pypdf import PdfReader

from pipeline.cases.case import Case
from pipeline.cases.fields.decisions import CHOSEN, one_of
from pipeline.cases.fields.field import Field
from pipeline.cases.problems import NotPossible
from pipeline.cases.states import PRINTERS, find_move, move
from pipeline.cases.values import Values, text
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next
from pipeline.letters.copies import make_code, mark_sheet
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import keys
from pipeline.office.base.session import Session, steps
from pipeline.office.cases.sheet_back import STEP, verb_of
from pipeline.office.engine.declare import CaseFile, Change, Shown, Words, act
from pipeline.office.engine.perform import read_answers
from pipeline.office.letters import choose_letter
from pipeline.office.papers import forms
from pipeline.records import history, sheets
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import Sheet, SheetKind
from pipeline.rendering.convert import to_pdf

_FORM = {
    SheetKind.VET: "lembar-verifikasi",
    SheetKind.ASSIGN: "lembar-disposisi",
    SheetKind.REVIEW: "lembar-persetujuan-konsep",
}
_TITLE = {
    SheetKind.VET: N_("Verification sheet"),
    SheetKind.ASSIGN: N_("Disposition sheet"),
    SheetKind.REVIEW: N_("Approval sheet of the draft"),
}
_HOW = N_(
    "For a decision signed on paper: print it, let the chair fill it in, scan it back; another clerk "
    "types it in."
)
EVENT = "sheet"


def possible(case: Case) -> list[SheetKind]:
    """Sheets of the steps that wait for the chair."""
    waits = bool(choose_letter.among(case.number, (LetterState.DRAFTED,)))
    return [
        kind
        for kind in _FORM
        if (waits if kind is SheetKind.REVIEW else case.state in find_move(verb_of(kind, case)).sources)
    ]


def _named(file: CaseFile) -> tuple[str, str]:
    """Sheet and letter that the act names; a letter alone means its approval."""
    words = file.about.split()
    letter = next((word for word in words if ids.case_of_letter(word)), "")
    kind = " ".join(word for word in words if word != letter).lower()
    return kind or (SheetKind.REVIEW if letter else ""), letter


def _nothing_waits(session: Session, file: CaseFile) -> Refusal | None:
    if possible(file.case):
        return None
    return NotPossible(verb=EVENT, state=file.case.state.value).mended_by(*steps(file.case, session.actor))


def _asked(_session: Session, file: CaseFile) -> Sequence[Field]:
    may = possible(file.case)
    return (one_of(
        CHOSEN, N_("Sheet"), N_("By the step that waits for the chair."),
        [(kind.value, _TITLE[kind]) for kind in may], proposed=_named(file)[0] or may[0],
    ),)  # fmt: skip


def _reads(session: Session, file: CaseFile, answers: Mapping[str, object]) -> Values:
    kind = str(answers.get(CHOSEN) or _named(file)[0])
    return (
        {CHOSEN: kind} if kind in set(_FORM) else read_answers(session, _asked(session, file), {CHOSEN: kind})
    )


@act(
    events=(EVENT,),
    roles=PRINTERS,
    words=Words(
        N_("Print a decision sheet"),
        N_("Prepare the print"),
        N_(
            "Sheet {sheet} is ready to print. When signed, scan it into the inbox, then type in the decision."
        ),
    ),
    shows=Shown((_HOW,)),
    asks=_asked,
    reads=_reads,
    blocked=(_nothing_waits,),
    is_printed=True,
)
def print_sheet(session: Session, file: CaseFile, answers: Values) -> Change:
    """Print a sheet for a decision of the chair; all stay good until one is decided."""
    case, kind = file.case, SheetKind(text(answers, CHOSEN))
    draft = _draft_of(case, _named(file)[1]) if kind is SheetKind.REVIEW else None
    if draft is None or not draft.is_beside:
        _need_possible(session, case, kind)
    if draft is None and kind is SheetKind.REVIEW:
        raise Refusal("office.no_letter", case=case.number, state=LetterState.DRAFTED.value)
    sheet, pdf = _made(session, kind, case, draft)
    return Change(
        case,
        has_event=False,
        writes=(partial(sheets.add, sheet),),
        events=(
            history.event(
                file.moment, session.actor, EVENT, STEP[kind], case.number, sheet.id, kind=str(kind)
            ),
        ),
        told={"sheet": sheet.id, "kind": str(kind)},
        next=(Next("record-decision", case.number, sheet.id),),
        prints={f"{sheet.id}-{kind}.pdf": pdf},
    )


def _need_possible(session: Session, case: Case, kind: SheetKind) -> None:
    try:
        move(case.state, verb_of(kind, case), frozenset({Role.CHAIR}))
    except NotPossible as error:
        raise error.mended_by(*steps(case, session.actor)) from None


def _draft_of(case: Case, letter: str) -> Letter | None:
    drafts = choose_letter.among(case.number, (LetterState.DRAFTED,), letter)
    return choose_letter.only(drafts, "sheet-of-draft") if drafts else None


def _made(session: Session, kind: SheetKind, case: Case, letter: Letter | None) -> tuple[Sheet, bytes]:
    sheet_id = ids.sheet_id(case.number, len(sheets.of_case(case.number)) + 1)
    key_id, key = keys.newest(session.settings, keys.CODE)
    filled = forms.filled(session, _FORM[kind], case, letter)
    digest = digest_bytes(filled, "sha256")
    revision = letter.revision if letter else 1
    code = make_code(sheet_id, revision, 1, key, key_id, digest)
    (pdf,) = to_pdf(
        [mark_sheet(filled, code, _TITLE[kind].id)],
        accept_risk=session.settings["masuk.tanpa_isolasi"],
        folder=session.settings.var / "pdf",
    )
    sheet = Sheet(
        id=sheet_id,
        case=case.number,
        kind=kind,
        code=str(code),
        key_id=key_id,
        digest=digest,
        made_at=to_seconds(clock.now()),
        made_by=session.actor.account,
        letter=letter.id if letter else "",
        revision=revision,
        pages=len(PdfReader(BytesIO(pdf)).pages),
        printed=1,
    )
    return sheet, pdf
