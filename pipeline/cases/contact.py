"""How this person may be answered: the safe route of a letter, or none (steps 2, 10, 13)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.cases.safety import contact_problems, same_person
from pipeline.cases.values import Values, flag, known_name, text


class RouteKind(StrEnum):
    """How a letter may travel; the value is the word of the dispatch book."""

    INSTITUTION = "ke lembaga pengirim"
    POST = "ke alamat aman"
    ENTRUSTED = "dititipkan"
    COLLECTED = "diambil sendiri di kantor"
    NONE = "tidak ada jalur aman"


@dataclass(frozen=True)
class Route:
    """The way of one answer letter.

    ``care_of`` is the trusted person (empty if it goes to the addressee itself), ``address`` and
    ``place`` are those of the safe contact or of the sending institution.
    """

    kind: RouteKind
    care_of: str = ""
    address: str = ""
    place: str = ""
    is_confirmed: bool = False
    is_safe: bool = False

    @property
    def is_possible(self) -> bool:
        """Tell whether a letter can reach anybody this way."""
        return self.kind is not RouteKind.NONE and self.is_safe


def route(values: Values) -> Route:
    """Return how the answer to this complaint may travel.

    Without a postal route the letter of a written complaint waits at the office to be collected; a
    call without a safe address gets no letter (product.md, *Phone*). A contact that fails the safety
    rules is never safe.
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
    way = text(values, "safe_contact_way")
    name = known_name(values, "safe_contact_name")
    kind = _kind(values, way)
    reporter = known_name(values, "reporter_name")
    postal = kind in (RouteKind.POST, RouteKind.ENTRUSTED)
    return Route(
        kind,
        care_of=name if postal and name and not (reporter and same_person(name, reporter)) else "",
        address=text(values, "safe_contact_address") if postal else "",
        place=text(values, "safe_contact_place"),
        is_confirmed=flag(values, "safe_contact_confirmed"),
        is_safe=kind is not RouteKind.NONE and not any(contact_problems(values)),
    )


def _kind(values: Values, way: str) -> RouteKind:
    if way == "surat":
        return RouteKind.POST
    if way == "titip":
        return RouteKind.ENTRUSTED
    written = text(values, "channel") != "phone"
    if way == "ambil" or (written and way in ("pesan", "telepon")):
        return RouteKind.COLLECTED
    return RouteKind.NONE


_CONTACT = (
    "is_institution",
    "sender_address",
    "safe_contact_way",
    "safe_contact_name",
    "safe_contact_address",
    "safe_contact_phone",
    "reported_name",
    "reported_address",
    "reported_shares_home",
)


def contact_key(values: Values) -> tuple[str, ...]:
    """Return what must not have changed between approval and dispatch (step 13)."""
    return tuple(str(values.get(name, "")) for name in _CONTACT)
