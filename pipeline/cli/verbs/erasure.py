"""``rangkap erasures`` and ``erasure-letter``: the requests to erase personal data, and the words of an answer."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.pages import moment, typed
from pipeline.kernel.text import Text
from pipeline.office.cases import erasure as office

_NONE = Text("Tidak ada permintaan penghapusan.", "There is no request for erasure.")


def erasures(call: Call) -> int:
    """List the requests with what became of them."""
    found = list(map(typed, office.listed(desk_of(call))))
    if not found:
        call.say(_NONE)
    zone = call.settings.zone
    lines = [
        f"{row['case']}  {moment(row['received'], zone)}  {row['by']}: {row['asked']}  "
        f"{row['waits'] or row['outcome']}{'; akses dibatasi' if row['restricted'] else ''}"
        for row in found
    ]
    return call.give(found, "\n".join(lines))


def erasure_letter(call: Call) -> int:
    """Show the words of the letter that answers the newest request about a case."""
    text = office.letter(desk_of(call), call.args.case)
    return call.give({"case": call.args.case, "text": text}, text)
