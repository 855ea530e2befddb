"""Step 5: an attempt to reach the victim, and her consent."""

from pipeline.cases import consent
from pipeline.cases.fields.conditions import is_any
from pipeline.cases.fields.decisions import thumb_fields
from pipeline.cases.fields.field import Field, Kind, Mask, Section, always
from pipeline.cases.lists import Choice
from pipeline.cases.safety import COUNSEL, NOT_REPORTED, REPORTED_COUNSEL
from pipeline.cases.values import text
from pipeline.kernel.text import N_, Text

_S = Section.INFORM
OFFICE = "di kantor"
CALL, MESSAGE, LETTER, TRUSTED = "telepon", "pesan", "surat", "orang kepercayaan"
CAME_IN, OTHER = "menghubungi kantor", "lainnya"
BY_HER = frozenset({OFFICE, CAME_IN})
"""No contact by the office: recorded at any hour."""
HAPPENED = BY_HER | {OTHER}
"""What has happened is always recorded."""
READ = "terbaca dalam surat"
UNASKED = frozenset({CAME_IN, OTHER, READ})
"""Ways by which the office learned something unasked."""
CAME_IN_CHOICE = Choice(
    CAME_IN, N_("they contacted the office themselves"), ("menelepon kantor", "masuk")
)  # fmt: skip
WAYS: tuple[Choice, ...] = (
    Choice(CALL, Text(CALL, "telephone")),
    Choice(MESSAGE, Text(MESSAGE, "message"), ("sms", "wa")),
    Choice(TRUSTED, N_("through the trusted person"), ("titip",)),
    Choice(LETTER, Text(LETTER, "letter")),
    Choice(OFFICE, N_("the victim comes to the office"), ("kantor", "datang")),
    CAME_IN_CHOICE,
    Choice(OTHER, N_("another that took place, say why"), ("lain",)),
)  # fmt: skip
TOLD = "disampaikan"
OUTCOMES: tuple[Choice, ...] = (
    Choice(TOLD, N_("reached and told"), ("ya", "tersambung")),
    Choice("tidak diangkat", N_("not answered")),
    Choice("orang lain", N_("somebody else answered, nothing was told")),
    Choice("nomor salah", N_("number or address is wrong"), ("salah",)),
    Choice("tidak aman", N_("not safe, broken off"), ("bahaya",)),
)  # fmt: skip
STOP = "tidak ingin dihubungi lagi"
WISHES: tuple[Choice, ...] = (
    Choice("ingin dilanjutkan", N_("wants it to go on"), ("lanjut",)),
    Choice("ingin datang", N_("wants to come"), ("datang",)),
    Choice("belum memutuskan", N_("has not decided"), ("belum",)),
    Choice("tidak ingin dilanjutkan", N_("does not want it to go on"), ("tidak",)),
    Choice(STOP, Text(STOP, "wants no further contact"), ("jangan",)),
)  # fmt: skip


_is_told = is_any("informed_outcome", TOLD)
_by_guardian = is_any(consent.BY, consent.GUARDIAN)


ATTEMPT: tuple[Field, ...] = (
    Field("informed_way", N_("Way of contact"), Kind.CHOICE, _S, 5,
          N_("By the safe route only, or where the victim came or made contact."),
          CALL, WAYS, required=always),
    Field("informed_time", N_("Time of contact"), Kind.TIME, _S, 5,
          N_("Today; empty means now."), "10.15",
          page_help=N_("A time of today. Left empty, the present is recorded.")),
    Field("informed_hours", N_("Is that among the allowed hours?"), Kind.YESNO, _S, 5,
          N_("Asked only where the written hours cannot be read; the statement is recorded."), "ya"),
    Field("informed_reason", N_("Why the safe contact was not kept"), Kind.TEXT, _S, 5,
          N_("Only where it has happened: outside the hours, by another way, or against the victim's wish. Without names."),
          "", required=is_any("informed_way", OTHER), when=lambda values: text(values, "informed_way") not in BY_HER,
          most=300),
    Field("informed_outcome", N_("Outcome"), Kind.CHOICE, _S, 5,
          N_("Nothing is told to anybody else, not even the name of the office."),
          "tidak diangkat", OUTCOMES, required=always),
    Field("victim_wish", N_("The victim's wish"), Kind.CHOICE, _S, 5,
          N_("Tell the victim that there is a report, without naming the reporter; ask what they wish."),
          "ingin datang", WISHES, required=_is_told, when=_is_told),
)  # fmt: skip
GUARDIAN: tuple[Field, ...] = (
    Field(consent.APART, N_("Does the guardian live apart from every reported person?"), Kind.YESNO, _S, 5,
          N_("A reported person, or who shares a home with one, neither consents nor withdraws for a child."),
          "ya", required=_by_guardian, when=_by_guardian),
    Field(consent.HEARD, N_("Was the victim asked too?"), Kind.YESNO, _S, 5,
          N_("A child is heard beside its guardian."), "ya", required=_by_guardian, when=_by_guardian),
)  # fmt: skip
"""Asked where a guardian consents or withdraws."""
CONSENT: tuple[Field, ...] = (
    Field(consent.SHARE, N_("May be shared with"), Kind.CHOICES, _S, 5,
          N_("More than one; for nobody write “tidak”."),
          "kepolisian, layanan kesehatan", consent.RECIPIENTS, required=_is_told,
          page_help=N_("Tick all that the victim agrees to; if there is none, “nobody”.")),
    Field(consent.UNASKED, N_("Not asked about yet"), Kind.CHOICES, _S, 5,
          N_("Recipients of whom nothing was said. Whoever is named in neither question is refused."),
          "sekolah", consent.RECIPIENTS[1:]),
    Field(consent.WITHHOLD, N_("Must be withheld"), Kind.CHOICES, _S, 5,
          N_("What nobody may learn; may stay empty."),
          "alamat, nomor telepon", consent.WITHHELD),
    Field(consent.BY, N_("Consent given by"), Kind.CHOICE, _S, 5,
          N_("For a child: a safe guardian, and the child is heard."),
          "korban", consent.GIVERS, required=lambda values: bool(consent.given(values))),
    *GUARDIAN,
    *thumb_fields(_S, 5),
)  # fmt: skip
INFORM: tuple[Field, ...] = (*ATTEMPT, *CONSENT)
KEPT: tuple[Field, ...] = (
    ATTEMPT[-1],
    *CONSENT,
    Field(consent.DAY, N_("Day of the consent"), Kind.DAY, _S, 5,
          N_("When the victim said so."), "25-11-2026"),
    Field(COUNSEL, N_("Acts for victim or reporter (surat kuasa)"), Kind.LINES, _S, 5,
          N_("Name, whose, scope and last day."), "Ratna Dewi, korban, pendampingan, s.d. 31-12-2026", mask=Mask.PERSONS),
    Field(REPORTED_COUNSEL, N_("Acts for the reported person (surat kuasa)"), Kind.LINES, _S, 5,
          N_("Counts as that side."), "Agus Salim, terlapor, pembelaan, s.d. 31-12-2026", mask=Mask.PERSONS),
    Field(NOT_REPORTED, N_("Not the reported person, by the chair's decision"), Kind.LINES, _S, 5,
          N_("Two names that are alike."), "d harjo bukan darsono harjo"),
    Field(consent.BY_LAW, N_("Shared in an emergency"), Kind.CHOICES, _S, 5,
          N_("By a named law instead of consent."), "kepolisian", consent.RECIPIENTS[1:]),
)  # fmt: skip
