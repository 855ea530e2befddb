"""``rangkap clock``: the clocks of the law."""

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.text import Text
from pipeline.office.cases import clocks

_NO_CLOCK = Text("Tidak ada tenggat undang-undang yang berjalan.", "No clock of the law runs.")


def clock(call: Call) -> int:
    """List the clocks that run (``--all``: also those answered)."""
    desk = desk_of(call)
    found = [clocks.plain(desk, one) for one in clocks.listed(desk) if call.args.all or not one.answered]
    if not found:
        call.say(_NO_CLOCK)
    return call.give(found, "\n".join(f"{one['id']}  {one['case'] or '–'}  {one['waits']}" for one in found))
