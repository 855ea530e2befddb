"""Step 11: both copies as PDF for the printer; each print and each spoilt sheet is counted.

A second print needs a reason: two papers with one code would both look right. Nothing signed is ever merged
or rewritten.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.cases.case import Case
from pipeline.cases.contact import is_bound
from pipeline.cases.states import PRINTERS
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal, Stale
from pipeline.kernel.files import need_folder, put_files
from pipeline.kernel.people import Role
from pipeline.office.answer.recontact import BECAUSE
from pipeline.office.base.desk import Desk, case_to_read, need_role
from pipeline.office.cases.forms_sheets import fingerprint
from pipeline.office.cases.inform import need_consent
from pipeline.office.letters import letter_files, which
from pipeline.office.letters.matter import need_route, values_of
from pipeline.records import boot, cases, history, letters
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.rendering.convert import to_pdf
from pipeline.rendering.mark import marked

READERS_OF_DRAFTS = frozenset({Role.OFFICER, Role.CHAIR})


@dataclass(frozen=True)
class Again:
    """A reprint of both copies; all sheets of the earlier print count as spoilt."""

    reason: str


@dataclass(frozen=True)
class Print:
    """The copies of one letter, with the bytes that were approved."""

    letter: Letter
    copies: tuple[tuple[Copy, bytes], ...]
    again: Again | None = None


def printable(desk: Desk, number: str, again: Again | None = None, letter: str = "") -> Print:
    """The approved letter's copies for printing now; the safe contact is checked again (step 13)."""
    need_role(desk, "print", PRINTERS)
    case = case_to_read(desk, number, "print")
    found = _letter(number, letter)
    need_same(case, found)
    need_consent(case, values_of(case, found))
    copies = letters.copies(found.id, found.revision)
    _need_right(found, copies, again)
    return Print(found, tuple((one, approved(desk, found, one)) for one in copies), again)


def to_print(desk: Desk, number: str) -> list[tuple[Letter, int]]:
    """The approved letters of a case, each with how often it was printed."""
    need_role(desk, "print", PRINTERS)
    case_to_read(desk, number, "print")
    found = which.among(number, (LetterState.APPROVED,))
    if not found:
        raise _none(number, which.among(number, tuple(LetterState)))
    return [(one, max(copy.printed for copy in letters.copies(one.id, one.revision))) for one in found]


def _letter(number: str, letter: str) -> Letter:
    open_ = which.among(number, (LetterState.APPROVED,), letter)
    if open_:
        return which.only(open_, "print")
    found = which.among(number, tuple(LetterState), letter)
    if found and found[-1].state == LetterState.WITHDRAWN:
        raise Refusal("office.withdrawn", letter=found[-1].id, case=number).mended_by(found[-1].drafting)
    signed = [one for one in found if one.state == LetterState.SIGNED]
    if signed:
        raise Refusal("office.signed_already", letter=signed[-1].id, case=number)
    raise _none(number, found)


def _none(number: str, found: Sequence[Letter]) -> Refusal:
    if found and (found[-1].state, found[-1].reason) == (LetterState.RETURNED, BECAUSE):
        return Refusal("office.set_back", letter=found[-1].id, case=number).mended_by(found[-1].drafting)
    return Refusal("office.no_letter", case=number, state=LetterState.APPROVED.value)


def _need_right(letter: Letter, copies: Sequence[Copy], again: Again | None) -> None:
    if again is None:
        if any(one.printed for one in copies):
            raise Refusal("office.printed_already", letter=letter.id, case=letter.case)
        return
    if not again.reason.strip():
        raise Refusal("office.reason_needed")
    for one in copies:
        if not one.printed:
            raise Refusal("office.not_printed_yet", copy=one.copy, letter=letter.id, case=letter.case)


def approved(desk: Desk, letter: Letter, copy: Copy) -> bytes:
    """The approved PDF of ``copy`` from the archive."""
    data = letter_files.print_of(desk, letter, copy)
    if not data:
        raise Refusal("office.copy_damaged", letter=letter.id)
    return data


def print_out(
    desk: Desk, number: str, target: Path, again: Again | None = None, letter: str = ""
) -> list[Path]:
    """Put the copies of the approved letter into ``target``."""
    ready = printable(desk, number, again, letter)
    folder = need_folder(target)
    count(desk, [ready])
    return put_files(folder, ((f"{ready.letter.id}-{copy.copy}.pdf", data) for copy, data in ready.copies))


def count(desk: Desk, ready: Sequence[Print]) -> None:
    """Count prints and spoilt sheets before they go out, all or nothing."""
    moment = clock.now()
    with boot.transact():
        for one in ready:
            _need_still(one.letter)
            for copy, _ in one.copies:
                detail: dict[str, object] = {"copy": copy.copy, "times": copy.printed + 1}
                letters.printed(copy)
                if one.again is not None:
                    letters.change_copy(copy.code, spoilt=copy.spoilt + copy.pages)
                    detail |= {"reason": one.again.reason, "spoilt": copy.pages}
                history.note(moment, desk.actor, "print", 11, one.letter.case, one.letter.id, **detail)


def _need_still(letter: Letter) -> None:
    now = letters.get(letter.id)
    if (now.state, now.revision) != (letter.state, letter.revision):
        raise Stale(what=f"Surat {letter.id}", read=letter.version, now=now.version)
    need_same(cases.get(letter.case), letter)


def need_same(case: Case, letter: Letter) -> None:
    """Refuse a letter that may not go to the present contact."""
    if not is_bound(letter.contact, case.values):
        raise Refusal("office.contact_changed", case=case.number)
    need_route(case, values_of(case, letter))


def print_draft(desk: Desk, number: str, target: Path, letter: str = "") -> Path:
    """Put the draft that the chair reads into ``target`` as a PDF marked KONSEP."""
    need_role(desk, "print", READERS_OF_DRAFTS)
    case = case_to_read(desk, number, "print")
    found = which.pick(case.number, (LetterState.DRAFTED,), (LetterState.RETURNED,), letter=letter)
    folder = need_folder(target)
    return put_files(folder, [(f"{found.id}-konsep.pdf", draft_pdf(desk, found))])[0]


def draft_pdf(desk: Desk, letter: Letter) -> bytes:
    """A draft as PDF marked KONSEP, with the fingerprint that decision sheets bear."""
    docx = letter_files.draft_of(desk.settings, letter)
    (pdf,) = to_pdf(
        [docx], accept_risk=desk.settings["masuk.tanpa_isolasi"], folder=desk.settings.var / "pdf"
    )
    return marked(pdf, f"KONSEP {letter.id} · revisi {letter.revision} · sidik {fingerprint(letter)}")
