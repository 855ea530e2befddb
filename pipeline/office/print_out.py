"""Step 11: both copies as PDF for the printer; each print is counted."""

from __future__ import annotations

from pathlib import Path

from pipeline.cases.contact import contact_key
from pipeline.kernel import clock
from pipeline.kernel.files import write_durably
from pipeline.kernel.people import Role
from pipeline.office import letter_files
from pipeline.office.desk import Desk, case_to_read, need_role
from pipeline.office.errors import ContactChanged, NoLetter
from pipeline.records import boot, history, letters
from pipeline.records.letters import LetterState

PRINTERS = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR})


def print_out(desk: Desk, number: str, target: Path) -> list[Path]:
    """Put both copies of the approved letter of case ``number`` into ``target``; returns the files.

    The safe contact is checked again (step 13). Raises NoLetter, ContactChanged, NotYours, NotFound.
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
        source = letter_files.folder(desk.settings, letter.id, letter.revision)
        data = (source / letter_files.copy_name(copy.copy, "pdf")).read_bytes()
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
