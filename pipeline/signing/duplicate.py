"""Whether both signed copies of the current revision are proven (SOP step 11).

Only copy 1 may be attested unscanned, with a reason the chair confirmed. One file for both, or one wet and
one electronic signature, is refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.kernel.text import N_, Text


class Means(StrEnum):
    """How a signed copy is proven."""

    SCAN = "scan"
    ELECTRONIC = "electronic"
    ATTESTED = "attested"


@dataclass(frozen=True)
class SignedCopy:
    """``digest`` of its file ("" if attested), ``pages`` found in it."""

    copy: int
    revision: int
    means: Means
    digest: str
    pages: int


@dataclass(frozen=True)
class Duplicate:
    """Copies ``missing``, and ``problems``."""

    missing: tuple[int, ...]
    problems: tuple[Text, ...]

    @property
    def is_complete(self) -> bool:
        """Whether both copies are there without problems."""
        return not self.missing and not self.problems


def prove(copies: Iterable[SignedCopy], revision: int, pages: int) -> Duplicate:
    """Judge the signed ``copies`` of the current ``revision``."""
    current = [copy for copy in copies if copy.revision == revision]
    first = [copy for copy in current if copy.copy == 1]
    second = [copy for copy in current if copy.copy == 2 and copy.means is not Means.ATTESTED]
    problems = []
    if {copy.digest for copy in first if copy.digest} & {copy.digest for copy in second}:
        problems.append(N_("One file cannot stand for two copies. Scan each copy by itself."))
    scanned = [copy for copy in (*first, *second) if copy.means is not Means.ATTESTED]
    stands = [copy for copy in first if copy.means is not Means.ATTESTED] or first
    if len({copy.means is Means.ELECTRONIC for copy in (*stands, *second)}) > 1:
        problems.append(N_("One copy is signed on paper and one electronically. Sign both in the same way."))
    short = sorted({copy.copy for copy in scanned} - {copy.copy for copy in scanned if copy.pages >= pages})
    problems += [
        N_("Copy {copy} lacks pages (there should be {pages}). Scan it again as a whole.").of(
            copy=copy, pages=pages
        )
        for copy in short
    ]
    return Duplicate(tuple(copy for copy, there in ((1, first), (2, second)) if not there), tuple(problems))
