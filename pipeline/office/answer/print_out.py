"""Step 11: both copies as PDF for the printer; prints and spoilt sheets are counted.

A second print needs a reason: two papers with one code both look right. Nothing signed is merged or
rewritten.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pipeline.cases.case import Case
from pipeline.cases.contact import is_bound
from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.states import PRINTERS
from pipeline.cases.values import Values, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import need_folder, put_files
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_
from pipeline.office.answer.recontact import BECAUSE
from pipeline.office.base.session import Session, case_to_read, need_role
from pipeline.office.cases.forms_sheets import fingerprint
from pipeline.office.cases.inform import need_consent
from pipeline.office.engine.declare import CaseFile, Change, Words, act
from pipeline.office.engine.perform import read_answers
from pipeline.office.letters import choose_letter, letter_files
from pipeline.office.letters.matter import need_route, values_of
from pipeline.records import history, letters
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.rendering.convert import to_pdf
from pipeline.rendering.mark import marked

READERS_OF_DRAFTS = frozenset({Role.OFFICER, Role.CHAIR})


WHY = reason(N_("Reason for printing again (jam, marked, …)"))


def to_print(session: Session, number: str) -> list[tuple[Letter, int]]:
    """Approved letters, each with its count of prints."""
    need_role(session, "print", PRINTERS)
    case_to_read(session, number, "print")
    rows = choose_letter.among(number, (LetterState.APPROVED,))
    if not rows:
        raise _none(number, choose_letter.among(number, tuple(LetterState)))
    return [
        (letter, max(copy.printed for copy in letters.copies(letter.id, letter.revision))) for letter in rows
    ]


def _letter(number: str, letter: str) -> Letter:
    open_ = choose_letter.among(number, (LetterState.APPROVED,), letter)
    if open_:
        return choose_letter.only(open_, "print")
    rows = choose_letter.among(number, tuple(LetterState), letter)
    if rows and rows[-1].state == LetterState.WITHDRAWN:
        raise Refusal("office.withdrawn", letter=rows[-1].id, case=number).mended_by(rows[-1].drafting)
    signed = [candidate for candidate in rows if candidate.state == LetterState.SIGNED]
    if signed:
        raise Refusal("office.signed_already", letter=signed[-1].id, case=number)
    raise _none(number, rows)


def _none(number: str, rows: Sequence[Letter]) -> Refusal:
    if rows and (rows[-1].state, rows[-1].reason) == (LetterState.RETURNED, BECAUSE):
        return Refusal("office.set_back", letter=rows[-1].id, case=number).mended_by(rows[-1].drafting)
    return Refusal("office.no_letter", case=number, state=LetterState.APPROVED.value)


def _need_right(letter: Letter, copies: Sequence[Copy], *, is_again: bool) -> None:
    if not is_again and any(copy.printed for copy in copies):
        raise Refusal("office.printed_already", letter=letter.id, case=letter.case)
    for copy in copies if is_again else ():
        if not copy.printed:
            raise Refusal("office.not_printed_yet", copy=copy.copy, letter=letter.id, case=letter.case)


def approved(session: Session, letter: Letter, copy: Copy) -> bytes:
    """The approved PDF of ``copy`` from the archive."""
    data = letter_files.print_of(session, letter, copy)
    if not data:
        raise Refusal("office.copy_damaged", letter=letter.id)
    return data


def _may_not_go(_session: Session, file: CaseFile) -> Refusal | None:
    try:
        letter = _letter(file.case.number, file.about)
        need_same_contact(file.case, letter)
        need_consent(file.case, values_of(file.case, letter))
    except Refusal as refusal:
        return refusal
    return None


@act(
    events=("print",),
    roles=PRINTERS,
    step=11,
    words=Words(done=N_("Letter {letter} is ready to print.")),
    reads=lambda session, _file, answers: read_answers(session, (WHY,), answers) if answers else {},
    blocked=(_may_not_go,),
)
def print_letter(session: Session, file: CaseFile, answers: Values) -> Change:
    """Print both copies as approved; the safe contact is checked again (step 13).

    Again with a reason: the sheets printed before count as spoilt.
    """
    letter, is_again = _letter(file.case.number, file.about), REASON in answers
    copies = letters.copies(letter.id, letter.revision)
    _need_right(letter, copies, is_again=is_again)
    prints = {f"{letter.id}-{copy.copy}.pdf": approved(session, letter, copy) for copy in copies}
    return Change(
        file.case,
        has_event=False,
        writes=[partial(_count, copy, is_again=is_again) for copy in copies],
        events=[_printed(session, file, letter, copy, answers) for copy in copies],
        told={"letter": letter.id, "again": is_again},
        prints=prints,
    )


def _count(copy: Copy, *, is_again: bool) -> None:
    letters.printed(copy)
    if is_again:
        letters.change_copy(copy.code, spoilt=copy.spoilt + copy.pages)


def _printed(session: Session, file: CaseFile, letter: Letter, copy: Copy, answers: Values) -> history.Act:
    again = {"reason": text(answers, REASON), "spoilt": copy.pages} if REASON in answers else {}
    detail = {"copy": copy.copy, "times": copy.printed + 1, **again}
    return history.event(file.moment, session.actor, "print", 11, letter.case, letter.id, **detail)


def need_same_contact(case: Case, letter: Letter) -> None:
    """Refuse a letter that may not go to the present contact."""
    if not is_bound(letter.contact, values_of(case, letter)):
        raise Refusal("office.contact_changed", case=case.number)
    need_route(case, values_of(case, letter))


def print_draft(session: Session, number: str, target: Path, letter: str = "") -> Path:
    """Puts a PDF marked KONSEP into ``target``."""
    need_role(session, "print", READERS_OF_DRAFTS)
    case = case_to_read(session, number, "print")
    draft = choose_letter.pick(case.number, (LetterState.DRAFTED,), (LetterState.RETURNED,), letter=letter)
    folder = need_folder(target)
    return put_files(folder, [(f"{draft.id}-konsep.pdf", draft_pdf(session, draft))])[0]


def draft_pdf(session: Session, letter: Letter) -> bytes:
    """PDF marked KONSEP, with the fingerprint that decision sheets bear."""
    docx = letter_files.draft_of(session.settings, letter)
    (pdf,) = to_pdf(
        [docx], accept_risk=session.settings["masuk.tanpa_isolasi"], folder=session.settings.var / "pdf"
    )
    return marked(
        pdf, f"KONSEP {letter.id} · revisi {letter.revision} · kode pemeriksa {fingerprint(letter)}"
    )
