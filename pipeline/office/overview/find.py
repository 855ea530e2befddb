"""Look-up: a case by any number on a paper, and what waits. Every look is noted.
Letters, templates and readers are imported where they are needed, so that a look-up at the command line need
not wait.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.archive.layout import case_of
from pipeline.cases.case import Case
from pipeline.cases.closing import merged_into
from pipeline.cases.states import StepStatus, offered, step_line, with_next
from pipeline.cases.values import text
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Destroyed, NotFound
from pipeline.kernel.text import Text
from pipeline.lookup import access, restriction, things
from pipeline.lookup.kinds import Letter
from pipeline.office.arrivals import incoming
from pipeline.office.base import conflict, joined, reported_sender
from pipeline.office.base.desk import READERS, Desk, case_to_read, need_reason, need_role
from pipeline.office.base.dossier import answer_of
from pipeline.office.base.file_away import location
from pipeline.office.base.retention import retention_in
from pipeline.office.cases import crisis, earlier
from pipeline.office.overview import find_rows
from pipeline.records import history, pages, request_cache

if TYPE_CHECKING:
    from pipeline.office.overview.case_next import Action

_TAKEN = {
    "register", "inform", "clarify", "vet", "assign", "reassign", "study", "draft", "redraft", "approve", "return", "sign", "file",
    "deliver", "deliver_late", "undeliverable", "close", "close_unanswered",
}  # fmt: skip
REASONS = (
    Text("menghubungi korban lewat jalur aman", "to contact the victim by the safe route"),
    Text("mencocokkan orang dengan surat yang datang", "to compare the people with a letter that came"),
    Text("menyusun surat jawaban", "to draft the answer"),
    Text("memeriksa konsep sebelum disetujui", "to check the draft before it is approved"),
    Text("menyampaikan surat kepada penerima", "to deliver the letter to its addressee"),
    Text(
        "memenuhi permintaan akses data (UU 27/2022)", "to answer a request for access to data (UU 27/2022)"
    ),
)
"""The usual reasons for opening identities, to choose from; others are typed. What is written down is the Indonesian one."""


@dataclass(frozen=True)
class Found:
    """One case as a reader sees it; ``case`` None: mail that belongs to none (yet)."""

    case: Case | None
    plain: dict[str, Any]
    actions: Sequence[Action] = ()


@request_cache.read_once()
def find(desk: Desk, given: str) -> list[Found]:
    """The cases that bear ``given``. Raises NotFound, whether or not something like it exists."""
    need_role(desk, "find", READERS)
    wanted = " ".join(given.split())
    numbers = things.cases_bearing(desk, case_of(wanted) if ids.is_case(case_of(wanted)) else wanted)
    if not ids.is_case(wanted):  # a letter that came may bear any other number
        numbers = sorted({*numbers, *access.seen(desk, joined.bearing(wanted))})
    numbers = access.seen(desk, joined.leads_on(sorted(numbers)))
    found = [_found(desk, number) for number in numbers] or _mail(desk, wanted.upper())
    found = found or [
        Found(None, find_rows.destroyed(desk, one, "find")) for one in find_rows.stones_bearing(desk, wanted)
    ]
    if not found:
        raise NotFound(what="kasus, surat, atau register dengan nomor", given=wanted[:60])
    return found


def _found(desk: Desk, number: str) -> Found:
    if restriction.since(number) is None:
        return show(desk, number, "find")
    history.looked(clock.now(), desk.actor, "find", number)
    return Found(None, {"case": number, "state": "akses dibatasi", "restricted": True})


def needs_reason(desk: Desk, number: str) -> bool:
    """Whether :func:`show` gives this case for a reason only."""
    may = desk.actor.is_any(*restriction.OPENERS) and access.may_see(desk, number)
    return may and restriction.since(number) is not None


def _mail(desk: Desk, agenda: str) -> list[Found]:
    one = things.find_arrival(desk, agenda)
    if one is None or not access.may_see(desk, one, at_work=True):
        return []
    history.looked(clock.now(), desk.actor, "find", agenda)
    return [Found(None, find_rows.mail(desk, one))]


@request_cache.read_once()
def show(desk: Desk, number: str, verb: str = "show", reason: str = "", lang: str = "id") -> Found:
    """One case, people masked; a restricted one for a ``reason``. Raises NotFound."""
    from pipeline.office.overview import case_next

    try:
        case = case_to_read(desk, number, verb, reason)
    except Destroyed:
        if not (stones := find_rows.stones_bearing(desk, number)):
            raise
        return Found(None, find_rows.destroyed(desk, stones[0], verb))
    documents, written, acts = (
        things.documents_of(desk, number),
        things.letters_of(desk, number),
        history.of_case(number),
    )
    told = things.as_told(desk, case)
    since, papers = restriction.since(number), things.sheets_of(desk, number)
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
        "merged_here": [one for one in joined.merged_here(number) if one not in unseen],
        "state": case.state.value,
        "received": case.received.isoformat(),
        "channel": case.channel,
        **find_rows.over(acts),
        "conflicts": conflict.told(access.blocked_in(acts)),
        "crisis": crisis.told(acts),
        "restricted_since": clock.stamp(since) if since else "",
        "version": case.version,
        "archived": things.archived(desk, number),
        "archive_location": location(desk, number),
        "letter_number": answer.number,
        "delivered": answer.delivered.isoformat() if answer.delivered else "",
        "delivery": answer.delivery,
        "outcome": text(case.values, "outcome"),
        "outcome_day": text(case.values, "outcome_day"),
        "retention": find_rows.retention(retention_in(desk, case, acts)),
        "officer": case.officer,
        "answers": find_rows.answers(desk, told, lang=lang),
        "steps": [find_rows.step(one) for one in line],
        "next": coming.plain() if coming else {},
        "possible": list(offered(case.state, officer=case.officer)),
        "letters": [find_rows.letter(one) for one in written],
        "sheets": [find_rows.sheet(one) for one in papers],
        "documents": [
            {"name": one.logical, "path": f"archive/{one.path}", "sha512": one.sha512, "version": one.version}
            for one in documents
        ],
        "moved_out": [one for one in joined.moved_out(documents, acts) if one["into"] not in unseen],
        "history": find_rows.acts(earlier.acts_told(desk, acts), reveal=False),
    }
    names = [one["name"] for one in plain["documents"]]
    plain["signed_copies"] = [name for name in names if name.startswith("surat-") and "-ttd." in name]
    return Found(case, plain, actions)


def reveal(desk: Desk, number: str, reason: str, lang: str = "id") -> dict[str, str]:
    """The answers unmasked, for a ``reason`` that is noted."""
    need_reason(reason)
    case = case_to_read(desk, number, "reveal", reason)
    history.note(clock.now(), desk.actor, "reveal", None, number, reason=reason)
    return find_rows.answers(desk, things.as_told(desk, case), reveal=True, lang=lang)


def revealed(desk: Desk, number: str, reason: str, lang: str = "id") -> dict[str, Any]:
    """What :func:`show` keeps back."""
    return {
        "answers": reveal(desk, number, reason, lang),
        "letters": [find_rows.letter(one, reveal=True) for one in things.letters_of(desk, number)],
        "history": find_rows.acts(earlier.acts_told(desk, history.of_case(number)), reveal=True),
    }


@request_cache.read_once()
def todo(desk: Desk, *, again: bool = False) -> dict[str, list[dict[str, Any]]]:
    """What waits, by list; ``again``: an open list renews itself."""
    from pipeline.office.arrivals import danger_later
    from pipeline.office.bookkeeping import due, page_todo
    from pipeline.office.cases import clocks, erasure, inform
    from pipeline.office.delivery import deliver_todo
    from pipeline.office.disposal import dispose
    from pipeline.office.overview import todo_rows
    from pipeline.office.signing import mandate, recontact, requests
    from pipeline.office.victims import victims_copy_hand

    need_role(desk, "todo", READERS)
    rows: dict[str, list[dict[str, Any]]] = {
        "crises": crisis.rows(desk),
        "contacts": inform.rows(desk),
        "dangers": danger_later.rows(desk),
        "arrivals": todo_rows.arrival_rows(desk),
        "clocks": clocks.rows(desk),
        "due": due.rows(desk),
        "erasures": erasure.rows(desk),
        "cases": todo_rows.case_rows(desk),
        "requests": requests.rows(desk),
        "overtaken": recontact.rows(desk),
        "receipts": deliver_todo.receipt_rows(desk),
        "simfoni": deliver_todo.simfoni_rows(desk),
        "conflicts": conflict.rows(desk),
        "senders": reported_sender.rows(desk),
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
        history.looked(clock.now(), desk.actor, "todo", "")
    return {name: access.seen(desk, found, at_work=name != "erasures") for name, found in rows.items()}


def steps_of(case: Case, written: Sequence[Letter], acts: Sequence[history.Act]) -> list[StepStatus]:
    """The step line of ``case`` by its letters and acts."""
    beside = {one.id for one in written if one.is_beside}
    taken = [one.verb for one in acts if one.verb in _TAKEN and one.subject not in beside]
    return list(step_line(case.state, case.values, taken))


def resolve(desk: Desk, text: str) -> dict[str, Any]:
    """What a typed code or id stands for. Raises NotFound."""
    from pipeline.office.signing.match import typed_code

    need_role(desk, "code", READERS)
    code = typed_code(desk, text)
    page = pages.find(code.letter if code else text.strip().upper())
    if page is not None:
        history.looked(clock.now(), desk.actor, "code", page.id)
        copies = {"copy": code.copy} if code else {}
        back = [one.copy for one in page.copies if one.arrival]
        return {"page": page.id, "state": str(page.state), "entry": page.head_n, "received": back} | copies
    sheet = things.find_sheet(desk, code.letter if code else text.strip().upper())
    if sheet is not None:
        history.looked(clock.now(), desk.actor, "code", sheet.id)
        return find_rows.sheet(sheet) | {"case": sheet.case}
    letter = things.find_letter(desk, code.letter if code else text.strip())
    if letter is None:
        case = ids.case_of_letter(code.letter if code else text.strip()) or ""
        if case and case not in access.hidden(desk):
            things.need(desk, case)
        raise NotFound(what="surat dengan kode", given=text[:60])
    history.looked(clock.now(), desk.actor, "code", letter.id)
    found: dict[str, Any] = {
        "letter": letter.id,
        "kind": letter.kind,
        "case": letter.case,
        "state": str(letter.state),
    }
    copy = (
        next((one for one in things.copies_of(letter, whole=True) if one.code == str(code)), None)
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
