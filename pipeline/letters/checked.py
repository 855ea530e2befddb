"""What a letter rule looks at, as one value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.letters.clauses import ANSWER
from pipeline.letters.matter import Matter
from pipeline.letters.text import Sheet
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory


@dataclass(frozen=True)
class Checked:
    """The letter's parts, its matter, the settings, its date, the number of copies, who may sign that day.

    ``is_numbered`` says that the number must be there, ``awaits_number`` that number and date are still blank
    and are typed in later (``penomoran = "sekretariat"``). ``kind`` is the word of the clause library for the letter.
    """

    sheet: Sheet
    matter: Matter
    settings: Settings
    day: date
    copies: int
    is_numbered: bool
    awaits_number: bool
    signatories: tuple[Signatory, ...]
    kind: str = ANSWER

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield the lines of the whole letter with their numbers, from 1."""
        yield from enumerate(self.sheet.whole.splitlines(), 1)
