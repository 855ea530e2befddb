"""Questions of a signed decision sheet (steps 6, 7, 11); ticks and signature are never proposed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.lists import Choice
from pipeline.cases.values import Values, flag
from pipeline.kernel.text import N_, Text

PRINTED = "sheet_printed"

CRISIS = "Pindahkan ke SOP krisis"
"""Takes a case out of this procedure."""

INSTRUCTIONS: tuple[Choice, ...] = (
    Choice("Pelajari dan klarifikasi", N_("Study and clarify")),
    Choice("Siapkan konsep surat jawaban", N_("Prepare the draft answer")),
    Choice("Hubungi melalui kontak aman", N_("Call the safe contact")),
    Choice("Koordinasikan dengan instansi terkait",
           N_("Coordinate with other institutions")),
    Choice(CRISIS, Text(CRISIS, "Move to the crisis procedure")),
    Choice("Bicarakan dengan saya", N_("Discuss with me")),
)  # fmt: skip


def is_signed(values: Values) -> bool:
    """Whether it is signed; otherwise nothing more is asked."""
    return flag(values, "signed")


_SIGNED = Field("signed", N_("Is the sheet signed? (yes/no)"), Kind.YESNO,
                Section.SHEET, 6,
                N_("Look at the signature on the paper."),
                "ya", required=always, page_label=N_("Is the sheet signed?"))  # fmt: skip
_ACCEPTED = Field(
    "accepted", N_("Is the box “Terverifikasi” ticked? (yes/no)"),
    Kind.YESNO, Section.SHEET, 6,
    N_("No, if the box “Dikembalikan” is ticked.", "sheet"),
    "ya", required=always, when=is_signed,
    page_label=N_("Is the box “Terverifikasi” ticked?"),
    page_help=N_("No, if the box “Dikembalikan” is ticked.", "sheet+"),
)  # fmt: skip
_REASON = Field("reason", N_("The reason written"), Kind.LONG, Section.SHEET, 6,
                N_("As written on the sheet."), "NIK kosong", required=always,
                when=lambda values: values.get("accepted") is False, most=2000)  # fmt: skip
_OFFICER = Field("officer", N_("The officer ticked"), Kind.CHOICE, Section.SHEET, 7,
                 N_("The account at “Diteruskan kepada”."), "identifikasi",
                 required=always, when=is_signed)  # fmt: skip
_INSTRUCTIONS = Field("instructions", N_("The instructions ticked"), Kind.CHOICES,
                      Section.SHEET, 7,
                      N_("Numbers or words, separated by commas; empty if none."),
                      "1, 2", choices=INSTRUCTIONS, when=is_signed,
                      page_help=N_("Tick what is ticked on the sheet; leave all empty if nothing is."))  # fmt: skip
_CONTENT = Field("reason", N_("What the disposition says"), Kind.LONG, Section.SHEET, 7,
                 N_("What is written by hand at “Isi disposisi”; empty if nothing."),
                 "pelajari dahulu", when=is_signed, most=2000)  # fmt: skip
_DUE = Field("due_day", N_("To be done by"), Kind.DAY, Section.SHEET, 7,
             N_("The day written; the deadline of the case is proposed. Empty if there is none."),
             "01-12-2026", when=is_signed)  # fmt: skip
_DAY = Field("decided_day", N_("Day of the decision on the sheet"), Kind.DAY,
             Section.SHEET, 6,
             N_("The day the chair wrote; the day of the scan is proposed."),
             "24-11-2026", required=always, when=is_signed)  # fmt: skip


def verification_fields(day: date) -> tuple[Field, ...]:
    """The verification sheet (step 6)."""
    return (_SIGNED, _ACCEPTED, _REASON, _decided(day, 6))


def review_fields(day: date) -> tuple[Field, ...]:
    """The approval sheet (step 11)."""
    reason = N_("The reason or correction written")
    accepted = replace(
        _ACCEPTED,
        label=N_("Is the box “Disetujui” ticked? (yes/no)"),
        page_label=N_("Is the box “Disetujui” ticked?"),
    )
    fields = (_SIGNED, accepted, replace(_REASON, label=reason))
    return (*(replace(field, step=11) for field in fields), _decided(day, 11))


def assign_fields(
    day: date, officers: Sequence[str], due: date | None, replaces: str = "", *, proposes: bool = True
) -> tuple[Field, ...]:
    """Step 7; a reason where an officer is replaced."""
    only = officers[0] if proposes and len(officers) == 1 else None
    named = tuple(Choice(officer, Text(officer, officer)) for officer in officers)
    by = due.isoformat() if due else None
    return (
        replace(_SIGNED, step=7),
        replace(_OFFICER, choices=named, default=lambda _: only),
        _INSTRUCTIONS,
        replace(_CONTENT, required=is_signed) if replaces else _CONTENT,
        replace(_DUE, default=lambda _: by),
        _decided(day, 7),
    )


def _decided(day: date, step: int) -> Field:
    return replace(_DAY, step=step, default=lambda _: day.isoformat())
