"""The book of incoming letters; only shown rows are made."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.privacy import masked, nameless, public_sender
from pipeline.cases.values import text
from pipeline.lookup import visible
from pipeline.lookup.kinds import WAITING, Arrival, ArrivalState
from pipeline.lookup.restriction import restricted
from pipeline.office.arrivals import incoming
from pipeline.office.base.session import Session
from pipeline.register.tombstone import remark

Cells = Mapping[str, str]
CASE = "case"
"""A row's case, for links on a screen; in no file."""
RESTRICTED = "akses dibatasi"


@dataclass(frozen=True)
class Line:
    """A row not made yet, with its day (ISO 8601, or "")."""

    day: str
    of: Any


def lines(session: Session, since: date | None, until: date | None) -> list[Line]:
    """What bears a nomor agenda, struck and destroyed too."""
    gone = (
        (number, Line(received, {"no": number, "received_date": received, "remarks": words}))
        for tombstone in visible.tombstones(session)
        for words in [remark(tombstone.minutes, tombstone.disposal)]
        for number, received in tombstone.agenda
    )
    pairs = merge(_mail(session, since, until), sorted(gone, key=_by_number), key=_by_number)
    return [line for _, line in pairs]


def _by_number(numbered: tuple[str, Line]) -> str:
    return numbered[0]


def _mail(session: Session, since: date | None, until: date | None) -> Iterator[tuple[str, Line]]:
    arrivals = visible.mail(session, since, until)
    known = {mail.case for mail in arrivals if mail.case}
    days, further = visible.days_of(session, known)
    for mail in arrivals:
        key = mail.case, mail.id
        day = further[key] if key in further else days.get(mail.case)
        received = day or mail.scanned_at.astimezone(session.settings.zone).date()
        yield mail.agenda, Line(received.isoformat(), mail.id)


def rows(session: Session, some: Sequence[Line]) -> Iterator[Cells]:
    """Yield the rows of these lines."""
    hidden = restricted()
    mail = visible.mail_some(session, [line.of for line in some if isinstance(line.of, str)])
    held = visible.several(session, {arrival.case for arrival in mail.values() if arrival.case})
    for line in some:
        if isinstance(line.of, str):
            arrival = mail[line.of]
            yield _row(arrival, held.get(arrival.case), line.day, hidden)
        else:
            yield line.of


def _standing(arrival: Arrival) -> str:
    if arrival.state in WAITING:
        return "menunggu pendaftaran"
    return "" if arrival.struck and arrival.state == ArrivalState.STRUCK else str(arrival.state)


def _row(arrival: Arrival, case: Case | None, day: str, hidden: Collection[str]) -> Cells:
    letter = next((letter for letter in case.further if letter.arrival == arrival.id), None) if case else None
    struck = f"dicoret: {without_names(arrival.struck, case)}" if arrival.struck else ""
    is_further = case is not None and arrival.id in case.arrivals[1:]
    remarks = [
        f"register {case.register_number}"
        if case and arrival.state != ArrivalState.JOINED
        else _standing(arrival),
        "surat susulan" if is_further else "",
        struck,
    ]
    known = incoming.as_case(case, letter) if case and letter else case
    is_bare = arrival.state == ArrivalState.JOINED or (is_further and letter is None)
    return ({} if is_bare else of_letter(known, hidden)) | {
        CASE: arrival.case,
        "no": arrival.agenda or "",
        "received_date": day,
        "remarks": "; ".join(part for part in remarks if part),
    }


def of_letter(case: Case | None, hidden: Collection[str]) -> dict[str, str]:
    """About a letter; empty for a ``hidden`` case."""
    if case is None:
        return {}
    if case.number in hidden:
        return {"sender": RESTRICTED}
    known = masked(case.values)
    return {
        "letter_date": date.fromisoformat(day).isoformat()
        if (day := text(case.values, "letter_date"))
        else "",
        "letter_number": text(known, "letter_number"),
        "sender": public_sender(case.values),
        "summary": without_names(text(case.values, "summary"), case),
        "attachments": without_names(text(known, "attachments"), case),
        "passed_to": case.officer,
    }


def without_names(words: str, case: Case | None) -> str:
    """Free text without the names of its case."""
    return nameless(words, case.values) if case else words
