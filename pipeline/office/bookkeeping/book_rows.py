"""Rows of each book, people as initials; outside a closed period little is read."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date

from pipeline.archive.layout import case_of
from pipeline.cases.case import Case
from pipeline.cases.privacy import HIDDEN, child_involved, initials, masked, public_sender
from pipeline.cases.values import text
from pipeline.kernel import ids
from pipeline.kernel.clock import long_date, read_stamp
from pipeline.lookup import access, visible
from pipeline.lookup.kinds import Act, DispatchState, Letter, LetterState, Sheet, SheetKind
from pipeline.lookup.restriction import restricted
from pipeline.office.base import dispatches
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import book_incoming
from pipeline.office.bookkeeping.book_incoming import CASE, Cells, Line, of_letter, without_names
from pipeline.records import numbers
from pipeline.register.books import AGENDA_IN, AGENDA_OUT, COLUMNS, DISPATCH, DISPOSITION, REGISTER
from pipeline.register.tombstone import remark

_Listed = Callable[[Session, date | None, date | None], list[Line]]
_Made = Callable[[Session, Sequence[Line]], Iterator[Cells]]
LATE = "dicatat kemudian, disampaikan sebelum kontak aman berubah"
_PORTION = 500
_OUT = (LetterState.APPROVED, LetterState.SIGNED, LetterState.WITHDRAWN)


def register(session: Session, since: date | None = None, until: date | None = None) -> list[Line]:
    """The newest view of each register number."""
    return [
        Line(
            entry.received or read_stamp(entry.at).astimezone(session.settings.zone).date().isoformat(),
            entry.n,
        )
        for entry in visible.entries_listed(session, since, until)
    ]


def _of_register(session: Session, some: Sequence[Line]) -> Iterator[Cells]:
    unseen = access.hidden(session)
    entries = visible.entries_some(session, [line.of for line in some])
    present = visible.present(session, [case_of(entry.case) for entry, _ in entries.values()])
    for line in some:
        entry, payload = entries[line.of]
        number = case_of(entry.case)
        known = payload.columns or {"register_number": entry.register_number}
        cells = {column.key: known.get(column.key, "") for column in COLUMNS}
        cells |= present.get(number, {}) | {CASE: number}
        cells["remarks"] = access.parts_left(cells["remarks"], unseen)
        yield cells | {
            "received_date": line.day,
            # filed as it is, it names a school as well as the name of the school does
            "letter_number": HIDDEN
            if HIDDEN in cells["reporter"] and cells["letter_number"]
            else cells["letter_number"],
        }


def agenda_out(session: Session, since: date | None = None, until: date | None = None) -> Iterator[Cells]:
    """Letters that went out, by number, also voided ones."""
    gone = {row["number"]: stone for stone in visible.tombstones(session) for row in stone.letters}
    out = dispatches.by_letter(visible.sheets_of_kind(session, SheetKind.DELIVERY, at_work=False))
    listed = numbers.of_days(since, until) if since and until else numbers.listed()
    for number, letter, case in _numbered(session, listed):
        is_void, stone = number.state == numbers.NumberState.VOID, gone.get(number.text)
        is_withdrawn = letter is not None and letter.state == LetterState.WITHDRAWN and not is_void
        remarks = [
            f"surat {letter.kind}, kasus {letter.case}" if letter else "",
            f"batal: {without_names(number.reason, case)}" if is_void else "",
            remark(stone.minutes, stone.disposal) if stone else "",
            f"ditarik: {without_names(letter.reason, case)}" if letter and is_withdrawn else "",
        ]
        is_current = letter is not None and letter.number == number.text
        yield {
            CASE: letter.case if letter else "",
            "no": number.text,
            "letter_date": letter.day.isoformat() if letter and letter.day and is_current else "",
            "sent_date": _sent(out.get(letter.id)) if letter and is_current else "",
            "to": _addressee(letter, case) if letter and case else "",
            "summary": without_names(str(letter.context.get("hal", "")), case) if letter else "",
            "remarks": "; ".join(part for part in remarks if part),
        }


def dispatch(session: Session, since: date | None = None, until: date | None = None) -> Iterator[Cells]:
    """Signed letters to hand over (step 13)."""
    place, out = 0, dispatches.by_letter(visible.sheets_of_kind(session, SheetKind.DELIVERY, at_work=False))
    for number, letter, case in _numbered(session, numbers.listed()):
        if (
            letter is None
            or case is None
            or letter.number != number.text
            or not _goes_out(letter, out.get(letter.id))
        ):
            continue
        place += 1
        if _is_outside(letter.day, since, until):
            continue
        subject = without_names(str(letter.context.get("hal", "")), case)
        yield {
            CASE: case.number,
            "no": str(place),
            "letter_date": letter.day.isoformat() if letter.day else "",
            "letter_number": number.text,
            "to": _addressee(letter, case),
            "content": f"1 (satu) surat, salinan ke-1: {subject}",
            **_dispatched(out.get(letter.id), letter),
        }


def _goes_out(letter: Letter, sheet: Sheet | None) -> bool:
    return letter.state == LetterState.SIGNED or (letter.state == LetterState.WITHDRAWN and sheet is not None)


def _dispatched(sheet: Sheet | None, letter: Letter) -> dict[str, str]:
    sent, result, tried = dispatches.sent(sheet), dispatches.result(sheet), len(dispatches.attempts(sheet))
    is_there = sheet is not None and sheet.state == DispatchState.DELIVERED
    who = initials(str(result.get("receiver_name", "")))
    remarks = [
        f"tanda terima {sheet.id}" if sheet and sheet.arrival else "",
        f"{result['proof']} {result['proof_number']}" if "proof_number" in result else "",
        f"{tried} kali belum berhasil" if tried else "",
        f"ditarik: {letter.reason}" if letter.state == LetterState.WITHDRAWN else "",
        dispatches.words(sheet) if sheet and not is_there else "",
        LATE if is_there and result.get("late") else "",
    ]
    return {
        "sent_date": _sent(sheet),
        "way": str(result.get("way") or sent.get("way", "")),
        "received_date": str(result["delivered_day"]) if is_there else "",
        "receiver": ", ".join(part for part in (who, str(result.get("receiver", ""))) if part)
        if is_there
        else "",
        "remarks": "; ".join(part for part in remarks if part),
    }


def _sent(sheet: Sheet | None) -> str:
    is_there = sheet is not None and sheet.state == DispatchState.DELIVERED
    return str(
        dispatches.sent(sheet).get("day") or (dispatches.result(sheet)["delivered_day"] if is_there else "")
    )


def disposition(session: Session, since: date | None = None, until: date | None = None) -> Iterator[Cells]:
    """Who was named for which case, and by whom."""
    hidden = restricted()
    acts = [
        (given, act)
        for act in visible.acts_of(session, "assign", "reassign", at_work=False)
        for given in [act.detail.get("day") or act.at.astimezone(session.settings.zone).date().isoformat()]
        if not _is_outside(date.fromisoformat(given), since, until)
    ]
    for start in range(0, len(acts), _PORTION):
        portion = acts[start : start + _PORTION]
        held = visible.several(session, {act.case for _, act in portion})
        for given, act in portion:
            yield _disposed(session, held[act.case], act, given, hidden)


def _disposed(session: Session, case: Case, act: Act, given: str, hidden: Collection[str]) -> Cells:
    sheet = f", lembar {act.detail['sheet']}" if act.detail.get("sheet") else ""
    return of_letter(case, hidden) | {
        CASE: case.number,
        "agenda": ", ".join(case.agenda),
        "received_date": case.received.isoformat(),
        "subject": "" if case.number in hidden else without_names(text(masked(case.values), "subject"), case),
        "code": session.settings["nomor.kode"],
        "passed_to": str(act.detail.get("officer", "")),
        "instruction": "" if case.number in hidden else without_names(_instruction(act), case),
        "given_date": given,
        "initials": act.account + sheet,
    }


def _instruction(act: Act) -> str:
    due = act.detail.get("due")
    parts = [*act.detail.get("instructions", ()), str(act.detail.get("reason", ""))]
    parts.append(f"selesai paling lambat {long_date(date.fromisoformat(due))}" if due else "")
    return "; ".join(part for part in parts if part)


def _whole(
    rows: Callable[[Session, date | None, date | None], Iterator[Cells]], day: str
) -> Callable[[Session, date | None, date | None], list[Line]]:
    return lambda session, since, until: [Line(row.get(day, ""), row) for row in rows(session, since, until)]


def _as_they_are(_: Session, some: Sequence[Line]) -> Iterator[Cells]:
    return (line.of for line in some)


_BOOKS: Mapping[str, tuple[_Listed, _Made]] = {
    REGISTER.name: (register, _of_register),
    AGENDA_IN.name: (book_incoming.lines, book_incoming.rows),
    AGENDA_OUT.name: (_whole(agenda_out, AGENDA_OUT.day), _as_they_are),
    DISPATCH.name: (_whole(dispatch, DISPATCH.day), _as_they_are),
    DISPOSITION.name: (_whole(disposition, DISPOSITION.day), _as_they_are),
}


def lines(session: Session, book: str, since: date | None = None, until: date | None = None) -> list[Line]:
    """A book's lines, in order."""
    return _BOOKS[book][0](session, since, until)


def made(session: Session, book: str, some: Sequence[Line]) -> Iterator[Cells]:
    """Rows of these lines, made in portions."""
    for start in range(0, len(some), _PORTION):
        yield from _BOOKS[book][1](session, some[start : start + _PORTION])


def _is_outside(day: date | None, since: date | None, until: date | None) -> bool:
    return since is not None and until is not None and (day is None or not since <= day <= until)


def _numbered(
    session: Session, listed: Sequence[numbers.Number]
) -> Iterator[tuple[numbers.Number, Letter | None, Case | None]]:
    unseen = access.hidden(session)
    for start in range(0, len(listed), _PORTION):
        portion = listed[start : start + _PORTION]
        letters = visible.letters_some(session, {number.letter for number in portion if number.letter})
        held = visible.several(session, {letter.case for letter in letters.values()})
        for number in portion:
            letter = letters.get(number.letter)
            if ids.case_of_letter(number.letter) not in unseen and (
                number.state == numbers.NumberState.VOID or letter is None or letter.state in _OUT
            ):
                yield number, letter, held[letter.case] if letter else None


def _addressee(letter: Letter, case: Case) -> str:
    """An institution, unless it points at a child; a person as initials."""
    lines = [str(line) for line in letter.context.get("yth", [])]
    name = lines[0].removeprefix("Yth.").strip() if lines else ""
    if not letter.template.endswith("-instansi"):
        return f"{initials(name)}, alamat dalam berkas kasus" if name else ""
    if child_involved(case.values):
        return public_sender(case.values) if case.is_institution else "instansi (disamarkan)"
    return ", ".join([name, *lines[1:]])
