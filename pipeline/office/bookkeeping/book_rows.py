"""The rows of each book, one after the other; people as initials, free text without the names of its case.

With both days of a period much of what lies outside is not read; who asks still chooses the rows by their day.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from heapq import merge

from pipeline.cases.case import Case
from pipeline.cases.nameless import nameless
from pipeline.cases.privacy import child_involved, initials, masked, public_sender
from pipeline.cases.values import text
from pipeline.kernel import ids
from pipeline.kernel.clock import read_stamp
from pipeline.letters.numbers import long_date
from pipeline.office.arrivals import incoming
from pipeline.office.base import dispatches, sight
from pipeline.office.base.desk import Desk
from pipeline.office.base.restriction import restricted
from pipeline.records import arrivals, cases, disposals, entries, history, letters, numbers
from pipeline.records.arrivals import ArrivalState
from pipeline.records.history import Act
from pipeline.records.letters import Letter, LetterState
from pipeline.records.numbers import Number, NumberState
from pipeline.records.sheets import DispatchState, Sheet
from pipeline.register.book import Row
from pipeline.register.books import AGENDA_IN, AGENDA_OUT, DISPATCH, DISPOSITION, REGISTER
from pipeline.register.tombstone import remark

Cells = Mapping[str, str]
CASE = "case"
"""A key beside the columns: the case of a row, for a link on a screen; in no file."""
LATE = "dicatat kemudian, disampaikan sebelum kontak aman berubah"
_IN_FILE = "alamat dalam berkas kasus"
_RESTRICTED = "akses dibatasi"
_HIDDEN = "instansi (disamarkan)"
_PORTION = 500
_OUT = (LetterState.APPROVED, LetterState.SIGNED, LetterState.WITHDRAWN)


def register(desk: Desk, since: date | None = None, until: date | None = None) -> Iterator[Cells]:
    """Yield the rows of the register: the newest view of each number."""
    unseen = sight.hidden(desk.settings, desk.actor)
    for entry, payload in entries.latest(since, until):
        if entry.case in unseen:
            continue
        cells = Row(entry, payload.columns).cells() | {CASE: entry.case.partition(".")[0]}
        cells["remarks"] = sight.parts_left(cells["remarks"], unseen)
        yield cells if cells["received_date"] else cells | {"received_date": _day(desk, entry.at)}


def agenda_in(desk: Desk, since: date | None = None, until: date | None = None) -> Iterator[Cells]:
    """Yield the mail log: every document that bears a nomor agenda, struck ones with their reason.

    Of a case that was destroyed the number, the day and the minutes are left.
    """
    unseen = sight.hidden(desk.settings, desk.actor)
    gone = (
        {"no": number, "received_date": received, "remarks": remark(one.minutes, one.disposal)}
        for one in disposals.tombstones()
        if one.case not in unseen
        for number, received in one.agenda
    )
    yield from merge(_mail(desk, since, until), sorted(gone, key=_by_number), key=_by_number)


def _by_number(row: Cells) -> str:
    return row["no"]


def _mail(desk: Desk, since: date | None, until: date | None) -> Iterator[Cells]:
    hidden = restricted()
    for one in sight.arrivals_left(arrivals.mail_log(since, until), sight.hidden(desk.settings, desk.actor)):
        case = cases.get(one.case) if one.case and cases.has(one.case) else None
        letter = next((each for each in case.further if each.arrival == one.id), None) if case else None
        day = letter.received if letter else case.received if case else None
        received = day or one.scanned_at.astimezone(desk.settings.zone).date()
        struck = f"dicoret: {_nameless(one.struck, case)}" if one.struck else ""
        is_further = case is not None and one.id in case.arrivals[1:]
        remarks = [
            f"register {case.register_number}"
            if case and one.state != ArrivalState.JOINED
            else str(one.state),
            "surat susulan" if is_further else "",
            struck,
        ]
        known = incoming.as_case(case, letter) if case and letter else case
        is_bare = one.state == ArrivalState.JOINED or (is_further and letter is None)
        yield ({} if is_bare else _incoming(known, hidden)) | {
            CASE: one.case,
            "no": one.agenda or "",
            "received_date": received.isoformat(),
            "remarks": "; ".join(part for part in remarks if part),
        }


def agenda_out(desk: Desk, since: date | None = None, until: date | None = None) -> Iterator[Cells]:
    """Yield the letters that went out, by number; a number that was voided keeps its row, with the reason."""
    gone = {one["number"]: stone for stone in disposals.tombstones() for one in stone.letters}
    out = dispatches.by_letter()
    listed = numbers.of_days(since, until) if since and until else numbers.listed()
    for number, letter in _numbered(desk, listed):
        case = cases.get(letter.case) if letter else None
        is_void = number.state == NumberState.VOID
        remarks = [
            f"surat {letter.kind}, kasus {letter.case}" if letter else "",
            f"batal: {_nameless(number.reason, case)}" if is_void else "",
        ]
        if stone := gone.get(number.text):
            remarks.append(remark(stone.minutes, stone.disposal))
        if letter and letter.state == LetterState.WITHDRAWN and not is_void:
            remarks.append(f"ditarik: {_nameless(letter.reason, case)}")
        is_current = letter is not None and letter.number == number.text
        yield {
            CASE: letter.case if letter else "",
            "no": number.text,
            "letter_date": letter.day.isoformat() if letter and letter.day and is_current else "",
            "sent_date": _sent(out.get(letter.id)) if letter and is_current else "",
            "to": _addressee(letter, case) if letter and case else "",
            "summary": _nameless(str(letter.context.get("hal", "")), case) if letter else "",
            "remarks": "; ".join(one for one in remarks if one),
        }


def dispatch(desk: Desk, since: date | None = None, until: date | None = None) -> Iterator[Cells]:
    """Yield the signed letters that are to be handed over, and what came of it (step 13).

    A person who took a letter stands as initials; of one whose receipt is here the sheet is named.
    """
    place, out = 0, dispatches.by_letter()
    for number, letter in _numbered(desk, numbers.listed()):
        if letter is None or letter.number != number.text or not _goes_out(letter, out.get(letter.id)):
            continue
        place += 1
        if _is_outside(letter.day, since, until):
            continue
        case = cases.get(letter.case)
        subject = _nameless(str(letter.context.get("hal", "")), case)
        yield {
            CASE: case.number,
            "no": str(place),
            "letter_date": letter.day.isoformat() if letter.day else "",
            "letter_number": number.text,
            "to": _addressee(letter, case),
            "content": f"1 (satu) surat, salinan ke-1: {subject}",
            **_dispatched(out.get(letter.id), letter),
        }


def _goes_out(letter: Letter, one: Sheet | None) -> bool:
    """Tell whether a letter stands in the dispatch book: signed, or withdrawn when it had left already."""
    return letter.state == LetterState.SIGNED or (letter.state == LetterState.WITHDRAWN and one is not None)


def _dispatched(one: Sheet | None, letter: Letter) -> dict[str, str]:
    """Return what the dispatch book says of a dispatch; nothing while the letter is not on its way."""
    sent, result, tried = dispatches.sent(one), dispatches.result(one), len(dispatches.attempts(one))
    is_there = one is not None and one.state == DispatchState.DELIVERED
    who = initials(str(result.get("receiver_name", "")))
    remarks = [
        f"tanda terima {one.id}" if one and one.arrival else "",
        f"{result['proof']} {result['proof_number']}" if "proof_number" in result else "",
        f"{tried} kali belum berhasil" if tried else "",
        f"ditarik: {letter.reason}" if letter.state == LetterState.WITHDRAWN else "",
        dispatches.words(one) if one and not is_there else "",
        LATE if is_there and result.get("late") else "",
    ]
    return {
        "sent_date": _sent(one),
        "way": str(result.get("way") or sent.get("way", "")),
        "received_date": str(result["delivered_day"]) if is_there else "",
        "receiver": ", ".join(part for part in (who, str(result.get("receiver", ""))) if part)
        if is_there
        else "",
        "remarks": "; ".join(part for part in remarks if part),
    }


def _sent(one: Sheet | None) -> str:
    """Return on which day a letter left: as its receipt was printed, else the day it arrived or was told."""
    is_there = one is not None and one.state == DispatchState.DELIVERED
    return str(
        dispatches.sent(one).get("day") or (dispatches.result(one)["delivered_day"] if is_there else "")
    )


def disposition(desk: Desk, since: date | None = None, until: date | None = None) -> Iterator[Cells]:
    """Yield who was named for which case, when, with which instruction, and by whom or by which sheet."""
    destroyed = disposals.destroyed() | sight.hidden(desk.settings, desk.actor)
    hidden = restricted()
    for act in history.of_verb("assign", "reassign"):
        given = act.detail.get("day") or act.at.astimezone(desk.settings.zone).date().isoformat()
        if act.case in destroyed or _is_outside(date.fromisoformat(given), since, until):
            continue
        case = cases.get(act.case)
        sheet = f", lembar {act.detail['sheet']}" if act.detail.get("sheet") else ""
        known = masked(case.values)
        yield _incoming(case, hidden) | {
            CASE: case.number,
            "agenda": ", ".join(case.agenda),
            "received_date": case.received.isoformat(),
            "subject": "" if case.number in hidden else _nameless(text(known, "subject"), case),
            "code": desk.settings["nomor.kode"],
            "passed_to": str(act.detail.get("officer", "")),
            "instruction": "" if case.number in hidden else _nameless(_instruction(act), case),
            "given_date": given,
            "initials": act.account + sheet,
        }


def _instruction(act: Act) -> str:
    """Return what a disposition says: the boxes ticked, what was written, and by when it is to be done."""
    due = act.detail.get("due")
    parts = [*act.detail.get("instructions", ()), str(act.detail.get("reason", ""))]
    parts.append(f"selesai paling lambat {long_date(date.fromisoformat(due))}" if due else "")
    return "; ".join(one for one in parts if one)


ROWS: Mapping[str, Callable[..., Iterator[Cells]]] = {
    REGISTER.name: register,
    AGENDA_IN.name: agenda_in,
    AGENDA_OUT.name: agenda_out,
    DISPATCH.name: dispatch,
    DISPOSITION.name: disposition,
}


def _day(desk: Desk, stamp: str) -> str:
    return read_stamp(stamp).astimezone(desk.settings.zone).date().isoformat()


def _incoming(case: Case | None, hidden: Collection[str]) -> dict[str, str]:
    """Return what the books say of the letter that came in; nothing of a case that is ``hidden``."""
    if case is None:
        return {}
    if case.number in hidden:
        return {"sender": _RESTRICTED}
    known = masked(case.values)
    return {
        "letter_date": _iso(text(case.values, "letter_date")),
        "letter_number": text(known, "letter_number"),
        "sender": public_sender(case.values),
        "summary": _nameless(text(case.values, "summary"), case),
        "attachments": _nameless(text(known, "attachments"), case),
        "passed_to": case.officer,
    }


def _iso(given: str) -> str:
    return date.fromisoformat(given).isoformat() if given else ""


def _nameless(words: str, case: Case | None) -> str:
    return nameless(words, case.values) if case else words


def _is_outside(day: date | None, since: date | None, until: date | None) -> bool:
    """Tell whether a row of ``day`` lies outside of a period that is closed on both sides, so that it need not be made."""
    return since is not None and until is not None and (day is None or not since <= day <= until)


def _numbered(desk: Desk, listed: Sequence[Number]) -> Iterator[tuple[Number, Letter | None]]:
    """Yield each of these numbers with its letter; those of cases that do not exist for the actor left out."""
    unseen = sight.hidden(desk.settings, desk.actor)
    for start in range(0, len(listed), _PORTION):
        portion = listed[start : start + _PORTION]
        found = letters.some({one.letter for one in portion if one.letter})
        for number in portion:
            letter = found.get(number.letter)
            if ids.case_of_letter(number.letter) not in unseen and (
                number.state == NumberState.VOID or letter is None or letter.state in _OUT
            ):
                yield number, letter


def _addressee(letter: Letter, case: Case) -> str:
    """Return to whom a letter goes: an institution with its address, a person as initials.

    Where a child is involved, an institution that points at the child is not named either.
    """
    lines = [str(one) for one in letter.context.get("yth", [])]
    name = lines[0].removeprefix("Yth.").strip() if lines else ""
    if not letter.template.endswith("-instansi"):
        return f"{initials(name)}, {_IN_FILE}" if name else ""
    if child_involved(case.values):
        return public_sender(case.values) if case.is_institution else _HIDDEN
    return ", ".join([name, *lines[1:]])
