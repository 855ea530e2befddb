"""What a letter rule looks at and finds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.kernel.letter_kinds import ANSWER, LetterKind
from pipeline.kernel.text import Text
from pipeline.letters.matter import Matter
from pipeline.letters.text import Sheet
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory

OPENING, SUBJECT, ADDRESSEE = (
    Text("paragraf pembuka", "opening"), Text("baris Hal", "line Hal"), Text("bagian Yth.", "block Yth."),
)  # fmt: skip
NUMBER, DATE_LINE = Text("baris Nomor", "line Nomor"), Text("baris tanggal", "date line")
ATTACHMENTS, CC = Text("baris Lampiran", "line Lampiran"), Text("tembusan", "copies to")
NATURE, SERVICES = Text("baris Sifat", "line Sifat"), Text("paragraf layanan", "paragraph of services")
CONTENT, CLOSING = Text("isi surat", "content"), Text("paragraf penutup", "closing paragraph")
SIGNATURE, WHOLE = Text("bagian tanda tangan", "signature block"), Text("seluruh surat", "whole letter")


def line_of(index: int) -> Text:
    """A line as a place, from 1."""
    return Text(f"baris ke-{index}", f"line {index}")


def paragraph_of(index: int) -> Text:
    """A paragraph as a place, from 1."""
    return Text(f"paragraf ke-{index}", f"paragraph {index}")


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
