"""``rangkap sheet`` and ``decide``: the chair's decisions of steps 6, 7 and 11 on paper."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask
from pipeline.kernel.commands import command_of
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import Sheet, SheetKind
from pipeline.office.base.desk import Desk
from pipeline.office.papers import sheet_form
from pipeline.office.papers import sheets as office
from pipeline.office.papers.decide import decide as carry_out
from pipeline.office.papers.decide import sheet_for, too_late
from pipeline.office.papers.decided import outcome

_MADE = Text("Lembar {sheet} siap dicetak: {path}. Setelah ditandatangani, pindai ke inbox, lalu: rangkap decide {sheet}",
             "Sheet {sheet} is ready to print: {path}. When signed, scan it into the inbox, then: rangkap decide {sheet}")  # fmt: skip
_ABOUT = Text("Lembar {sheet}: {kind} kasus {case} ({state}), dicetak {day}. Ketik apa yang tertulis pada kertasnya.",
              "Sheet {sheet}: {kind} of case {case} ({state}), printed {day}. Type what stands on the paper.")  # fmt: skip
_TOO_LATE = Text("PERHATIAN: {why}. Lembar ini disimpan sebagai kertas kasus dan tidak mengubah apa pun.",
                 "NOTE: {why}. This sheet is kept as a paper of the case and changes nothing.")  # fmt: skip
_FIRST = Text("PERHATIAN: lembar verifikasi {other} kasus ini juga sudah kembali. Catat itu dahulu (Ctrl-C, lalu rangkap "
              "decide {other}), supaya verifikasinya berlaku.",
              "NOTE: the verification sheet {other} of this case is back too. Type that in first (Ctrl-C, then rangkap "
              "decide {other}), so that the verification counts.")  # fmt: skip
_DECIDED = Text(
    "Keputusan lembar {sheet} dicatat untuk kasus {case}.",
    "The decision of sheet {sheet} is recorded for case {case}.",
)
_LATE = Text("Lembar {sheet} datang terlambat ({why}): disimpan sebagai kertas kasus {case}; kasusnya tidak berubah.",
             "Sheet {sheet} came too late ({why}): kept as a paper of case {case}; the case is unchanged.")  # fmt: skip


def sheet(call: Call) -> int:
    """Print a decision sheet with its code."""
    kind = SheetKind(call.args.kind)
    made, paths = office.make(
        desk_of(call), kind, call.args.case, Path(call.args.to).absolute(), call.args.letter
    )
    call.say(_MADE, sheet=made.id, path=paths[0])
    return call.give(
        {"sheet": made.id, "kind": kind, "case": made.case, "files": list(map(str, paths))}, made.id
    )


def decide(call: Call) -> int:
    """Type in what stands on a signed sheet that was scanned back."""
    desk = desk_of(call)
    found = sheet_for(desk, call.args.item)
    answers = call.answers()
    ticked = sheet_form.read(desk, found, _ask(call, desk, found) if answers is None else answers)
    why = too_late(found)
    done = carry_out(desk, found.id, ticked)
    call.say(_LATE if why else _DECIDED, sheet=done.id, case=done.case, why=why)
    told = outcome(done, why)
    call.say(told.said)
    call.steps(told.next)
    plain = {"sheet": done.id, "case": done.case, "state": str(done.state), "late": why}
    return call.give(
        plain | {"letter": told.letter, "number": told.number, "next": command_of(told.next[0])}, done.id
    )


def _ask(call: Call, desk: Desk, found: Sheet) -> Mapping[str, Any]:
    """Ask what stands on the paper, field by field; it is recorded after a summary and a yes."""
    if not is_terminal():
        raise Refusal("cli.needs_terminal")
    call.say(_ABOUT, **sheet_form.about(desk, found))
    why = too_late(found)
    if why:
        call.say(_TOO_LATE, why=why)
    other = sheet_form.first(found)
    if other:
        call.say(_FIRST, other=other)
    fields, known = sheet_form.fields_of(desk, found), sheet_form.known_of(desk, found)
    return ask(fields, {}, desk.today, desk.places, call.lang, known)
