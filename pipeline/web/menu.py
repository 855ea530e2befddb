"""The main menu, each page shown to whoever may open it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from pipeline.kernel.people import Role
from pipeline.office.base.desk import Desk
from pipeline.office.letters import templates

EVERYBODY = frozenset(Role)
_CASE_WORK = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR, Role.ARCHIVIST})


@dataclass(frozen=True)
class Entry:
    """A page of the menu (words: ``nav.NAME``); ``below``: beginnings of names under it."""

    name: str
    roles: frozenset[Role] = EVERYBODY
    below: tuple[str, ...] = ()


MENU = (
    Entry("home"),
    Entry("upload", frozenset({Role.CLERK})),
    Entry("phone", frozenset({Role.CLERK})),
    Entry("chair-desk", frozenset({Role.CHAIR})),
    Entry("search", _CASE_WORK),
    Entry("office-moves", _CASE_WORK, ("office-move",)),
    Entry("books", _CASE_WORK, ("book", "register-page")),
    Entry("recap", _CASE_WORK | {Role.OVERSEER}, ("recap",)),
    Entry("health", below=("health",)),
    Entry("settings", below=("settings",)),
    Entry("users", frozenset({Role.ADMIN}), ("user",)),
    Entry("audit", frozenset({Role.CHAIR, Role.OVERSEER, Role.ADMIN})),
)

SETTINGS = (
    Entry("settings"),
    Entry("settings-signatories"),
    Entry("settings-holidays"),
    Entry("settings-lists"),
    Entry("settings-jra"),
    Entry("settings-templates", frozenset(templates.KEEPERS)),
)


def entries(request: HttpRequest, desk: Desk) -> Iterator[tuple[str, str, bool]]:
    """Yield key of the words, address, and whether it is open."""
    match = request.resolver_match
    here = (match.url_name or "") if match is not None else ""
    for one in MENU:
        if desk.actor.is_any(*one.roles):
            is_here = here == one.name or (bool(one.below) and here.startswith(one.below))
            yield f"nav.{one.name}", reverse(one.name), is_here
