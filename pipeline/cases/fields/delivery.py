"""Questions of a delivery (step 13) and of the victim's copy."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.cases.delivery import FAILURES, NEVER, ORAL, TAKEN_BACK, WRONG_HANDS, Proof, Receiver, Way
from pipeline.cases.fields.conditions import is_any
from pipeline.cases.fields.decisions import thumb_fields
from pipeline.cases.fields.field import Field, Kind, Section, always, nothing
from pipeline.cases.lists import Choice
from pipeline.cases.values import Condition, Values, text
from pipeline.kernel.text import N_

RECEIVERS: tuple[Choice, ...] = (
    Choice("korban", N_("the victim in person"), ("sendiri", "yang bersangkutan")),
    Choice("wali", N_("guardian")),
    Choice("pendamping", N_("companion")),
)
PROOFS: tuple[Choice, ...] = (
    Choice("KTP", N_("identity card (KTP)"), ("ktp",)),
    Choice("KK", N_("family card (KK)"), ("kk",)),
    Choice("lainnya", N_("other proof"), ("lain",)),
    Choice("dikenal", N_("without proof, known to the clerk"), ("kenal",)),
)  # fmt: skip
WAYS: tuple[Choice, ...] = (
    Choice("di kantor", N_("handed over at the office"), ("kantor",)),
    Choice("lewat kontak aman", N_("through the confirmed safe contact"),
           ("kontak aman",)),
)  # fmt: skip


_is_other = is_any("receiver", "wali", "pendamping")


def handing_fields(day: date, ways: Sequence[str] = ("di kantor",)) -> tuple[Field, ...]:
    """Questions of handing out."""
    return (
        Field("receiver", N_("Handed over to"), Kind.CHOICE, Section.HANDING, 0,
              N_("Who received it and signed?"), "korban", RECEIVERS,
              required=always),
        Field("receiver_name", N_("Name of the receiver"), Kind.NAME, Section.HANDING, 0,
              N_("As written on the receipt."), "Yuniarti Talahu",
              required=_is_other, when=_is_other),
        Field("proof", N_("Proof of identity seen"), Kind.CHOICE, Section.HANDING, 0,
              N_("What did the receiver show?"), "KTP", PROOFS, required=always),
        Field("handed_day", N_("Day of handing over"), Kind.DAY, Section.HANDING, 0,
              N_("As on the receipt; today is proposed."),
              "24-11-2026", required=always, default=lambda _: day.isoformat()),
        *thumb_fields(Section.HANDING, 0),
        Field("way", N_("Way of handing over"), Kind.CHOICE, Section.HANDING, 0,
              N_("At the office, unless the safe contact allows another way."),
              "di kantor", tuple(choice for choice in WAYS if choice.value in ways), required=always,
              default=lambda _: "di kantor"),
    )  # fmt: skip


DELIVERED, FAILED, NEVER_DELIVERED = "disampaikan", "belum berhasil", "tidak dapat disampaikan"
_D = Section.DELIVERY
RESULTS: tuple[Choice, ...] = (
    Choice(DELIVERED, N_("delivered"), ("sampai", "diterima")),
    Choice(FAILED, N_("failed, will be tried again"), ("gagal",)),
    Choice(NEVER_DELIVERED, N_("cannot be delivered"), ("tidak dapat",)),
)
_WAYS = {
    Way.POST: N_("by post to the safe address"),
    Way.COURIER: N_("by a clerk to the safe address"),
    Way.ENTRUSTED: N_("through the trusted person", "delivery"),
    Way.COLLECTED: N_("collected at the office"),
    Way.READ: N_("read aloud at the office"),
    Way.TOLD: N_("told orally over the safe telephone"),
}
_BEYOND = {
    Way.POST: N_("post"), Way.COURIER: N_("a clerk"),
    Way.ENTRUSTED: N_("another person", "delivery"), Way.COLLECTED: N_("collection at the office"),
    Way.READ: N_("reading aloud at the office"), Way.TOLD: N_("telephone"),
}  # fmt: skip
_HELP = N_("Only ways that are safe by the safe contact.")
_HELP_BEYOND = N_("Choose a safe way. Another one is recorded only if it has happened, with a note.")  # fmt: skip
_SHORT = {Way.COURIER: ("diantar", "kurir"), Way.COLLECTED: ("diambil",), Way.READ: ("dibacakan",), Way.TOLD: ("lisan", "telepon")}  # fmt: skip
_WHO = {
    Receiver.ADDRESSEE: N_("the addressee"),
    Receiver.TRUSTED: N_("the trusted person of the safe contact"),
    Receiver.INSTITUTION: N_("an officer of the institution"),
}
_SEEN = {
    Proof.RECEIPT: N_("signed receipt"),
    Proof.POSTAL: N_("postal receipt"),
    Proof.NOTE: N_("the clerk's note (oral)"),
}


def ways_listed(among: Sequence[Way]) -> tuple[Choice, ...]:
    """The ways as choices."""
    return tuple(Choice(str(way), _WAYS[way], _SHORT.get(way, ())) for way in among)


def receivers_listed(among: Sequence[Receiver]) -> tuple[Choice, ...]:
    """The receivers as choices."""
    return tuple(Choice(str(receiver), _WHO[receiver]) for receiver in among)


def way_field(among: Sequence[Way], when: Condition = always, beyond: Sequence[Way] = ()) -> Field:
    """One of ``beyond`` is only recorded."""
    outside = [
        Choice(str(way), N_("happened outside the safe contact: {said}").of(said=label))
        for way, label in ((way, _BEYOND[way]) for way in beyond)
    ]  # fmt: skip
    return Field(
        "way", N_("Way of delivery"), Kind.CHOICE, _D, 13,
        _HELP_BEYOND if beyond else _HELP,
        str(among[0]), (*ways_listed(among), *outside), required=when, when=when, default=lambda _: str(among[0]),
    )  # fmt: skip


def day_field(today: date) -> Field:
    """Asks for the day."""
    return Field(
        "delivered_day", N_("Day"), Kind.DAY, _D, 13,
        N_("The day it was sent, delivered or tried."),
        "25-11-2026", required=always, default=lambda _: today.isoformat(),
    )  # fmt: skip


_is_delivered, _is_failed, _is_never = (
    is_any("result", result) for result in (DELIVERED, FAILED, NEVER_DELIVERED)
)
_arrived_or_tried = is_any("result", DELIVERED, FAILED)
_is_named = is_any("receiver", Receiver.TRUSTED, Receiver.INSTITUTION)
_is_postal = is_any("proof", Proof.POSTAL)


def _came_to_office(values: Values) -> bool:
    return _is_delivered(values) and text(values, "way") in (Way.COLLECTED, Way.READ)


def _is_told(values: Values) -> bool:
    return text(values, "way") in ORAL and _is_delivered(values)


def _needs_note(values: Values) -> bool:
    return _is_told(values) or _is_never(values) or text(values, "failure") in WRONG_HANDS | {"lainnya"}


def _proof(values: Values) -> str | None:
    return str(Proof.NOTE) if _is_told(values) else None


CALLED_BY, CALLED_TIME, CALLED_HOURS, CALLED_REASON = (
    "called_by",
    "called_time",
    "called_hours",
    "called_reason",
)
OURS, HERS = "kantor", "penerima surat"
CALLERS: tuple[Choice, ...] = (
    Choice(OURS, N_("the office called"), ("kantor", "kami")),
    Choice(HERS, N_("the addressee called the office"), ("dia",)),
)


def is_called(values: Values) -> bool:
    """Whether the office called: there are hours to keep."""
    return text(values, "way") == Way.TOLD and text(values, CALLED_BY) != HERS


def call_fields(happened: Condition, *, asks_hours: bool) -> tuple[Field, ...]:
    """Hours are asked only where they cannot be read."""

    def by_phone(values: Values) -> bool:
        return happened(values) and text(values, "way") == Way.TOLD

    def by_office(values: Values) -> bool:
        return by_phone(values) and is_called(values)

    asked = (
        Field(CALLED_BY, N_("Who called"), Kind.CHOICE, _D, 13,
              N_("The office calls within the allowed hours only."),
              OURS, CALLERS, required=by_phone, when=by_phone,
              default=lambda values: OURS if by_phone(values) else None),
        Field(CALLED_TIME, N_("Time of the call"), Kind.TIME, _D, 13,
              N_("On that day."), "10.15", required=by_office, when=by_office),
        Field(CALLED_HOURS, N_("Is that among the allowed hours?"), Kind.YESNO,
              _D, 13,
              N_("Asked only where the written hours cannot be read; the statement is recorded."),
              "ya", required=by_office, when=by_office),
        Field(CALLED_REASON, N_("Why the call was outside the hours"), Kind.TEXT, _D,
              13, N_("Only where it has happened. Without names."), "",
              when=by_office, most=300),
    )  # fmt: skip
    return asked if asks_hours else tuple(field for field in asked if field.name != CALLED_HOURS)


def delivery_fields(
    today: date,
    among: Sequence[Way],
    who: Sequence[Receiver],
    *,
    asks_hours: bool = False,
    beyond: Sequence[Way] = (),
) -> tuple[Field, ...]:
    """``beyond`` is recorded with a note. ``asks_hours``: a person says whether a call was within them."""
    call = call_fields(_arrived_or_tried, asks_hours=asks_hours) if Way.TOLD in among else ()
    return (
        Field("result", N_("Result"), Kind.CHOICE, _D, 13,
              N_("Did it arrive, fail, or can it not be delivered at all?"),
              DELIVERED, RESULTS, required=always),
        way_field(among, _arrived_or_tried, beyond),
        day_field(today),
        *call,
        Field("receiver", N_("Received by"), Kind.CHOICE, _D, 13,
              N_("Do not hand it to the reported person or to somebody who happens to be there."),
              str(who[0]), receivers_listed(who), required=_is_delivered, when=_is_delivered,
              default=lambda values: str(who[0]) if len(who) == 1 and _is_delivered(values) else None),
        Field("receiver_name", N_("Name of the receiver"), Kind.NAME, _D, 13,
              N_("As written on the receipt."), "Yuniarti Talahu",
              required=_is_named, when=_is_named),
        Field("identity", N_("Proof of identity seen"), Kind.CHOICE, _D, 13,
              N_("What was shown at the office?"), "KTP", PROOFS,
              required=_came_to_office, when=_came_to_office),
        Field("proof", N_("Proof of delivery"), Kind.CHOICE, _D, 13,
              N_("A receipt is scanned into the inbox; oral: the clerk's note."),
              Proof.RECEIPT, tuple(Choice(str(proof), words) for proof, words in _SEEN.items()), required=_is_delivered,
              when=_is_delivered, default=_proof),
        Field("proof_number", N_("Number of the postal receipt"), Kind.TEXT, _D, 13,
              N_("As printed on it."), "P2611250001", required=_is_postal,
              when=_is_postal, most=60),
        *thumb_fields(_D, 13, _is_delivered),
        Field("failure", N_("Why it failed"), Kind.CHOICE, _D, 13,
              N_("The letter stays at the office until then."),
              "tidak ada orang", FAILURES, required=_is_failed, when=_is_failed),
        Field("never", N_("Why it cannot be delivered"), Kind.CHOICE, _D, 13,
              N_("Copy 1 stays at the office."), "anonim", NEVER,
              required=_is_never, when=_is_never),
        Field("delivery_note", N_("Note", "delivery"), Kind.LONG, _D, 13,
              N_("Oral: what was said and answered. Cannot: what was tried."),
              "isi surat dibacakan, akan datang hari Senin", required=_needs_note, most=1000),
    )  # fmt: skip


def late_fields(today: date, among: Sequence[Way], who: Sequence[Receiver]) -> tuple[Field, ...]:
    """Questions where the contact changed on the way; no day is proposed."""
    left_out = ("failure", CALLED_BY, CALLED_TIME, CALLED_REASON)
    fields = {field.name: field for field in delivery_fields(today, among, who) if field.name not in left_out}
    fields["result"] = replace(
        fields["result"], choices=tuple(choice for choice in RESULTS if choice.value != FAILED),
        help=N_("Did it arrive before the contact changed, or not?"),
    )  # fmt: skip
    fields["delivered_day"] = replace(fields["delivered_day"], default=nothing)
    fields["never"] = replace(fields["never"], choices=TAKEN_BACK, example="ditarik kembali",
                             label=N_("Where the letter is"),
                             help=N_("After the change nobody may be given this letter."))  # fmt: skip
    time = Field(
        "delivered_time", N_("Time of the delivery"), Kind.TIME, _D, 13,
        N_("Only if the contact changed on that very day."), "09.00",
        when=_is_delivered,
    )  # fmt: skip
    at = list(fields).index("delivered_day") + 1
    return (*list(fields.values())[:at], time, *list(fields.values())[at:])
