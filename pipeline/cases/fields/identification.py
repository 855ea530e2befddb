"""Questions of the Laporan Hasil Identifikasi (step 8)."""

from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.lists import Choice
from pipeline.cases.values import Values, text
from pipeline.kernel.text import N_

_S = Section.IDENTIFICATION
CONCLUSION, WHY_LATER = "identified_conclusion", "identified_later"
"""``WHY_LATER`` stands in a case in crisis whose draft went before its report, until that is written."""

NEW_OR_EARLIER: tuple[Choice, ...] = (
    Choice("baru", N_("new case")),
    Choice("lanjutan", N_("continues an earlier case")),
    Choice("berulang", N_("has happened again")),
)
FIELDS: tuple[Field, ...] = (
    Field("identified_as", N_("New or earlier case"), Kind.CHOICE, _S, 8,
          N_("Earlier reports are found by the search for people."), "baru", NEW_OR_EARLIER, required=always),
    Field("identified_chronology", N_("Chronology"), Kind.LONG, _S, 8,
          N_("What happened, in its order, by letter, call and clarification. People as initials."),
          "15 November 2026: D.P. memukul R.T. di rumah. 16 November 2026: R.T. menulis surat",
          required=always, most=4000),
    Field("identified_condition", N_("Condition of the victim"), Kind.LONG, _S, 8,
          N_("Body, mind, home, and who is with the victim now."),
          "memar di lengan, sulit tidur. Tinggal di rumah bibinya", required=always, most=2000),
    Field("identified_risk", N_("Reasons of the risk level"), Kind.LONG, _S, 8,
          N_("Why the risk is as it was judged."), "ancaman berulang, terlapor serumah",
          required=always, most=2000),
    Field(CONCLUSION, N_("Conclusion"), Kind.LONG, _S, 8,
          N_("What the office takes the case to be, and what the victim needs."),
          "kekerasan dalam rumah tangga, memerlukan pendampingan hukum", required=always, most=2000),
)  # fmt: skip


def is_written(values: Values) -> bool:
    """Whether the report was finished once."""
    return bool(text(values, CONCLUSION))
