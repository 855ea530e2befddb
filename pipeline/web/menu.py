"""The main menu, by the roles of a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from pipeline.cases.states import REGISTER_ROLES
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Text
from pipeline.office.base import users
from pipeline.office.base.session import READERS, Session
from pipeline.office.bookkeeping.recap import EDITIONS, Recipient
from pipeline.office.letters import templates
from pipeline.office.overview.audit import AUDITORS
from pipeline.office.overview.chair_approvals import CHAIRS

EVERYBODY = frozenset(Role)


@dataclass(frozen=True)
class Entry:
    """A page; ``below``: prefixes of page names under it. ``told`` is for who does no case work."""

    name: str
    title: Text
    roles: frozenset[Role] = EVERYBODY
    below: tuple[str, ...] = ()
    told: Text | None = None


MENU = (
    Entry("home", N_("Tasks")),
    Entry("upload", N_("New letters"), REGISTER_ROLES),
    Entry("phone", N_("Incoming call"), REGISTER_ROLES),
    Entry("chair-desk", N_("Chair's approvals"), CHAIRS),
    Entry("search", N_("Search"), READERS),
    Entry("office-moves", N_("More"), READERS, ("office-move",)),
    Entry("books", N_("Books"), READERS, ("book", "register-page")),
    Entry("recap", N_("Recap"), EDITIONS[Recipient.OFFICE].makers, ("recap",),
          N_("Figures by month, quarter and year, without names.")),
    Entry("health", N_("System status"), below=("health",),
          told=N_("Whether all runs: intake, reading, disk, backup, the check of the archive.")),
    Entry("settings", N_("Settings"), below=("settings",), told=N_("How this office is set up.")),
    Entry("users", N_("Accounts"), users.KEEPERS, ("user",), N_("Accounts, roles and passwords.")),
    Entry("audit", N_("Access log"), AUDITORS, told=N_("Who saw and changed what.")),
)  # fmt: skip
SETTINGS = (
    Entry("settings", N_("Office")),
    Entry("settings-signatories", N_("Signatories")),
    Entry("settings-holidays", N_("Holidays")),
    Entry("settings-lists", N_("Code lists")),
    Entry("settings-jra", N_("Retention schedule (JRA)")),
    Entry("settings-templates", N_("Letter templates"), templates.KEEPERS),
)


def entries(request: HttpRequest, session: Session) -> Iterator[tuple[Entry, str, bool]]:
    """Yields entry, address, and whether it is open."""
    match = request.resolver_match
    here = (match.url_name or "") if match is not None else ""
    for entry in MENU:
        if session.actor.is_any(*entry.roles):
            is_here = here == entry.name or (bool(entry.below) and here.startswith(entry.below))
            yield entry, reverse(entry.name), is_here
