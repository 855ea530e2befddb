"""Questions before a decision, of numbers (step 12), of erasure and legal clocks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.cases.fields.field import Field, Kind, Section, always, never
from pipeline.cases.lists import Choice
from pipeline.cases.values import Condition, Values, flag
from pipeline.kernel.text import N_, Text

REASON, INTO, CHOSEN = "reason", "into", "chosen"
_WHY = N_("Kept in the history. Name people by initials.")
_MOST = 1000


def reason(label: Text, when: Condition = always) -> Field:
    """Asks why."""
    return Field(REASON, label, Kind.LONG, Section.DECISION, 0, _WHY, required=when, when=when, most=_MOST)


def other_case(label: Text, hint: Text) -> Field:
    """Asks for another case."""
    return Field(INTO, label, Kind.TEXT, Section.DECISION, 0, hint, "2026-0002", required=always, most=40)


def one_of(
    name: str, label: Text, hint: Text, among: Sequence[tuple[str, Text]], *, proposed: str = ""
) -> Field:
    """Asks for one of ``among`` (value, words)."""
    return Field(
        name, label, Kind.CHOICE, Section.DECISION, 0, hint, choices=_choices(among), required=always,
        default=lambda _: proposed or None,
    )  # fmt: skip


def some_of(
    name: str, label: Text, hint: Text, among: Sequence[tuple[str, Text]], *, proposed: tuple[str, ...] = ()
) -> Field:
    """Asks for one or more of ``among``."""
    return Field(
        name, label, Kind.CHOICES, Section.DECISION, 0, hint, choices=_choices(among), required=always,
        default=lambda _: proposed or None,
    )  # fmt: skip


def maybe_some_of(name: str, label: Text, hint: Text, among: Sequence[tuple[str, Text]]) -> Field:
    """Asks for any of ``among``, or none."""
    return replace(some_of(name, label, hint, among), required=never)


def yes_or_no(name: str, label: Text, hint: Text, when: Condition = always) -> Field:
    """Asks for yes or no."""
    return Field(name, label, Kind.YESNO, Section.DECISION, 0, hint, when=when)


def words(
    name: str, label: Text, hint: Text, example: str = "", most: int = 200, *, proposed: str = ""
) -> Field:
    """Asks for a line of words."""
    return Field(
        name, label, Kind.TEXT, Section.DECISION, 0, hint, example, required=always, most=most,
        default=lambda _: proposed or None,
    )  # fmt: skip


def day(name: str, label: Text, hint: Text) -> Field:
    """Asks for a day."""
    return Field(name, label, Kind.DAY, Section.DECISION, 0, hint, "24-11-2026", required=always)


def lines(name: str, label: Text, hint: Text, most: int) -> Field:
    """Asks for several lines."""
    return Field(name, label, Kind.LONG, Section.DECISION, 0, hint, required=always, most=most)


THUMB, THUMB_LANGUAGE, THUMB_PEOPLE = "thumb", "thumb_language", ("thumb_reader", "thumb_witness")
"""Of who cannot read; reader and witness may not be reported persons."""


def thumb_fields(section: Section, step: int, when: Condition = always) -> tuple[Field, ...]:
    """A thumb print for a signature: who read it aloud, in which language, one witness."""
    reader, witness = THUMB_PEOPLE
    return (
        Field(THUMB, N_("Signed by thumb print?"), Kind.YESNO, section, step,
              N_("Where the person cannot read. It counts as a signature."), "tidak", when=when),
        Field(reader, N_("Read aloud by"), Kind.NAME, section, step,
              N_("Who read it aloud or interpreted it; never a reported person."), "Yuniarti Talahu",
              required=_by_thumb, when=_by_thumb),
        Field(THUMB_LANGUAGE, N_("Language of the reading"), Kind.TEXT, section, step,
              N_("The language in which it was read."), "Dayak Ngaju", required=_by_thumb, when=_by_thumb, most=60),
        Field(witness, N_("Witness"), Kind.NAME, section, step,
              N_("One person who saw it; never a reported person."), "Rahmat Sunar",
              required=_by_thumb, when=_by_thumb),
    )  # fmt: skip


def _by_thumb(values: Values) -> bool:
    return flag(values, THUMB)


def _choices(among: Sequence[tuple[str, Text]]) -> tuple[Choice, ...]:
    return tuple(Choice(value, label, (value.replace("_", " ").lower(),)) for value, label in among)


NUMBER_FIELDS: tuple[Field, ...] = (
    Field("given_number", N_("Number of the letter"), Kind.TEXT, Section.ANSWER, 12,
          N_("The number from the secretariat, as written on both copies."),
          "400.2/118/DP3A/XI/2026", required=always, most=120),
    Field("given_day", N_("Date of the letter"), Kind.DAY, Section.ANSWER, 12,
          N_("The date written on both copies."), "24-11-2026",
          required=always),
)  # fmt: skip


WHO: tuple[Choice, ...] = (
    Choice("korban", N_("victim")),
    Choice("pelapor", N_("reporter")),
    Choice("wali", N_("guardian or parent")),
)
"""Who may ask (UU 27/2022 art. 5-14, 25)."""

ASKED: tuple[Choice, ...] = (
    Choice("hapus", N_("erase the whole file")),
    Choice("hapus_sebagian", N_("erase a part")),
    Choice("batasi", N_("restrict access only")),
)


def fields(today: date) -> tuple[Field, ...]:
    """Questions of a request for erasure."""
    return (
        Field("erasure_by", N_("Who asks"), Kind.CHOICE, Section.ERASURE, 14,
              N_("Choose the role in this case; no name is written."),
              "1", choices=WHO, required=always),
        Field("erasure_day", N_("Day the request was received"), Kind.DAY,
              Section.ERASURE, 14, N_("The 3 × 24 hours run from here.", "decisions"),
              "24-11-2026", required=always, default=lambda _: today.isoformat()),
        Field("erasure_time", N_("Time the request was received"), Kind.TIME,
              Section.ERASURE, 14, N_("Hours and minutes."), "09.15", required=always),
        Field("erasure_asked", N_("What is asked"), Kind.CHOICE, Section.ERASURE, 14,
              N_("One choice."), "1", choices=ASKED, required=always),
        Field("erasure_words", N_("Explanation"), Kind.LONG, Section.ERASURE, 14,
              N_("What exactly, without names; may be empty."),
              "minta rekaman alamat dihapus", most=2000),
    )  # fmt: skip


def start_fields(today: date) -> tuple[Field, ...]:
    """Questions when a clock begins."""
    return (
        Field("clock_day", N_("Day it was received or known"), Kind.DAY,
              Section.CLOCK, 14, N_("The 3 × 24 hours run from here.", "decisions+"),
              "24-11-2026", required=always, default=lambda _: today.isoformat()),
        Field("clock_time", N_("Time it was received or known"), Kind.TIME,
              Section.CLOCK, 14, N_("Hours and minutes."), "09.15", required=always),
        Field("clock_words", N_("Explanation"), Kind.LONG, Section.CLOCK, 14,
              N_("What is asked or happened, without names."),
              "meminta salinan data yang disimpan tentang dirinya", required=always, most=1000),
    )  # fmt: skip


def answer_fields(today: date) -> tuple[Field, ...]:
    """Questions when a clock is answered."""
    return (
        Field("answer_day", N_("Day it was answered or reported"), Kind.DAY,
              Section.CLOCK, 14, N_("The day of the answer or report."),
              "25-11-2026", required=always, default=lambda _: today.isoformat()),
        Field("answer_words", N_("How", "decisions"), Kind.LONG, Section.CLOCK, 14,
              N_("To which institution, under which number; or why not. No names."),
              "Unit PPA Polres, laporan nomor LP/12/XI/2026", required=always, most=1000),
    )  # fmt: skip
