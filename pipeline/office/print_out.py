"""Step 11: both copies as PDF for the printer; each print is counted."""

from __future__ import annotations

from pathlib import Path

from pipeline.cases.contact import contact_key
from pipeline.kernel import clock
from pipeline.kernel.files import digest_bytes, write_durably
from pipeline.kernel.people import Role
from pipeline.office import letter_files
from pipeline.office.desk import Desk, case_to_read, need_role
from pipeline.office.errors import ContactChanged, CopyDamaged, NoLetter
from pipeline.records import boot, cases, history, letters
from pipeline.records.letters import LetterState
from pipeline.rendering.convert import to_pdf

READERS_OF_DRAFTS = frozenset({Role.OFFICER, Role.CHAIR})
PRINTERS = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR})


def _approved(desk: Desk, letter: letters.Letter, copy: letters.Copy) -> bytes:
    """Return the PDF of ``copy`` from the archive, as it was approved. Raises CopyDamaged."""
    name = letter_files.filed_name(letter.id, letter.revision, letter_files.copy_name(copy.copy, "pdf"))
    path = next((one.path for one in cases.documents(letter.case) if one.logical == name), "")
    try:
        data = (desk.settings.archive / path).read_bytes() if path else b""
    except OSError:
        data = b""
    if digest_bytes(data, "sha256") != copy.pdf_digest:
        raise CopyDamaged(letter=letter.id)
    return data


def print_out(desk: Desk, number: str, target: Path) -> list[Path]:
    """Put both copies of the approved letter of case ``number`` into ``target``; returns the files.

    The safe contact is checked again (step 13). Raises NoLetter, CopyDamaged, ContactChanged, NotYours, NotFound.
    """
    need_role(desk, "print", PRINTERS)
    case = case_to_read(desk, number, "print")
    found = [one for one in letters.of_case(number) if one.state == LetterState.APPROVED]
    if not found:
        raise NoLetter(case=number, state=LetterState.APPROVED.value)
    letter = found[-1]
    if tuple(letter.contact) != contact_key(case.values):
        raise ContactChanged(case=number)
    target.mkdir(parents=True, exist_ok=True)
    made = []
    for copy in letters.copies(letter.id, letter.revision):
        data = _approved(desk, letter, copy)
        path = target / f"{letter.id}-{copy.copy}.pdf"
        write_durably(path, data)
        made.append(path)
        with boot.transact():
            letters.printed(copy.code)
            history.note(
                clock.now(),
                desk.actor,
                "print",
                11,
                number,
                letter.id,
                copy=copy.copy,
                times=copy.printed + 1,
            )
    return made


def print_draft(desk: Desk, number: str, target: Path) -> Path:
    """Put the draft of case ``number``, as the chair has it before her, into ``target`` as a PDF marked KONSEP.

    Raises NoLetter, DraftChanged, NotYours, NotFound, and what LibreOffice's run raises.
    """
    need_role(desk, "print", READERS_OF_DRAFTS)
    case = case_to_read(desk, number, "print")
    states = (LetterState.DRAFTED, LetterState.RETURNED)
    found = [one for one in letters.of_case(case.number) if one.state in states]
    if not found:
        raise NoLetter(case=number, state=" / ".join(states))
    docx = letter_files.draft_of(desk.settings, found[-1])
    (pdf,) = to_pdf([docx], accept_risk=desk.settings["masuk.tanpa_isolasi"])
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"{found[-1].id}-konsep.pdf"
    write_durably(path, pdf)
    return path
