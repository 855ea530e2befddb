"""A further letter or call in a case, with its own *tanggal diterima*."""

from dataclasses import dataclass, replace
from datetime import date

from pipeline.cases.fields.field import Field, Kind, Section, always, never
from pipeline.cases.fields.registration import CALL, INCOMING
from pipeline.cases.values import Values, day, flag, text
from pipeline.kernel.text import N_

REPLIES_TO = "replies_to"
NEEDS_ANSWER = "needs_answer"
_PHONE = frozenset({"story", "phone_started", "phone_ended", "caller_number"})
FURTHER: tuple[Field, ...] = (
    *(field for field in INCOMING if field.name not in _PHONE),
    Field(
        NEEDS_ANSWER, N_("Does it need an answer of its own?"), Kind.YESNO,
        Section.LETTER, 1,
        N_("No if it only completes an earlier letter."), "ya",
        required=always, default=lambda _: True,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Further:
    """One further letter."""

    arrival: str
    agenda: str
    document: str
    values: Values

    @property
    def received(self) -> date | None:
        """The day from which its deadline counts."""
        return day(self.values, "received_day")

    @property
    def number(self) -> str:
        """As written."""
        return text(self.values, "letter_number")

    @property
    def needs_answer(self) -> bool:
        """Whether it gets a letter of its own."""
        return flag(self.values, NEEDS_ANSWER)


_INCOMING = {field.name: field for field in INCOMING}
FURTHER_CALL: tuple[Field, ...] = (
    *(_INCOMING[name] for name in ("channel", "received_day", "received_time")),
    replace(
        _INCOMING["sender"], label=N_("Caller"), required=never, when=always, example="Rusmini Talahu",
        help=N_("The name the caller gave; empty if none was given."),
    ),
    *(_INCOMING[name] for name in ("summary", "story", "phone_started", "phone_ended", "caller_number")),
    *CALL,
)  # fmt: skip
