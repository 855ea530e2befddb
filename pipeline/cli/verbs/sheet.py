"""``rangkap sheet``, ``decide``, ``vet``, ``assign``: the chair's decisions of steps 6, 7 and 11, on paper or here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.cli.call import BadAnswersFile, Call, NeedsTerminal
from pipeline.cli.lines import is_terminal, say
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason, confirm
from pipeline.kernel.errors import Text
from pipeline.office import assign as assigning
from pipeline.office import sheets as office
from pipeline.office.decide import Ticked, sheet_for, too_late
from pipeline.office.decide import decide as carry_out
from pipeline.office.desk import Desk
from pipeline.office.vet import vet as verified
from pipeline.records.sheets import Sheet, SheetKind

_MADE = Text("Lembar {sheet} siap dicetak: {path}. Setelah ditandatangani, pindai ke inbox, lalu: rangkap decide {sheet}",
             "Sheet {sheet} is ready to print: {path}. When signed, scan it into the inbox, then: rangkap decide {sheet}")  # fmt: skip
_ACCEPTED = {
    SheetKind.VET: Text(
        "Kotak “Terverifikasi” dicentang? (ya/tidak)", "Is the box “Terverifikasi” ticked? (yes/no)"
    ),
    SheetKind.REVIEW: Text(
        "Kotak “Disetujui” dicentang? (ya/tidak)", "Is the box “Disetujui” ticked? (yes/no)"
    ),
}
_SIGNED = Text("Lembar itu bertanda tangan? (ya/tidak)", "Is the sheet signed? (yes/no)")
_NOT_SIGNED = Text("Lembar tanpa tanda tangan bukan keputusan; tidak ada yang dicatat.",
                   "A sheet without a signature is no decision; nothing was recorded.")  # fmt: skip
_OFFICER = Text("Petugas yang dicentang ({known})", "The officer ticked ({known})")
_REASON = Text("Alasan yang tertulis", "The reason written")
_WHY = Text("Alasan", "Reason")
_DECIDED = Text(
    "Keputusan lembar {sheet} dicatat untuk kasus {case}.",
    "The decision of sheet {sheet} is recorded for case {case}.",
)
_LATE = Text("Lembar {sheet} datang terlambat ({why}): disimpan sebagai kertas kasus {case}; kasusnya tidak berubah.",
             "Sheet {sheet} came too late ({why}): kept as a paper of case {case}; the case is unchanged.")  # fmt: skip
_VETTED = Text("Kasus {case} terverifikasi.", "Case {case} is verified.")
_VET_RETURNED = Text(
    "Kasus {case} dikembalikan kepada petugas penerima.", "Case {case} was returned to its clerk."
)
_ASSIGNED = Text("Kasus {case} ditangani oleh {officer}.", "Case {case} is handled by {officer}.")


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
    ticked = _ask(call, desk, found) if answers is None else _given(answers)
    if ticked is None:
        call.say(_NOT_SIGNED)
        return call.give({"sheet": found.id, "state": str(found.state)})
    why = too_late(found)
    done = carry_out(desk, found.id, ticked)
    call.say(_LATE if why else _DECIDED, sheet=done.id, case=done.case, why=why)
    return call.give({"sheet": done.id, "case": done.case, "state": str(done.state)}, done.id)


def _ask(call: Call, desk: Desk, found: Sheet) -> Ticked | None:
    """Ask what is ticked; None if the sheet is not signed."""
    if not is_terminal():
        raise NeedsTerminal
    if not confirm(_SIGNED.fill(call.lang), call.lang):
        return None
    if found.kind == SheetKind.ASSIGN:
        known = ", ".join(assigning.officers(desk.settings))
        return Ticked(officer=ask_reason(_OFFICER.fill(call.lang, known=known), call.lang))
    if confirm(_ACCEPTED[SheetKind(found.kind)].fill(call.lang), call.lang):
        return Ticked()
    say("")
    return Ticked(accepted=False, reason=ask_reason(_REASON.fill(call.lang), call.lang))


def _given(answers: Any) -> Ticked | None:
    if answers.get("signed") is not True:
        return None
    unknown = sorted(set(answers) - {"signed", "accepted", "officer", "reason"})
    if unknown:
        raise BadAnswersFile(reason=f"kunci tidak dikenal: {', '.join(unknown)[:80]}")
    accepted = answers.get("accepted", True) is True
    return Ticked(accepted, str(answers.get("officer", "")), str(answers.get("reason", "")))


def vet(call: Call) -> int:
    """Verify a report, or return it with a reason (step 6)."""
    desk, accepted = desk_of(call), not call.args.send_back
    reason = "" if accepted else ask_reason(_WHY.fill(call.lang), call.lang)
    case = verified(desk, call.args.case, accepted=accepted, reason=reason)
    call.say(_VETTED if accepted else _VET_RETURNED, case=case.number)
    return call.give({"case": case.number, "state": case.state.value, "accepted": accepted}, case.number)


def assign(call: Call) -> int:
    """Name the officer of a case (step 7)."""
    case = assigning.assign(desk_of(call), call.args.case, call.args.officer)
    call.say(_ASSIGNED, case=case.number, officer=case.officer)
    return call.give({"case": case.number, "state": case.state.value, "officer": case.officer}, case.number)
