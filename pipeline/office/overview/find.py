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
from pipeline.office.base.desk import READERS, Desk, case_to_read, need_reason, need_role
from pipeline.office.base.dossier import answer_of
from pipeline.office.base.filings import location
from pipeline.office.base.retention import Retention, retention_in
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
def find(desk: Desk, given: str) -> list[Found]:
    """NotFound does not tell whether a case is hidden.

    A short number of case and mail log finds both, each with what was meant.
    """
    need_role(desk, "find", READERS)
    wanted, found = " ".join(given.split()), dict[str, Found]()
    for number in dict.fromkeys((wanted, *ids.meant(wanted, desk.today.year))):
        said = N_("as case number {number}") if ids.is_case(number) else N_("as agenda number {number}")
        for match in _bearing(desk, number):
            own = str(match.plain["case"] or match.plain["agenda"])
            found.setdefault(
                own, replace(match, meant=NOTHING if number == wanted else said.of(number=number))
            )
    if not found:
        raise NotFound(what="kasus, surat, atau register dengan nomor", given=wanted[:60])
    return list(found.values())


def _bearing(desk: Desk, wanted: str) -> list[Found]:
    numbers = visible.cases_bearing(desk, case_of(wanted) if ids.is_case(case_of(wanted)) else wanted)
    if not ids.is_case(wanted):  # a letter that came may bear any other number
        numbers = sorted({*numbers, *access.seen(desk, case_links.bearing(wanted))})
    numbers = access.seen(desk, case_links.leads_on(sorted(numbers)))
    found = [_found(desk, number) for number in numbers] or _mail(desk, wanted.upper())
    return found or [Found(None, _destroyed(desk, stone, "find")) for stone in _stones_bearing(desk, wanted)]


def _found(desk: Desk, number: str) -> Found:
    if restriction.since(number) is None:
        return show(desk, number, "find")
    history.log_access(clock.now(), desk.actor, "find", number)
    return Found(None, {"case": number, "state": "akses dibatasi", "restricted": True})


def needs_reason(desk: Desk, number: str) -> bool:
    """Whether :func:`show` asks for a reason."""
    may = desk.actor.is_any(*restriction.OPENERS) and access.may_see(desk, number)
    return may and restriction.since(number) is not None


def _mail(desk: Desk, agenda: str) -> list[Found]:
    one = visible.find_arrival(desk, agenda)
    if one is None or not access.may_see(desk, one, at_work=True):
        return []
    history.log_access(clock.now(), desk.actor, "find", agenda)
    return [Found(None, _unregistered(desk, one))]


@request_cache.read_once()
def show(desk: Desk, number: str, verb: str = "show", reason: str = "", lang: str = "id") -> Found:
    """People masked; a restricted case for a ``reason``."""
    try:
        case = case_to_read(desk, number, verb, reason)
    except Destroyed:
        if not (stones := _stones_bearing(desk, number)):
            raise
        return Found(None, _destroyed(desk, stones[0], verb))
    documents, written, acts = (
        visible.documents_of(desk, number),
        visible.letters_of(desk, number),
        history.of_case(number),
    )
    told = visible.as_told(desk, case)
    since, papers = restriction.since(number), visible.sheets_of(desk, number)
    unseen = access.hidden(desk)
    answer = answer_of(written, papers)
    actions = [] if since else case_next.actions(desk, case, acts)
    coming = case_next.next_of(actions)
    line = with_next(steps_of(case, written, acts), coming.step if coming else None)
    plain: dict[str, Any] = {
        "case": case.number,
        "register_number": case.register_number,
        "agenda": list(case.agenda),
        "incoming": incoming.rows(told),
        "earlier": earlier.decisions(desk, number),
        "merged_into": merged_into(told),
        "merged_here": [other for other in case_links.merged_here(number) if other not in unseen],
        "state": case.state.value,
        "received": case.received.isoformat(),
        "channel": case.channel,
        **_over(acts),
        "conflicts": conflict.blocked_as_plain(access.blocked_in(acts)),
        "crisis": crisis.crisis_as_plain(acts),
        "restricted_since": clock.stamp(since) if since else "",
        "version": case.version,
        "archived": visible.archived(desk, number),
        "archive_location": location(desk, number),
        "letter_number": answer.number,
        "delivered": answer.delivered.isoformat() if answer.delivered else "",
        "delivery": answer.delivery,
        "outcome": text(case.values, "outcome"),
        "outcome_day": text(case.values, "outcome_day"),
        "retention": _retention(retention_in(desk, case, acts)),
        "officer": case.officer,
        "answers": _answers(desk, told, lang=lang),
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
        "history": _acts(earlier.visible_acts(desk, notes.with_notes(number)), reveal=False),
    }
    names = [document["name"] for document in plain["documents"]]
    plain["signed_copies"] = [name for name in names if name.startswith("surat-") and "-ttd." in name]
    return Found(case, plain, actions)


def reveal(desk: Desk, number: str, reason: str, lang: str = "id") -> dict[str, str]:
    """The answers unmasked; the ``reason`` is noted."""
    need_reason(reason)
    case = case_to_read(desk, number, "reveal", reason)
    history.note(clock.now(), desk.actor, "reveal", None, number, reason=reason)
    return _answers(desk, visible.as_told(desk, case), reveal=True, lang=lang)


def revealed(desk: Desk, number: str, reason: str, lang: str = "id") -> dict[str, Any]:
    """What :func:`show` keeps back."""
    return {
        "answers": reveal(desk, number, reason, lang),
        "letters": [_letter(letter, reveal=True) for letter in visible.letters_of(desk, number)],
        "history": _acts(earlier.visible_acts(desk, notes.with_notes(number)), reveal=True),
    }


@request_cache.read_once()
def todo(desk: Desk, *, again: bool = False) -> dict[str, list[dict[str, Any]]]:
    """Rows by list; ``again``: an open list renews itself."""
    need_role(desk, "todo", READERS)
    rows: dict[str, list[dict[str, Any]]] = {
        "crises": crisis.rows(desk),
        "contacts": inform.rows(desk),
        "dangers": danger_later.rows(desk),
        "begun": kept_forms.rows(desk),
        "arrivals": todo_rows.arrival_rows(desk),
        "clocks": clocks.rows(desk),
        "due": due.rows(desk),
        "erasures": erasure.rows(desk),
        "cases": todo_rows.case_rows(desk),
        "requests": requests.rows(desk),
        "overtaken": recontact.rows(desk),
        "receipts": deliver_todo.receipt_rows(desk),
        "simfoni": deliver_todo.simfoni_rows(desk),
        "asked": strike.rows(desk),
        "conflicts": conflict.rows(desk),
        "senders": reported_sender.rows(desk),
        "confirmations": chair_word.rows(desk),
        "mandates": mandate.rows(desk),
        "statements": todo_rows.statement_rows(desk),
        "victims_copies": victims_copy_hand.rows(desk),
        "pages": page_todo.rows(desk),
        "disposals": dispose.rows(desk),
        "emptied": todo_rows.emptied_rows(desk),
        "further": incoming.waiting(desk),
        "refused": todo_rows.refused_rows(desk),
    }
    if not again:
        history.log_access(clock.now(), desk.actor, "todo", "")
    return {name: access.seen(desk, listed, at_work=name != "erasures") for name, listed in rows.items()}


def steps_of(case: Case, written: Sequence[Letter], acts: Sequence[history.Act]) -> list[StepStatus]:
    """The step line by letters and acts."""
    beside = {letter.id for letter in written if letter.is_beside}
    taken = [act.verb for act in acts if act.verb in _TAKEN and act.subject not in beside]
    return list(step_line(case.state, case.values, taken))


def resolve(desk: Desk, text: str) -> dict[str, Any]:
    """What a typed code or id stands for."""
    need_role(desk, "code", READERS)
    code = typed_code(desk, text)
    page = pages.find(code.letter if code else text.strip().upper())
    if page is not None:
        history.log_access(clock.now(), desk.actor, "code", page.id)
        copies = {"copy": code.copy} if code else {}
        back = [page_copy.copy for page_copy in page.copies if page_copy.arrival]
        return {"page": page.id, "state": str(page.state), "entry": page.head_n, "received": back} | copies
    sheet = visible.find_sheet(desk, code.letter if code else text.strip().upper())
    if sheet is not None:
        history.log_access(clock.now(), desk.actor, "code", sheet.id)
        return _sheet(sheet) | {"case": sheet.case}
    letter = visible.find_letter(desk, code.letter if code else text.strip())
    if letter is None:
        case = ids.case_of_letter(code.letter if code else text.strip()) or ""
        if case and case not in access.hidden(desk):
            visible.need(desk, case)
        raise NotFound(what="surat dengan kode", given=text[:60])
    history.log_access(clock.now(), desk.actor, "code", letter.id)
    found: dict[str, Any] = {
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
        found |= {
            "copy": copy.copy,
            "revision": copy.revision,
            "current": copy.revision == letter.revision,
            "received": bool(copy.arrival),
        }
    return found


def _over(acts: Sequence[history.Act]) -> dict[str, Any]:
    return {
        "danger": [danger.head for danger in danger_later.open_in(acts)],
        "late": late_entry.of_case(acts),
    }


def _unregistered(desk: Desk, one: Arrival) -> dict[str, Any]:
    return {
        "case": "",
        "agenda": [one.agenda],
        "arrival": one.id,
        "state": "menunggu pendaftaran" if one.state in WAITING else str(one.state),
        "received": clock.stamp(one.scanned_at),
        "progress": progress_message(read_pages.progress(one.id)),
        "opened": edit_presence.others(desk, one.id).get(one.id, []),
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


def _retention(found: Retention) -> dict[str, Any]:
    return {
        "code": found.code,
        "security": found.security,
        "series": found.schedule.series if found.schedule else "",
        "fate": found.fate,
        "event": found.event,
        "since": found.since.isoformat() if found.since else "",
        "until": found.until.isoformat() if found.until else "",
        "held": found.is_held,
    }


def _answers(desk: Desk, case: Case, *, reveal: bool = False, lang: str = "id") -> dict[str, str]:
    if case.state is not State.OLD:
        return readable(case.values if reveal else masked(case.values), lang)
    row = old_written(case.values) if reveal else register_columns(case, None, location(desk, case.number))
    return {
        column.title: short_day(date.fromisoformat(row[column.key]))
        if is_day(column.key)
        else row[column.key]
        for column in COLUMNS
        if row.get(column.key)
    }


def _stones_bearing(desk: Desk, given: str) -> list[Tombstone]:
    wanted = normalize_number(given)
    return [
        tombstone
        for tombstone in visible.tombstones(desk)
        if wanted in map(normalize_number, _numbers(tombstone))
    ]


def _destroyed(desk: Desk, stone: Tombstone, verb: str) -> dict[str, Any]:
    history.log_access(clock.now(), desk.actor, verb, stone.case)
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
