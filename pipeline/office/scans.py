"""Scans that bear codes of ours: which letter a code belongs to, and where one scan holds several copies.

A code counts only if this office printed it: its letter is known and its check is right. A batch is split
where the code changes; a page without a code belongs to the one before, as far as that has pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from pipeline.intake.reader import Reader
from pipeline.kernel import ids
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.ids import CopyCode
from pipeline.office import arrival_files, keys
from pipeline.office.desk import Desk
from pipeline.records import letters
from pipeline.records.arrivals import Arrival
from pipeline.records.letters import LetterState
from pipeline.signing.match import KnownLetter, Revision, match_code

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True)
class Group:
    """Pages ``first``–``last`` (from 1) of one scan that belong to one copy; without a code: to none of ours."""

    code: CopyCode | None
    first: int
    last: int


def groups(codes: Sequence[CopyCode | None], pages: Mapping[CopyCode, int]) -> list[Group]:
    """Return where the code changes. A page without a code belongs to the one before, as far as that has pages.

    Pages before the first code, and those beyond the ``pages`` of a copy, are somebody else's letter: groups
    without a code, never glued to a copy.
    """
    found: list[Group] = []
    for number, code in enumerate(codes, 1):
        last = found[-1] if found else None
        is_room = last is not None and (last.code is None or number - last.first < pages[last.code])
        if last is not None and (code == last.code if code else is_room):
            found[-1] = replace(last, last=number)
        else:
            found.append(Group(code, number, number))
    return found


def pages_of(codes: Sequence[CopyCode | None]) -> dict[CopyCode, int]:
    """Return how many pages each copy has that one of ``codes`` stands on."""
    known = {code: letters.by_code(str(code)) for code in codes if code}
    return {code: copy.pages if copy else 1 for code, copy in known.items()}


def first_of(desk: Desk, payloads: Sequence[str]) -> CopyCode | None:
    """Return the first code of ours among the payloads of one page."""
    return next(filter(None, (ours(desk, one) for one in payloads)), None)


def split(
    desk: Desk, reader: Reader, whole: Arrival, parts: Sequence[Group]
) -> list[tuple[Arrival, CopyCode | None]]:
    """Return the parts of a scan as arrivals of their own, each durable, with their codes.

    Their ids follow from the parent's, so that doing it twice is doing it once.
    """
    with arrival_files.opened(desk.settings, whole.id) as handle:
        documents = [reader.split(handle, [(one.first, one.last)]) for one in parts]
    found = []
    for number, (part, data) in enumerate(zip(parts, documents, strict=True), 1):
        arrival = replace(
            whole,
            id=part_id(whole.id, number),
            sha256=digest_bytes(data, "sha256"),
            sha512=digest_bytes(data),
            size=len(data),
            kind="pdf",
            agenda=None,
            parent=whole.id,
            parent_pages=f"{part.first}-{part.last}",
            pages=part.last - part.first + 1,
        )
        arrival_files.put(desk.settings, arrival, data)
        found.append((arrival, part.code))
    return found


def part_id(parent: str, number: int) -> str:
    """Return the id of a part: the time of its parent, the rest from parent and number, always the same."""
    rest = int.from_bytes(sha256(f"{parent}/{number}".encode()).digest()[:10], "big")
    return parent[:10] + "".join(_CROCKFORD[(rest >> shift) & 31] for shift in range(75, -1, -5))


def ours(desk: Desk, payload: str) -> CopyCode | None:
    """Return the code in ``payload`` if this office printed it: its letter is known and its check is right."""
    code = ids.read_code(payload)
    if code is None:
        return None
    known = known_letter(code.letter)
    found = match_code(code, [known] if known else [], keys.all_of(desk.settings, keys.CODE))
    return code if found.revision is not None else None


def known_letter(letter: str) -> KnownLetter | None:
    """Return what the signing house must know of ``letter``: its approved revisions; None if there are none."""
    copies = letters.copies(letter)
    if not copies:
        return None
    revisions = {one.revision: Revision(one.revision, one.key_id, one.draft_digest) for one in copies}
    return KnownLetter(letter, tuple(revisions.values()), letters.get(letter).state == LetterState.VOID)
