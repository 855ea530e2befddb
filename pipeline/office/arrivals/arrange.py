"""Step 1, before registration: several arrivals are joined to one letter, or one is split into several.

Several screenshots make one letter; a page that was forgotten comes to the others. The letter keeps the first nomor
agenda, which stands on the paper; the others are struck. The files that came in stay as they are: they wait as
*digabung* or *dipisah*, and go into the archive beside the letter. Done and undone, the arrivals of before come back
(:mod:`pipeline.office.arrivals.arrange_again`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.cases.states import REGISTER_ROLES
from pipeline.intake.arrival import ORIGINAL, discard_arrival
from pipeline.intake.reader import Reader
from pipeline.kernel import ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.lookup import things, whole_scans
from pipeline.office.arrivals import arrange_again, arrival_files, kept_forms, opened, scans
from pipeline.office.arrivals.scans import Group
from pipeline.office.base.desk import Desk, moment_for_numbers, need_role
from pipeline.office.base.dossier import Paper
from pipeline.records import arrivals, boot, history, numbers, queue
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState

JOIN, SPLIT = "join_arrivals", "split_arrival"
_ITEM = re.compile(r"([A-Za-z0-9-]+)(?::(\d{1,3})(?:-(\d{1,3}))?)?")
_RANGE = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?")
_STRUCK = "digabung dengan {agenda}"
_APART = "dipisah lagi menjadi surat-surat semula"
_SUFFIX = {"jpeg": "jpg"}


@dataclass(frozen=True)
class Piece:
    """Pages ``first``–``last`` (from 1) of one arrival."""

    arrival: Arrival
    first: int
    last: int


def pieces(desk: Desk, items: Sequence[str]) -> list[Piece]:
    """Return what ``items`` (``A-2026-0007``, ``A-2026-0008:1-2``) name, each page of each arrival once.

    Raises NotFound.
    """
    need_role(desk, "join", REGISTER_ROLES)
    found = [_piece(desk, one) for one in items]
    if len({one.arrival.id for one in found}) < 2:
        raise Refusal("office.one_part")
    for one in {each.arrival.id: each.arrival for each in found}.values():
        mine = [(each.first, each.last) for each in found if each.arrival.id == one.id]
        _need_each(one, mine)
    return found


def _piece(desk: Desk, item: str) -> Piece:
    parts = _ITEM.fullmatch(item.strip())
    if parts is None:
        raise Refusal("office.bad_part", given=item[:30])
    arrival = _waiting(desk, parts[1].upper())
    first = int(parts[2] or 1)
    return Piece(arrival, first, int(parts[3] or parts[2] or arrival.pages))


def _waiting(desk: Desk, item: str) -> Arrival:
    """Return an arrival that waits and can be taken apart. Raises NotFound."""
    arrival = things.arrival(desk, item)
    if arrival.state not in WAITING or not arrival.agenda:
        raise Refusal("office.not_waiting", item=arrival.agenda or arrival.id, state=arrival.state)
    if not arrival.has_pages:
        raise Refusal("office.not_joinable", item=arrival.agenda, kind=arrival.kind)
    return arrival


def _need_each(arrival: Arrival, ranges: Sequence[tuple[int, int]]) -> None:
    """Refuse where a page of ``arrival`` is left out, named twice, or not there."""
    named = Counter(page for first, last in ranges for page in range(first, last + 1))
    wrong = sorted(
        {page for page, count in named.items() if count > 1} | (set(named) ^ set(range(1, arrival.pages + 1)))
    )
    if wrong or any(first > last for first, last in ranges):
        numbers_ = ", ".join(map(str, wrong[:10])) or "-"
        raise Refusal(
            "office.pages_left", item=arrival.agenda or arrival.id, pages=arrival.pages, numbers=numbers_
        )


def join(desk: Desk, reader: Reader, found: Sequence[Piece]) -> Arrival:
    """Make one letter of ``found``, in this order.

    Parts joined in the order of their scan are that scan, which comes back.
    """
    moment, first = moment_for_numbers(), found[0].arrival
    letter, data = _letter(desk, reader, found)
    _earlier(letter, found)
    arrival_files.put(desk.settings, replace(letter, agenda=None, parent=first.id), data)
    places = _places(found)
    with boot.transact():
        opened.done(*places)
        earlier = _earlier(letter, found)
        held = earlier.id if earlier else letter.id
        agenda = (earlier.agenda if earlier else None) or first.agenda
        for source, pages in places.items():
            now = _waiting(desk, source)
            is_given = now.agenda == agenda
            arrivals.change(
                now,
                state=ArrivalState.JOINED,
                joined=now.held_by(held, pages),
                agenda=None if is_given else now.agenda,
                struck="" if is_given else _STRUCK.format(agenda=agenda),
            )
        told = {"agenda": agenda, "note": letter.note, "danger": letter.danger}
        if earlier:
            arrivals.change(earlier, state=ArrivalState.NEW, struck="", **told)
        else:
            arrivals.add(letter)
        detail: dict[str, Any] = {
            "pages": [f"{one.arrival.agenda}:{one.first}-{one.last}" for one in found]
        } | _again(earlier)
        history.note(moment, desk.actor, JOIN, 1, subject=held, agenda=agenda, **detail)
        queue.put(queue.READ, held)
    kept_forms.forget_all(desk.settings, *places)
    _settle(desk, [*places, held], [letter], first)
    return arrivals.get(held)


def _places(found: Sequence[Piece]) -> dict[str, str]:
    """Return which pages of the letter of ``found`` each arrival gives (``1-2``, ``1-1,4-4``), by its id, the first first."""
    places: dict[str, str] = {}
    first = 1
    for one in found:
        last = first + one.last - one.first
        before = places.get(one.arrival.id)
        places[one.arrival.id] = f"{before},{first}-{last}" if before else f"{first}-{last}"
        first = last + 1
    return places


def _letter(desk: Desk, reader: Reader, found: Sequence[Piece]) -> tuple[Arrival, bytes]:
    """Return the letter that ``found`` gives, as a new arrival, and its bytes. Raises BytesMissing, Unreadable."""
    taken = []
    for one in found:
        arrival_files.need_bytes(desk.settings, one.arrival)
        with arrival_files.opened(desk.settings, one.arrival.id) as handle:
            taken.append(reader.split(handle, [(one.first, one.last)]))
    data = reader.join(taken)
    sources = list({one.arrival.id: one.arrival for one in found}.values())
    letter = replace(
        sources[0],
        id=_joined_id(found),
        sha256=digest_bytes(data, "sha256"),
        sha512=digest_bytes(data),
        size=len(data),
        kind="pdf",
        state=ArrivalState.NEW,
        pages=sum(one.last - one.first + 1 for one in found),
        parent="",
        parent_pages="",
        joined="",
        note="; ".join(dict.fromkeys(one.note for one in sources if one.note)),
        danger="; ".join(dict.fromkeys(one.danger for one in sources if one.danger)),
        reading="",
        version=1,
    )
    return letter, data


def _earlier(letter: Arrival, found: Sequence[Piece]) -> Arrival | None:
    """Return the earlier arrival that is the ``letter`` of ``found`` and may wait again."""
    parts = [one.arrival for one in found]
    if len({one.id for one in parts}) == len(parts) and (scan := arrange_again.scan_of(parts)):
        return scan
    earlier = arrange_again.same_as(letter)
    if earlier and not arrange_again.may_wait(earlier, [one.id for one in parts]):
        raise Refusal("office.same_content", item=earlier.agenda or earlier.id, state=earlier.state)
    return earlier


def _again(earlier: Arrival | None) -> dict[str, str]:
    """Return how the history tells that an earlier arrival came back or was named: how it stood."""
    return {"again": str(earlier.state)} if earlier else {}


def _settle(desk: Desk, changed: Iterable[str], made: Iterable[Arrival], source: Arrival) -> None:
    """Write the rows of what was ``changed`` (ids) beside their files; files ``made`` of ``source`` in vain are removed."""
    for one in changed:
        arrival_files.write_row(desk.settings, arrivals.get(one))
    kept = arrival_files.path_of(desk.settings, source.id)
    for each in made:
        known = arrivals.by_content(each.sha256)
        if known and known.id != each.id:
            arrival_files.give_way(desk, known, each.id)
        elif not known and not arrivals.has(each.id):
            discard_arrival(desk.settings.arrivals, each.id, kept, source.sha512)


def _joined_id(found: Sequence[Piece]) -> str:
    """Return the id of a joined letter: it follows from what it is made of, so that doing it twice is doing it once."""
    told = "/".join(f"{one.arrival.id}:{one.first}-{one.last}" for one in found)
    return scans.part_id(found[0].arrival.id, scans.derived_number(told))


def ranges(desk: Desk, item: str, written: Sequence[str]) -> tuple[Arrival, list[Group]]:
    """Return the arrival and the parts of its pages that ``written`` (``1-2``, ``3``) names.

    Raises NotFound.
    """
    need_role(desk, "split", REGISTER_ROLES)
    arrival = _waiting(desk, item.strip().upper())
    found = []
    for one in written:
        parts = _RANGE.fullmatch(one.strip())
        if parts is None:
            raise Refusal("office.bad_part", given=one[:30])
        found.append(Group(None, int(parts[1]), int(parts[2] or parts[1])))
    if len(found) < 2:
        raise Refusal("office.one_part")
    _need_each(arrival, [(one.first, one.last) for one in found])
    return arrival, found


def split(desk: Desk, reader: Reader, whole: Arrival, parts: Sequence[Group]) -> list[Arrival]:
    """Return the letter that stands for each of ``parts``, in their order.

    The first without a nomor agenda keeps that of ``whole``, each other gets one. A part that is here already is not made
    again: the earlier arrival waits once more, or is named where its pages are elsewhere by now.
    """
    arrival_files.need_bytes(desk.settings, whole)
    moment = moment_for_numbers()
    bare = replace(whole, reading="", version=1, joined="")
    made = [one for one, _ in scans.split(desk, reader, bare, parts, by_pages=True)]
    changed, found = [whole.id], []
    with boot.transact():
        opened.done(whole.id)
        now = _waiting(desk, whole.id)
        taken = arrivals.change(now, state=ArrivalState.SPLIT, agenda=None)
        left = [str(now.agenda)]
        for one in made:
            earlier = arrange_again.file_in(whole.id, one.parent_pages) or arrange_again.same_as(one)
            rows = _part(desk, one, earlier, taken, left)
            found.append(rows[0].id)
            changed += [each.id for each in rows]
            detail: dict[str, Any] = {"of": now.agenda, "pages": one.parent_pages} | _again(earlier)
            history.note(moment, desk.actor, SPLIT, 1, subject=rows[0].id, agenda=rows[0].agenda, **detail)
        if left:  # each part had a number of its own, so that of the whole stays with it
            arrivals.change(taken, agenda=left.pop(), struck=_APART)
    kept_forms.forget_all(desk.settings, whole.id)
    _settle(desk, changed, made, whole)
    return [arrivals.get(one) for one in found]


def _part(
    desk: Desk, one: Arrival, earlier: Arrival | None, whole: Arrival, left: list[str]
) -> list[Arrival]:
    """Enter a part of ``whole``, or let an ``earlier`` arrival stand for it; returns it and what else was changed.

    ``left`` holds the number of the whole until a part takes it.
    """
    if earlier and not arrange_again.may_wait(earlier, [whole.id]):
        return [arrange_again.named(earlier, whole, one.parent_pages)]
    agenda = "" if earlier and earlier.agenda else left.pop() if left else _next_agenda(desk)
    if earlier:
        rows = arrange_again.back(earlier, whole, one.parent_pages, agenda)
    else:
        arrivals.add(replace(one, state=ArrivalState.NEW, agenda=agenda))
        rows = [arrivals.get(one.id)]
    queue.put(queue.READ, rows[0].id)
    return rows


def _next_agenda(desk: Desk) -> str:
    return ids.agenda_number(desk.today.year, numbers.next_of(f"agenda/{desk.today.year}"))


def origins(arrival: Arrival, stem: str) -> list[Paper]:
    """Return the files as they came in of which ``arrival`` was joined, as papers beside the document ``stem``."""
    return [
        Paper(
            f"{stem}-asal-{number}.{_SUFFIX.get(one.kind, one.kind)}",
            f"var/arrivals/{one.id}/{ORIGINAL}",
            one.sha512,
            one.size,
        )
        for number, one in enumerate(whole_scans.came_in(arrival), 1)
    ]


def follow(arrival: Arrival, case: str) -> None:
    """Let the files of which ``arrival`` was joined belong to its ``case``; inside the step's transaction."""
    for one in whole_scans.came_in(arrival):
        if one.case != case:
            arrivals.change(one, case=case)
