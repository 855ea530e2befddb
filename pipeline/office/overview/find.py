"""Look-up of a case by any number on a paper, and what waits; every look is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pipeline.archive.layout import case_of
from pipeline.cases.case import Case
from pipeline.cases.closing import merged_into
from pipeline.cases.fields.days import short_day
from pipeline.cases.old import old_written
from pipeline.cases.plain import to_plain
from pipeline.cases.privacy import masked, readable
from pipeline.cases.register_columns import register_columns
from pipeline.cases.states import Progress, State, StepStatus, offered, step_line, with_next
from pipeline.cases.values import text
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Destroyed, NotFound
from pipeline.kernel.text import N_, NOTHING, Text
from pipeline.lookup import access, restriction, visible
from pipeline.lookup.kinds import WAITING, Arrival, Letter, Sheet, Tombstone
from pipeline.office.answer import mandate, recontact, requests
from pipeline.office.answer.match import typed_code
from pipeline.office.arrivals import danger_later, edit_presence, incoming, kept_forms, strike
from pipeline.office.arrivals.read_pages import progress_message
from pipeline.office.base import case_links, conflict, late_entry, reported_sender
from pipeline.office.base.dossier import answer_of
from pipeline.office.base.filings import location
from pipeline.office.base.retention import Retention, retention_in
from pipeline.office.base.session import READERS, Session, case_to_read, need_reason, need_role
from pipeline.office.bookkeeping import due, page_todo
from pipeline.office.cases import chair_word, clocks, crisis, earlier, erasure, inform, notes
from pipeline.office.delivery import deliver_todo
from pipeline.office.disposal import dispose
from pipeline.office.overview import case_next, todo_rows
from pipeline.office.overview.case_next import Action
from pipeline.office.victims import victims_copy_hand
from pipeline.records import history, pages, read_pages, request_cache
from pipeline.records.numbers import normalize_number
from pipeline.register.books import COLUMNS, is_day
from pipeline.register.tombstone import STATUS
from pipeline.signing.electronic import report_from_json
from pipeline.signing.electronic_summary import words

_TAKEN = {
    "register", "inform", "clarify", "vet", "assign", "reassign", "study", "identify", "draft", "redraft", "approve", "return", "sign", "file",
    "deliver", "deliver_late", "undeliverable", "close", "close_unanswered",
}  # fmt: skip
REASONS = (
    N_("to contact the victim by the safe route"),
    N_("to compare the people with a letter that came"),
    N_("to draft the answer"),
    N_("to check the draft before it is approved"),
    N_("to deliver the letter to its addressee"),
    N_("to answer a request for access to data (UU 27/2022)"),
)
"""Usual reasons for opening identities; the Indonesian one is recorded."""


@dataclass(frozen=True)
class Found:
    """What a reader sees; ``case`` None: mail without a case."""

    case: Case | None
    plain: dict[str, Any]
    actions: Sequence[Action] = ()
    meant: Text = NOTHING
    """As which number a short one was read."""


@request_cache.read_once()
def find(session: Session, given: str) -> list[Found]:
    """NotFound does not tell whether a case is hidden.

    A short number of case and mail log finds both, each with what was meant.
    """
    need_role(session, "find", READERS)
    wanted, matches = " ".join(given.split()), dict[str, Found]()
    for number in dict.fromkeys((wanted, *ids.meant(wanted, session.today.year))):
        meaning = N_("as case number {number}") if ids.is_case(number) else N_("as agenda number {number}")
        for match in _bearing(session, number):
            own = str(match.plain["case"] or match.plain["agenda"])
            matches.setdefault(
                own, replace(match, meant=NOTHING if number == wanted else meaning.of(number=number))
            )
    if not matches:
        raise NotFound(what="kasus, surat, atau register dengan nomor", given=wanted[:60])
    return list(matches.values())


def _bearing(session: Session, wanted: str) -> list[Found]:
    numbers = visible.cases_bearing(session, case_of(wanted) if ids.is_case(case_of(wanted)) else wanted)
    if not ids.is_case(wanted):  # a letter that came may bear any other number
        numbers = sorted({*numbers, *access.seen(session, case_links.bearing(wanted))})
    numbers = access.seen(session, case_links.leads_on(sorted(numbers)))
    matches = [_found(session, number) for number in numbers] or _mail(session, wanted.upper())
    return matches or [
        Found(None, _destroyed(session, stone, "find")) for stone in _stones_bearing(session, wanted)
    ]


def _found(session: Session, number: str) -> Found:
    if restriction.since(number) is None:
        return show(session, number, "find")
    history.log_access(clock.now(), session.actor, "find", number)
    return Found(None, {"case": number, "state": "akses dibatasi", "restricted": True})


def needs_reason(session: Session, number: str) -> bool:
    """Whether :func:`show` asks for a reason."""
    may = session.actor.is_any(*restriction.OPENERS) and access.may_see(session, number)
    return may and restriction.since(number) is not None


def _mail(session: Session, agenda: str) -> list[Found]:
    arrival = visible.find_arrival(session, agenda)
    if arrival is None or not access.may_see(session, arrival, at_work=True):
        return []
    history.log_access(clock.now(), session.actor, "find", agenda)
    return [Found(None, _unregistered(session, arrival))]


@request_cache.read_once()
def show(session: Session, number: str, verb: str = "show", reason: str = "", lang: str = "id") -> Found:
    """People masked; a restricted case for a ``reason``."""
    try:
        case = case_to_read(session, number, verb, reason)
    except Destroyed:
        if not (stones := _stones_bearing(session, number)):
            raise
        return Found(None, _destroyed(session, stones[0], verb))
    documents, written, acts = (
        visible.documents_of(session, number),
        visible.letters_of(session, number),
        history.of_case(number),
    )
    readable_case = visible.as_told(session, case)
    since, papers = restriction.since(number), visible.sheets_of(session, number)
    unseen = access.hidden(session)
    answer = answer_of(written, papers)
    actions = [] if since else case_next.actions(session, case, acts)
    coming = case_next.next_of(actions)
    line = with_next(steps_of(case, written, acts), coming.step if coming else None)
    plain: dict[str, Any] = {
        "case": case.number,
        "register_number": case.register_number,
        "agenda": list(case.agenda),
        "incoming": incoming.rows(readable_case),
        "earlier": earlier.decisions(session, number),
        "merged_into": merged_into(readable_case),
        "merged_here": [other for other in case_links.merged_here(number) if other not in unseen],
        "state": case.state.value,
        "received": case.received.isoformat(),
        "channel": case.channel,
        **_over(acts),
        "conflicts": conflict.blocked_as_plain(access.blocked_in(acts)),
        "crisis": crisis.crisis_as_plain(acts),
        "restricted_since": clock.stamp(since) if since else "",
        "version": case.version,
        "archived": visible.archived(session, number),
        "archive_location": location(session, number),
        "letter_number": answer.number,
        "delivered": answer.delivered.isoformat() if answer.delivered else "",
        "delivery": answer.delivery,
        "outcome": text(case.values, "outcome"),
        "outcome_day": text(case.values, "outcome_day"),
        "retention": _retention(retention_in(session, case, acts)),
        "officer": case.officer,
        "answers": _answers(session, readable_case, lang=lang),
        "steps": [_step(status) for status in line],
        "next": coming.plain() if coming else {},
        "possible": list(offered(case.state, officer=case.officer)),
        "letters": [_letter(letter) for letter in written],
        "sheets": [_sheet(sheet) for sheet in papers],
        "documents": [
            {
                "name": document.logical,
                "path": f"archive/{document.path}",
                "sha512": document.sha512,
                "version": document.version,
            }
            for document in documents
        ],
        "moved_out": [link for link in case_links.moved_out(documents, acts) if link["into"] not in unseen],
        "history": _acts(earlier.visible_acts(session, notes.with_notes(number)), reveal=False),
    }
    names = [document["name"] for document in plain["documents"]]
    plain["signed_copies"] = [name for name in names if name.startswith("surat-") and "-ttd." in name]
    return Found(case, plain, actions)


def reveal(session: Session, number: str, reason: str, lang: str = "id") -> dict[str, str]:
    """The answers unmasked; the ``reason`` is noted."""
    need_reason(reason)
    case = case_to_read(session, number, "reveal", reason)
    history.note(clock.now(), session.actor, "reveal", None, number, reason=reason)
    return _answers(session, visible.as_told(session, case), reveal=True, lang=lang)


def revealed(session: Session, number: str, reason: str, lang: str = "id") -> dict[str, Any]:
    """What :func:`show` keeps back."""
    return {
        "answers": reveal(session, number, reason, lang),
        "letters": [_letter(letter, reveal=True) for letter in visible.letters_of(session, number)],
        "history": _acts(earlier.visible_acts(session, notes.with_notes(number)), reveal=True),
    }


@request_cache.read_once()
def todo(session: Session, *, again: bool = False) -> dict[str, list[dict[str, Any]]]:
    """Rows by list; ``again``: an open list renews itself."""
    need_role(session, "todo", READERS)
    rows: dict[str, list[dict[str, Any]]] = {
        "crises": crisis.rows(session),
        "contacts": inform.rows(session),
        "dangers": danger_later.rows(session),
        "begun": kept_forms.rows(session),
        "arrivals": todo_rows.arrival_rows(session),
        "clocks": clocks.rows(session),
        "due": due.rows(session),
        "erasures": erasure.rows(session),
        "cases": todo_rows.case_rows(session),
        "requests": requests.rows(session),
        "overtaken": recontact.rows(session),
        "receipts": deliver_todo.receipt_rows(session),
        "simfoni": deliver_todo.simfoni_rows(session),
        "asked": strike.rows(session),
        "conflicts": conflict.rows(session),
        "senders": reported_sender.rows(session),
        "confirmations": chair_word.rows(session),
        "mandates": mandate.rows(session),
        "statements": todo_rows.statement_rows(session),
        "victims_copies": victims_copy_hand.rows(session),
        "pages": page_todo.rows(session),
        "disposals": dispose.rows(session),
        "emptied": todo_rows.emptied_rows(session),
        "further": incoming.waiting(session),
        "refused": todo_rows.refused_rows(session),
    }
    if not again:
        history.log_access(clock.now(), session.actor, "todo", "")
    return {name: access.seen(session, listed, at_work=name != "erasures") for name, listed in rows.items()}


def steps_of(case: Case, written: Sequence[Letter], acts: Sequence[history.Act]) -> list[StepStatus]:
    """The step line by letters and acts."""
    beside = {letter.id for letter in written if letter.is_beside}
    taken = [act.verb for act in acts if act.verb in _TAKEN and act.subject not in beside]
    return list(step_line(case.state, case.values, taken))


def resolve(session: Session, text: str) -> dict[str, Any]:
    """What a typed code or id stands for."""
    need_role(session, "code", READERS)
    code = typed_code(session, text)
    page = pages.find(code.letter if code else text.strip().upper())
    if page is not None:
        history.log_access(clock.now(), session.actor, "code", page.id)
        copies = {"copy": code.copy} if code else {}
        back = [page_copy.copy for page_copy in page.copies if page_copy.arrival]
        return {"page": page.id, "state": str(page.state), "entry": page.head_n, "received": back} | copies
    sheet = visible.find_sheet(session, code.letter if code else text.strip().upper())
    if sheet is not None:
        history.log_access(clock.now(), session.actor, "code", sheet.id)
        return _sheet(sheet) | {"case": sheet.case}
    letter = visible.find_letter(session, code.letter if code else text.strip())
    if letter is None:
        case = ids.case_of_letter(code.letter if code else text.strip()) or ""
        if case and case not in access.hidden(session):
            visible.need(session, case)
        raise NotFound(what="surat dengan kode", given=text[:60])
    history.log_access(clock.now(), session.actor, "code", letter.id)
    details: dict[str, Any] = {
        "letter": letter.id,
        "kind": letter.kind,
        "case": letter.case,
        "state": str(letter.state),
    }
    copy = (
        next((copy for copy in visible.copies_of(letter, whole=True) if copy.code == str(code)), None)
        if code
        else None
    )
    if copy:
        details |= {
            "copy": copy.copy,
            "revision": copy.revision,
            "current": copy.revision == letter.revision,
            "received": bool(copy.arrival),
        }
    return details


def _over(acts: Sequence[history.Act]) -> dict[str, Any]:
    return {
        "danger": [danger.head for danger in danger_later.open_in(acts)],
        "late": late_entry.of_case(acts),
    }


def _unregistered(session: Session, arrival: Arrival) -> dict[str, Any]:
    return {
        "case": "",
        "agenda": [arrival.agenda],
        "arrival": arrival.id,
        "state": "menunggu pendaftaran" if arrival.state in WAITING else str(arrival.state),
        "received": clock.stamp(arrival.scanned_at),
        "progress": progress_message(read_pages.progress(arrival.id)),
        "opened": edit_presence.others(session, arrival.id).get(arrival.id, []),
    }


def _step(status: Any) -> dict[str, Any]:
    return {"step": status.number, "label": status.label.id, "progress": Progress(status.progress).value}


def _letter(letter: Letter, *, reveal: bool = False) -> dict[str, Any]:
    """``reveal`` tells the typed reason only."""
    return {
        "letter": letter.id,
        "kind": letter.kind,
        "state": str(letter.state),
        "revision": letter.revision,
        "number": letter.number or "",
        "day": letter.day.isoformat() if letter.day else "",
        "signed": letter.signed.isoformat() if letter.signed else "",
        "reason": letter.reason if reveal else "",
        "copies": [
            {
                "copy": copy.copy,
                "code": copy.code,
                "received": clock.stamp(copy.matched_at) if copy.matched_at else "",
                "printed": copy.printed,
                "spoilt": copy.spoilt,
                "attested": ""
                if not copy.attested
                else "ditegaskan"
                if copy.confirmed_by
                else "menunggu ketua",
                "means": copy.means,
                "signature": words(report_from_json(copy.report)) if copy.report else "",
            }
            for copy in visible.copies_of(letter)
        ],
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {"sheet": sheet.id, "kind": str(sheet.kind), "state": str(sheet.state), "letter": sheet.letter}


def _acts(known: Sequence[history.Act], *, reveal: bool) -> list[dict[str, Any]]:
    """Typed reasons may hold a name."""
    rows: list[dict[str, Any]] = to_plain(list(known))
    for row in [] if reveal else rows:
        row["detail"].pop("reason", None)
    return rows


def _retention(retention: Retention) -> dict[str, Any]:
    return {
        "code": retention.code,
        "security": retention.security,
        "series": retention.schedule.series if retention.schedule else "",
        "fate": retention.fate,
        "event": retention.event,
        "since": retention.since.isoformat() if retention.since else "",
        "until": retention.until.isoformat() if retention.until else "",
        "held": retention.is_held,
    }


def _answers(session: Session, case: Case, *, reveal: bool = False, lang: str = "id") -> dict[str, str]:
    if case.state is not State.OLD:
        return readable(case.values if reveal else masked(case.values), lang)
    row = old_written(case.values) if reveal else register_columns(case, None, location(session, case.number))
    return {
        column.title: short_day(date.fromisoformat(row[column.key]))
        if is_day(column.key)
        else row[column.key]
        for column in COLUMNS
        if row.get(column.key)
    }


def _stones_bearing(session: Session, given: str) -> list[Tombstone]:
    wanted = normalize_number(given)
    return [
        tombstone
        for tombstone in visible.tombstones(session)
        if wanted in map(normalize_number, _numbers(tombstone))
    ]


def _destroyed(session: Session, stone: Tombstone, verb: str) -> dict[str, Any]:
    history.log_access(clock.now(), session.actor, verb, stone.case)
    return {
        "case": stone.case,
        "destroyed": True,
        "register_number": stone.register_number,
        "state": STATUS,
        "minutes": dict(stone.minutes),
        "list": stone.disposal,
        "agenda": [number for number, _ in stone.agenda],
        "letter_numbers": [letter["number"] for letter in stone.letters],
        "inventory_sha512": stone.inventory_sha512,
    }


def _numbers(stone: Tombstone) -> list[str]:
    agenda = [number for number, _ in stone.agenda]
    letters = [str(letter[key]) for letter in stone.letters for key in ("number", "letter")]
    return [stone.case, stone.register_number, *agenda, *letters]
