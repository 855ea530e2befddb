"""What the recogniser read at the foot of a page: letter, copy and check, though a letter or two may be wrong.

Nothing read by a recogniser assigns a scan; it proposes, and a person confirms.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from pipeline.kernel.ids import CopyCode, is_letter

_LETTER = re.compile(r"(?<![\w-])(\d{4}\s?-\s?\d{4,6}\s?-\s?\d{1,3})(?![\w-])")
_CHECK = re.compile(
    r"(?<![A-Z0-9])([A-Z0-9]{4})\s?[-–—.]?\s?([A-Z0-9]{4})\s?[-–—.]?\s?([A-Z0-9]{2})(?![A-Z0-9])"
)
_COPY = re.compile(r"sal[il1]nan\s+ke\s?[-–—]?\s?([12])\s+dar[il1]\s+2", re.IGNORECASE)
_ALIKE = str.maketrans("018", "OIB")
"""Digits that no check has, and the letters they are mistaken for."""
WRONG, _MOST = 3, 500
"""A check with more wrong letters than this is no longer taken for the one it resembles; so many are compared at most."""


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of a page: letters named, checks read, copies named."""

    letters: tuple[str, ...]
    checks: tuple[str, ...]
    copies: tuple[int, ...]


def read_foot(text: str) -> Foot:
    """Return what ``text`` (of one or more pages) says of letter, check and copy."""
    letters = [re.sub(r"\s", "", one) for one in _LETTER.findall(text)]
    checks = ["".join(one) for one in _CHECK.findall(text.upper())]
    copies = [int(one) for one in _COPY.findall(text)]
    return Foot(
        tuple(dict.fromkeys(one for one in letters if is_letter(one)))[:_MOST],
        tuple(dict.fromkeys(checks))[:_MOST],
        tuple(dict.fromkeys(copies)),
    )


def nearest(foot: Foot, codes: Iterable[CopyCode]) -> tuple[CopyCode, int] | None:
    """Return which of ``codes`` the check at the foot resembles most, and how many of its letters are wrong.

    None where none is near enough. 0 means that the check itself was read (an HMAC: it is not met by chance).
    """
    found = [
        (Levenshtein.distance(check.translate(_ALIKE), code.check), code)
        for code in codes
        for check in foot.checks
    ]
    wrong, code = min(found, key=lambda one: one[0], default=(WRONG + 1, None))
    return None if code is None or wrong > WRONG else (code, wrong)
