"""Sentences in two languages, exit statuses, rows of refusals."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Exit(IntEnum):
    """Exit statuses of every verb."""

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
    """A sentence in two languages, with ``{field}`` places."""

    id: str
    en: str

    def fill(self, lang: str, **fields: object) -> str:
        """Return the sentence in ``lang`` ("id" or "en")."""
        return (self.en if lang == "en" else self.id).format(**fields)


def as_it_is(said: str, english: str = "") -> Text:
    """Return words without places, whatever signs stand in them."""
    return Text(*(one.replace("{", "{{").replace("}", "}}") for one in (said, english or said)))


class Next(NamedTuple):
    """What may be done next: an act or a page by name, with ``{field}`` places.

    ``subject`` is a case, a letter or an arrival, ``about`` a second thing.
    """

    act: str
    subject: str = ""
    about: str = ""

    def of(self, **fields: object) -> Next:
        """Return the same with its places filled."""
        return Next(self.act, self.subject.format(**fields), self.about.format(**fields))


class Row(NamedTuple):
    """A refusal: sentence, exit status, what mends it."""

    id: str
    en: str
    status: Exit = Exit.REFUSED
    next: tuple[Next, ...] = ()
