"""``rangkap report``, ``close``, ``reopen``, ``simfoni``: how a case ends (step 14)."""

from __future__ import annotations

from pathlib import Path

from pipeline.cases.fields.closing import SIMFONI
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import answered, ask_reason
from pipeline.kernel.commands import command_of, commands_of
from pipeline.kernel.text import Text
from pipeline.office.base.desk import steps
from pipeline.office.base.fresh import with_version
from pipeline.office.delivery import close as office
from pipeline.office.delivery import report as reporting
from pipeline.office.delivery import simfoni as entering
from pipeline.office.papers.simfoni_consent import REFUSED, standing

_CLOSED = Text(
    "Kasus {case} ditutup: {outcome}. Laporan Penanganan Kasus diarsipkan; cetak dengan: rangkap report {case} --to DIR",
    "Case {case} is closed: {outcome}. The handling report is filed; print it with: rangkap report {case} --to DIR",
)
_WITHOUT = Text(
    "Korban kasus {case} tidak mengizinkan datanya diteruskan: yang tertulis “tidak diizinkan korban” pada lembar entri tidak dientri.",
    "The victim of case {case} does not allow her data to be passed on: what the sheet calls “tidak diizinkan korban” is not entered.",
)
_SIMFONI = Text("Berikutnya, entri SIMFONI-PPA: rangkap form simfoni {case} --to DIR, lalu: rangkap simfoni {case}",
                "Next, the entry into SIMFONI-PPA: rangkap form simfoni {case} --to DIR, then: rangkap simfoni {case}")  # fmt: skip
_OPENED = Text("Kasus {case} dibuka kembali dan berstatus “{state}”. Berikutnya: {next}",
               "Case {case} is open again and is “{state}”. Next: {next}")  # fmt: skip
_ENTERED = Text(
    "Entri SIMFONI-PPA kasus {case} dicatat.", "The entry of case {case} into SIMFONI-PPA is recorded."
)
_WHY = Text("Alasan membuka kembali", "Reason for opening it again")
_READY = Text("Kasus {case} sudah dapat ditutup. Ketik: rangkap close {case}",
              "Case {case} can be closed. Type: rangkap close {case}")  # fmt: skip
_LACKS = Text("Sebelum kasus {case} ditutup masih perlu:", "Before case {case} is closed:")
_OVER = Text("Kasus {case} sudah ditutup.", "Case {case} is closed.")
_MADE = Text("Laporan kasus {case} ada di {folder}.", "The report of case {case} is in {folder}.")


def report(call: Call) -> int:
    """Tell what is missing before the case may be closed; with ``--to`` put its report out."""
    desk, number = desk_of(call), call.args.case
    found = reporting.standing(desk, number)
    if found.is_closed:
        call.say(_OVER, case=number)
    else:
        call.say(_LACKS if found.missing else _READY, case=number)
        for one in found.missing:
            call.say(f"  - {one.said.fill(call.lang)}: {command_of(one.next)}")
    files = []
    if call.args.to:
        folder = Path(call.args.to).absolute()
        files = [str(reporting.put_out(desk, number, folder))]
        call.say(_MADE, case=number, folder=folder)
    lacking = [{"missing": one.said.fill(call.lang), "next": command_of(one.next)} for one in found.missing]
    return call.give(
        {"case": number, "closed": found.is_closed, "missing": lacking, "files": files}, "\n".join(files)
    )


def close(call: Call) -> int:
    """Close a case with its outcome and its report, unless something is missing."""
    desk, number = desk_of(call), call.args.case
    now = office.ending(desk, number)
    answers = answered(call, desk, call.answers(), now.asked(desk), office.base(now.case))
    case = office.close(desk, number, with_version(now.case, answers))
    outcome = str(case.values["outcome"])
    call.say(_CLOSED, case=number, outcome=outcome)
    if "simfoni_day" not in case.values:
        call.say(_SIMFONI, case=number)
    return call.give({"case": number, "state": case.state.value, "outcome": outcome}, number)


def reopen(call: Call) -> int:
    """Open a closed case again, for a reason."""
    desk, number = desk_of(call), call.args.case
    office.need_to_reopen(desk, number)
    case = office.reopen(desk, number, ask_reason(_WHY.fill(call.lang), call.lang))
    call.say(_OPENED, case=number, state=case.state.value, next=commands_of(steps(case, desk.actor)))
    return call.give({"case": number, "state": case.state.value}, number)


def simfoni(call: Call) -> int:
    """Write down that a case was typed into SIMFONI-PPA."""
    desk, number = desk_of(call), call.args.case
    entering.need(desk, number)
    case = entering.enter(desk, number, answered(call, desk, call.answers(), SIMFONI))
    call.say(_ENTERED, case=number)
    if standing(case.values) == REFUSED:
        call.say(_WITHOUT, case=number)
    return call.give({"case": number, "simfoni": case.values["simfoni_number"]}, number)
