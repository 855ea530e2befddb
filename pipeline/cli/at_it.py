"""While somebody sits at an arrival, the others see it; who finds it opened is told and asked whether to go on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.prompts import confirm
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.arrivals import opened
from pipeline.office.arrivals.errors import OpenedElsewhere
from pipeline.office.base.desk import Desk

_ANYWAY = Text("Tetap lanjutkan? (ya/tidak)", "Go on all the same? (yes/no)")


@contextmanager
def at_it(call: Call, desk: Desk, *items: str) -> Iterator[None]:
    """Show at a terminal that the actor is at ``items`` (ids or agenda numbers), until the work ends, however it ends.

    Without a terminal nobody sits there: it is told who does, and the call goes on. Raises NotYours, NotFound.
    """
    verb = call.args.verb
    if not is_terminal():
        _tell(call, desk, verb, *items)
        yield
        return
    try:
        opened.begin(desk, verb, *items)
    except OpenedElsewhere as told:
        call.say(told.text(call.lang))
        if not confirm(_ANYWAY.fill(call.lang), call.lang):
            raise Refusal("cli.abandoned") from None
        opened.begin(desk, verb, *items, beside=True)
    try:
        yield
    finally:
        with suppress(Refusal):  # what ended the work is told, not that its sign stays for a while
            opened.end(desk, verb, *items)


def _tell(call: Call, desk: Desk, verb: str, *items: str) -> None:
    try:
        opened.need_free(desk, verb, *items)
    except OpenedElsewhere as told:
        call.say(told.text(call.lang))
