"""The clause library: short texts with a name and a version, chosen by channel and kind of addressee.

Each clause is a text file: a few ``key: value`` lines, an empty line, the wording with the same
tags as a template. An office that keeps its own wording puts files of the same name into
``letter_templates/klausul/``; they stand before the shipped ones. Clauses marked ``wajib: ya``
(the invitation of SOP step 13, the services free of charge) cannot be left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.letters.errors import BadTemplate
from pipeline.letters.matter import LETTER, PHONE, REFERRAL
from pipeline.letters.template import render_text

CHANNEL_WORDS = {LETTER: "surat", PHONE: "telepon", REFERRAL: "rujukan"}
OPENING, CONTENT = "pembuka", "isi"
_SHIPPED = Path(__file__).parent


@dataclass(frozen=True)
class Clause:
    """One clause: ``part`` is "pembuka" or "isi", ``channels`` and ``kinds`` say where it applies."""

    name: str
    version: str
    part: str
    order: int
    channels: frozenset[str]
    kinds: frozenset[str]
    is_mandatory: bool
    text: str

    @property
    def label(self) -> str:
        """Return name and version as they are recorded with the letter: ``layanan@1``."""
        return f"{self.name}@{self.version}"


@dataclass(frozen=True)
class Wording:
    """The clauses of one letter, filled: its ``opening``, its ``content``, and the ``labels`` used."""

    opening: str
    content: tuple[str, ...]
    labels: tuple[str, ...]


def library(own: Path) -> tuple[Clause, ...]:
    """Return all clauses: those in the office's folder ``own``, and the shipped ones it does not replace."""
    found = {clause.name: clause for clause in _shipped()}
    if own.is_dir():
        found |= {clause.name: clause for clause in map(read, sorted(own.glob("*.txt")))}
    return tuple(sorted(found.values(), key=lambda one: (one.part != OPENING, one.order, one.name)))


@cache
def _shipped() -> tuple[Clause, ...]:
    return tuple(read(path) for path in sorted(_SHIPPED.glob("*.txt")))


def read(path: Path) -> Clause:
    """Read one clause file. Raises :class:`BadTemplate` with what is missing."""
    head, _, text = path.read_text("utf-8").replace("\r\n", "\n").partition("\n\n")
    rows = dict(row.partition(":")[::2] for row in head.splitlines())
    keys = {key.strip(): value.strip() for key, value in rows.items()}
    missing = [key for key in ("nama", "versi", "bagian", "kanal", "untuk") if not keys.get(key)]
    if missing or not text.strip() or not keys.get("urutan", "0").isdigit():
        reason = f"kepala klausul tidak lengkap ({', '.join(missing) or 'isi atau urutan'})"
        raise BadTemplate(template=path.name, reason=reason, paragraph=head[:80])
    return Clause(
        keys["nama"], keys["versi"], keys["bagian"], int(keys.get("urutan", "0")), _words(keys["kanal"]),
        _words(keys["untuk"]), keys.get("wajib") == "ya", text.strip(),
    )  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split(","))


def choose(clauses: tuple[Clause, ...], channel: str, kind: str) -> tuple[Clause, ...]:
    """Return the clauses of a letter in order: ``channel`` and ``kind`` are Indonesian words of the files."""
    return tuple(one for one in clauses if channel in one.channels and kind in one.kinds)


def fill(clauses: tuple[Clause, ...], fields: Mapping[str, Any]) -> Wording:
    """Render the chosen ``clauses`` with ``fields``. Raises as :func:`template.render_text`."""
    texts = [(one, render_text(one.label, one.text, fields)) for one in clauses]
    return Wording(
        " ".join(text for one, text in texts if one.part == OPENING),
        tuple(text for one, text in texts if one.part == CONTENT),
        tuple(one.label for one in clauses),
    )
