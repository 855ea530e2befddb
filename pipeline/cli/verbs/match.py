"""``rangkap match``: what waits to be matched; a person says which copy a scan is, or puts it aside (step 11)."""

from pipeline.cli.at_it import at_it
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.commands import command_of
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import Arrival
from pipeline.office.arrivals.aside import put_aside
from pipeline.office.arrivals.proposals import Proposal, queue
from pipeline.office.signing import sameness
from pipeline.office.signing.match import match as by_hand

_DONE = Text(
    "Surat masuk {item} dicocokkan dengan surat {letter}: {state}.",
    "Arrival {item} is matched with letter {letter}: {state}.",
)
_ASIDE = Text("Pindaian {item} disisihkan.", "Scan {item} is put aside.")
_NOTHING = Text("Tidak ada pindaian yang perlu dicocokkan.", "No scan waits to be matched.")
_SIGNED = Text(
    "Apa yang Anda lihat pada lembarnya (alasan menerima)", "What you saw on the sheet (reason to take it)"
)
_UNUSED = Text("Alasan menyisihkan", "Reason to put it aside")


def match(call: Call) -> int:
    """List what waits; with an item and a code match it; with ``--aside`` put it aside."""
    desk = desk_of(call)
    item, text = call.args.item, call.args.text
    if item is None:
        waiting = queue(desk)
        rows = [_plain(one, likely) for one, likely in waiting]
        lines = [
            "\n    ".join(
                (f"{row['item']}  {row['letter']}", str(row["note"]), *map(command_of, sameness.mends(scan)))
            )
            for row, (scan, _) in zip(rows, waiting, strict=True)
        ]
        return call.give(rows, "\n".join(lines) or _NOTHING.fill(call.lang))
    if text is None and not call.args.aside:
        raise Refusal("office.match_what", item=item)
    with at_it(call, desk, item):
        if call.args.aside:
            found = put_aside(desk, item, ask_reason(_UNUSED.fill(call.lang), call.lang))
            call.say(_ASIDE, item=item)
        else:
            reason = ask_reason(_SIGNED.fill(call.lang), call.lang) if call.args.signed else ""
            found = by_hand(desk, item, text, reason)
            call.say(_DONE, item=item, letter=found.letter, state=found.state)
    return call.give(
        {"arrival": found.id, "letter": found.letter, "case": found.case, "state": str(found.state)},
        found.letter,
    )


def _plain(arrival: Arrival, likely: Proposal | None) -> dict[str, object]:
    item = arrival.agenda or arrival.id
    row: dict[str, object] = {
        "item": item,
        "letter": arrival.letter,
        "case": arrival.case,
        "note": arrival.note,
    }
    if likely is None:
        return row
    said = {
        "letter": likely.letter,
        "case": likely.case,
        "copy": likely.copy,
        "confidence": likely.confidence,
    }
    return row | said | {"note": f"{likely.told()}; bila benar: {command_of(likely.confirming(item))}"}
