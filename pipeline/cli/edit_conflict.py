"""Others are told who works at an arrival before they open it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.prompts import confirm
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.office.arrivals import edit_presence
from pipeline.office.base.session import Session

_ANYWAY = N_("Go on all the same? (yes/no)")


@contextmanager
def at_it(call: Call, session: Session, *items: str) -> Iterator[None]:
    """Ids or agenda numbers; without a terminal it only says who is there."""
    verb, is_shown = call.args.verb, is_terminal()
    try:
        (edit_presence.begin if is_shown else edit_presence.need_free)(session, verb, *items)
    except Refusal as told:
        if told.code != "office.opened_elsewhere":
            raise
        call.say(told.text(call.lang))
        if is_shown and not confirm(_ANYWAY.fill(call.lang), call.lang):
            raise Refusal("cli.abandoned") from None
        if is_shown:
            edit_presence.begin(session, verb, *items, beside=True)
    try:
        yield
    finally:
        if is_shown:
            with suppress(Refusal):  # what ended the work is told, not that its sign stays for a while
                edit_presence.end(session, verb, *items)
