"""What an approved letter waits for: its printer, its signed copies, or the chair's word about copy 1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from pipeline.cases.states import CONFIRMERS, PRINTERS
from pipeline.kernel.people import Role
from pipeline.office.base.letter_kinds import is_request, letter_option
from pipeline.records import letters
from pipeline.records.letters import Letter, LetterState


class Awaited(Enum):
    """What an approved letter waits for: to be printed, its signed copies to be scanned, the chair's word about copy 1."""

    PRINT = auto()
    SCAN = auto()
    CONFIRM = auto()


@dataclass(frozen=True)
class Wait:
    """What is waited for (Indonesian), the whole command or deed that is next, and who may do it."""

    waits: str
    next: str
    roles: frozenset[Role]
    what: Awaited


def of_case(number: str) -> Wait | None:
    """Return what the approved answer of a case waits for; None where it has none."""
    answers = (one for one in letters.of_case(number) if not is_request(one))
    letter = next((one for one in answers if one.state == LetterState.APPROVED), None)
    return None if letter is None else wait_of(letter)


def wait_of(letter: Letter) -> Wait:
    """Return what an approved ``letter`` waits for; a copy 1 that has left, as was stated, is not scanned any more."""
    named = letter_option(letter)
    copies = letters.copies(letter.id, letter.revision)
    if not all(one.printed for one in copies):
        return Wait("belum dicetak", f"rangkap print {letter.case}{named} --to DIR", PRINTERS, Awaited.PRINT)
    open_ = [one for one in copies if not (one.arrival or one.confirmed_by)]
    unsure = [one for one in open_ if one.attested]
    listed = " dan ".join(f"ke-{one.copy}" for one in open_ if not one.attested)
    if not listed:
        command = f"rangkap attest {letter.case} --confirm{named}"
        return Wait("menunggu ketua menegaskan pernyataan salinan ke-1", command, CONFIRMERS, Awaited.CONFIRM)
    waits = f"menunggu salinan {listed} yang bertanda tangan"
    if unsure:
        waits += "; pernyataan salinan ke-1 menunggu ketua"
    return Wait(waits, f"pindai salinan {listed} ke inbox", PRINTERS, Awaited.SCAN)
