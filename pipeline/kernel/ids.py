"""The grammar of our numbers and codes.

=================  =========================  ==========================================
thing              form                       example
=================  =========================  ==========================================
case               ``YYYY-NNNN``              ``2026-0042``
letter of a case   ``<case>-<n>``             ``2026-0042-3``
register page      ``R-YYYY-MM``              ``R-2026-11``
closing of a year  ``T-YYYY``                 ``T-2026``
disposal list      ``M-YYYY-NN``              ``M-2036-01``
sheet or proof     ``D-<case>-<n>``           ``D-2026-0042-7``
agenda             ``A-YYYY-NNNN``            ``A-2026-0007``
arrival            26 letters and digits      ``01ARZ3NDEKTSV4RRFFQ69G5FAV``
code on a copy     ``P2:<letter>:<k>:<sum>``  ``P2:2026-0042-3:1:K7QX4M2TVA``
=================  =========================  ==========================================

The code suits QR alphanumeric mode; ``sum`` is ten characters of base32.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from pipeline.kernel.errors import Refusal

_LETTER = re.compile(r"(?:(\d{4}-\d{4,6})-(\d{1,3})|R-\d{4}-\d{2})")
_SHEET = re.compile(r"D-(\d{4}-\d{4,6})-\d{1,3}")
_CODE = re.compile(
    r"P2:((?:\d{4}-\d{4,6}-\d{1,3})|(?:R-\d{4}-\d{2})|(?:D-\d{4}-\d{4,6}-\d{1,3})):([1-9]):([A-Z2-7]{10})"
)
_LOOSE = re.compile(
    r"(?P<agenda>a(?:genda)?[\s./-]*)?(?:(?P<year>(?:19|20|21)\d\d)[\s./-]+)?(?P<seq>\d{1,6})", re.IGNORECASE
)
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True)
class CopyCode:
    """Printed on one copy of ``letter``."""

    letter: str
    copy: int
    check: str

    def __str__(self) -> str:
        return f"P2:{self.letter}:{self.copy}:{self.check}"

    def in_words(self) -> str:
        """The check for hand entry: ``K7QX-4M2T-VA``."""
        return f"{self.check[:4]}-{self.check[4:8]}-{self.check[8:]}"


def case_number(year: int, seq: int) -> str:
    """A case's number."""
    return f"{year:04d}-{seq:04d}"


def agenda_number(year: int, seq: int) -> str:
    """A number of the mail log."""
    return f"A-{year:04d}-{seq:04d}"


def meant(given: str, year: int) -> tuple[str, ...]:
    """Case and agenda numbers meant by "3", "0214" or "A 2026 1"; without a year of ``year``."""
    if (match := _LOOSE.fullmatch(given.strip())) is None:
        return ()
    year, seq = int(match["year"] or year), int(match["seq"])
    case, agenda = case_number(year, seq), agenda_number(year, seq)
    return (agenda,) if match["agenda"] else (case,) if match["year"] else (case, agenda)


def letter_id(case: str, seq: int) -> str:
    """A letter's id."""
    return f"{need_case(case)}-{seq}"


def sheet_id(case: str, seq: int) -> str:
    """A decision sheet's id."""
    return f"D-{need_case(case)}-{seq}"


def is_case(text: str) -> bool:
    """Whether it names a case."""
    return re.fullmatch(r"\d{4}-\d{4,6}", text) is not None


def is_letter(text: str) -> bool:
    """Whether it names a letter or register page."""
    return _LETTER.fullmatch(text) is not None


def is_sheet(text: str) -> bool:
    """Whether it names a sheet or proof."""
    return _SHEET.fullmatch(text) is not None


def is_page(text: str) -> bool:
    """Whether it names a register page."""
    return re.fullmatch(r"R-\d{4}-\d{2}", text) is not None


def is_closing(text: str) -> bool:
    """Whether it names a year's closing."""
    return re.fullmatch(r"T-\d{4}", text) is not None


def is_disposal(text: str) -> bool:
    """Whether it names a disposal list."""
    return re.fullmatch(r"M-\d{4}-\d{2}", text) is not None


def disposal_id(year: int, seq: int) -> str:
    """A disposal list's id."""
    return f"M-{year:04d}-{seq:02d}"


def is_book(text: str) -> bool:
    """Whether it names a paper of the register."""
    return is_page(text) or is_closing(text) or is_disposal(text)


def is_arrival(text: str) -> bool:
    """Whether it is an arrival's ULID."""
    return re.fullmatch(rf"[{_CROCKFORD}]{{26}}", text) is not None


def need_case(text: str) -> str:
    """Refuse anything but a case number."""
    if not is_case(text):
        raise Refusal("kernel.bad_id", given=text[:40], kind="nomor kasus", example="2026-0042")
    return text


def case_of_letter(letter: str) -> str | None:
    """The case; None for a register page."""
    match = _LETTER.fullmatch(letter)
    return match.group(1) if match else None


def case_of_sheet(sheet: str) -> str | None:
    """The case, or None."""
    match = _SHEET.fullmatch(sheet)
    return match.group(1) if match else None


def read_code(text: str) -> CopyCode | None:
    """A code of ours, else None."""
    match = _CODE.fullmatch(text.strip())
    return CopyCode(match.group(1), int(match.group(2)), match.group(3)) if match else None


def roman_month(month: int) -> str:
    """A Roman numeral."""
    return ROMAN[month - 1]


def new_arrival_id(moment: datetime) -> str:
    """A new ULID, ordered by ``moment``."""
    value = (int(moment.timestamp() * 1000) << 80) | secrets.randbits(80)
    return "".join(_CROCKFORD[(value >> shift) & 31] for shift in range(125, -1, -5))


def in_groups(digest: str) -> str:
    """As printed: ``9f86 d081 …``."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))
