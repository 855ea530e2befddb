"""``rangkap safe-contact``: by which way and at which hours the victim may be reached, and the slip for it (step 5)."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.text import Text
from pipeline.office.cases import inform, inform_print

_ROUTE = Text("Jalur aman kasus {case}: {ways}.  Jam: {hours}.  Sekarang: {now}.  Nomor: {number}",
              "Safe route of case {case}: {ways}.  Hours: {hours}.  Now: {now}.  Number: {number}")  # fmt: skip
_PRINTED = Text("Siap dicetak: {file}. Lembar itu tidak menyebut apa pun tentang perkaranya.",
                "Ready to print: {file}. The slip says nothing of the matter.")  # fmt: skip


def safe_contact(call: Call) -> int:
    """Show the safe route, or print the slip."""
    desk, number = desk_of(call), call.args.case
    if call.args.to:
        path = inform_print.put_out(desk, number, Path(call.args.to).absolute())
        call.say(_PRINTED, file=path)
        return call.give({"file": str(path)}, str(path))
    contact = inform.look(desk, number)
    plain = contact.plain()
    told = {"ways": ", ".join(contact.ways), "hours": contact.hours or "-", "number": contact.number or "-"}
    return call.give(plain, _ROUTE.fill(call.lang, **plain | told))
