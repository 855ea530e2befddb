"""``rangkap find``, ``show``, ``todo``, ``code``; what only some need is imported there, to start in half the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.cli import pages
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.commands import command_of
from pipeline.kernel.text import Next, Text
from pipeline.office.overview import find as office

if TYPE_CHECKING:
    from pipeline.office.cases.earlier import Earlier

_RESTRICTED = Text(
    "Akses dibatasi. Alasan membuka kasus ini", "Access restricted. Reason for opening this case"
)
_NAME = Text("Nama, panggilan, atau inisial", "Name, call name or initials")
_NOBODY = Text(
    "Tidak ada kasus dengan orang bernama seperti itu. Ejaan lain sudah ikut dicari; coba sebagian nama atau nama panggilan.",
    "No case has somebody of such a name. Other spellings were tried; try a part of the name, or the call name.",
)
_REVEAL = Text("Alasan membuka identitas", "Reason for revealing identities")


def find(call: Call) -> int:
    """Find a case by a number, or by the name of somebody in it."""
    if call.args.people:
        return _people(call)
    found = [pages.typed_case(one.plain) for one in office.find(desk_of(call), call.args.number)]
    return call.give(found, "\n\n".join(pages.found(one, call.settings.zone) for one in found))


def _people(call: Call) -> int:
    """The name is asked, so that it stands in no list of commands."""
    from pipeline.office.cases import earlier

    desk = desk_of(call)
    earlier.may_seek(desk)
    rows = [(_led(one), one.plain()) for one in earlier.find(desk, _asked(call, _NAME))]
    if not rows:
        call.say(_NOBODY)
    return call.give([plain for _, plain in rows], "\n".join(said for said, _ in rows))


def _led(one: Earlier) -> str:
    said = one.told_alone()
    return said if one.is_restricted else f"{said}  → {command_of(Next('show', one.case))}"


def show(call: Call) -> int:
    """Show one case; ``--reveal``: with names, for a reason."""
    desk = desk_of(call)
    reason = ""
    if office.needs_reason(desk, call.args.case):
        reason = _asked(call, _RESTRICTED)
    plain = pages.typed_case(office.show(desk, call.args.case, reason=reason).plain)
    if plain.get("destroyed"):
        return call.give(plain, pages.destroyed(plain))
    if call.args.reveal:
        reason = reason or _asked(call, _REVEAL)
        plain = plain | office.revealed(desk, call.args.case, reason)
    return call.give(plain, pages.case(plain, call.settings.zone, whole=True))


def todo(call: Call) -> int:
    """Show what waits."""
    from pipeline.cli.reminders import remind

    found = {name: list(map(pages.typed, rows)) for name, rows in office.todo(desk_of(call)).items()}
    remind(call)
    return call.give(found, pages.todo(found, call.settings.zone))


def code(call: Call) -> int:
    """Resolve a typed code or letter id."""
    from pipeline.cli import code_told

    found = office.resolve(desk_of(call), call.args.text)
    return call.give(found, code_told.told(found, call.lang))


def _asked(call: Call, what: Text) -> str:
    from pipeline.cli.prompts import ask_reason

    return ask_reason(what.fill(call.lang), call.lang)
