"""Letter numbers: reserved at approval, kept through revisions, or void with a reason.

A calendar year is one series, ``surat/2026``, by the letter's day in the office's time zone. A changed
pattern continues it: no gaps, no duplicates (decisions/0013). With ``penomoran = "sekretariat"`` see
:mod:`pipeline.office.answer.enter_number`.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from string import Formatter
from typing import Any

from pipeline.archive.finding import Finding, Kind
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal, suppressed
from pipeline.kernel.people import Role
from pipeline.letters.numbers import letter_number
from pipeline.lookup import access
from pipeline.office.base.session import READERS, Session, need_role
from pipeline.office.engine.declare import Superseded
from pipeline.records import history, letters, numbers
from pipeline.records.history import Act
from pipeline.records.letters import Letter, LetterState
from pipeline.records.numbers import Number, NumberState
from pipeline.register.old_sheet import OldBook
from pipeline.settings import Settings

VOIDED = "void_number"
_TYPED = "nomor ini sudah diberikan sekretariat kepada surat lain"


class NumberGone(Superseded):
    """Another letter took what was stamped or entered."""


@dataclass(frozen=True)
class Numbered:
    """A number about to be reserved.

    ``first`` is where a new series begins; ``is_kept``: an earlier approval reserved it; ``skipped`` places
    become void, since the secretariat gave their numbers to other letters.
    """

    series: str
    seq: int
    text: str
    first: int = 1
    is_kept: bool = False
    skipped: tuple[int, ...] = ()


def is_awaited(settings: Settings) -> bool:
    """The secretariat of the dinas gives them, after signing."""
    return bool(settings["nomor.penomoran"] == "sekretariat")


def year_of(series: str) -> int:
    """The year in ``surat/2026``."""
    return int(series.split("/")[1])


def next_number(session: Session, letter: Letter, day: date) -> Numbered | None:
    """Its own, else the next; None where the secretariat gives it."""
    if letter.number and year_of(letter.series) == day.year:
        return Numbered(letter.series, letter.seq, letter.number, is_kept=True)
    settings, series = session.settings, f"surat/{day.year}"
    if is_awaited(settings):
        return None
    first = max(numbers.highest_of(day.year) + 1, numbers.first_in(day.year, settings["nomor.urut_awal"]))
    seq, skipped = numbers.peek(series, first), list[int]()
    text = _text(settings, letter, seq, day)
    while _was_typed(text):
        skipped.append(seq)
        seq += 1
        text = _text(settings, letter, seq, day)
    return Numbered(series, seq, text, first, skipped=tuple(skipped))


def _text(settings: Settings, letter: Letter, seq: int, day: date) -> str:
    code = settings.classification(letter.kind)
    return letter_number(settings["nomor.pola_surat"], seq, code, settings["nomor.unit"], day)


def _was_typed(text: str) -> bool:
    other = letters.by_number(text)
    return other is not None and other.series.startswith("sekretariat/")


@dataclass(frozen=True)
class Reserved:
    """Columns, writes and history events."""

    columns: Mapping[str, Any]
    writes: Sequence[Callable[[], object]] = ()
    events: Sequence[Act] = ()


def reserve(session: Session, letter: Letter, numbered: Numbered | None, moment: datetime) -> Reserved:
    """An earlier number of another year becomes void."""
    columns = {
        "number": numbered.text if numbered else None,
        "seq": numbered.seq if numbered else 0,
        "series": numbered.series if numbered else "",
    }
    if numbered is not None and numbered.is_kept:
        return Reserved(columns)
    writes: list[Callable[[], object]] = []
    events: list[Act] = []
    if letter.number:
        why = f"tanggal surat pindah ke tahun {session.today.year}"
        writes.append(partial(numbers.void, letter.number, why))
        events += voided_number(session, letter, why, moment)
    if numbered is None:
        return Reserved(columns, writes, events)
    for seq in numbered.skipped:
        place = replace(numbered, seq=seq, text=f"{numbered.series} ke-{seq}")
        writes += [partial(take, place, letter), partial(numbers.void, place.text, _TYPED)]
        detail = {"number": place.text, "series": place.series, "seq": seq}
        events.append(
            history.event(
                moment, session.decider, VOIDED, 11, letter.case, letter.id, reason=_TYPED, **detail
            )
        )
    return Reserved(columns, [*writes, partial(take, numbered, letter)], events)


def take(numbered: Numbered, letter: Letter) -> None:
    """Raises NumberGone where another letter took it."""
    given = numbers.next_of(numbered.series, numbered.first)
    if given != numbered.seq:
        raise NumberGone(what=f"Nomor {numbered.text}", read=numbered.seq, now=given)
    numbers.reserve(numbered.text, numbered.series, numbered.seq, letter.id)


def voided_number(session: Session, letter: Letter, reason: str, moment: datetime) -> list[Act]:
    """By this event the archive keeps a void number."""
    if not letter.number:
        return []
    place = {"number": letter.number, "series": letter.series, "seq": letter.seq}
    return [
        history.event(moment, session.decider, VOIDED, 11, letter.case, letter.id, reason=reason, **place)
    ]


def restore(letter: Letter) -> None:
    """The archive gave the letter back (rebuild)."""
    if letter.number and letter.series:
        if numbers.find(letter.number) is None:
            numbers.reserve(letter.number, letter.series, letter.seq, letter.id)
        if letter.signed or letter.state == LetterState.WITHDRAWN:
            numbers.commit(letter.number)
        numbers.at_least(letter.series, letter.seq)


def restore_void(acts: Iterable[Act]) -> None:
    """Reasons come from the history of a case (rebuild)."""
    for act in acts:
        if act.verb == VOIDED:
            detail = act.detail
            if numbers.find(detail["number"]) is None:
                numbers.reserve(detail["number"], detail["series"], detail["seq"], act.subject)
            numbers.void(detail["number"], detail["reason"])
            numbers.at_least(detail["series"], detail["seq"])


def restore_lost() -> None:
    """Make void what the archive never got, so that no series has a hole (rebuild)."""
    for gap in numbers.gaps():
        text = f"{gap.series} ke-{gap.seq}"
        with suppressed("records.number_taken"):  # only a pattern that writes such texts could take it
            numbers.reserve(text, gap.series, gap.seq, "")
            numbers.void(text, "tidak ada dalam arsip ketika basis data dibangun kembali")


_USED = {
    LetterState.SIGNED: NumberState.COMMITTED,
    LetterState.WITHDRAWN: NumberState.COMMITTED,
    LetterState.VOID: NumberState.VOID,
}


def number_list(session: Session, year: int | None = None) -> dict[str, Any]:
    """Every number (of ``year``) with state, letter, reason, and the gaps.

    A reason may hold a name: only chair and archivist see it.
    """
    need_role(session, "numbers", READERS)
    history.log_access(clock.now(), session.actor, "numbers", f"surat/{year or ''}")
    kinds = {letter.id: letter.kind for letter in letters.numbered()}
    unseen = access.hidden(session)
    sees = session.actor.is_any(Role.CHAIR, Role.ARCHIVIST)
    return {
        "year": year,
        "numbers": [
            {
                "number": number.text,
                "series": number.series,
                "seq": number.seq,
                "state": number.state,
                "letter": number.letter,
                "kind": kinds.get(number.letter, ""),
                "reason": number.reason if sees else "",
            }
            for number in numbers.listed(year)
            if not unseen or ids.case_of_letter(number.letter) not in unseen
        ],
        "gaps": [{"series": gap.series, "seq": gap.seq} for gap in numbers.gaps(year)],
    }


def findings(destroyed: Collection[str] = ()) -> Iterator[Finding]:
    """Letters of ``destroyed`` numbers are gone."""
    for gap in numbers.gaps():
        yield Finding(Kind.MISSING, f"nomor ke-{gap.seq} dalam {gap.series}", None, "deret nomor")
    for number in numbers.beyond_counter():
        counter = str(numbers.peek(number.series) - 1)
        yield Finding(
            Kind.ROLLED_BACK, f"penghitung {number.series}", None, "nomor surat", str(number.seq), counter
        )
    known = {number.text: number for number in numbers.listed()}
    for letter in letters.numbered():
        row = known.pop(str(letter.number), None)
        state = _USED.get(LetterState(letter.state), NumberState.RESERVED)
        yield from _of_letter(letter, row, state)
    for number in known.values():
        if number.state != NumberState.VOID and number.text not in destroyed:
            yield Finding(Kind.UNEXPECTED, f"nomor {number.text}", None, "surat mana pun")


def _of_letter(letter: letters.Letter, row: Number | None, state: NumberState) -> Iterator[Finding]:
    path, against = f"nomor {letter.number}", f"surat {letter.id}"
    if row is None or row.letter != letter.id:
        yield Finding(Kind.MISSING, path, letter.case, against)
    elif row.state != state:
        yield Finding(Kind.CHANGED, path, letter.case, against, state.value, row.state)


def taken(session: Session, book: OldBook) -> Refusal | None:
    """Answer numbers in ``book`` prevent its import."""
    if is_awaited(session.settings):
        return None
    year = session.today.year
    pattern = session.settings["nomor.pola_surat"].replace("{unit}", session.settings["nomor.unit"])
    place = max((place_in(pattern, row.cells.get("answer_number", ""), year) for row in book.rows), default=0)
    series = f"surat/{year}"
    first = max(numbers.highest_of(year) + 1, numbers.first_in(year, session.settings["nomor.urut_awal"]))
    following = max(numbers.peek(series, first), first)
    return (
        Refusal("office.letters_taken", place=place, next=following, wanted=place + 1)
        if place >= following
        else None
    )


def place_in(pattern: str, number: str, year: int) -> int:
    """0 if it does not fit ``pattern``."""
    match = _looks_like(pattern).fullmatch("".join(number.split()))
    if match is None or int(match.groupdict().get("tahun") or year) != year:
        return 0
    return int(match["urut"])


def _looks_like(pattern: str) -> re.Pattern[str]:
    made = ""
    for text, name, _, _ in Formatter().parse("".join(pattern.split())):
        made += re.escape(text)
        if name:
            made += {"urut": r"(?P<urut>\d{1,6})", "tahun": r"(?P<tahun>\d{4})"}.get(name, r".+?")
    return re.compile(made, re.IGNORECASE)
