"""Approval stamps a frozen draft into two copies: number, date, copy mark, paraf box and code.

The draft may come from a template or from Word; its bytes are frozen by digest first, and the code
of each copy is bound to that digest. The copies differ in nothing but copy mark, paraf box and
code. Rule: SOP step 11 (*rangkap 2*); a confidential letter states its copy and their number.
"""

from __future__ import annotations

import base64
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from pipeline.kernel.ids import CopyCode
from pipeline.letters import package, places, stamp_press, stamp_word
from pipeline.letters.errors import NoPlace
from pipeline.letters.footing import COPIES, copy_line, identifier
from pipeline.letters.places import DRAFT_MARK

__all__ = [
    "COPIES", "DRAFT_MARK", "Copy", "copy_line", "identifier", "lacking", "make_code", "stamp", "stamp_codes",
]  # fmt: skip


@dataclass(frozen=True)
class Copy:
    """One stamped copy: ``number`` (1 or 2), its DOCX bytes and the code it bears."""

    number: int
    docx: bytes
    code: CopyCode


def make_code(letter: str, revision: int, copy: int, key: bytes, key_id: str, draft_digest: str) -> CopyCode:
    """Return the code of a copy: HMAC-SHA256 over all that it must not be mixed up in, ten characters of base32.

    ``draft_digest`` is the SHA-256 (hex) of the frozen draft before anything is stamped.
    """
    said = "\n".join(("rangkap-code-1", letter, str(revision), str(copy), key_id, draft_digest))
    mac = hmac.digest(key, said.encode(), "sha256")
    return CopyCode(letter, copy, base64.b32encode(mac[:10]).decode()[:10])


def stamp(
    draft: bytes,
    number: str,
    day: date | None,
    letter: str,
    revision: int,
    key: bytes,
    key_id: str,
    paraf: Sequence[str] = (),
) -> tuple[Copy, Copy]:
    """Stamp the frozen ``draft`` into copy 1 (addressee) and copy 2 (archive); no ``day``: it is written by hand.

    ``paraf`` are the labels of the box for initials on copy 2 (none: the usual ones). Equal input gives equal bytes. Raises :class:`NoPlace` if the draft lacks a place to stamp,
    :class:`pipeline.letters.errors.NotDocx` or :class:`pipeline.letters.errors.Dangerous`.
    """
    opened = package.opened(draft)
    one, two = (
        make_code(letter, revision, copy, key, key_id, opened.digest) for copy in range(1, COPIES + 1)
    )
    return _stamped(opened, draft, number, day, (one, two), paraf)


def stamp_codes(
    draft: bytes, number: str, day: date | None, one: CopyCode, two: CopyCode, paraf: Sequence[str] = ()
) -> tuple[Copy, Copy]:
    """Stamp the frozen ``draft`` into two copies that bear these codes; see :func:`stamp`."""
    return _stamped(package.opened(draft), draft, number, day, (one, two), paraf)


def _stamped(
    opened: package.Package,
    draft: bytes,
    number: str,
    day: date | None,
    codes: tuple[CopyCode, CopyCode],
    paraf: Sequence[str],
) -> tuple[Copy, Copy]:
    made = stamp_press.stamped(opened, number, day, codes, paraf)
    if made is None:
        made = stamp_word.stamped(draft, number, day, codes, paraf)
    (one, two), (first, second) = codes, made
    return Copy(one.copy, first, one), Copy(two.copy, second, two)


def lacking(draft: bytes) -> tuple[NoPlace, ...]:
    """Return every place to stamp that an inspected ``draft`` lacks, as approval would say it."""
    body = package.opened(draft).trees[package.BODY]
    day, one, two = date(2000, 1, 1), *(CopyCode("2000-0001-1", copy, "A" * 10) for copy in (1, 2))
    found = (
        partial(places.write_number, body, "1"),
        partial(places.write_date, body, day),
        partial(places.paraf_box, body),
    )
    return _refusals(*found) or _refusals(partial(stamp_codes, draft, "1", day, one, two))


def _refusals(*steps: Callable[[], object]) -> tuple[NoPlace, ...]:
    found = []
    for step in steps:
        try:
            step()
        except NoPlace as error:
            found.append(error)
    return tuple(found)
