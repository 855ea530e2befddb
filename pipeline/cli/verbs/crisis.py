"""``rangkap crisis``: what left for the crisis procedure, and the sheet of a case in it."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.pages import crisis_told, typed
from pipeline.kernel.text import Text
from pipeline.office.cases import crisis as office
from pipeline.office.cases import crisis_print

_NONE = Text("Tidak ada kasus yang menunggu SOP krisis.", "No case waits for the crisis procedure.")
_PRINTED = Text("Siap dicetak: {file}", "Ready to print: {file}")


def crisis(call: Call) -> int:
    """Show what waits, show one case, or print its sheet."""
    desk, number = desk_of(call), call.args.case
    if not number:
        rows = list(map(typed, office.rows(desk)))
        if not rows:
            call.say(_NONE)
        return call.give(rows, "\n".join(crisis_told(one, call.settings.zone) for one in rows))
    if call.args.to:
        path = crisis_print.put_out(desk, number, Path(call.args.to).absolute())
        call.say(_PRINTED, file=path)
        return call.give({"file": str(path)}, str(path))
    found = office.look(desk, number).plain()
    return call.give(found, crisis_told(found, call.settings.zone))
