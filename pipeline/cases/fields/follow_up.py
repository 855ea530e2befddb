"""Steps 10 to 14, beside the letter: referrals, and services and visits with a day."""

from dataclasses import replace

from pipeline.cases import consent, lists
from pipeline.cases.fields.answer import FIELDS
from pipeline.cases.fields.conditions import is_any
from pipeline.cases.fields.decisions import reason
from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.lists import Choice
from pipeline.cases.values import Values, text
from pipeline.kernel.text import N_, Text

_S = Section.FOLLOW_UP
TO, KIND, PASSED, SENT, WAY = (
    "referral_to", "referral_kind", "referral_passed", "referral_day", "referral_way",
)  # fmt: skip
ANSWER, ANSWERED = "referral_answer", "referral_answer_day"
WHO, SERVICE, DAY, TIME, PLACE, OUTCOME = (
    "visit_who", "visit_service", "visit_day", "visit_time", "visit_place", "visit_outcome",
)  # fmt: skip
WAITING, ACCEPTED, REFUSED, DONE, REVOKED = "menunggu jawaban", "diterima", "ditolak", "selesai", "dicabut"
AWAITED, GIVEN, MISSED, NEW_DAY, ENDED = "ditunggu", "diberikan", "tidak hadir", "hari baru", "diakhiri"
REFERRAL_STATES: tuple[Choice, ...] = (
    Choice(WAITING, Text(WAITING, "waiting for an answer")),
    Choice(ACCEPTED, Text(ACCEPTED, "accepted")),
    Choice(REFUSED, Text(REFUSED, "refused")),
    Choice(DONE, Text(DONE, "done")),
    Choice(REVOKED, Text(REVOKED, "revoked")),
)
_PASSED: tuple[Choice, ...] = (
    Choice("identitas", N_("the name and age")),
    *consent.WITHHELD,
    Choice("ringkasan kejadian", Text("ringkasan kejadian", "summary of the event")),
    Choice("salinan dokumen", Text("salinan dokumen", "copies of documents")),
)
_WAYS: tuple[Choice, ...] = (
    Choice("surat", Text("surat", "letter")),
    Choice("telepon", Text("telepon", "telephone")),
    Choice("didampingi petugas", Text("didampingi petugas", "taken there by an officer")),
    Choice("dibawa korban", Text("dibawa korban", "carried by the victim")),
)
_COMERS: tuple[Choice, ...] = (
    Choice("korban", Text("korban", "victim")),
    Choice("wali", Text("wali", "guardian")),
    Choice("pelapor", Text("pelapor", "reporter")),
    Choice("petugas", N_("an officer, to the victim")),
)
_OUTCOMES: tuple[Choice, ...] = (
    Choice(GIVEN, N_("given, or took place")),
    Choice(MISSED, N_("missed")),
    Choice(NEW_DAY, N_("put off to a new day")),
    Choice(ENDED, N_("ended, does not take place")),
)


def is_consented(values: Values) -> bool:
    """Whether she allowed the institution, by the kind chosen and the one its name tells."""
    kind, named = text(values, KIND), consent.kind_of(text(values, TO))
    kinds = {kind, kind if named == consent.OTHERS else named}
    return consent.is_asked(values) and all(consent.may_learn(values, kind) for kind in kinds)


def _needs_law(values: Values) -> bool:
    return KIND in values and not is_consented(values)


_LAW, _WHY = (field for field in FIELDS if field.name in (consent.LAW, consent.REASON))
REFERRAL: tuple[Field, ...] = (
    Field(TO, N_("Institution referred to"), Kind.TEXT, _S, 14,
          N_("To which institution the victim is referred; no person's name."), "Unit PPA Polres Batang Asri",
          required=always),
    Field(KIND, N_("Kind of institution"), Kind.CHOICE, _S, 14,
          N_("The victim's consent counts for this kind, and for the kind that the name tells."), "kepolisian",
          consent.RECIPIENTS[1:], required=always),
    replace(_LAW, section=_S, step=14, when=_needs_law),
    replace(_WHY, section=_S, step=14),
    Field(PASSED, N_("What is passed on"), Kind.CHOICES, _S, 14, N_("The least that is needed."), "identitas",
          _PASSED, required=always),
    Field(SENT, N_("Day of the referral"), Kind.DAY, _S, 14, N_("The day it left the office."), "24-11-2026",
          required=always),
    Field(WAY, N_("Way of the referral"), Kind.CHOICE, _S, 14, N_("How it reached the institution."), "surat",
          _WAYS, required=always),
)  # fmt: skip
REFERRAL_ANSWER: tuple[Field, ...] = (
    Field(ANSWER, N_("Answer of the institution"), Kind.CHOICE, _S, 14,
          N_("“Accepted” keeps the referral open until it is done."), ACCEPTED, REFERRAL_STATES[1:4], required=always),
    Field(ANSWERED, N_("Day of the answer"), Kind.DAY, _S, 14, N_("The day it was known."), "26-11-2026",
          required=always),
    replace(reason(N_("Why the institution refused"), is_any(ANSWER, REFUSED)), section=_S),
)  # fmt: skip
VISIT: tuple[Field, ...] = (
    Field(SERVICE, N_("Service"), Kind.CHOICE, _S, 14, N_("What is given on that day."), "kesehatan",
          lists.SERVICES, required=always),
    Field(WHO, N_("Who comes"), Kind.CHOICE, _S, 14, N_("One of the list."), "korban", _COMERS, required=always),
    Field(DAY, N_("Day of the service or visit"), Kind.DAY, _S, 14, N_("It shows among the tasks of that day."),
          "30-11-2026", required=always),
    Field(TIME, N_("Time of the service or visit"), Kind.TIME, _S, 14, N_("May be empty."), "09.00"),
    Field(PLACE, N_("Place of the service or visit"), Kind.TEXT, _S, 14, N_("May be empty; kept in the history alone."), "Puskesmas"),
)  # fmt: skip
_is_put_off = is_any(OUTCOME, NEW_DAY)
VISIT_OUTCOME: tuple[Field, ...] = (
    Field(OUTCOME, N_("What came of it"), Kind.CHOICE, _S, 14,
          N_("What was missed stays among the tasks until a new day or an end is recorded."), GIVEN, _OUTCOMES,
          required=always),
    *(replace(field, required=_is_put_off if field.name == DAY else field.required, when=_is_put_off)
      for field in VISIT if field.name in (DAY, TIME)),
    replace(reason(N_("Why it does not take place"), is_any(OUTCOME, ENDED)), section=_S),
)  # fmt: skip
FOLLOW_UP = (*REFERRAL, *REFERRAL_ANSWER, *VISIT, *VISIT_OUTCOME)
CODES = (KIND, ANSWER, SERVICE, OUTCOME)
"""What the history tells besides the word."""
