"""Questions when a case is closed (step 14), and of SIMFONI-PPA."""

from collections.abc import Sequence

from pipeline.cases import lists, outcomes
from pipeline.cases.deadlines import is_from_police
from pipeline.cases.fields.field import Field, Kind, Mask, Section
from pipeline.cases.fields.field import always as _always
from pipeline.cases.outcomes import Outcome
from pipeline.cases.values import Condition, Values, day, text
from pipeline.kernel.text import N_

_C, _S = Section.CLOSING, Section.SIMFONI
POLICE_DAY, POLICE_REASON = "outcome_police_day", "outcome_police_reason"
UNANSWERED = "outcome_unanswered"


def closing_fields(known: Sequence[Outcome] = outcomes.OUTCOMES) -> tuple[Field, ...]:
    """Questions for the outcomes ``known``."""

    def asked(name: str) -> Condition:
        return lambda values: outcomes.asks(values, name, known)

    def danger(values: Values) -> bool:
        return outcomes.leaves_danger(values, known)

    def police(values: Values) -> bool:
        return outcomes.asks_police(values, known)

    def no_police_day(values: Values) -> bool:
        return police(values) and day(values, POLICE_DAY) is None and not is_from_police(values)

    return (
        Field("outcome", N_("Outcome", "closing"), Kind.CHOICE, _C, 14,
              N_("How did the handling end?"), "datang langsung",
              outcomes.choices(known), required=_always),
        Field("outcome_day", N_("Day of the outcome"), Kind.DAY, _C, 14,
              N_("The day the victim came, was referred, withdrew …"),
              "26-11-2026", required=_always),
        Field(outcomes.SERVICES, N_("Services given"), Kind.CHOICES, _C, 14,
              N_("More than one is possible, separated by commas."),
              "bantuan hukum", lists.SERVICES, required=asked(outcomes.SERVICES),
              when=lambda values: "outcome" in values,
              page_help=N_("Tick all that were given.")),
        Field(outcomes.PLACE, N_("Institution or officer it went to"), Kind.TEXT, _C,
              14,
              N_("Who received the referral or the case; for the crisis procedure, the officer who took "
                 "over."),
              "UPTD PPA Provinsi", required=asked(outcomes.PLACE), when=asked(outcomes.PLACE)),
        Field(outcomes.PROOF, N_("Proof of receipt"), Kind.TEXT, _C, 14,
              N_("Number of the referral or minutes, or the receipt of that institution."),
              "surat rujukan 12/XI/2026, diterima 26-11-2026", required=asked(outcomes.PROOF),
              when=asked(outcomes.PROOF)),
        Field(outcomes.WISH, N_("The victim's statement"), Kind.LONG, _C, 14,
              N_("What the victim said, when, by which safe way; under nobody's pressure."),
              "menyatakan di kantor pada 26-11-2026 tidak ingin melanjutkan", required=asked(outcomes.WISH),
              when=asked(outcomes.WISH), most=1000),
        Field(outcomes.TRIED, N_("Attempts to reach the victim"), Kind.LINES, _C, 14,
              N_("At least two, with day and way, separated by semicolons."),
              "25-11-2026 telepon aman, tidak diangkat; 27-11-2026 telepon aman, tidak aktif",
              required=asked(outcomes.TRIED), when=asked(outcomes.TRIED), most=300,
              page_help=N_("At least two, each on a line of its own with day and way.")),
        Field(outcomes.OTHER, N_("Joined with case"), Kind.TEXT, _C, 14,
              N_("Number of the case in which the handling goes on."),
              "2026-0002", required=asked(outcomes.OTHER), when=asked(outcomes.OTHER), most=20, mask=Mask.OPEN),
        Field("outcome_danger", N_("Danger that remains"), Kind.LONG, _C, 14,
              N_("A child, or high risk: the service ends, the danger may not. What was done, to whom was "
                 "it reported?"),
              "diteruskan kepada Dinas Sosial dan kepolisian", required=danger, when=danger, most=1000),
        Field(POLICE_DAY, N_("Day of the report to the police"), Kind.DAY, _C, 14,
              N_("Sexual violence: within 3 × 24 hours (UU 12/2022 art. 41). Empty if it was not reported."),
              "23-11-2026", when=police),
        Field(POLICE_REASON, N_("Why it was not reported to the police"),
              Kind.LONG, _C, 14,
              N_("Required where there is no day of a report."),
              "sudah dilaporkan oleh sekolah", required=no_police_day, when=no_police_day, most=500),
        Field(UNANSWERED, N_("Why there was no answer letter"), Kind.LONG, _C, 14,
              N_("Only where the case is closed without an answer letter; confirmed by the chair."),
              "penelepon tidak memberi alamat aman", most=500),
        Field("outcome_summary", N_("Account of the outcome"), Kind.LONG, _C, 14,
              N_("A few sentences for the handling report; people as initials."),
              "korban datang pada 26-11-2026 dan didampingi ke rumah sakit", required=_always, most=1500),
    )  # fmt: skip


CLOSING = closing_fields()
KEPT: tuple[Field, ...] = (
    Field(outcomes.PARENT, N_("Outcome by the procedure"), Kind.TEXT, _C, 14,
          N_("The outcome of the procedure above the office's own; written by the system."),
          "dirujuk", most=60, mask=Mask.OPEN),
)  # fmt: skip
SIMFONI: tuple[Field, ...] = (
    Field("simfoni_day", N_("Day of the entry into SIMFONI-PPA"), Kind.DAY, _S, 14,
          N_("The day the case was typed in."), "27-11-2026", required=_always),
    Field("simfoni_number", N_("Number in SIMFONI-PPA"), Kind.TEXT, _S, 14,
          N_("The number that SIMFONI-PPA gave."), "SP-0001", required=_always,
          most=60, mask=Mask.OPEN),
)  # fmt: skip
OWN = frozenset(field.name for field in (*CLOSING, *KEPT, *SIMFONI))


def format_simfoni_entry(values: Values) -> str:
    """The entry into SIMFONI-PPA, or nothing."""
    when = day(values, "simfoni_day")
    return f"{when:%d-%m-%Y}, nomor {text(values, 'simfoni_number')}" if when else ""
