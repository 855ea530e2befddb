"""What a letter is about; nothing here is logged."""

from dataclasses import dataclass
from datetime import date

from pipeline.letters.moments import NEVER, Event

LETTER, PHONE, REFERRAL = "letter", "phone", "referral"
UNKNOWN_SALUTATION = "Bapak/Ibu"
SALUTATIONS = ("Saudari", "Saudara", "Bapak", "Ibu", "Bapak/Ibu")


@dataclass(frozen=True)
class Incoming:
    """What is answered."""

    channel: str
    number: str | None
    day: date | None
    received: date
    sender: str
    is_institution: bool


@dataclass(frozen=True)
class Addressee:
    """``salutation`` is empty until chosen, ``care_of`` is the safe contact.

    ``is_party``: reporter, victim, guardian or sender.
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
        """Never guessed."""
        return self.salutation or UNKNOWN_SALUTATION


@dataclass(frozen=True)
class Matter:
    """What an answer may say.

    ``comes`` is invited (SOP step 13), ``clarified`` of step 9, ``names_barred`` of victims, children and
    reported persons of her cases and of who reported her elsewhere in secret, ``names_elsewhere`` of victims and
    children of others, ``houses_elsewhere`` where those are reached (street and number). It says neither when the ``event`` was nor by which telephones and addresses she and her
    reporters are reached.
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
    names_barred: tuple[str, ...]
    reporter_name: str
    attachments: int
    cc: tuple[str, ...]
    subject: str = ""
    extra: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    report_by: date | None = None
    concerns_reader: bool = False
    names_elsewhere: tuple[str, ...] = ()
    event: Event = NEVER
    telephones: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    houses_elsewhere: frozenset[tuple[str, str]] = frozenset()
