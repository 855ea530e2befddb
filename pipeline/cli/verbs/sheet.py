"""``rangkap sheet``: the chair's decisions of steps 6, 7 and 11 on paper."""

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import SheetKind
from pipeline.office.papers import sheets as office

_MADE = Text("Lembar {sheet} siap dicetak: {path}. Setelah ditandatangani, pindai ke inbox, lalu: rangkap record-decision {sheet}",
             "Sheet {sheet} is ready to print: {path}. When signed, scan it into the inbox, then: rangkap record-decision {sheet}")  # fmt: skip


def sheet(call: Call) -> int:
    """Print a decision sheet with its code."""
    kind = SheetKind(call.args.kind)
    made, paths = office.make(
        desk_of(call), kind, call.args.case, Path(call.args.to).absolute(), call.args.letter
    )
    call.say(_MADE, sheet=made.id, path=paths[0])
    return call.give(
        {"sheet": made.id, "kind": kind, "case": made.case, "files": list(map(str, paths))}, made.id
    )
