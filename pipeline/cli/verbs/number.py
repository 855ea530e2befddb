"""``rangkap numbers`` and ``rangkap number``: the list of letter numbers; the number that the secretariat gave."""

from __future__ import annotations

from typing import Any

from pipeline.cases.fields.decisions import NUMBER_FIELDS
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import answered
from pipeline.kernel.letter_kinds import ANSWER, LETTER_KINDS
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import LetterState
from pipeline.office.base.fresh import READ
from pipeline.office.letters.number_list import number_list
from pipeline.office.signing import enter_number

_STATES = {
    "reserved": Text("disediakan", "reserved"),
    "committed": Text("terpakai", "used"),
    "void": Text("batal", "void"),
}
_WHOLE = Text("{count} nomor, tanpa loncatan.", "{count} numbers, without a gap.")
_GAPS = Text(
    "{count} nomor, ada yang hilang: {gaps}. Mintalah arsiparis atau ketua menjalankan: rangkap verify",
    "{count} numbers, some are missing: {gaps}. Ask archivist or chair to run: rangkap verify",
)

_ENTERED = Text("Nomor {number} dicatat pada surat {letter}; kasus {case} diarsipkan.",
                "Number {number} is entered for letter {letter}; case {case} is filed.")  # fmt: skip
_LATE = Text("Nomor {number} dicatat pada surat {letter}, yang sudah ditarik; buku agenda keluar menyebutnya ditarik.",
             "Number {number} is entered for letter {letter}, which is withdrawn; the book of outgoing letters says so.")  # fmt: skip


def number(call: Call) -> int:
    """Enter number and date of a signed letter as the paper bears them."""
    desk = desk_of(call)
    letter = enter_number.waiting(desk, call.args.letter)
    answers = call.answers()
    if answers is None:
        answers = {READ: letter.version, **answered(call, desk, None, NUMBER_FIELDS)}
    after = enter_number.enter(desk, letter.id, answers)
    is_late = after.state == LetterState.WITHDRAWN
    call.say(_LATE if is_late else _ENTERED, number=after.number, letter=after.id, case=after.case)
    return call.give({"letter": after.id, "case": after.case, "number": after.number, "day": str(after.day)})


def numbers(call: Call) -> int:
    """Show every letter number of a year, or of all, with what became of it."""
    found = number_list(desk_of(call), call.args.year)
    missing = ", ".join(f"{one['series']} ke-{one['seq']}" for one in found["gaps"])
    call.say(_GAPS if missing else _WHOLE, count=len(found["numbers"]), gaps=missing)
    return call.give(found, "\n".join(_row(one, call.lang) for one in found["numbers"]))


def _row(one: dict[str, Any], lang: str) -> str:
    reason = f"  ({one['reason']})" if one["reason"] else ""
    kind = LETTER_KINDS.get(one["kind"], ANSWER)
    named = f" ({kind.name.fill(lang)})" if kind.is_beside else ""
    return f"{one['number']}  {_STATES[one['state']].fill(lang)}  {one['letter'] or '-'}{named}{reason}"
