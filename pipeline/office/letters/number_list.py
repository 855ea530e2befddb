"""The list of letter numbers: each with its letter and what became of it; and the proof that none is missing."""

from collections.abc import Collection, Iterator
from typing import Any

from pipeline.archive.finding import Finding, Kind
from pipeline.kernel import clock, ids
from pipeline.kernel.people import Role
from pipeline.lookup import access
from pipeline.office.base.desk import READERS, Desk, need_role
from pipeline.records import history, letters, numbers
from pipeline.records.letters import LetterState
from pipeline.records.numbers import Number, NumberState

_SEES_REASONS = (Role.CHAIR, Role.ARCHIVIST)
_USED = {
    LetterState.SIGNED: NumberState.COMMITTED,
    LetterState.WITHDRAWN: NumberState.COMMITTED,
    LetterState.VOID: NumberState.VOID,
}


def number_list(desk: Desk, year: int | None = None) -> dict[str, Any]:
    """Return every letter number (of ``year``) with state, letter and reason, and the gaps, of which there are none.

    A reason was typed and may hold a name: chair and archivist alone see it.
    """
    need_role(desk, "numbers", READERS)
    history.looked(clock.now(), desk.actor, "numbers", f"surat/{year or ''}")
    kinds = {one.id: one.kind for one in letters.numbered()}
    unseen = access.hidden(desk)
    sees = desk.actor.is_any(*_SEES_REASONS)
    return {
        "year": year,
        "numbers": [
            {
                "number": one.text,
                "series": one.series,
                "seq": one.seq,
                "state": one.state,
                "letter": one.letter,
                "kind": kinds.get(one.letter, ""),
                "reason": one.reason if sees else "",
            }
            for one in numbers.listed(year)
            if not unseen or ids.case_of_letter(one.letter) not in unseen
        ],
        "gaps": [{"series": one.series, "seq": one.seq} for one in numbers.gaps(year)],
    }


def findings(destroyed: Collection[str] = ()) -> Iterator[Finding]:
    """Yield what is wrong with the letter numbers; letters with the numbers ``destroyed`` are gone."""
    for gap in numbers.gaps():
        yield Finding(Kind.MISSING, f"nomor ke-{gap.seq} dalam {gap.series}", None, "deret nomor")
    for one in numbers.beyond_counter():
        found = str(numbers.peek(one.series) - 1)
        yield Finding(Kind.ROLLED_BACK, f"penghitung {one.series}", None, "nomor surat", str(one.seq), found)
    known = {one.text: one for one in numbers.listed()}
    for letter in letters.numbered():
        row = known.pop(str(letter.number), None)
        state = _USED.get(LetterState(letter.state), NumberState.RESERVED)
        yield from _of_letter(letter, row, state)
    for one in known.values():
        if one.state != NumberState.VOID and one.text not in destroyed:
            yield Finding(Kind.UNEXPECTED, f"nomor {one.text}", None, "surat mana pun")


def _of_letter(letter: letters.Letter, row: Number | None, state: NumberState) -> Iterator[Finding]:
    path, against = f"nomor {letter.number}", f"surat {letter.id}"
    if row is None or row.letter != letter.id:
        yield Finding(Kind.MISSING, path, letter.case, against)
    elif row.state != state:
        yield Finding(Kind.CHANGED, path, letter.case, against, state.value, row.state)
