"""``rangkap clock``: the clocks of the law."""

from pipeline.cases.fields.decisions import answer_fields, start_fields
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import answered
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.base.desk import Desk
from pipeline.office.cases import clocks

_NO_CLOCK = Text("Tidak ada tenggat undang-undang yang berjalan.", "No clock of the law runs.")
_STARTED = Text(
    "{id}: {waits}. Jawab dengan: rangkap clock answer {id}",
    "{id}: {waits}. Answer with: rangkap clock answer {id}",
)
_ANSWERED = Text("{id}: {waits}.", "{id}: {waits}.")


def clock(call: Call) -> int:
    """List the clocks that run (``--all``: also those answered), start one, or answer one with the day."""
    desk, action = desk_of(call), call.args.action
    if action == "list":
        return _list(call, desk)
    words = [*call.args.words, "", ""]
    if action == "start":
        kind = next((one for one in clocks.Kind if one == words[0]), None)
        if kind is None:
            raise Refusal("office.case_for_clock")
        clocks.to_start(desk, kind, words[1])
        one = clocks.start(
            desk, kind, words[1], answered(call, desk, call.answers(), start_fields(desk.today))
        )
    else:
        if not words[0]:
            raise Refusal("office.no_clock", given="")
        clocks.to_answer(desk, words[0])
        one = clocks.answer(desk, words[0], answered(call, desk, call.answers(), answer_fields(desk.today)))
    plain = clocks.plain(desk, one)
    call.say(_STARTED if action == "start" else _ANSWERED, id=plain["id"], waits=plain["waits"])
    return call.give(plain)


def _list(call: Call, desk: Desk) -> int:
    found = [clocks.plain(desk, one) for one in clocks.listed(desk) if call.args.all or not one.answered]
    if not found:
        call.say(_NO_CLOCK)
    return call.give(found, "\n".join(f"{one['id']}  {one['case'] or '–'}  {one['waits']}" for one in found))
