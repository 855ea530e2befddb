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
        """The sentence in ``lang`` ("id" or "en")."""
        return self.verbatim(lang).format(**fields)

    def verbatim(self, lang: str) -> str:
        """The sentence with its braces."""
        return self.en if lang == "en" else self.id


def as_it_is(said: str, english: str = "") -> Text:
    """Words without places, whatever signs they hold."""
    return Text(*(one.replace("{", "{{").replace("}", "}}") for one in (said, english or said)))


class Next(NamedTuple):
    """What may be done next: an act or a page, with ``{field}`` places.

    ``about`` is a second thing beside ``subject``.
    """

    act: str
    subject: str = ""
    about: str = ""

    def of(self, **fields: object) -> Next:
        """The same with its places filled."""
        return Next(self.act, self.subject.format(**fields), self.about.format(**fields))


class Row(NamedTuple):
    """A refusal."""

    id: str
    en: str
    status: Exit = Exit.REFUSED
    next: tuple[Next, ...] = ()


def ranges(lines: list[int], most: int = 8) -> str:
    """Sorted numbers as ``2–5, 9``; at most ``most`` runs."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    said = [str(low) if low == high else f"{low}–{high}" for low, high in runs[:most]]
    return ", ".join(said) + (", …" if len(runs) > most else "")
