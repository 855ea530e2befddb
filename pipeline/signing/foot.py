"""What OCR read at the foot of a page, with wrong letters; a person confirms."""

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
_ALIKE = str.maketrans("018", "OIB")  # digits that no check has, and the letters they are mistaken for
WRONG, _MOST = 3, 500  # wrong letters of a check; checks compared, at most


@dataclass(frozen=True)
class Foot:
    """Empty where it is unreadable."""

    letters: tuple[str, ...]
    checks: tuple[str, ...]
    copies: tuple[int, ...]


def read_foot(text: str) -> Foot:
    """From one or more pages."""
    letters = [re.sub(r"\s", "", letter) for letter in _LETTER.findall(text)]
    checks = ["".join(groups) for groups in _CHECK.findall(text.upper())]
    copies = [int(number) for number in _COPY.findall(text)]
    return Foot(
        tuple(dict.fromkeys(letter for letter in letters if is_letter(letter)))[:_MOST],
        tuple(dict.fromkeys(checks))[:_MOST],
        tuple(dict.fromkeys(copies)),
    )


def nearest(foot: Foot, codes: Iterable[CopyCode]) -> tuple[CopyCode, int] | None:
    """What the foot resembles most, and its wrong letters; None if none is near."""
    candidates = [
        (Levenshtein.distance(check.translate(_ALIKE), code.check), code)
        for code in codes
        for check in foot.checks
    ]
    wrong, code = min(candidates, key=lambda pair: pair[0], default=(WRONG + 1, None))
    return None if code is None or wrong > WRONG else (code, wrong)
