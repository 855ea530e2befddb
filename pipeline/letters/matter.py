"""What a letter is about, as plain frozen values: the only thing this house is told about a case.

The office fills a :class:`Matter` from a case (or, later, from a register month). Names stand in
it because the letter rules must recognise where they may not appear; nothing here is logged.
"""

from dataclasses import dataclass
from datetime import date

LETTER, PHONE, REFERRAL = "letter", "phone", "referral"
UNKNOWN_SALUTATION = "Bapak/Ibu"
SALUTATIONS = ("Saudari", "Saudara", "Bapak", "Ibu", "Bapak/Ibu")


@dataclass(frozen=True)
class Incoming:
    """The document or call being answered; ``number`` and ``day`` are what it bears, if anything."""

    channel: str
    number: str | None
    day: date | None
    received: date
    sender: str
    is_institution: bool


@dataclass(frozen=True)
class Addressee:
    """Who gets the answer.

    ``salutation`` is chosen by a person, one of :data:`SALUTATIONS`; empty while nobody has chosen.
    ``care_of`` names the safe contact, ``address`` is printed for institutions only, ``place`` follows "di".
    ``is_party`` tells that ``name`` is one who may be answered: reporter, victim, guardian, sending institution.
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
        """The form of address: never guessed, "Bapak/Ibu" where nobody has chosen one."""
        return self.salutation or UNKNOWN_SALUTATION


@dataclass(frozen=True)
class Matter:
    """Everything an answer letter may say, and the names that it may not.

    ``comes`` is who is invited to come in person (SOP step 13); ``clarified`` the day on which
    explanations were asked (step 9); ``referral`` the institutions of a referral; ``services``
    the services offered (empty: those of the settings); ``private_names`` the full names of
    victims, children and reported persons; ``subject`` a *Hal* chosen by a person (empty: the
    neutral one of the channel); ``extra`` further numbered paragraphs. ``cases`` are the kinds of
    case that clauses ask for (:data:`pipeline.letters.clauses.WORDS`), ``report_by`` the day by which
    the police must know (None: nothing is said), ``concerns_reader`` tells that the addressee is
    the victim.
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
