"""``rangkap match``: a person says which copy a scan is (step 11)."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.errors import Text
from pipeline.office.match import match as by_hand

_DONE = Text(
    "Surat masuk {item} dicocokkan dengan surat {letter}: {state}.",
    "Arrival {item} is matched with letter {letter}: {state}.",
)


def match(call: Call) -> int:
    """Match a scan whose code could not be read with the words at the foot of its page."""
    found = by_hand(desk_of(call), call.args.item, call.args.text)
    call.say(_DONE, item=call.args.item, letter=found.letter, state=found.state)
    return call.give(
        {"arrival": found.id, "letter": found.letter, "case": found.case, "state": str(found.state)},
        found.letter,
    )
