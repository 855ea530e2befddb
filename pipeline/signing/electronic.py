"""What the check of electronic signatures found, as plain values, and what follows from it for a copy.

A :class:`Report` holds every signature of one PDF. Its verdict is that of its worst signature, since a
file is not better than the weakest thing it claims. The check itself runs within walls
(:mod:`pipeline.signing.inside_electronic`); here nothing is opened.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from pipeline.cases.plain import from_plain

SCHEMA = 1


class Verdict(StrEnum):
    """What a signature is worth, from the worst to the best; the value is stored."""

    NONE = "none"
    CHANGED = "changed"
    REVOKED = "revoked"
    UNCHECKED = "unchecked"
    UNFIT = "unfit"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    UNREVIEWED = "unreviewed"
    VALID = "valid"


class Content(StrEnum):
    """How the signed file compares with the one that the office exported."""

    SAME = "same"
    DIFFERENT = "different"
    NOT_COMPARED = "not_compared"


class Revocation(StrEnum):
    """Whether it was looked up that the certificates are not revoked."""

    NOT_CHECKED = "not_checked"
    CHECKED = "checked"
    NOT_POSSIBLE = "not_possible"
    REVOKED = "revoked"


ACCEPTED = frozenset({Verdict.UNKNOWN, Verdict.UNREVIEWED, Verdict.VALID})
"""The verdicts with which a copy counts as signed by itself; with the others a person decides."""

_ORDER = tuple(Verdict)
_TITLES = frozenset(("dra", "drs", "prof", "spd", "msi", "mpd", "mkes", "mh", "skep", "ssos"))


@dataclass(frozen=True)
class Signature:
    """One signature: its ``verdict``, the certificate it names, and what was looked at.

    Days and times are ISO texts in UTC ("" if unknown): ``claimed`` is when the signer says it was made,
    ``stamped`` what a trusted time stamp says. ``covers_all`` is false where bytes were added after it;
    ``until`` is the day to which the revocation lists reach, ``revoked`` the day of a revocation,
    ``of_issuer`` tells that it is the issuer's certificate which is revoked or could not be looked up.
    """

    verdict: Verdict
    subject: str = ""
    name: str = ""
    issuer: str = ""
    fingerprint: str = ""
    valid_from: str = ""
    valid_to: str = ""
    claimed: str = ""
    stamped: str = ""
    covers_all: bool = False
    revocation: Revocation = Revocation.NOT_CHECKED
    until: str = ""
    revoked: str = ""
    of_issuer: bool = False
    cause: str = ""


@dataclass(frozen=True)
class Report:
    """The check of one PDF at the moment ``checked``: all its signatures in the order of signing.

    ``problem`` says (a word) why it could not be checked as a whole. ``content`` compares it with the export
    it is a signed form of, whose ``code`` it then bears; ``confirmed_by`` is the account that took it as signed
    all the same.
    """

    checked: str
    signatures: tuple[Signature, ...] = ()
    problem: str = ""
    content: Content = Content.NOT_COMPARED
    is_prefix: bool = False
    code: str = ""
    confirmed_by: str = ""

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of all signatures; NONE if there is no signature at all."""
        if self.problem:
            return Verdict.UNCHECKED
        return min((one.verdict for one in self.signatures), key=_ORDER.index, default=Verdict.NONE)

    def for_copy(self, code: str) -> Report:
        """Return the report as that of the copy with this ``code``."""
        return replace(self, code=code)

    def confirmed(self, account: str) -> Report:
        """Return the report with the account that confirmed it."""
        return replace(self, confirmed_by=account)

    def to_json(self) -> str:
        """Return the report as the JSON that is stored and filed, always the same for the same report."""
        plain = {"schema": SCHEMA, "verdict": self.verdict, **asdict(self)}
        return json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=1)


def report_from_json(text: str) -> Report:
    """Read back what :meth:`Report.to_json` gave. Raises ``ValueError``, ``KeyError``, ``TypeError``."""
    plain: dict[str, Any] = json.loads(text)
    del plain["schema"], plain["verdict"]
    return from_plain(Report, plain)


def is_of(report: Report, signatories: Iterable[str]) -> bool:
    """Tell whether each certificate names one of the ``signatories`` (their names as letters print them).

    Titles, letter case and punctuation do not count; every remaining word of the shorter name must stand
    in the other, two of them at least where there are two.
    """
    known = [words for words in map(_name_words, signatories) if words]
    return all(any(_alike(_name_words(one.name), words) for words in known) for one in report.signatures)


def _name_words(name: str) -> frozenset[str]:
    plain = (re.sub(r"[^\w\s]", "", one) for one in re.split(r"[\s,]+", name.casefold()))
    return frozenset(one for one in plain if len(one) > 2 and one.isalpha() and one not in _TITLES)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= min(2, len(longer)) and bool(shorter) and shorter <= longer
