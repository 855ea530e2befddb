"""Step 13: how and to whom the answer may be delivered, never by e-mail or messages.

Without a safe postal route the copy waits at the office.
"""

from enum import StrEnum

from pipeline.cases.contact import SHE_CONTACTS, RouteKind, of_addressee, route
from pipeline.cases.contact_hours import forbids_telephone
from pipeline.cases.fields.informing import STOP
from pipeline.cases.likeness import may_be_person
from pipeline.cases.lists import Choice
from pipeline.cases.safety import reported_names
from pipeline.cases.values import ANONYMOUS, Values, flag, text
from pipeline.kernel.text import N_


class Way(StrEnum):
    """In the words of the dispatch book."""

    POST = "pos"
    COURIER = "diantar petugas"
    ENTRUSTED = "dititipkan"
    COLLECTED = "diambil di kantor"
    READ = "dibacakan di kantor"
    TOLD = "disampaikan lisan lewat telepon aman"


class Receiver(StrEnum):
    """Who may take it."""

    ADDRESSEE = "penerima surat sendiri"
    TRUSTED = "orang kepercayaan"
    INSTITUTION = "petugas lembaga"


class Proof(StrEnum):
    """What shows that it arrived."""

    RECEIPT = "tanda terima"
    POSTAL = "resi pos"
    NOTE = "catatan petugas"


SENT = (Way.POST, Way.COURIER, Way.ENTRUSTED)
"""Paper leaves before it is known whether it arrives."""
ORAL = (Way.READ, Way.TOLD)
_AT_OFFICE = (Way.COLLECTED, Way.READ)
_BY_PHONE = ("telepon",)

BY_REPORTED, BY_OTHER = "diterima terlapor", "diterima orang lain"
_WRONG: tuple[Choice, ...] = (
    Choice(BY_REPORTED, N_("the reported person took the letter"), ("terlapor",)),
    Choice(BY_OTHER, N_("somebody else took the letter"), ("orang lain",)),
)  # fmt: skip
WRONG_HANDS = frozenset(choice.value for choice in _WRONG)
"""Recorded, but no delivery."""
FAILURES: tuple[Choice, ...] = (
    Choice("alamat tidak ditemukan", N_("address not found"), ("alamat",)),
    Choice("tidak ada orang", N_("nobody there who may receive it"), ("tidak ada",)),
    Choice("ditolak", N_("refused by the receiver"), ("menolak",)),
    Choice("dikembalikan pos", N_("returned by the post"), ("kembali",)),
    Choice("tidak aman", N_("it was not safe"), ("bahaya",)),
    Choice("telepon tidak diangkat", N_("the telephone was not answered"), ("telepon",)),
    *_WRONG,
    Choice("lainnya", N_("other"), ("lain",)),
)  # fmt: skip
NEVER: tuple[Choice, ...] = (
    Choice(ANONYMOUS, N_("anonymous, without a safe way"), ("tanpa nama",)),
    Choice("jalur aman tidak ada lagi", N_("there is no safe way any more"), ("jalur",)),
    Choice("berkali-kali gagal", N_("failed again and again"), ("gagal",)),
    Choice("diminta tidak disampaikan", N_("asked not to deliver it"), ("diminta",)),
    Choice("meninggal", N_("the receiver has died")),
)  # fmt: skip
RECALLED, ASTRAY = "ditarik kembali", "tidak kembali"
TAKEN_BACK: tuple[Choice, ...] = (
    Choice(RECALLED, N_("taken back, copy 1 is at the office"), ("kembali",)),
    Choice(ASTRAY, N_("did not come back, or arrived after the safe contact changed"), ("hilang", "sampai")),
    *_WRONG,
)  # fmt: skip
LEAST_ATTEMPTS = 2


def ways(values: Values) -> tuple[Way, ...]:
    """The nearest to the contact first."""
    answer_route = route(values)
    if answer_route.kind is RouteKind.INSTITUTION:
        return (Way.POST, Way.COURIER, Way.COLLECTED) if answer_route.is_possible else (Way.COLLECTED,)
    if not (answer_route.is_possible and answer_route.is_confirmed) or _wants_no_contact(values):
        return _AT_OFFICE
    values = of_addressee(values)
    phone = text(values, "safe_contact_phone") and text(values, "safe_contact_way") in _BY_PHONE
    may_call = phone and not forbids_telephone(text(values, "safe_contact_hours"))
    is_hers = text(values, "safe_contact_way") == SHE_CONTACTS
    oral_ways = (Way.TOLD,) if may_call or is_hers else ()
    if answer_route.kind is RouteKind.POST:
        return (Way.POST, Way.COURIER, *_AT_OFFICE)
    return (
        (Way.ENTRUSTED, Way.COURIER, Way.POST, *_AT_OFFICE)
        if answer_route.kind is RouteKind.ENTRUSTED
        else (*_AT_OFFICE, *oral_ways)
    )


def _wants_no_contact(values: Values) -> bool:
    is_hers = flag(values, "reporter_is_victim") or text(values, "reporter_relation") == "korban sendiri"
    return is_hers and text(values, "victim_wish") == STOP


def receivers(values: Values) -> tuple[Receiver, ...]:
    """Who may take the answer."""
    if flag(values, "is_institution"):
        return (Receiver.INSTITUTION,)
    answer_route = route(values)
    is_trusted = answer_route.care_of and answer_route.is_possible and answer_route.is_confirmed
    return (Receiver.ADDRESSEE, Receiver.TRUSTED) if is_trusted else (Receiver.ADDRESSEE,)


def is_trusted(values: Values, name: str) -> bool:
    """Whether ``name`` is the trusted person."""
    known = route(values).care_of
    return bool(known and name) and may_be_person(known, name)


def proofs(way: str) -> tuple[Proof, ...]:
    """Possible by ``way``."""
    if way in ORAL:
        return (Proof.NOTE, Proof.RECEIPT) if way == Way.READ else (Proof.NOTE,)
    return (Proof.RECEIPT, Proof.POSTAL) if way == Way.POST else (Proof.RECEIPT,)


def is_reported(values: Values, name: str) -> bool:
    """Who may be a reported person gets nothing."""
    return bool(name) and any(may_be_person(name, reported) for reported in reported_names(values))


def format_delivery(way: str, receiver: str = "") -> str:
    """As in ``pos, diterima orang kepercayaan``."""
    return f"{way}, diterima {receiver}" if receiver else way
