"""Fields; their names are stable, as ``kasus.json`` holds them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.cases.lists import Choice
from pipeline.cases.values import Condition, Value, Values
from pipeline.kernel.text import Text


class Kind(StrEnum):
    """How an answer is read (:mod:`pipeline.cases.fields.kinds`)."""

    NAME = "name"
    TEXT = "text"
    LONG = "long"
    DAY = "day"
    WHEN = "when"
    TIME = "time"
    NUMBER = "number"
    AGE = "age"
    PHONE = "phone"
    NIK = "nik"
    YESNO = "yesno"
    CHOICE = "choice"
    CHOICES = "choices"
    PLACE = "place"
    LINES = "lines"
    PERSONS = "persons"


class Mask(StrEnum):
    """How an answer is shown without a reason (:mod:`pipeline.cases.privacy`)."""

    OPEN = "open"
    NAME = "initials"
    PERSONS = "initials of each"
    NUMBER = "last four digits"
    WHERE = "hidden place or birth date"
    FREE = "hidden"
    SENDER = "of the letter: open, but for a child"


_MASKS = {
    Kind.NAME: Mask.NAME, Kind.PERSONS: Mask.PERSONS, Kind.PHONE: Mask.NUMBER, Kind.NIK: Mask.NUMBER,
    Kind.TEXT: Mask.FREE, Kind.LONG: Mask.FREE, Kind.LINES: Mask.FREE,
}  # fmt: skip
"""What is typed freely is hidden, what is chosen or counted open."""


class Section(StrEnum):
    """Groups of fields by Indonesian heading."""

    LETTER = "Surat atau telepon"
    REPORTER = "Pelapor"
    VICTIM = "Korban"
    REPORTED = "Terlapor"
    EVENT = "Kejadian"
    CONTACT = "Kontak aman"
    CALL = "Percakapan telepon"
    ANSWER = "Surat jawaban"
    INFORM = "Menghubungi korban"
    STUDY = "Bahasa dan maksud"
    IDENTIFICATION = "Laporan hasil identifikasi"
    CLARIFY = "Klarifikasi"
    SHEET = "Lembar keputusan"
    HANDING = "Penyerahan salinan"
    ERASURE = "Permintaan penghapusan"
    DELIVERY = "Penyampaian surat jawaban"
    CLOSING = "Penutupan kasus"
    SIMFONI = "Entri SIMFONI-PPA"
    FOLLOW_UP = "Rujukan dan layanan"
    CLOCK = "Tenggat undang-undang"
    DECISION = "Keputusan"

    @property
    def label(self) -> Text:
        """The heading."""
        return Text(self.value, _HEADINGS[self.name])


_HEADINGS = {
    "LETTER": "Letter or call", "REPORTER": "Reporter", "VICTIM": "Victim", "REPORTED": "Reported person",
    "EVENT": "Event", "CONTACT": "Safe contact", "CALL": "Telephone call", "ANSWER": "Answer letter",
    "INFORM": "Contact with the victim", "STUDY": "Language and intent", "IDENTIFICATION": "Identification report", "CLARIFY": "Clarification",
    "SHEET": "Decision sheet", "HANDING": "Handing over of the copy", "ERASURE": "Request for erasure",
    "DELIVERY": "Delivery of the answer", "CLOSING": "Closing of the case", "CLOCK": "Clock of the law",
    "DECISION": "Decision", "SIMFONI": "Entry into SIMFONI-PPA",
    "FOLLOW_UP": "Referral and services",
}  # fmt: skip


def always(_values: Values) -> bool:
    """Say yes."""
    return True


def never(_values: Values) -> bool:
    """Say no."""
    return False


def nothing(_values: Values) -> Value | None:
    """Propose nothing."""
    return None


@dataclass(frozen=True)
class Field:
    """One question; ``required``, ``blocks``, ``when`` and ``default`` see the answers so far.

    A registration lacks nothing ``required``, a draft nothing that ``blocks``; the rest is additional.
    ``page_label`` and ``page_help`` replace texts about typing.
    """

    name: str
    label: Text
    kind: Kind
    section: Section
    step: int
    help: Text
    example: str = ""
    choices: tuple[Choice, ...] = ()
    required: Condition = never
    blocks: Condition = never
    when: Condition = always
    default: Callable[[Values], Value | None] = nothing
    most: int = 200
    page_label: Text | None = None
    page_help: Text | None = None
    mask: Mask | None = None

    @property
    def masked(self) -> Mask:
        """As declared, or by its kind."""
        return self.mask or _MASKS.get(self.kind, Mask.OPEN)


@dataclass(frozen=True)
class Context:
    """Office data for reading."""

    today: date
    places: Sequence[str] = ()
