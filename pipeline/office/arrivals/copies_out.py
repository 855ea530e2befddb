"""Printed copies that no longer count: what came back of them is kept; a copy 1 that has left binds its letter."""

from pipeline.kernel.errors import Refusal
from pipeline.office.arrivals import arrival_files
from pipeline.records import arrivals, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import Letter, LetterState
from pipeline.settings import Settings


def has_left(letter: Letter) -> bool:
    """Tell whether copy 1 of an approved letter is out: the chair confirmed it, or it was stated and is not scanned."""
    return letter.state == LetterState.APPROVED and any(
        one.confirmed_by or (one.attested and not one.arrival)
        for one in letters.copies(letter.id, letter.revision)
        if one.copy == 1
    )


def is_out(letter: Letter) -> Refusal | None:
    """Return that copy 1 of a letter is out, so that the letter is not taken back."""
    if not has_left(letter):
        return None
    code = "office.copy_is_out" if letter.number else "office.unnumbered_is_out"
    return Refusal(code, letter=letter.id, case=letter.case, number=letter.number)


def outdate(letter: Letter, note: str) -> None:
    """Copies of this revision that came back signed no longer count; they are kept and shown, with a ``note``.

    Inside the caller's transaction; :func:`write_rows` comes after it.
    """
    for copy in letters.copies(letter.id, letter.revision):
        scan = arrivals.get(copy.arrival) if copy.arrival else None
        if scan is not None and scan.state == ArrivalState.COPY:
            arrivals.change(scan, state=ArrivalState.UNMATCHED, note=note)


def write_rows(settings: Settings, letter: Letter) -> None:
    """Write down beside their originals what became of the papers of ``letter``, after the transaction."""
    for one in arrivals.of_case(letter.case):
        if one.letter == letter.id:
            arrival_files.write_row(settings, one)
