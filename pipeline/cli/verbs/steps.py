"""``rangkap steps``: the fourteen steps of a case, with who, when, and how long at the desk."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.pages import MARK, crisis_told, moment
from pipeline.kernel.errors import Text
from pipeline.office.overview import steps as office
from pipeline.office.overview.steps import StepLine

_HEAD = Text("Kasus {case}    {state}", "Case {case}    {state}")
_TIMES = Text("Waktu di meja {active} menit dari sasaran {target} menit    berlalu {elapsed}    jeda klarifikasi {paused}",
              "At the desk {active} minutes of {target}    elapsed {elapsed}    waiting for clarification {paused}")  # fmt: skip


def steps(call: Call) -> int:
    """Show the step line of a case."""
    found = office.line(desk_of(call), call.args.case)
    return call.give(found.to_json(), _told(call, found))


def _told(call: Call, found: StepLine) -> str:
    told = [crisis_told(found.crisis, call.settings.zone)] if found.crisis else []
    rows = [*told, *found.danger, _HEAD.fill(call.lang, case=found.case, state=found.state)]
    rows += [found.late] if found.late else []
    for one in found.steps:
        label = one.label.fill(call.lang)
        when = moment(one.at, call.settings.zone) if one.at else ""
        spent = f"{one.minutes} mnt".replace(".", ",") if one.at else ""
        rows.append(
            f"  {MARK.get(one.progress, ' ')} {one.step:>2}. {label:<52} {one.by:<14} {when:<16} {spent}".rstrip()
        )
    return "\n".join([*rows, "", _TIMES.fill(call.lang, **found.times(call.lang))])
