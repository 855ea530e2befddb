"""The grammar of our numbers and codes; nothing here looks anything up.

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

The code is upper-case alphanumeric (QR alphanumeric mode); ``sum`` is ten characters of base32.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from pipeline.kernel.errors import Refusal

_CASE = re.compile(r"(\d{4})-(\d{4,6})")
_LETTER = re.compile(r"(?:(\d{4}-\d{4,6})-(\d{1,3})|R-\d{4}-\d{2})")
_PAGE = re.compile(r"R-\d{4}-\d{2}")
_DISPOSAL = re.compile(r"M-\d{4}-\d{2}")
_CLOSING = re.compile(r"T-\d{4}")
_SHEET = re.compile(r"D-(\d{4}-\d{4,6})-\d{1,3}")
_ARRIVAL = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")
_CODE = re.compile(
    r"P2:((?:\d{4}-\d{4,6}-\d{1,3})|(?:R-\d{4}-\d{2})|(?:D-\d{4}-\d{4,6}-\d{1,3})):([1-9]):([A-Z2-7]{10})"
)
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True)
class CopyCode:
    """The code printed on one copy: ``letter`` (its id), ``copy`` (1 or 2), ``check`` (10 base32)."""

    letter: str
    copy: int
    check: str

    def __str__(self) -> str:
        return f"P2:{self.letter}:{self.copy}:{self.check}"

    def in_words(self) -> str:
        """Return the check for hand entry, in groups: ``K7QX-4M2T-VA``."""
        return f"{self.check[:4]}-{self.check[4:8]}-{self.check[8:]}"


def case_number(year: int, seq: int) -> str:
    """Return the number of the ``seq``-th case of ``year``: ``2026-0042``."""
    return f"{year:04d}-{seq:04d}"


def agenda_number(year: int, seq: int) -> str:
    """Return the mail log number: ``A-2026-0007``."""
    return f"A-{year:04d}-{seq:04d}"


def letter_id(case: str, seq: int) -> str:
    """Return the id of the ``seq``-th letter of ``case``: ``2026-0042-3``."""
    return f"{need_case(case)}-{seq}"


def sheet_id(case: str, seq: int) -> str:
    """Return the id of the ``seq``-th decision sheet of ``case``: ``D-2026-0042-7``."""
    return f"D-{need_case(case)}-{seq}"


def is_case(text: str) -> bool:
    """Tell whether ``text`` is a case number."""
    return _CASE.fullmatch(text) is not None


def is_letter(text: str) -> bool:
    """Tell whether ``text`` is the id of a letter or of a register page."""
    return _LETTER.fullmatch(text) is not None


def is_sheet(text: str) -> bool:
    """Tell whether ``text`` is the id of a decision sheet or a proof."""
    return _SHEET.fullmatch(text) is not None


def is_page(text: str) -> bool:
    """Tell whether ``text`` is the id of a register page."""
    return _PAGE.fullmatch(text) is not None


def is_closing(text: str) -> bool:
    """Tell whether ``text`` is the id of the closing of a year."""
    return _CLOSING.fullmatch(text) is not None


def is_disposal(text: str) -> bool:
    """Tell whether ``text`` is the id of a list of cases to be destroyed."""
    return _DISPOSAL.fullmatch(text) is not None


def disposal_id(year: int, seq: int) -> str:
    """Return the id of the ``seq``-th disposal list of ``year``: ``M-2036-01``."""
    return f"M-{year:04d}-{seq:02d}"


def is_book(text: str) -> bool:
    """Tell whether ``text`` names a paper of the register itself, no case: a page, a closing or a disposal list."""
    return is_page(text) or is_closing(text) or is_disposal(text)


def is_arrival(text: str) -> bool:
    """Tell whether ``text`` is the id of an arrival (a ULID)."""
    return _ARRIVAL.fullmatch(text) is not None


def need_case(text: str) -> str:
    """Return ``text``; anything but a case number is refused."""
    if not is_case(text):
        raise Refusal("kernel.bad_id", given=text[:40], kind="nomor kasus", example="2026-0042")
    return text


def case_of_letter(letter: str) -> str | None:
    """Return the case of a letter id; ``None`` for a register page."""
    found = _LETTER.fullmatch(letter)
    return found.group(1) if found else None


def case_of_sheet(sheet: str) -> str | None:
    """Return the case of the id of a decision sheet or proof; ``None`` if it is none."""
    found = _SHEET.fullmatch(sheet)
    return found.group(1) if found else None


def read_code(text: str) -> CopyCode | None:
    """Read the payload of a QR code; ``None`` if it is not one of ours."""
    found = _CODE.fullmatch(text.strip())
    return CopyCode(found.group(1), int(found.group(2)), found.group(3)) if found else None


def roman_month(month: int) -> str:
    """Return the Roman numeral of ``month`` (1–12)."""
    return ROMAN[month - 1]


def new_arrival_id(moment: datetime) -> str:
    """Return a new id for an arrival: a ULID, 26 characters, ordered by ``moment``."""
    value = (int(moment.timestamp() * 1000) << 80) | secrets.randbits(80)
    return "".join(_CROCKFORD[(value >> shift) & 31] for shift in range(125, -1, -5))
