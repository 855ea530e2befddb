"""``rangkap report``: what is missing before a case is closed, and its handling report (step 14)."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.commands import command_of
from pipeline.kernel.text import Next, Text
from pipeline.office.delivery import report as reporting

_READY = Text("Kasus {case} sudah dapat ditutup.", "Case {case} can be closed.")
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
        call.steps(() if found.missing else (Next("close-case", number),))
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
