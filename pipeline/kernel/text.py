"""A sentence in the two languages of the interface, the exit statuses, and a row of the catalogue of refusals."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Exit(IntEnum):
    """Exit statuses of every verb; listed in ``rangkap --help`` and ``docs/commands.md``."""

    OK = 0
    FAILED = 1
    USAGE = 2
    REFUSED = 3
    NOT_FOUND = 4
    NO_RIGHT = 5
    STALE = 6
    DAMAGED = 7
    INCOMPLETE = 8


class Text(NamedTuple):
    """One sentence in the two languages of the interface, with ``{field}`` places."""

    id: str
    en: str

    def fill(self, lang: str, **fields: object) -> str:
        """Return the sentence in ``lang`` ("id" or "en") with its places filled."""
        return (self.en if lang == "en" else self.id).format(**fields)


def as_it_is(said: str, english: str = "") -> Text:
    """Return words that have no places to fill, whatever signs stand in them."""
    return Text(*(one.replace("{", "{{").replace("}", "}}") for one in (said, english or said)))


class Next(NamedTuple):
    """What may be done next: an act or a page by its name, and the numbers that it is about, with ``{field}`` places.

    ``subject`` is what it is done to (a case, a letter, a letter that came in), ``about`` a second thing that it needs.
    How it is reached, a door knows: a command at the terminal, a link on a page.
    """

    act: str
    subject: str = ""
    about: str = ""

    def of(self, **fields: object) -> Next:
        """Return the same with its places filled."""
        return Next(self.act, self.subject.format(**fields), self.about.format(**fields))


class Row(NamedTuple):
    """What is told of a refusal: its sentence with ``{field}`` places, the exit status, and what mends it."""

    id: str
    en: str
    status: Exit = Exit.REFUSED
    next: tuple[Next, ...] = ()
