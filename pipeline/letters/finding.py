"""What a letter rule looks at and finds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.kernel.letter_kinds import ANSWER, LetterKind
from pipeline.kernel.text import N_, Text, as_it_is
from pipeline.letters.matter import Matter
from pipeline.letters.sentences import sentences
from pipeline.letters.spelling import written_out
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
    """A broken rule (1–15); ``words`` are the letter's, which may name people."""

    rule: int
    said: Text
    place: Text
    remedy: Text
    words: str = ""

    def text(self, lang: str = "id", *, quoted: bool = False) -> str:
        """One line; ``quoted`` has the letter's words, for a reader's eyes and no record."""
        rule = "Rule" if lang == "en" else "Aturan"
        message, place, remedy = (part.fill(lang) for part in (self.said, self.place, self.remedy))
        words = f": “{self.words}”" if quoted and self.words else ""
        return f"{rule} {self.rule} ({place}{words}): {message} {remedy}"

    def shown(self) -> Text:
        """The line for a reader's eyes."""
        return as_it_is(self.text("id", quoted=True), self.text("en", quoted=True))


def findings(rule: int, *rows: tuple[object, Text, Text, Text]) -> Iterator[Finding]:
    """Of each row that is so, what it says, its place and remedy."""
    return (Finding(rule, message, place, remedy) for is_so, message, place, remedy in rows if is_so)


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

    @cached_property
    def sentences(self) -> tuple[tuple[Text, str, str, str], ...]:
        """Of the body: place, sentence, it written out, and with its neighbours in the paragraph."""
        return tuple(
            (paragraph_of(index), sentence, written_out(sentence), written_out(" ".join(parts[max(0, at - 1) : at + 2])))
            for index, paragraph in enumerate(self.sheet.body, 1)
            for parts in (sentences(paragraph),)
            for at, sentence in enumerate(parts)
        )  # fmt: skip

    def lines(self) -> Iterator[tuple[int, str]]:
        """The numbered lines of the letter."""
        yield from enumerate(self.sheet.whole.splitlines(), 1)
