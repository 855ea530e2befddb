"""``rangkap numbers``: the list of letter numbers."""

from typing import Any

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.letter_kinds import ANSWER, LETTER_KINDS
from pipeline.kernel.text import Text
from pipeline.office.letters.number_list import number_list

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
