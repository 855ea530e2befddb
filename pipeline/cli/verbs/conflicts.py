"""``rangkap conflicts``: who is blocked from a case by a conflict of interest, and why."""

from __future__ import annotations

from pipeline.cases.fields.days import short_day
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.text import Text
from pipeline.office.base.value_words import word_of
from pipeline.office.cases import conflicts as office

_NOBODY = Text("Tidak ada akun yang terhalang dari kasus ini.", "No account is blocked from this case.")


def conflicts(call: Call) -> int:
    """List who is blocked from a case."""
    number = call.args.case
    found = office.listed(desk_of(call), number)
    if not found:
        call.say(_NOBODY)
    rows, lines = [], []
    for account, event in found.items():
        relation, reason = event.detail.get("relation", ""), event.detail.get("reason", "")
        row = {"case": number, "account": account, "relation": relation, "since": event.at.isoformat()}
        rows.append({**row, "by": event.account, "reason": reason})
        since = short_day(event.at.date())
        said = word_of("conflict", relation).fill(call.lang)
        lines.append(f"{account}  {said}, sejak {since}, menurut {event.account}: {reason}")
    return call.give(rows, "\n".join(lines))
