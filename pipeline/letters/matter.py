"""What a letter is about: all that this package is told of a case. Nothing here is logged."""

from dataclasses import dataclass
from datetime import date

LETTER, PHONE, REFERRAL = "letter", "phone", "referral"
UNKNOWN_SALUTATION = "Bapak/Ibu"
SALUTATIONS = ("Saudari", "Saudara", "Bapak", "Ibu", "Bapak/Ibu")


@dataclass(frozen=True)
class Incoming:
    """The document or call being answered; ``number`` and ``day`` if it bears them."""

    channel: str
    number: str | None
    day: date | None
    received: date
    sender: str
    is_institution: bool


@dataclass(frozen=True)
class Addressee:
    """Who gets the answer.

    ``salutation`` is chosen by a person, else empty. ``care_of`` names the safe contact, ``address`` is
    printed for institutions only. ``is_party``: reporter, victim, guardian or sending institution.
    """

    name: str
    salutation: str
    care_of: str
    address: str
    place: str
    is_institution: bool
    is_confirmed: bool
    is_safe: bool
    is_party: bool = True

    @property
    def address_form(self) -> str:
        """The form of address, never guessed."""
        return self.salutation or UNKNOWN_SALUTATION


@dataclass(frozen=True)
class Matter:
    """Everything an answer may say, and the names that it may not.

    ``comes`` is who is invited (SOP step 13), ``clarified`` the day on which explanations were asked (step
    9), ``private_names`` are of victims, children and reported persons, ``subject`` a *Hal* chosen by a
    person, ``extra`` further numbered paragraphs. ``cases`` are kinds of case for clauses, ``report_by`` is
    the day by which the police must know, ``concerns_reader``: the addressee is the victim.
    """

    case: str
    register_number: str
    incoming: Incoming
    addressee: Addressee
    follow_up: str
    services: tuple[str, ...]
    referral: str
    clarified: date | None
    comes: str
    private_names: tuple[str, ...]
    reporter_name: str
    attachments: int
    cc: tuple[str, ...]
    subject: str = ""
    extra: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    report_by: date | None = None
    concerns_reader: bool = False
