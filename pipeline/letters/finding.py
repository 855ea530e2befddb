"""What a letter rule looks at and finds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.kernel.letter_kinds import ANSWER, LetterKind
from pipeline.kernel.text import N_, Text
from pipeline.letters.matter import Matter
from pipeline.letters.text import Sheet
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory

OPENING, SUBJECT, ADDRESSEE = (
    N_("opening"), N_("line Hal"), N_("block Yth."),
)  # fmt: skip
NUMBER, DATE_LINE = N_("line Nomor"), N_("date line")
ATTACHMENTS, CC = N_("line Lampiran"), N_("copies to")
NATURE, SERVICES = N_("line Sifat"), N_("paragraph of services")
CONTENT, CLOSING = N_("content"), N_("closing paragraph")
SIGNATURE, WHOLE = N_("signature block"), N_("whole letter")


def line_of(index: int) -> Text:
    """A line as a place, from 1."""
    return N_("line {index}").of(index=index)


def paragraph_of(index: int) -> Text:
    """A paragraph as a place, from 1."""
    return N_("paragraph {index}").of(index=index)


@dataclass(frozen=True)
class Finding:
    """One broken rule (1–14)."""

    rule: int
    said: Text
    place: Text
    remedy: Text

    def text(self, lang: str = "id") -> str:
        """One line."""
        rule = "Rule" if lang == "en" else "Aturan"
        said, place, remedy = (one.fill(lang) for one in (self.said, self.place, self.remedy))
        return f"{rule} {self.rule} ({place}): {said} {remedy}"


@dataclass(frozen=True)
class Checked:
    """``awaits_number``: number and date are typed in later."""

    sheet: Sheet
    matter: Matter
    settings: Settings
    day: date
    copies: int
    is_numbered: bool
    awaits_number: bool
    signatories: tuple[Signatory, ...]
    kind: LetterKind = ANSWER

    def lines(self) -> Iterator[tuple[int, str]]:
        """The numbered lines of the letter."""
        yield from enumerate(self.sheet.whole.splitlines(), 1)
