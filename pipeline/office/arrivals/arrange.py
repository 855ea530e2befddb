"""Step 1: before registration arrivals are joined to one letter, or one is split.

The first nomor agenda stays, as on the paper; the original files are archived beside it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.cases.fields.decisions import words
from pipeline.cases.states import REGISTER_ROLES
from pipeline.cases.values import Values
from pipeline.intake.arrival import discard_arrival
from pipeline.intake.reader import Reader
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.text import N_, Next
from pipeline.lookup import visible, whole_scans
from pipeline.office.arrivals import arranged, arrival_files, edit_presence, kept_forms, mail_log, scans
from pipeline.office.arrivals.scans import Group
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import CaseFile, Change, Shown, Thing, Words, act
from pipeline.records import arrivals, history, queue
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState

JOIN, SPLIT = "join_arrivals", "split_arrival"
PARTS = "parts"
_ITEM = re.compile(r"([A-Za-z0-9-]+)(?::(\d{1,3})(?:-(\d{1,3}))?)?")
_RANGE = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?")
_PART = N_("Pages {pages}: agenda number {agenda}; write it on the letter.")
_EARLIER = N_(
    "Pages {pages}: the same as the earlier letter {agenda}, which is “{state}” now; it is not made twice."
)


@dataclass(frozen=True)
class Piece:
    """Pages ``first``–``last`` (from 1) of one arrival."""

    arrival: Arrival
    first: int
    last: int


def _pieces(session: Session, items: str) -> list[Piece]:
    pieces = [_piece(session, named) for named in items.split()]
    if len({piece.arrival.id for piece in pieces}) < 2:
        raise Refusal("office.one_part")
    for arrival in {piece.arrival.id: piece.arrival for piece in pieces}.values():
        _need_each(arrival, [(piece.first, piece.last) for piece in pieces if piece.arrival.id == arrival.id])
    return pieces


def _piece(session: Session, item: str) -> Piece:
    parts = _ITEM.fullmatch(item.strip())
    if parts is None:
        raise Refusal("office.bad_part", given=item[:30])
    arrival = _waiting(session, parts[1].upper())
    first = int(parts[2] or 1)
    return Piece(arrival, first, int(parts[3] or parts[2] or arrival.pages))


def not_waiting(arrival: Arrival) -> Refusal | None:
    """The document does not wait to be registered."""
    return (
        None
        if arrival.state in WAITING and arrival.agenda
        else Refusal("office.not_waiting", item=arrival.agenda or arrival.id, state=arrival.state)
    )


def _why_not(arrival: Arrival) -> Refusal | None:
    if arrival.has_pages:
        return not_waiting(arrival)
    return not_waiting(arrival) or Refusal("office.not_joinable", item=arrival.agenda, kind=arrival.kind)


def is_not_to_arrange(_session: Session, file: CaseFile) -> Refusal | None:
    """It no longer waits, or its pages cannot be taken apart."""
    return _why_not(file.arrival)


def _waiting(session: Session, item: str) -> Arrival:
    arrival = visible.arrival(session, item)
    if why_not := _why_not(arrival):
        raise why_not
    return arrival


def _need_each(arrival: Arrival, ranges: Sequence[tuple[int, int]]) -> None:
    named = Counter(page for first, last in ranges for page in range(first, last + 1))
    wrong = sorted(
        {page for page, count in named.items() if count > 1} | (set(named) ^ set(range(1, arrival.pages + 1)))
    )
    if wrong or any(first > last for first, last in ranges):
        numbers_ = ", ".join(map(str, wrong[:10])) or "-"
        raise Refusal(
            "office.pages_left", item=arrival.agenda or arrival.id, pages=arrival.pages, numbers=numbers_
        )


def _order(file: CaseFile) -> str:
    agenda = str(file.arrival.agenda)
    return file.about if agenda in file.about.upper() else f"{agenda} {file.about}".strip()


def _in_order(session: Session, file: CaseFile) -> Shown:
    pieces = _pieces(session, _order(file)) if file.about else []
    pages = [(piece.arrival, page) for piece in pieces for page in range(piece.first, piece.last + 1)]
    lines = [
        N_("Page {number}: {item} page {page}").of(number=number, item=arrival.agenda, page=page)
        for number, (arrival, page) in enumerate(pages, 1)
    ]
    return Shown(lines, arrivals=list({arrival.id: arrival for arrival, _ in pages}.values()))


@act(
    thing=Thing.ARRIVAL, events=(JOIN,), roles=REGISTER_ROLES, step=1,
    words=Words(
        N_("Join letters", "arrange"), N_("Join"),
        N_("Joined: letter {agenda} now has {pages} pages. Struck numbers: {struck}."),
    ),
    shows=_in_order,
    asks=lambda _session, file: (
        words(
            PARTS, N_("Their order"),
            N_("Agenda numbers in the right order of the pages; A-2025-0007:1-2 for some of the pages."),
            "A-2025-0007:1 A-2025-0008 A-2025-0007:2", 9000, proposed=_order(file),
        ),
    ),
    blocked=(is_not_to_arrange,),
)  # fmt: skip
def join_arrivals(session: Session, file: CaseFile, answers: Values) -> Change:
    """Join documents to one letter in the given order (step 1); parts in their order give back their scan."""
    pieces = _pieces(session, str(answers[PARTS]))
    first = pieces[0].arrival
    with scans.new_reader(session.settings) as reader:
        letter, data = _letter(session, reader, pieces)
    _earlier(letter, pieces)
    arrival_files.put(session.settings, replace(letter, agenda=None, parent=first.id), data)
    places = _places(pieces)

    def inside() -> Change:
        earlier = _earlier(letter, pieces)
        held = earlier or letter
        agenda = (earlier.agenda if earlier else None) or first.agenda
        struck = []
        edit_presence.done(*places)
        for source, pages in places.items():
            now, state = _waiting(session, source), ArrivalState.JOINED
            if now.agenda == agenda:
                arrivals.change(now, state=state, joined=now.held_by(held.id, pages), agenda=None, struck="")
                continue
            struck.append(str(now.agenda))
            why = f"digabung dengan {agenda}"
            arrivals.change(now, state=state, joined=now.held_by(held.id, pages), struck=why)
        if earlier:
            columns = {"agenda": agenda, "note": letter.note, "danger": letter.danger}
            arrivals.change(earlier, state=ArrivalState.NEW, struck="", **columns)
        else:
            arrivals.add(letter)
        queue.put(queue.READ, held.id)
        given = [f"{piece.arrival.agenda}:{piece.first}-{piece.last}" for piece in pieces]
        return Change(
            held,
            detail={"agenda": agenda, "pages": given, **_earlier_state(earlier)},
            subject=held.id,
            afterwards=[
                partial(kept_forms.forget_all, session.settings, *places),
                partial(_write_arrivals, session, [*places, held.id], [letter], first),
            ],
            told={"pages": letter.pages, "struck": ", ".join(struck)},
            next=(Next("register", str(agenda)),),
        )

    return Change(file.arrival, inside=inside)


def _places(pieces: Sequence[Piece]) -> dict[str, str]:
    places: dict[str, str] = {}
    first = 1
    for piece in pieces:
        last = first + piece.last - piece.first
        before = places.get(piece.arrival.id)
        places[piece.arrival.id] = f"{before},{first}-{last}" if before else f"{first}-{last}"
        first = last + 1
    return places


def _letter(session: Session, reader: Reader, pieces: Sequence[Piece]) -> tuple[Arrival, bytes]:
    taken = []
    for piece in pieces:
        arrival_files.need_bytes(session.settings, piece.arrival)
        with arrival_files.opened(session.settings, piece.arrival.id) as handle:
            taken.append(reader.split(handle, [(piece.first, piece.last)]))
    data = reader.join(taken)
    sources = list({piece.arrival.id: piece.arrival for piece in pieces}.values())
    letter = replace(
        sources[0],
        id=_joined_id(pieces),
        sha256=digest_bytes(data, "sha256"),
        sha512=digest_bytes(data),
        size=len(data),
        kind="pdf",
        state=ArrivalState.NEW,
        pages=sum(piece.last - piece.first + 1 for piece in pieces),
        parent="",
        parent_pages="",
        joined="",
        note="; ".join(dict.fromkeys(arrival.note for arrival in sources if arrival.note)),
        danger="; ".join(dict.fromkeys(arrival.danger for arrival in sources if arrival.danger)),
        reading="",
        version=1,
    )
    return letter, data


def _earlier(letter: Arrival, pieces: Sequence[Piece]) -> Arrival | None:
    parts = [piece.arrival for piece in pieces]
    if len({arrival.id for arrival in parts}) == len(parts) and (scan := arranged.scan_of(parts)):
        return scan
    earlier = arranged.same_as(letter)
    if earlier and not arranged.may_wait(earlier, [arrival.id for arrival in parts]):
        raise Refusal("office.same_content", item=earlier.agenda or earlier.id, state=earlier.state)
    return earlier


def _earlier_state(earlier: Arrival | None) -> dict[str, str]:
    return {"again": str(earlier.state)} if earlier else {}


def _write_arrivals(
    session: Session, changed: Iterable[str], made: Iterable[Arrival], source: Arrival
) -> None:
    for arrival_id in changed:
        arrival_files.write_row(session.settings, arrivals.get(arrival_id))
    kept = arrival_files.path_of(session.settings, source.id)
    for arrival in made:
        known = arrivals.by_content(arrival.sha256)
        if known and known.id != arrival.id:
            arrival_files.give_way(session, known, arrival.id)
        elif not known and not arrivals.has(arrival.id):
            discard_arrival(session.settings.arrivals, arrival.id, kept, source.sha512)


def _joined_id(pieces: Sequence[Piece]) -> str:
    """The same pieces give the same id, so repeating is safe."""
    key = "/".join(f"{piece.arrival.id}:{piece.first}-{piece.last}" for piece in pieces)
    return scans.part_id(pieces[0].arrival.id, scans.derived_number(key))


def _ranges(arrival: Arrival, written: str) -> list[Group]:
    groups = []
    for span in written.split():
        parts = _RANGE.fullmatch(span)
        if parts is None:
            raise Refusal("office.bad_part", given=span[:30])
        groups.append(Group(None, int(parts[1]), int(parts[2] or parts[1])))
    if len(groups) < 2:
        raise Refusal("office.one_part")
    _need_each(arrival, [(group.first, group.last) for group in groups])
    return groups


@act(
    thing=Thing.ARRIVAL, events=(SPLIT,), roles=REGISTER_ROLES, step=1,
    words=Words(
        N_("Split a letter"), N_("Split"),
        N_("Split into {count} letters."),
    ),
    asks=lambda _session, file: (
        words(
            PARTS, N_("Pages of each letter"),
            N_("Each page is named once."), "1-2 3", 9000, proposed=file.about,
        ),
    ),
    blocked=(is_not_to_arrange,),
)  # fmt: skip
def split_arrival(session: Session, file: CaseFile, answers: Values) -> Change:
    """Make a letter of each part (step 1).

    The first without nomor agenda keeps the whole's.
    """
    whole = file.arrival
    parts = _ranges(whole, str(answers[PARTS]))
    arrival_files.need_bytes(session.settings, whole)
    bare = replace(whole, reading="", version=1, joined="")
    with scans.new_reader(session.settings) as reader:
        made = [arrival for arrival, _ in scans.split(session, reader, bare, parts, by_pages=True)]

    def inside() -> Change:
        now = _waiting(session, whole.id)
        edit_presence.done(whole.id)
        taken = arrivals.change(now, state=ArrivalState.SPLIT, agenda=None)
        left, changed, events, letters = [str(now.agenda)], [whole.id], [], []
        for arrival in made:
            earlier = arranged.file_in(whole.id, arrival.parent_pages) or arranged.same_as(arrival)
            here, *others = _part(session, arrival, earlier, taken, left)
            letters.append(here)
            changed += [here.id, *(other.id for other in others)]
            detail = {
                "agenda": here.agenda,
                "of": now.agenda,
                "pages": arrival.parent_pages,
                **_earlier_state(earlier),
            }
            events.append(history.event(file.moment, session.actor, SPLIT, 1, "", here.id, **detail))
        if left:  # each part had a number of its own, so that of the whole stays with it
            arrivals.change(taken, agenda=left.pop(), struck="dipisah lagi menjadi surat-surat semula")
        rows = [
            {"agenda": arrival.agenda or arrival.id, "arrival": arrival.id, "pages": part.parent_pages, "state": str(arrival.state),
             "earlier": (arrival.parent, arrival.parent_pages) != (part.parent, part.parent_pages)}
            for arrival, part in zip(letters, made, strict=True)
        ]  # fmt: skip
        return Change(
            letters[0],
            has_event=False,
            events=events,
            afterwards=[
                partial(kept_forms.forget_all, session.settings, whole.id),
                partial(_write_arrivals, session, changed, made, whole),
            ],
            told={"count": len(made), "letters": rows},
            warnings=[(_EARLIER if row["earlier"] else _PART).of(**row) for row in rows],
        )

    return Change(whole, inside=inside)


def _part(
    session: Session, part: Arrival, earlier: Arrival | None, whole: Arrival, left: list[str]
) -> list[Arrival]:
    """``left`` holds the whole's number until a part takes it."""
    if earlier and not arranged.may_wait(earlier, [whole.id]):
        return [arranged.named(earlier, whole, part.parent_pages)]
    agenda = "" if earlier and earlier.agenda else left.pop() if left else mail_log.next_agenda(session)
    if earlier:
        rows = arranged.back(earlier, whole, part.parent_pages, agenda)
    else:
        arrivals.add(replace(part, state=ArrivalState.NEW, agenda=agenda))
        rows = [arrivals.get(part.id)]
    queue.put(queue.READ, rows[0].id)
    return rows


def origins(arrival: Arrival, stem: str) -> list[Paper]:
    """The original files as papers beside ``stem``."""
    return [
        arrival_files.paper(scan, f"{stem}-asal-{number}")
        for number, scan in enumerate(whole_scans.came_in(arrival), 1)
    ]


def follow(arrival: Arrival, case: str) -> None:
    """Give a joined arrival's files to its ``case``; inside the step's transaction."""
    for scan in whole_scans.came_in(arrival):
        if scan.case != case:
            arrivals.change(scan, case=case)
