"""Cases, letters, sheets and arrivals as they exist for somebody: what the gate hides is answered as if it were not there.

The answer to a hidden thing is that to a missing one, word for word. Of a case that was destroyed that is told, to whoever
could see it.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime

from pipeline.archive.layout import case_of
from pipeline.archive.read import Document
from pipeline.cases.case import Case
from pipeline.cases.merged import merged_into
from pipeline.cases.outcomes import OTHER
from pipeline.kernel import ids
from pipeline.kernel.errors import Refusal
from pipeline.lookup import access, restriction
from pipeline.lookup.access import Session
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
    sheets,
    stored,
    texts,
)
from pipeline.records.errors import NotFound


def case(session: Session, number: str) -> Case:
    """Return the case ``number``. Raises NotFound, Destroyed."""
    need(session, number)
    return cases.get(number)


def as_told(session: Session, case: Case) -> Case:
    """Return ``case`` as the actor may read it: without the hidden one in which it goes on, and the letters of one that it holds."""
    left = {"" if access.may_see(session, merged_into(case)) else OTHER}
    values = {name: value for name, value in case.values.items() if name not in left}
    further = [one for one in case.further if access.may_see(session, one.document.rpartition("/")[0])]
    return replace(case, values=values, further=tuple(further))


def need(session: Session, number: str) -> None:
    """Answer as if there were no case ``number``, where it does not exist for the actor. Raises NotFound, Destroyed."""
    if not access.may_see(session, number):
        if access.reads(session.actor) and number not in access.hidden(session):
            disposals.need_alive(number)
        raise NotFound(what="kasus", given=number[:40])


def need_seen_still(session: Session, number: str, since: datetime) -> None:
    """Refuse what was shown of case ``number`` at the moment ``since``, where the actor may see it no more.

    Raises NotFound after a block for a conflict of interest, and Destroyed; refuses where access was restricted meanwhile
    (acts are kept to the second).
    """
    need(session, number)
    restricted = restriction.since(number)
    if restricted is not None and restricted >= since.replace(microsecond=0):
        raise Refusal("office.access_restricted", case=number)


def letter(session: Session, given: str) -> Letter:
    """Return the letter ``given``. Raises NotFound."""
    return stored.need(find_letter(session, given), "surat", given)


def find_letter(session: Session, given: str) -> Letter | None:
    """Return the letter ``given``, or None."""
    found = letters.find(given)
    return found if found and access.may_see(session, found) else None


def find_sheet(session: Session, given: str) -> Sheet | None:
    """Return the sheet ``given``, or None."""
    found = sheets.find(given)
    return found if found and access.may_see(session, found) else None


def disposal(session: Session, given: str) -> Disposal:
    """Return the list of cases to be destroyed called ``given``. Raises NotFound, also where one of them is hidden."""
    found = next((one for one in disposals_of(session) if one.id == given), None)
    return stored.need(found, "daftar arsip usul musnah", given)


def disposals_of(session: Session, *states: str) -> list[Disposal]:
    """Return the lists of cases to be destroyed (in ``states``), but those with a case that is hidden: another sees to them."""
    unseen = access.hidden(session)
    return [one for one in disposals.listed(*states) if not {each.case for each in one.cases} & unseen]


def arrival(session: Session, given: str) -> Arrival:
    """Return the arrival with this id or agenda number. Raises NotFound."""
    found = stored.need(find_arrival(session, given), "surat masuk", given)
    for restricted in access.cases_of(found) & restriction.restricted():
        raise Refusal("office.access_restricted", case=restricted)
    return found


def find_arrival(session: Session, given: str) -> Arrival | None:
    """Return the arrival with this id or agenda number, or None."""
    found = arrivals.find(given)
    return _noted_now(found) if found and access.may_see(session, found) else None


def arrivals_in(session: Session, *states: str) -> list[Arrival]:
    """Return the arrivals in ``states`` that are work: danger words first, then oldest first."""
    return list(
        map(_noted_now, arrivals.listed(*states, which=access.visible(session, Arrival, at_work=True)))
    )


_COMMAND = r"rangkap [a-z-]+(?: (?:--[a-z-]+|[A-Z]{3,}|[A-Z]?-?\d[\w-]*))*"
_FORMERLY = (
    (r"[;,]? bila benar: rangkap match [^;]*", ""),
    (r"ketua: rangkap signature \S+ --confirm", "ketua dapat menerimanya"),
    (r"rangkap match \S+ \S+ --signed", "terima sebagai salinan bertanda tangan"),
    (rf"(?: dengan)?: {_COMMAND}| dengan {_COMMAND}| \({_COMMAND}\)", ""),
)
"""What earlier versions wrote into the notes of documents, with commands, and what is written now."""


def _noted_now(arrival: Arrival) -> Arrival:
    """Return ``arrival`` with its note as it would be written now."""
    note = arrival.note
    for said, now in _FORMERLY if "rangkap " in note else ():
        note = re.sub(said, now, note)
    return arrival if note == arrival.note else replace(arrival, note=note)


def repeats_since(session: Session, moment: datetime) -> list[tuple[Arrival, str, datetime]]:
    """Return what came in again since ``moment`` (:func:`pipeline.records.arrivals.repeats_since`)."""
    return arrivals.repeats_since(moment, access.visible(session, Arrival, at_work=True))


def mail(session: Session, since: date | None, until: date | None) -> list[Mail]:
    """Return the documents of the mail log (:func:`pipeline.records.arrivals.mail_listed`)."""
    return arrivals.mail_listed(since, until, access.visible(session, Arrival))


def cases_in(session: Session, states: Collection[str]) -> list[tuple[str, str]]:
    """Return number and state of the cases in ``states`` that are work, in order."""
    return cases.in_states(states, access.visible(session, Case, at_work=True))


def awaiting(session: Session, what: str) -> list[str]:
    """Return the cases that are work and wait for ``what``, in order."""
    return cases.awaiting(what, access.visible(session, Case, at_work=True))


def letters_in(session: Session, state: str) -> list[Letter]:
    """Return the letters in ``state`` that are work, by id."""
    return letters.in_state(state, access.visible(session, Letter, at_work=True))


def letters_beside(session: Session) -> list[Letter]:
    """Return the letters beside their cases that are work, by id."""
    return letters.beside(access.visible(session, Letter, at_work=True))


def sheets_in(session: Session, *states: str) -> list[Sheet]:
    """Return the sheets in ``states`` that are work, by id."""
    return sheets.in_state(*states, which=access.visible(session, Sheet, at_work=True))


def sheets_of_kind(session: Session, kind: str, *, at_work: bool = True) -> list[Sheet]:
    """Return the sheets of ``kind``, by id; ``at_work``: that are work."""
    return sheets.of_kind(kind, access.visible(session, Sheet, at_work=at_work))


def acts_of(session: Session, *verbs: str, at_work: bool = True) -> Iterator[Act]:
    """Yield the acts of ``verbs``, oldest first; ``at_work``: of cases that are work."""
    return history.of_verb(*verbs, which=access.visible(session, Act, at_work=at_work))


def numbers(session: Session) -> list[str]:
    """Return the numbers of all cases that exist for the actor, in order."""
    return cases.numbers(access.visible(session, Case))


def letters_of(session: Session, number: str) -> list[Letter]:
    """Return the letters of case ``number`` in order. Raises NotFound, Destroyed, as each of these does."""
    need(session, number)
    return letters.of_case(number)


def sheets_of(session: Session, number: str) -> list[Sheet]:
    """Return the sheets of case ``number`` in order."""
    need(session, number)
    return sheets.of_case(number)


def documents_of(session: Session, number: str) -> list[Document]:
    """Return the documents of case ``number`` in the archive, by version and name."""
    need(session, number)
    return cases.documents(number)


def history_of(session: Session, number: str) -> list[Act]:
    """Return the history of case ``number``, oldest first."""
    need(session, number)
    return history.of_case(number)


@request_cache.read_once()
def several(session: Session, numbers: Collection[str]) -> dict[str, Case]:
    """Return those of the cases ``numbers`` that exist for the actor, in this order; they are read together."""
    left = access.seen(session, numbers)
    cases.read_ahead(left)
    return {number: cases.get(number) for number in left}


def present(session: Session, numbers: Collection[str]) -> dict[str, dict[str, str]]:
    """Return officer and status of these cases (:func:`pipeline.records.cases.present`)."""
    return cases.present(access.seen(session, numbers))


def names_of_documents(session: Session, numbers: Collection[str]) -> dict[tuple[str, str], str]:
    """Return the names of the documents of these cases, by case and digest."""
    return cases.names_of_documents(access.seen(session, numbers))


def days_of(
    session: Session, numbers: Collection[str]
) -> tuple[dict[str, date], dict[tuple[str, str], date | None]]:
    """Return the day received of these cases, and that of each further letter, by case and arrival."""
    left = access.seen(session, numbers)
    return cases.days_of(left), cases.further_days(left)


def archived(session: Session, number: str) -> int:
    """Return the newest version of case ``number`` in the archive that the database knows of (0: none)."""
    need(session, number)
    return cases.archived(number)


def cases_bearing(session: Session, given: str) -> list[str]:
    """Return the cases that bear the number ``given`` (:func:`pipeline.records.cases.bearing`)."""
    return access.seen(session, cases.bearing(given))


def search(session: Session, words: Words, among: Among, most: int, before: int = 0) -> list[Hit]:
    """Return the newest ``most`` documents that say ``words``, of cases that are work (:func:`pipeline.records.texts.search`)."""
    hits = texts.search(words, replace(among, unseen=access.closed(session)), most, before)
    return hits if access.reads(session.actor) else []


def letters_some(session: Session, among: Collection[str]) -> dict[str, Letter]:
    """Return the letters of these ids that exist for the actor, by id."""
    found = letters.some(among)
    return {letter.id: letter for letter in access.seen(session, found.values())}


def decided(session: Session, kind: str, among: Collection[str]) -> list[Sheet]:
    """Return the decided sheets of ``kind`` of the cases ``among``, by id."""
    return sheets.decided(kind, access.seen(session, among))


def mail_some(session: Session, among: Collection[str]) -> dict[str, Arrival]:
    """Return the arrivals of these ids that exist for the actor, by id."""
    found = arrivals.some(among)
    return {arrival.id: arrival for arrival in access.seen(session, found.values())}


def mail_of(session: Session, unseen: frozenset[str]) -> frozenset[str]:
    """Return the ids and agenda numbers of the arrivals that hold pages of an ``unseen`` case."""
    found = access.arrivals_of(session, unseen)
    return frozenset(name for one in found for name in (one.id, one.agenda) if name)


def copies_of(letter: Letter, *, whole: bool = False) -> list[Copy]:
    """Return the copies of a letter that was read here, of its current revision or, ``whole``, of all."""
    return letters.copies(letter.id, None if whole else letter.revision)


def own_paper(arrival: Arrival) -> Sheet | Letter | None:
    """Return the sheet or letter of ours that an arrival that was read here bears the code of, or None."""
    code = ids.read_code(arrival.code)
    if code is None:
        return None
    return sheets.find(code.letter) if ids.is_sheet(code.letter) else letters.find(code.letter)


def entries_listed(session: Session, since: date | None, until: date | None) -> list[Listed]:
    """Return the newest entry of each register number (:func:`pipeline.records.entries.latest_listed`), also of destroyed cases."""
    unseen = access.hidden(session)
    return [one for one in entries.latest_listed(since, until) if case_of(one.case) not in unseen]


def entries_some(session: Session, places: Collection[int]) -> dict[int, tuple[Entry, Payload]]:
    """Return the entries at these ``places`` with their payloads, those of destroyed cases that were erased left out."""
    unseen = access.hidden(session)
    return {n: one for n, one in entries.some(places).items() if case_of(one[0].case) not in unseen}


def tombstones(session: Session) -> list[Tombstone]:
    """Return what is kept of the cases that were destroyed, by case."""
    unseen = access.hidden(session)
    return [one for one in disposals.tombstones() if one.case not in unseen]
