"""Questions of a signed decision sheet (steps 6, 7, 11); ticks and signature are never proposed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.lists import Choice
from pipeline.cases.values import Values, flag
from pipeline.kernel.text import Text

PRINTED = "sheet_printed"

CRISIS = "Pindahkan ke SOP krisis"
"""Takes a case out of this procedure."""

INSTRUCTIONS: tuple[Choice, ...] = (
    Choice("Pelajari dan klarifikasi", Text("Pelajari dan klarifikasi", "Study and clarify")),
    Choice("Siapkan konsep surat jawaban", Text("Siapkan konsep surat jawaban", "Prepare the draft answer")),
    Choice("Hubungi melalui kontak aman", Text("Hubungi melalui kontak aman", "Call the safe contact")),
    Choice("Koordinasikan dengan instansi terkait",
           Text("Koordinasikan dengan instansi terkait", "Coordinate with other institutions")),
    Choice(CRISIS, Text(CRISIS, "Move to the crisis procedure")),
    Choice("Bicarakan dengan saya", Text("Bicarakan dengan saya", "Discuss with me")),
)  # fmt: skip


def is_signed(values: Values) -> bool:
    """Whether it is signed; otherwise nothing more is asked."""
    return flag(values, "signed")


_SIGNED = Field("signed", Text("Lembar itu bertanda tangan? (ya/tidak)", "Is the sheet signed? (yes/no)"), Kind.YESNO,
                Section.SHEET, 6,
                Text("Lihat tanda tangan ketua atau wakilnya pada kertasnya.", "Look at the signature on the paper."),
                "ya", required=always, page_label=Text("Lembar itu bertanda tangan?", "Is the sheet signed?"))  # fmt: skip
_ACCEPTED = Field(
    "accepted", Text("Kotak “Terverifikasi” dicentang? (ya/tidak)", "Is the box “Terverifikasi” ticked? (yes/no)"),
    Kind.YESNO, Section.SHEET, 6,
    Text("Jawab tidak bila kotak “Dikembalikan” yang dicentang.", "No, if the box “Dikembalikan” is ticked."),
    "ya", required=always, when=is_signed,
    page_label=Text("Kotak “Terverifikasi” dicentang?", "Is the box “Terverifikasi” ticked?"),
    page_help=Text("Tidak bila kotak “Dikembalikan” yang dicentang.", "No, if the box “Dikembalikan” is ticked."),
)  # fmt: skip
_REASON = Field("reason", Text("Alasan yang tertulis", "The reason written"), Kind.LONG, Section.SHEET, 6,
                Text("Seperti tertulis pada lembar.", "As written on the sheet."), "NIK kosong", required=always,
                when=lambda values: values.get("accepted") is False, most=2000)  # fmt: skip
_OFFICER = Field("officer", Text("Petugas yang dicentang", "The officer ticked"), Kind.CHOICE, Section.SHEET, 7,
                 Text("Akun pada “Diteruskan kepada”.", "The account at “Diteruskan kepada”."), "identifikasi",
                 required=always, when=is_signed)  # fmt: skip
_INSTRUCTIONS = Field("instructions", Text("Instruksi yang dicentang", "The instructions ticked"), Kind.CHOICES,
                      Section.SHEET, 7,
                      Text("Nomor atau kata, pisahkan dengan koma; kosong bila tidak ada.",
                           "Numbers or words, separated by commas; empty if none."),
                      "1, 2", choices=INSTRUCTIONS, when=is_signed,
                      page_help=Text("Centang yang dicentang pada lembar; biarkan kosong bila tidak ada.",
                                     "Tick what is ticked on the sheet; leave all empty if nothing is."))  # fmt: skip
_CONTENT = Field("reason", Text("Isi disposisi", "What the disposition says"), Kind.LONG, Section.SHEET, 7,
                 Text("Tulisan tangan pada “Isi disposisi”; kosong bila tidak ada.",
                      "What is written by hand at “Isi disposisi”; empty if nothing."),
                 "pelajari dahulu", when=is_signed, most=2000)  # fmt: skip
_DUE = Field("due_day", Text("Selesai paling lambat", "To be done by"), Kind.DAY, Section.SHEET, 7,
             Text("Tanggal yang tertulis; usulannya tenggat kasus. Kosongkan bila tidak ada.",
                  "The day written; the deadline of the case is proposed. Empty if there is none."),
             "01-12-2026", when=is_signed)  # fmt: skip
_DAY = Field("decided_day", Text("Tanggal keputusan di lembar", "Day of the decision on the sheet"), Kind.DAY,
             Section.SHEET, 6,
             Text("Tanggal yang ditulis ketua; usulannya hari lembar itu dipindai.",
                  "The day the chair wrote; the day of the scan is proposed."),
             "24-11-2026", required=always, when=is_signed)  # fmt: skip


def vet_fields(day: date) -> tuple[Field, ...]:
    """The verification sheet (step 6)."""
    return (_SIGNED, _ACCEPTED, _REASON, _decided(day, 6))


def review_fields(day: date) -> tuple[Field, ...]:
    """The approval sheet (step 11)."""
    reason = Text("Alasan atau perbaikan yang tertulis", "The reason or correction written")
    accepted = replace(
        _ACCEPTED,
        label=Text("Kotak “Disetujui” dicentang? (ya/tidak)", "Is the box “Disetujui” ticked? (yes/no)"),
        page_label=Text("Kotak “Disetujui” dicentang?", "Is the box “Disetujui” ticked?"),
    )
    fields = (_SIGNED, accepted, replace(_REASON, label=reason))
    return (*(replace(one, step=11) for one in fields), _decided(day, 11))


def assign_fields(
    day: date, officers: Sequence[str], due: date | None, replaces: str = "", *, proposes: bool = True
) -> tuple[Field, ...]:
    """The disposition sheet (step 7), with a reason where an officer is replaced."""
    only = officers[0] if proposes and len(officers) == 1 else None
    named = tuple(Choice(one, Text(one, one)) for one in officers)
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
