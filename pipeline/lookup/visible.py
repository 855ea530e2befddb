"""Cases, letters, sheets and arrivals as they exist for somebody.

Hidden things are answered like missing ones; destruction is told.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime

from pipeline.archive.layout import case_of
from pipeline.archive.read import Document
from pipeline.cases.case import Case
from pipeline.cases.closing import merged_into
from pipeline.cases.outcomes import OTHER
from pipeline.kernel import ids
from pipeline.kernel.errors import NotFound, Refusal
from pipeline.lookup import access, restriction
from pipeline.lookup.access import Viewer
from pipeline.lookup.kinds import (
    Act,
    Among,
    Arrival,
    Copy,
    Disposal,
    Entry,
    Hit,
    Letter,
    Listed,
    Mail,
    Payload,
    Sheet,
    Tombstone,
    Words,
)
from pipeline.records import (
    arrivals,
    cases,
    disposals,
    entries,
    history,
    letters,
    request_cache,
    row_values,
    sheets,
    texts,
)


def case(viewer: Viewer, number: str) -> Case:
    """The case. Raises NotFound, Destroyed."""
    return cases.get(need(viewer, number))


def as_told(viewer: Viewer, case: Case) -> Case:
    """The case without mention of hidden ones."""
    left = {"" if access.may_see(viewer, merged_into(case)) else OTHER}
    values = {name: value for name, value in case.values.items() if name not in left}
    further = [added for added in case.further if access.may_see(viewer, added.document.rpartition("/")[0])]
    return replace(case, values=values, further=tuple(further))


def need(viewer: Viewer, number: str) -> str:
    """``number``, refused as by :func:`case`."""
    if not access.may_see(viewer, number):
        if access.reads(viewer.actor) and number not in access.hidden(viewer):
            disposals.need_alive(number)
        raise NotFound(what="kasus", given=number[:40])
    return number


def need_seen_still(viewer: Viewer, number: str, since: datetime) -> None:
    """Blocked, destroyed or restricted since shown; acts are kept to the second."""
    need(viewer, number)
    restricted = restriction.since(number)
    if restricted is not None and restricted >= since.replace(microsecond=0):
        raise Refusal("office.access_restricted", case=number)


def letter(viewer: Viewer, given: str) -> Letter:
    """The letter. Raises NotFound."""
    return row_values.need(find_letter(viewer, given), "surat", given)


def find_letter(viewer: Viewer, given: str) -> Letter | None:
    """The letter, if any."""
    letter = letters.find(given)
    return letter if letter and access.may_see(viewer, letter) else None


def find_sheet(viewer: Viewer, given: str) -> Sheet | None:
    """The sheet, if any."""
    sheet = sheets.find(given)
    return sheet if sheet and access.may_see(viewer, sheet) else None


def disposal(viewer: Viewer, given: str) -> Disposal:
    """The disposal list, unless it names a hidden case."""
    record = next((listed for listed in disposals_of(viewer) if listed.id == given), None)
    return row_values.need(record, "daftar arsip usul musnah", given)


def disposals_of(viewer: Viewer, *states: str) -> list[Disposal]:
    """Lists without hidden cases."""
    unseen = access.hidden(viewer)
    return [listed for listed in disposals.listed(*states) if not {row.case for row in listed.cases} & unseen]


def arrival(viewer: Viewer, given: str) -> Arrival:
    """By id or agenda number."""
    record = row_values.need(find_arrival(viewer, given), "surat masuk", given)
    for restricted in access.cases_of(record) & restriction.restricted():
        raise Refusal("office.access_restricted", case=restricted)
    return record


def find_arrival(viewer: Viewer, given: str) -> Arrival | None:
    """As :func:`arrival`, or None."""
    arrival = arrivals.find(given)
    return _noted_now(arrival) if arrival and access.may_see(viewer, arrival) else None


def arrivals_in(viewer: Viewer, *states: str) -> list[Arrival]:
    """Danger words first, then oldest first."""
    return list(
        map(_noted_now, arrivals.listed(*states, which=access.visible(viewer, Arrival, at_work=True)))
    )


_COMMAND = r"rangkap [a-z-]+(?: (?:--[a-z-]+|[A-Z]{3,}|[A-Z]?-?\d[\w-]*))*"
_FORMERLY = (
    (r"[;,]? bila benar: rangkap match [^;]*", ""),
    (r"ketua: rangkap signature \S+ --confirm", "ketua dapat menerimanya"),
    (r"rangkap match \S+ \S+ --signed", "terima sebagai salinan bertanda tangan"),
    (rf"(?: dengan)?: {_COMMAND}| dengan {_COMMAND}| \({_COMMAND}\)", ""),
)
"""Commands in notes of earlier versions."""


def _noted_now(arrival: Arrival) -> Arrival:
    note = arrival.note
    for pattern, now in _FORMERLY if "rangkap " in note else ():
        note = re.sub(pattern, now, note)
    return arrival if note == arrival.note else replace(arrival, note=note)


def repeats_since(viewer: Viewer, moment: datetime) -> list[tuple[Arrival, str, datetime]]:
    """:func:`pipeline.records.arrivals.repeats_since`."""
    return arrivals.repeats_since(moment, access.visible(viewer, Arrival, at_work=True))


def mail(viewer: Viewer, since: date | None, until: date | None) -> list[Mail]:
    """:func:`pipeline.records.arrivals.mail_listed`."""
    return arrivals.mail_listed(since, until, access.visible(viewer, Arrival))


def cases_in(viewer: Viewer, states: Collection[str]) -> list[tuple[str, str]]:
    """Cases that are work, with their state."""
    return cases.in_states(states, access.visible(viewer, Case, at_work=True))


def awaiting(viewer: Viewer, what: str) -> list[str]:
    """Cases that are work and wait for ``what``."""
    return cases.awaiting(what, access.visible(viewer, Case, at_work=True))


def letters_in(viewer: Viewer, state: str) -> list[Letter]:
    """Letters that are work, by id."""
    return letters.in_state(state, access.visible(viewer, Letter, at_work=True))


def letters_beside(viewer: Viewer) -> list[Letter]:
    """Letters beside cases that are work, by id."""
    return letters.beside(access.visible(viewer, Letter, at_work=True))


def sheets_in(viewer: Viewer, *states: str) -> list[Sheet]:
    """Sheets that are work, by id."""
    return sheets.in_state(*states, which=access.visible(viewer, Sheet, at_work=True))


def sheets_of_kind(viewer: Viewer, kind: str, *, at_work: bool = True) -> list[Sheet]:
    """Sheets of ``kind``, by id."""
    return sheets.of_kind(kind, access.visible(viewer, Sheet, at_work=at_work))


def acts_of(viewer: Viewer, *verbs: str, at_work: bool = True) -> Iterator[Act]:
    """Acts, oldest first."""
    return history.of_verb(*verbs, which=access.visible(viewer, Act, at_work=at_work))


def numbers(viewer: Viewer) -> list[str]:
    """Numbers of existing cases, in order."""
    return cases.numbers(access.visible(viewer, Case))


def letters_of(viewer: Viewer, number: str) -> list[Letter]:
    """Letters of a case, in order."""
    return letters.of_case(need(viewer, number))


def sheets_of(viewer: Viewer, number: str) -> list[Sheet]:
    """Sheets of a case, in order."""
    return sheets.of_case(need(viewer, number))


def documents_of(viewer: Viewer, number: str) -> list[Document]:
    """Archived documents, by version and name."""
    return cases.documents(need(viewer, number))


def history_of(viewer: Viewer, number: str) -> list[Act]:
    """History of a case, oldest first."""
    return history.of_case(need(viewer, number))


@request_cache.read_once()
def several(viewer: Viewer, numbers: Collection[str]) -> dict[str, Case]:
    """Existing cases, in this order."""
    left = access.seen(viewer, numbers)
    cases.read_ahead(left)
    return {number: cases.get(number) for number in left}


def present(viewer: Viewer, numbers: Collection[str]) -> dict[str, dict[str, str]]:
    """:func:`pipeline.records.cases.present`."""
    return cases.present(access.seen(viewer, numbers))


def names_of_documents(viewer: Viewer, numbers: Collection[str]) -> dict[tuple[str, str], str]:
    """Names by case and digest."""
    return cases.names_of_documents(access.seen(viewer, numbers))


def days_of(
    viewer: Viewer, numbers: Collection[str]
) -> tuple[dict[str, date], dict[tuple[str, str], date | None]]:
    """Days received by case, of further letters by arrival."""
    left = access.seen(viewer, numbers)
    return cases.days_of(left), cases.further_days(left)


def archived(viewer: Viewer, number: str) -> int:
    """Newest archived version; 0: none."""
    return cases.archived(need(viewer, number))


def cases_bearing(viewer: Viewer, given: str) -> list[str]:
    """:func:`pipeline.records.cases.bearing`."""
    return access.seen(viewer, cases.bearing(given))


def search(viewer: Viewer, words: Words, among: Among, most: int, before: int = 0) -> list[Hit]:
    """:func:`pipeline.records.texts.search` in work."""
    if not access.reads(viewer.actor):
        return []
    return texts.search(words, replace(among, unseen=access.closed(viewer)), most, before)


def letters_some(viewer: Viewer, among: Collection[str]) -> dict[str, Letter]:
    """Existing letters by id."""
    return {letter.id: letter for letter in access.seen(viewer, letters.some(among).values())}


def decided(viewer: Viewer, kind: str, among: Collection[str]) -> list[Sheet]:
    """Decided sheets, by id."""
    return sheets.decided(kind, access.seen(viewer, among))


def mail_some(viewer: Viewer, among: Collection[str]) -> dict[str, Arrival]:
    """Existing arrivals by id."""
    return {arrival.id: arrival for arrival in access.seen(viewer, arrivals.some(among).values())}


def mail_of(viewer: Viewer, unseen: frozenset[str]) -> frozenset[str]:
    """Ids and agenda numbers of arrivals with pages of an ``unseen`` case."""
    papers = access.arrivals_of(viewer, unseen)
    return frozenset(name for came in papers for name in (came.id, came.agenda) if name)


def copies_of(letter: Letter, *, whole: bool = False) -> list[Copy]:
    """Copies of the current revision or of all."""
    return letters.copies(letter.id, None if whole else letter.revision)


def own_paper(arrival: Arrival) -> Sheet | Letter | None:
    """Our sheet or letter whose code it bears."""
    if (code := ids.read_code(arrival.code)) is None:
        return None
    return sheets.find(code.letter) if ids.is_sheet(code.letter) else letters.find(code.letter)


def entries_listed(viewer: Viewer, since: date | None, until: date | None) -> list[Listed]:
    """:func:`pipeline.records.entries.latest_listed`, also of destroyed cases."""
    unseen = access.hidden(viewer)
    return [entry for entry in entries.latest_listed(since, until) if case_of(entry.case) not in unseen]


def entries_some(viewer: Viewer, places: Collection[int]) -> dict[int, tuple[Entry, Payload]]:
    """Entries with payloads, without erased ones."""
    unseen = access.hidden(viewer)
    return {n: pair for n, pair in entries.some(places).items() if case_of(pair[0].case) not in unseen}


def tombstones(viewer: Viewer) -> list[Tombstone]:
    """Tombstones by case."""
    unseen = access.hidden(viewer)
    return [stone for stone in disposals.tombstones() if stone.case not in unseen]
