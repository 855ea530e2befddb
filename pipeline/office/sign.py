"""Step 11, the way back: a scan with our code is a signed copy; with both, the letter is signed and filed.

A copy that cannot be matched (an older revision, a copy that is here already, the unsigned print itself)
is kept and shown as such; a person decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from pipeline.cases.states import move
from pipeline.intake.arrival import discard_arrival
from pipeline.intake.reader import Reader
from pipeline.kernel import clock
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.ids import CopyCode
from pipeline.office import arrival_files, file_away
from pipeline.office.desk import Desk
from pipeline.office.dossier import Paper
from pipeline.records import arrivals, boot, cases, history, letters, numbers
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import Copy, Letter, LetterState

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True)
class Group:
    """Pages ``first``–``last`` (from 1) of one scan that belong to one copy."""

    code: CopyCode
    first: int
    last: int


def groups(codes: Sequence[CopyCode | None]) -> list[Group]:
    """Return where the code changes; a page without a code belongs to the one before."""
    found: list[Group] = []
    for number, code in enumerate(codes, 1):
        if found and (code is None or code == found[-1].code):
            found[-1] = replace(found[-1], last=number)
        elif code is not None:
            found.append(Group(code, number, number))
    return [replace(found[0], first=1), *found[1:]] if found else []


def split(desk: Desk, reader: Reader, whole: Arrival, parts: Sequence[Group]) -> list[Arrival]:
    """Return the parts of a scan as arrivals of their own, each durable; ids follow from the parent's."""
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
            parent=whole.id,
            parent_pages=f"{part.first}-{part.last}",
            pages=part.last - part.first + 1,
        )
        arrival_files.put(desk.settings, arrival, data)
        found.append(arrival)
    return found


def part_id(parent: str, number: int) -> str:
    """Return the id of a part: the time of its parent, the rest from parent and number, always the same."""
    rest = int.from_bytes(sha256(f"{parent}/{number}".encode()).digest()[:10], "big")
    return parent[:10] + "".join(_CROCKFORD[(rest >> shift) & 31] for shift in range(75, -1, -5))


def note_split(desk: Desk, whole: Arrival) -> None:
    """Enter the parent of a split scan; it stays as it came."""
    with boot.transact():
        if not arrivals.has(whole.id):
            arrivals.add(replace(whole, state=ArrivalState.SPLIT))
            history.note(clock.now(), desk.actor, "split", 11, subject=whole.id, pages=whole.pages)
    arrival_files.write_row(desk.settings, arrivals.get(whole.id))


def receive_copy(desk: Desk, arrival: Arrival, code: CopyCode) -> Arrival:
    """Enter a scan that bears ``code``; when both copies are there, sign and file. Repeatable."""
    known = arrivals.by_content(arrival.sha256)
    if known is not None and known.id != arrival.id:
        with boot.transact():
            arrivals.repeat(known.id, arrival.id, arrival.name, arrival.scanned_at)
        discard_arrival(desk.settings.arrivals, arrival.id)
        return known
    if known is not None:
        entered = arrivals.get(arrival.id)
        file_away.settle(desk, entered.case or None)
        return entered
    case = ""
    with boot.transact():
        copy, letter = _copy_of(code)
        note = _why_not(arrival, copy, letter)
        state = ArrivalState.UNMATCHED if note else ArrivalState.COPY
        arrivals.add(
            replace(arrival, state=state, code=str(code), letter=letter.id, case=letter.case, note=note)
        )
        moment = clock.now()
        verb = "set_aside" if note else "match"
        history.note(moment, desk.actor, verb, 11, letter.case, arrival.id, letter=letter.id, copy=copy.copy)
        if not note:
            letters.match(str(code), arrival.id, moment)
            case = _sign_if_both(desk, letter)
    arrival_files.write_row(desk.settings, arrivals.get(arrival.id))
    if case:
        file_away.finish(desk, case)
    return arrivals.get(arrival.id)


def _copy_of(code: CopyCode) -> tuple[Copy, Letter]:
    copy = letters.by_code(str(code))
    if copy is None:
        raise LookupError(str(code))
    return copy, letters.get(copy.letter)


def _why_not(arrival: Arrival, copy: Copy, letter: Letter) -> str:
    """Return why this scan is not the signed copy (Indonesian), or nothing."""
    if arrival.sha256 == copy.pdf_digest:
        return "ini berkas PDF untuk dicetak, belum ditandatangani"
    if copy.revision != letter.revision or letter.state not in (LetterState.APPROVED, LetterState.SIGNED):
        return f"revisi {copy.revision} sudah tidak berlaku"
    if copy.arrival:
        return f"salinan ke-{copy.copy} sudah diterima"
    return ""


def _sign_if_both(desk: Desk, letter: Letter) -> str:
    """Where both copies of the current revision are here: sign, complete the register, begin filing."""
    both = letters.copies(letter.id, letter.revision)
    if letter.state != LetterState.APPROVED or not all(one.arrival for one in both):
        return ""
    case = cases.get(letter.case)
    signed = move(case.state, "sign", desk.actor.roles)
    filed = move(signed, "file", desk.actor.roles)
    letters.change(letter, state=LetterState.SIGNED, signed=desk.today)
    numbers.commit(str(letter.number))
    cases.change(case, case.moved(filed))
    moment = clock.now()
    history.note(moment, desk.actor, "sign", 11, case.number, letter.id, number=letter.number)
    history.note(moment, desk.actor, "file", 12, case.number, letter.id)
    papers = [_paper(letter, one) for one in both]
    file_away.begin(desk, cases.get(case.number), "signed", "kedua salinan bertanda tangan", papers, moment)
    return case.number


def _paper(letter: Letter, copy: Copy) -> Paper:
    scan = arrivals.get(copy.arrival)
    scan = arrivals.change(scan, state=ArrivalState.FILED)
    suffix = "jpg" if scan.kind == "jpeg" else scan.kind
    name = f"surat-{letter.id}-r{letter.revision}-salinan-{copy.copy}-ttd.{suffix}"
    return Paper(name, f"var/arrivals/{scan.id}/original", scan.sha512, scan.size)
