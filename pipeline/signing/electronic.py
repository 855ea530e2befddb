"""What the check of electronic signatures found; a :class:`Report` is worth its worst signature."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from pipeline.cases.plain import from_plain

SCHEMA = 1


class Verdict(StrEnum):
    """A signature's worth, from the worst to the best; stored."""

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
    """How the signed file compares with the export."""

    SAME = "same"
    DIFFERENT = "different"
    NOT_COMPARED = "not_compared"


class Revocation(StrEnum):
    """Whether certificates were looked up in revocation lists."""

    NOT_CHECKED = "not_checked"
    CHECKED = "checked"
    NOT_POSSIBLE = "not_possible"
    REVOKED = "revoked"


# verdicts that count as signed; with the others a person decides
ACCEPTED = frozenset({Verdict.UNKNOWN, Verdict.UNREVIEWED, Verdict.VALID})

_TITLES = frozenset(("dra", "drs", "prof", "spd", "msi", "mpd", "mkes", "mh", "skep", "ssos"))


@dataclass(frozen=True)
class Signature:
    """Days and times are ISO texts in UTC ("" if unknown).

    ``claimed`` is the signer's time, ``stamped`` a trusted time stamp's; ``until`` is the day the lists
    reach. ``of_issuer``: the issuer's certificate is the ``revoked`` one.
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
    """One PDF's signatures, in the order of signing.

    ``problem`` (a word): it could not be checked. ``content`` compares it with the export of ``code``;
    ``confirmed_by`` is the account that accepted it all the same.
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
        """The worst; NONE without a signature."""
        if self.problem:
            return Verdict.UNCHECKED
        return min(
            (signature.verdict for signature in self.signatures),
            key=list(Verdict).index,
            default=Verdict.NONE,
        )

    def to_json(self) -> str:
        """Always the same for the same report, to store and file."""
        plain = {"schema": SCHEMA, "verdict": self.verdict, **asdict(self)}
        return json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=1)


def report_from_json(text: str) -> Report:
    """Read back :meth:`Report.to_json`. Raises ``ValueError``, ``KeyError``, ``TypeError``."""
    plain: dict[str, Any] = json.loads(text)
    del plain["schema"], plain["verdict"]
    return from_plain(Report, plain)


def is_of(report: Report, signatories: Iterable[str]) -> bool:
    """Whether each certificate names one of ``signatories``.

    Titles, case and punctuation do not count; the shorter name's words, two at least, stand in the other.
    """
    known = [words for words in map(_name_words, signatories) if words]
    return all(
        any(_alike(_name_words(signature.name), words) for words in known) for signature in report.signatures
    )


def _name_words(name: str) -> frozenset[str]:
    plain = (re.sub(r"[^\w\s]", "", word) for word in re.split(r"[\s,]+", name.casefold()))
    return frozenset(word for word in plain if len(word) > 2 and word.isalpha() and word not in _TITLES)


def _alike(words: frozenset[str], other: frozenset[str]) -> bool:
    shorter, longer = sorted((words, other), key=len)
    return len(shorter) >= min(2, len(longer)) and bool(shorter) and shorter <= longer
