"""The safe route of a letter, and who may be answered (steps 2, 10, 13).

The reported person never is (letter rule 4).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from pipeline.cases.contacts import (
    ADDRESSES,
    NAMES,
    OWNER,
    PHONES,
    REPORTER,
    VICTIM,
    WAYS,
    has_own,
    of_person,
    without_own,
)
from pipeline.cases.fields.conditions import contact_is_used, contact_of_two, reporter_is_child
from pipeline.cases.likeness import (
    Likeness,
    is_by_house_of,
    likest,
    may_be_person,
    name_words,
    of_numbers,
    of_persons,
    of_places,
    says_the_same,
)
from pipeline.cases.people import Side, people_of
from pipeline.cases.safety import contact_problems, counsel, reported_names, shares_home
from pipeline.cases.values import ANONYMOUS, Value, Values, flag, items, known_name, text
from pipeline.kernel import clock

SHE_CONTACTS, DO_NOT_CALL = "hanya ia yang menghubungi kami", "jangan hubungi"
"""The way of a shared telephone, and what papers bear for its number."""
_NUMBERS = (*PHONES, "victim_phone", "reporter_phone", "caller_number")


class RouteKind(StrEnum):
    """How a letter may travel."""

    INSTITUTION = "ke lembaga pengirim"
    POST = "ke alamat aman"
    ENTRUSTED = "dititipkan"
    COLLECTED = "diambil sendiri di kantor"
    NONE = "tidak ada jalur aman"


_POSTAL = {"surat": RouteKind.POST, "titip": RouteKind.ENTRUSTED}


class Misfit(StrEnum):
    """Why the contact may not be used."""

    UNSTATED = "belum dinyatakan"
    ANOTHERS = "milik orang lain"
    CHILD = "rumah anak"
    ENDED = "surat kuasa berakhir"


def misfit(values: Values, whose: str) -> Misfit | None:
    """Why ``whose`` cannot be reached; nothing is posted to a child who reports, or to whose surat kuasa has ended."""
    is_reporters = whose == REPORTER or not contact_of_two(values)
    reached = (
        known_name(of_person(values, whose), "safe_contact_name"),
        known_name(values, "reporter_name") if is_reporters else "",
    )
    today = clock.today("Asia/Jayapura")  # where a day begins first in Indonesia
    if any(
        last < today and may_be_person(person, name)
        for name, last in counsel(values).items()
        for person in reached
    ):
        return Misfit.ENDED
    if (
        is_reporters
        and reporter_is_child(values)
        and text(of_person(values, whose), "safe_contact_way") == "surat"
    ):
        return Misfit.CHILD
    if has_own(values, whose) or not (contact_of_two(values) and contact_is_used(values)):
        return None
    owner = text(values, OWNER)
    if not owner:
        return Misfit.UNSTATED
    return None if owner == whose else Misfit.ANOTHERS


def addressed(values: Values) -> str:
    """Whose letter an answer is; in doubt the reporter's."""
    name, reporter = text(values, "addressee"), known_name(values, "reporter_name")
    others = (row.partition(",")[0] for row in items(values, "other_victims"))
    hers = [
        known
        for known in (known_name(values, "victim_name"), known_name(values, "guardian_name"), *others)
        if known
    ]
    if not name or name_words(name) == name_words(reporter):
        return REPORTER
    if any(name_words(name) == name_words(known) for known in hers):
        return VICTIM
    if reporter and may_be_person(name, reporter):
        return REPORTER
    if any(may_be_person(name, known) for known in hers):
        return VICTIM
    contact = known_name(values, "safe_contact_name")
    return text(values, OWNER) or REPORTER if contact and may_be_person(name, contact) else REPORTER


def of_addressee(values: Values) -> Values:
    """``values`` with the contact of whom the answer is for."""
    return of_person(values, addressed(values))


def as_it_went(values: Values, whose: str = "") -> Values:
    """For what has already happened, which is always recorded."""
    return {**values, OWNER: whose or addressed(values)}


@dataclass(frozen=True)
class Route:
    """Without address and place where it has a ``misfit``."""

    kind: RouteKind
    care_of: str = ""
    address: str = ""
    place: str = ""
    is_confirmed: bool = False
    is_safe: bool = False
    misfit: Misfit | None = None

    @property
    def is_possible(self) -> bool:
        """Whether a letter can reach anybody."""
        return self.kind is not RouteKind.NONE and self.is_safe


def route(values: Values, whose: str = "") -> Route:
    """How the answer may travel, or another letter to ``whose``.

    Without a postal route it waits at the office; after a call only if it is to be fetched, else there is none.
    """
    if flag(values, "is_institution"):
        address = text(values, "sender_address")
        return Route(
            RouteKind.INSTITUTION,
            address=address,
            place=text(values, "sender_place"),
            is_confirmed=bool(address),
            is_safe=bool(address),
        )
    whose = whose or addressed(values)
    values = of_person(values, whose)
    way = text(values, "safe_contact_way")
    name = known_name(values, "safe_contact_name")
    fetched = (
        ("ambil",) if text(values, "channel") == "phone" else ("ambil", "pesan", "telepon", SHE_CONTACTS)
    )
    kind = _POSTAL.get(way) or (RouteKind.COLLECTED if way in fetched else RouteKind.NONE)
    reporter = known_name(values, "reporter_name")
    postal = way in _POSTAL
    wrong = misfit(values, whose)
    if wrong:
        return Route(kind, is_confirmed=flag(values, "safe_contact_confirmed"), misfit=wrong)
    return Route(
        kind,
        care_of=name if postal and name and not (reporter and may_be_person(name, reporter)) else "",
        address=text(values, "safe_contact_address") if postal else "",
        place=text(values, "safe_contact_place"),
        is_confirmed=flag(values, "safe_contact_confirmed"),
        is_safe=kind is not RouteKind.NONE and not any(contact_problems(values)),
    )


def as_printed(values: Values, case: Values) -> Values:
    """``values`` as papers of ``case`` bear them: nobody reads a shared telephone's number off one and dials it."""
    if not any(text(case, way) == SHE_CONTACTS for way in WAYS):
        return values
    return {**values, **{name: DO_NOT_CALL for name in _NUMBERS if name in values}}


_CONTACT = (
    "is_institution", "sender_address", "safe_contact_way", "safe_contact_name", "safe_contact_address",
    "safe_contact_phone", "reported_name", "reported_address", "reported_shares_home", "safe_contact_place",
    "sender_place", "other_reported", OWNER,
)  # fmt: skip
"""New names go to the end: letters under way are bound to these."""
_OF_OTHERS = {True: frozenset({"safe_contact_place", OWNER}), False: frozenset({"sender_place"})}


def contact_key(values: Values, whose: str = "") -> tuple[str, ...]:
    """What must not change until dispatch (step 13): the contact of ``whose``, else of the addressee."""
    others = _OF_OTHERS[flag(values, "is_institution")]
    values = of_person(values, whose or addressed(values))
    written = ("" if name in others else values.get(name, "") for name in _CONTACT)
    return tuple("; ".join(value) if isinstance(value, tuple) else str(value) for value in written)


def is_bound(known: Sequence[str], values: Values) -> bool:
    """Whether a letter for ``known``, the fields of then, may go."""
    return tuple(known) == contact_key(values)[: len(known)]


def as_bound(known: Sequence[str], values: Values, *, is_confirmed: bool) -> Values:
    """``values`` with the contact ``known``."""
    then = dict(zip(_CONTACT, known, strict=False))
    read: dict[str, Callable[[str], Value]] = {
        "is_institution": lambda value: value == str(True),
        "other_reported": lambda value: tuple(filter(None, value.split("; "))),
    }
    before = {name: read.get(name, str)(value) for name, value in then.items() if value or name in read}
    left = {name: value for name, value in without_own(values, addressed(values)).items() if name not in then}
    return {**left, **before, "safe_contact_confirmed": is_confirmed}


_NOBODYS = frozenset(
    {"pelapor", "pengirim", "penulis", "surat", "yang", "bersangkutan", "warga", "penelepon"}
)
_GENERAL = frozenset({
    "kepala", "ketua", "direktur", "direktris", "pimpinan", "pengurus", "dinas", "badan", "kantor", "negeri", "swasta",
    "kabupaten", "kota", "provinsi", "kecamatan", "desa", "dan", "yang",
})  # fmt: skip


def is_party(values: Values, addressee: str) -> bool:
    """Sender or person of the case, neither reported nor witness."""
    if flag(values, "is_institution"):
        sender = _telling(text(values, "sender"))
        return not sender or not sender.isdisjoint(_telling(addressee))
    people = people_of(values)
    reported = [person.name for person in people if person.side is Side.REPORTED and person.name]
    parties = [
        person.name for person in people if person.side not in (Side.REPORTED, Side.WITNESS) and person.name
    ]
    parties += [known_name(values, "safe_contact_name")]
    if any(name_words(addressee) == name_words(party) for party in parties if party):
        return True
    if any(may_be_person(addressee, name) for name in reported):
        return False
    if text(values, "reporter_name") == ANONYMOUS and set(name_words(addressee)) <= _NOBODYS:
        return True
    return any(may_be_person(addressee, party) for party in parties if party)


def _telling(name: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]{3,}", name.casefold()) if word not in _GENERAL}


class Verdict(StrEnum):
    """Whether a person may be reached; the strictest first."""

    NO = "no"
    ASK = "ask"
    YES = "yes"


@dataclass(frozen=True)
class ReportedPerson:
    """``is_own``: in a case of the same victim, merged and linked ones with it."""

    case: str
    names: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    is_own: bool = False


@dataclass(frozen=True)
class Reach:
    """``reason`` is "person", "home" or "number", ``case`` the reported person's, for who may know it."""

    verdict: Verdict
    reason: str = ""
    case: str = ""


class Recipient(NamedTuple):
    """Who a contact reaches, or by which ``way`` where; ``field`` says it."""

    field: str
    person: str = ""
    way: str = ""
    address: str = ""


def recipients(values: Values) -> Iterator[Recipient]:
    """Everybody and every place that the contacts of a case reach; a reporter is no contact of their own.

    An institution is reached at its official address.
    """
    reporter = known_name(values, "reporter_name")
    for name, phone, address in zip((*NAMES, ""), (*PHONES, ""), (*ADDRESSES, "sender_address"), strict=True):
        contacts = (
            Recipient(name, known_name(values, name)),
            Recipient(phone, "", "telepon", text(values, phone)),
            Recipient(address, "", "surat", text(values, address)),
        )
        for recipient in contacts:
            if recipient.address or (
                recipient.person and not (reporter and may_be_person(recipient.person, reporter))
            ):
                yield recipient


_VERDICTS = {
    (True, Likeness.SAME): Verdict.NO,
    (True, Likeness.ASK): Verdict.ASK,
    (False, Likeness.SAME): Verdict.ASK,
}


def may_reach(person: str, way: str, address: str, reported: Iterable[ReportedPerson]) -> Reach:
    """``way`` is one of ``WAYS``, ``address`` postal or a telephone number.

    NO: a reported person, home or number of this victim's cases. ASK, a person must decide: one of them in
    doubt, or one of another case for certain; there a doubt is YES. An address that names the house of a
    reported person, or one beside it, is in doubt (SOP steps 2, 5, 13; UU 23/2004).
    """
    reaches = [
        Reach(verdict, reason, known.case)
        for known in reported
        for reason, like in _likenesses(person, way, address, known)
        if (verdict := _VERDICTS.get((known.is_own, like)))
    ]
    return min(reaches, key=lambda reach: list(Verdict).index(reach.verdict), default=Reach(Verdict.YES))


def _likenesses(
    person: str, way: str, address: str, reported: ReportedPerson
) -> Iterator[tuple[str, Likeness]]:
    yield "person", likest(of_persons(person, name) for name in reported.names)
    if way in ("pesan", "telepon"):
        yield "number", likest(of_numbers(address, number) for number in reported.numbers)
    else:
        named = [Likeness.ASK] if is_by_house_of(address, reported.names) else []
        yield "home", likest((*named, *(of_places(address, home) for home in reported.homes)))


def reported_of(values: Values, case: str, *, is_own: bool) -> tuple[ReportedPerson, ...]:
    """A home shared with the victim is theirs."""
    name, theirs = known_name(values, "reported_name"), text(values, "reported_address")
    home = text(values, "victim_address") if shares_home(values) else ""
    names, homes, numbers = (
        tuple(filter(None, group))
        for group in (
            (name,),
            ("" if says_the_same(theirs) else theirs, home),
            (text(values, "reported_phone"),),
        )
    )
    first = [ReportedPerson(case, names, homes, numbers, is_own)] if names or homes or numbers else []
    others = [ReportedPerson(case, (row,), is_own=is_own) for row in reported_names(values) if row != name]
    return (*first, *others)
