"""Step 8: words in a regional language with their meaning; none is replaced, only added."""

from dataclasses import dataclass
from datetime import date

from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.kernel.text import N_

_S = Section.STUDY
STUDY: tuple[Field, ...] = (
    Field("dialect_words", N_("Original words"), Kind.LONG, _S, 8,
          N_("Exactly as written or said; never corrected."),
          "inya manangis tarus", required=always, most=1000),
    Field("dialect_language", N_("Language"), Kind.TEXT, _S, 8,
          N_("Banjar, Dayak Bakumpai, Javanese …"), "Banjar",
          required=always, most=60),
    Field("dialect_meaning", N_("Meaning in Indonesian"), Kind.LONG, _S, 8,
          N_("The meaning, not an interpretation."),
          "dia menangis terus", required=always, most=1000),
    Field("dialect_source", N_("According to"), Kind.TEXT, _S, 8,
          N_("The officer or an interpreter; without a name."),
          "petugas", most=60),
)  # fmt: skip


@dataclass(frozen=True)
class Rendering:
    """By whom, on which day, from which source."""

    words: str
    language: str
    meaning: str
    by: str
    day: date
    source: str = ""
