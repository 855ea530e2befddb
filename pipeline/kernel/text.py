"""Sentences in two languages, exit statuses, rows of refusals.

English stands in the code, marked by :data:`N_`; Indonesian in :data:`PO`, which is compiled at set-up.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from gettext import GNUTranslations
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

PO = Path(__file__).parents[1] / "locale" / "id" / "LC_MESSAGES" / "rangkap.po"
MO = PO.with_suffix(".mo")
SOURCE = "digest of rangkap.po"
"""Message of the compiled file: the SHA-256 of its source."""


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

    def of(self, **fields: object) -> Text:
        """Places filled, a ``Text`` in its own language; nothing is filled twice."""
        return as_it_is(*(
            self.fill(lang, **{name: value.fill(lang) if isinstance(value, Text) else value for name, value in fields.items()})
            for lang in ("id", "en")
        ))  # fmt: skip


NOTHING = Text("", "")


def joined(parts: Iterable[Text], between: str = "; ") -> Text:
    """Filled sentences one behind the other."""
    kept = [part for part in parts if part.id]
    return Text(between.join(part.id for part in kept), between.join(part.en for part in kept))


def compiled() -> GNUTranslations | None:
    """None where they are missing, torn or of another :data:`PO`."""
    try:
        with MO.open("rb") as file:
            catalog = GNUTranslations(file)
    except PermissionError:
        raise
    except (OSError, ValueError, struct.error):
        return None
    return catalog if catalog.gettext(SOURCE) == sha256(PO.read_bytes()).hexdigest() else None


@cache
def _indonesian() -> GNUTranslations:
    """Without them the process ends: half of the words would be wrong."""
    if (catalog := compiled()) is None:
        raise SystemExit("rangkap: kalimat bahasa Indonesia belum disusun; jalankan ./run --help")
    return catalog


def text_of(english: str, context: str = "") -> Text:
    """``context`` tells apart what is one in English and two in Indonesian."""
    catalog = _indonesian()
    return Text(catalog.pgettext(context, english) if context else catalog.gettext(english), english)


N_ = text_of
"""Marks a message where it stands (:mod:`tools.catalogue`)."""


def as_it_is(words: str, english: str = "") -> Text:
    """Words without places, whatever signs they hold."""
    return Text(*(sentence.replace("{", "{{").replace("}", "}}") for sentence in (words, english or words)))


class Next(NamedTuple):
    """An act or a page, with ``{field}`` places.

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
    parts = [str(low) if low == high else f"{low}–{high}" for low, high in runs[:most]]
    return ", ".join(parts) + (", …" if len(runs) > most else "")


def figure(value: float, lang: str, places: int = 0) -> str:
    """``value`` with ``places`` decimals: 63.812 and 1,4 in Indonesian."""
    written = f"{value:,.{places}f}"
    return written if lang == "en" else written.translate(str.maketrans(",.", ".,"))
