"""The main menu, by the roles of a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from pipeline.cases.states import REGISTER_ROLES
from pipeline.kernel.people import Role
from pipeline.office.base import users
from pipeline.office.base.desk import READERS, Desk
from pipeline.office.bookkeeping.recap import EDITIONS, Recipient
from pipeline.office.letters import templates
from pipeline.office.overview.audit import AUDITORS
from pipeline.office.overview.chair_desk import CHAIRS

EVERYBODY = frozenset(Role)


@dataclass(frozen=True)
class Entry:
    """A page (words: ``nav.NAME``); ``below``: prefixes of page names under it."""

    name: str
    roles: frozenset[Role] = EVERYBODY
    below: tuple[str, ...] = ()


MENU = (
    Entry("home"),
    Entry("upload", REGISTER_ROLES),
    Entry("phone", REGISTER_ROLES),
    Entry("chair-desk", CHAIRS),
    Entry("search", READERS),
    Entry("office-moves", READERS, ("office-move",)),
    Entry("books", READERS, ("book", "register-page")),
    Entry("recap", EDITIONS[Recipient.OFFICE].makers, ("recap",)),
    Entry("health", below=("health",)),
    Entry("settings", below=("settings",)),
    Entry("users", users.KEEPERS, ("user",)),
    Entry("audit", AUDITORS),
)

SETTINGS = (
    Entry("settings"),
    Entry("settings-signatories"),
    Entry("settings-holidays"),
    Entry("settings-lists"),
    Entry("settings-jra"),
    Entry("settings-templates", templates.KEEPERS),
)


def entries(request: HttpRequest, desk: Desk) -> Iterator[tuple[str, str, bool]]:
    """Yield key of the words, address, and whether it is open."""
    match = request.resolver_match
    here = (match.url_name or "") if match is not None else ""
    for one in MENU:
        if desk.actor.is_any(*one.roles):
            is_here = here == one.name or (bool(one.below) and here.startswith(one.below))
            yield f"nav.{one.name}", reverse(one.name), is_here
