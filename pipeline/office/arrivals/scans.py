"""Scans with our codes, which count only if this office printed them (letter known, check right).

A batch is split where the code changes. Codeless pages belong to the copy before, up to its length.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from pipeline.intake.reader import Reader
from pipeline.kernel import ids
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.ids import CopyCode
from pipeline.kernel.sandbox_command import MIB, Limits
from pipeline.office.arrivals import arrival_files
from pipeline.office.base import keys
from pipeline.office.base.session import Session
from pipeline.records import letters, pages, sheets
from pipeline.records.arrivals import Arrival
from pipeline.records.letters import LetterState
from pipeline.settings import Settings
from pipeline.signing.match import KnownLetter, Revision, match_code

FOREIGN = "memuat kode salinan yang tidak dicetak kantor ini; diperlakukan sebagai surat masuk biasa"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READING = Limits(memory=1024 * MIB, cpu=30, wall=90.0)
COUNTER = replace(READING, cpu=12)
"""At the counter a file is looked at twice: half a minute at most."""


@dataclass(frozen=True)
class Group:
    """Pages ``first``–``last`` (from 1), and ``more`` runs, of one copy; codeless ones are not ours."""

    code: CopyCode | None
    first: int
    last: int
    more: tuple[tuple[int, int], ...] = ()

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """First and last page per run."""
        return (self.first, self.last), *self.more

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return sum(last - first + 1 for first, last in self.ranges)


def filled(codes: Sequence[CopyCode | None], blank: Sequence[bool]) -> list[CopyCode | None]:
    """Blank pages get the preceding code, leading ones the first: backs of sheets divide no copy."""
    page_codes: list[CopyCode | None] = list(codes)
    written = [number for number, is_blank in enumerate(blank) if not is_blank]
    for number, is_blank in enumerate(blank):
        if is_blank and written:
            before = [earlier for earlier in written if earlier < number]
            page_codes[number] = codes[before[-1] if before else written[0]]
    return page_codes


def new_reader(settings: Settings, limits: Limits = READING) -> Reader:
    """A reader with the office's limits."""
    return Reader(
        limits=limits,
        megapixels=settings["masuk.batas_megapiksel"],
        pages=settings["masuk.batas_halaman"],
        accept_risk=settings["masuk.tanpa_isolasi"],
        kept=settings.var / "pdf",
    )


def groups(codes: Sequence[CopyCode | None], pages: Mapping[CopyCode, int]) -> list[Group]:
    """Pages before the first code and beyond a copy's ``pages`` are a foreign letter."""
    parts: list[Group] = []
    for number, code in enumerate(codes, 1):
        last = parts[-1] if parts else None
        is_room = last is not None and (last.code is None or number - last.first < pages[last.code])
        if last is not None and (code == last.code if code else is_room):
            parts[-1] = replace(last, last=number)
        else:
            parts.append(Group(code, number, number))
    return parts


def gathered(parts: Sequence[Group], pages: Mapping[CopyCode, int]) -> list[Group]:
    """Incomplete, separated pieces of a copy are put together."""
    joined_parts: list[Group] = []
    for part in parts:
        place = next((at for at, group in enumerate(joined_parts) if _is_rest(group, part, pages)), None)
        if place is None:
            joined_parts.append(part)
        else:
            joined_parts[place] = replace(joined_parts[place], more=(*joined_parts[place].more, *part.ranges))
    return joined_parts


def _is_rest(group: Group, part: Group, pages: Mapping[CopyCode, int]) -> bool:
    code = part.code
    return code is not None and group.code == code and max(group.pages, part.pages) < pages[code]


def parts_of(codes: Sequence[CopyCode | None]) -> list[Group]:
    """The parts of a scan with ``codes``."""
    pages = pages_of(codes)
    return gathered(groups(codes, pages), pages)


def foreign(session: Session, payloads: Sequence[str]) -> str:
    """Noted (Indonesian) if a page has another office's code."""
    read = [ids.read_code(payload) for payload in payloads]
    is_foreign = any(
        code and ids.case_of_letter(code.letter) and not ours(session, str(code)) for code in read
    )
    return FOREIGN if is_foreign else ""


def pages_of(codes: Sequence[CopyCode | None]) -> dict[CopyCode, int]:
    """How many pages each copy has."""
    known = {
        code: letters.by_code(str(code)) or sheets.find(code.letter) or pages.find(code.letter)
        for code in codes
        if code
    }
    return {code: paper.pages if paper else 1 for code, paper in known.items()}


def first_of(session: Session, payloads: Sequence[str]) -> CopyCode | None:
    """The page's first code of ours."""
    return next(filter(None, (ours(session, payload) for payload in payloads)), None)


def split(
    session: Session, reader: Reader, whole: Arrival, parts: Sequence[Group], *, by_pages: bool = False
) -> list[tuple[Arrival, CopyCode | None]]:
    """Durable arrivals of a scan's parts.

    Ids follow from parent and place, where a person named the parts (``by_pages``) from the pages; so
    repeating is safe.
    """
    with arrival_files.opened(session.settings, whole.id) as handle:
        documents = [reader.split(handle, group.ranges) for group in parts]
    pairs = []
    for number, (part, data) in enumerate(zip(parts, documents, strict=True), 1):
        arrival = replace(
            whole,
            id=part_id(whole.id, derived_number(str(part.ranges)) if by_pages else number),
            sha256=digest_bytes(data, "sha256"),
            sha512=digest_bytes(data),
            size=len(data),
            kind="pdf",
            agenda=None,
            parent=whole.id,
            parent_pages=",".join(f"{first}-{last}" for first, last in part.ranges)[:40],
            pages=part.pages,
        )
        arrival_files.put(session.settings, arrival, data)
        pairs.append((arrival, part.code))
    return pairs


def part_id(parent: str, number: int) -> str:
    """The parent's time, the rest from parent and number."""
    rest = int.from_bytes(sha256(f"{parent}/{number}".encode()).digest()[:10], "big")
    return parent[:10] + "".join(_CROCKFORD[(rest >> shift) & 31] for shift in range(75, -1, -5))


def derived_number(key: str) -> int:
    """For :func:`part_id`, above any place in a scan."""
    return int(sha256(key.encode()).hexdigest()[:8], 16) + (1 << 32)


def ours(session: Session, payload: str) -> CopyCode | None:
    """The code, if this office printed it."""
    code = ids.read_code(payload)
    if code is None:
        return None
    known = known_letter(code.letter)
    match = match_code(code, [known] if known else [], keys.all_of(session.settings, keys.CODE))
    return code if match.revision is not None else None


def known_letter(letter: str) -> KnownLetter | None:
    """The revisions to check codes by; sheets and register pages have one."""
    if ids.is_sheet(letter):
        sheet = sheets.find(letter)
        return KnownLetter(letter, (Revision(sheet.revision, sheet.key_id, sheet.digest),)) if sheet else None
    page = pages.find(letter) if ids.is_page(letter) else None
    if page is not None:
        return KnownLetter(letter, (Revision(page.revision, page.key_id, page.digest),))
    copies = letters.copies(letter)
    if not copies:
        return None
    revisions = {copy.revision: Revision(copy.revision, copy.key_id, copy.draft_digest) for copy in copies}
    return KnownLetter(letter, tuple(revisions.values()), letters.get(letter).state == LetterState.VOID)
