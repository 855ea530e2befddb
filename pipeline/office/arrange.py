"""Step 1, before registration: several arrivals are joined to one letter, or one is split into several.

Several screenshots make one letter; a page that was forgotten comes to the others. The letter keeps the first nomor
agenda, which stands on the paper; the others are struck. The files that came in stay as they are: they wait as
*digabung* or *dipisah*, and go into the archive beside the letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from pipeline.cases.states import REGISTER_ROLES
from pipeline.intake.arrival import ORIGINAL
from pipeline.intake.reader import Reader
from pipeline.kernel import ids
from pipeline.kernel.files import digest_bytes
from pipeline.office import arrival_files, known, scans
from pipeline.office.desk import Desk, moment_for_numbers, need_role
from pipeline.office.dossier import Paper
from pipeline.office.errors import NotWaiting
from pipeline.office.errors_arrange import BadPart, NotJoinable, OnePart, PagesLeft
from pipeline.office.scans import Group
from pipeline.records import arrivals, boot, history, numbers, queue
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState

JOIN, SPLIT = "join_arrivals", "split_arrival"
_ITEM = re.compile(r"([A-Za-z0-9-]+)(?::(\d{1,3})(?:-(\d{1,3}))?)?")
_RANGE = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?")
_WHOLE = frozenset({"docx", "phone", "txt"})
_STRUCK = "digabung dengan {agenda}"
_SUFFIX = {"jpeg": "jpg"}
_MOST = 40


@dataclass(frozen=True)
class Piece:
    """Pages ``first``–``last`` (from 1) of one arrival."""

    arrival: Arrival
    first: int
    last: int


def pieces(desk: Desk, items: Sequence[str]) -> list[Piece]:
    """Return what ``items`` (``A-2026-0007``, ``A-2026-0008:1-2``) name, each page of each arrival once.

    Raises NotYours, BadPart, NotFound, NotWaiting, NotJoinable, OnePart, PagesLeft.
    """
    need_role(desk, "join", REGISTER_ROLES)
    found = [_piece(desk, one) for one in items]
    if len({one.arrival.id for one in found}) < 2:
        raise OnePart
    for one in {each.arrival.id: each.arrival for each in found}.values():
        mine = [(each.first, each.last) for each in found if each.arrival.id == one.id]
        _need_each(one, mine)
    return found


def _piece(desk: Desk, item: str) -> Piece:
    parts = _ITEM.fullmatch(item.strip())
    if parts is None:
        raise BadPart(given=item[:30])
    arrival = _waiting(desk, parts[1].upper())
    first = int(parts[2] or 1)
    return Piece(arrival, first, int(parts[3] or parts[2] or arrival.pages))


def _waiting(desk: Desk, item: str) -> Arrival:
    """Return an arrival that waits and can be taken apart. Raises NotFound, NotWaiting, NotJoinable."""
    arrival = known.arrival(desk, item)
    if arrival.state not in WAITING or not arrival.agenda:
        raise NotWaiting(item=arrival.agenda or arrival.id, state=arrival.state)
    if arrival.kind in _WHOLE:
        raise NotJoinable(item=arrival.agenda, kind=arrival.kind)
    return arrival


def _need_each(arrival: Arrival, ranges: Sequence[tuple[int, int]]) -> None:
    """Refuse where a page of ``arrival`` is left out, named twice, or not there. Raises PagesLeft."""
    named = Counter(page for first, last in ranges for page in range(first, last + 1))
    wrong = sorted(
        {page for page, count in named.items() if count > 1} | (set(named) ^ set(range(1, arrival.pages + 1)))
    )
    if wrong or any(first > last for first, last in ranges):
        numbers_ = ", ".join(map(str, wrong[:10])) or "-"
        raise PagesLeft(item=arrival.agenda or arrival.id, pages=arrival.pages, numbers=numbers_)


def join(desk: Desk, reader: Reader, found: Sequence[Piece]) -> Arrival:
    """Make one letter of ``found``, in this order. Raises NotWaiting (one was registered meanwhile), Unreadable."""
    sources = list({one.arrival.id: one.arrival for one in found}.values())
    moment, first = moment_for_numbers(), sources[0]
    taken = []
    for one in found:
        arrival_files.need_bytes(desk.settings, one.arrival)
        with arrival_files.opened(desk.settings, one.arrival.id) as handle:
            taken.append(reader.split(handle, [(one.first, one.last)]))
    data = reader.join(taken)
    letter = replace(
        first,
        id=_joined_id(found),
        sha256=digest_bytes(data, "sha256"),
        sha512=digest_bytes(data),
        size=len(data),
        kind="pdf",
        state=ArrivalState.NEW,
        pages=sum(one.last - one.first + 1 for one in found),
        note="; ".join(dict.fromkeys(one.note for one in sources if one.note)),
        danger="; ".join(dict.fromkeys(one.danger for one in sources if one.danger)),
        reading="",
        version=1,
    )
    arrival_files.put(desk.settings, replace(letter, agenda=None, parent=first.id), data)
    with boot.transact():
        for source in sources:
            now = _waiting(desk, source.id)
            struck = "" if source.id == first.id else _STRUCK.format(agenda=first.agenda)
            agenda = None if source.id == first.id else now.agenda
            arrivals.change(now, state=ArrivalState.JOINED, parent=letter.id, agenda=agenda, struck=struck)
        arrivals.add(letter)
        detail = [f"{one.arrival.agenda}:{one.first}-{one.last}" for one in found]
        history.note(moment, desk.actor, JOIN, 1, subject=letter.id, agenda=letter.agenda, pages=detail)
        queue.put(queue.READ, letter.id)
    for source in (*sources, letter):
        arrival_files.write_row(desk.settings, arrivals.get(source.id))
    return arrivals.get(letter.id)


def _joined_id(found: Sequence[Piece]) -> str:
    """Return the id of a joined letter: it follows from what it is made of, so that doing it twice is doing it once."""
    told = "/".join(f"{one.arrival.id}:{one.first}-{one.last}" for one in found)
    return scans.part_id(found[0].arrival.id, int(sha256(told.encode()).hexdigest()[:8], 16))


def ranges(desk: Desk, item: str, written: Sequence[str]) -> tuple[Arrival, list[Group]]:
    """Return the arrival and the parts of its pages that ``written`` (``1-2``, ``3``) names.

    Raises NotYours, NotFound, NotWaiting, NotJoinable, BadPart, OnePart, PagesLeft.
    """
    need_role(desk, "split", REGISTER_ROLES)
    arrival = _waiting(desk, item.strip().upper())
    found = []
    for one in written:
        parts = _RANGE.fullmatch(one.strip())
        if parts is None:
            raise BadPart(given=one[:30])
        found.append(Group(None, int(parts[1]), int(parts[2] or parts[1])))
    if len(found) < 2:
        raise OnePart
    _need_each(arrival, [(one.first, one.last) for one in found])
    return arrival, found


def split(desk: Desk, reader: Reader, whole: Arrival, parts: Sequence[Group]) -> list[Arrival]:
    """Make a letter of each of ``parts``; the first keeps the nomor agenda, each other gets one. Raises NotWaiting."""
    arrival_files.need_bytes(desk.settings, whole)
    moment, year = moment_for_numbers(), desk.today.year
    made = [one for one, _ in scans.split(desk, reader, replace(whole, reading="", version=1), parts)]
    with boot.transact():
        now = _waiting(desk, whole.id)
        arrivals.change(now, state=ArrivalState.SPLIT, agenda=None)
        for place, one in enumerate(made):
            number = ids.agenda_number(year, numbers.next_of(f"agenda/{year}")) if place else now.agenda
            arrivals.add(replace(one, state=ArrivalState.NEW, agenda=number))
            queue.put(queue.READ, one.id)
            history.note(
                moment,
                desk.actor,
                SPLIT,
                1,
                subject=one.id,
                agenda=number,
                of=now.agenda,
                pages=one.parent_pages,
            )
    found = [arrivals.get(one.id) for one in made]
    for one in (arrivals.get(whole.id), *found):
        arrival_files.write_row(desk.settings, one)
    return found


def origins(arrival: Arrival, stem: str) -> list[Paper]:
    """Return the files as they came in of which ``arrival`` was joined, as papers beside the document ``stem``."""
    came = [one for one in arrivals.parts_of(arrival.id) if one.state == ArrivalState.JOINED]
    return [
        Paper(
            f"{stem}-asal-{number}.{_SUFFIX.get(one.kind, one.kind)}",
            f"var/arrivals/{one.id}/{ORIGINAL}",
            one.sha512,
            one.size,
        )
        for number, one in enumerate(came[:_MOST], 1)
    ]


def follow(arrival: Arrival, case: str) -> None:
    """Let the files of which ``arrival`` was joined belong to its ``case``; inside the step's transaction."""
    for one in arrivals.parts_of(arrival.id):
        if one.state == ArrivalState.JOINED and one.case != case:
            arrivals.change(one, case=case)
