"""``rangkap numbers``, ``clock`` and ``mandate``."""

from typing import Any

from pipeline.cases.fields.days import short_day
from pipeline.cli.call import Call
from pipeline.cli.open import session_of
from pipeline.cli.pages import typed
from pipeline.kernel.letter_kinds import ANSWER, LETTER_KINDS
from pipeline.kernel.text import N_
from pipeline.office.answer import mandate as mandates
from pipeline.office.cases import clocks
from pipeline.office.letters.numbering import number_list
from pipeline.settings.signatories import Absence

_STATES = {
    "reserved": N_("reserved"),
    "committed": N_("used"),
    "void": N_("void"),
}
_WHOLE = N_("{count} numbers, without a gap.")
_GAPS = N_("{count} numbers, some are missing: {gaps}. Ask archivist or chair to run: rangkap verify")


def numbers(call: Call) -> int:
    """Show every letter number and its fate."""
    listing = number_list(session_of(call), call.args.year)
    missing = ", ".join(f"{gap['series']} ke-{gap['seq']}" for gap in listing["gaps"])
    call.say(_GAPS if missing else _WHOLE, count=len(listing["numbers"]), gaps=missing)
    return call.give(listing, "\n".join(_row(number, call.lang) for number in listing["numbers"]))


def _row(row: dict[str, Any], lang: str) -> str:
    reason = f"  ({row['reason']})" if row["reason"] else ""
    kind = LETTER_KINDS.get(row["kind"], ANSWER)
    named = f" ({kind.name.fill(lang)})" if kind.is_beside else ""
    return f"{row['number']}  {_STATES[row['state']].fill(lang)}  {row['letter'] or '-'}{named}{reason}"


def clock(call: Call) -> int:
    """Show the running clocks; ``--all`` adds those answered."""
    session = session_of(call)
    rows = [
        typed(clocks.plain(session, entry))
        for entry in clocks.listed(session)
        if call.args.all or not entry.answered
    ]
    if not rows:
        call.say(N_("No clock of the law runs."))
    return call.give(rows, "\n".join(f"{row['id']}  {row['case'] or '–'}  {row['waits']}" for row in rows))


def mandate(call: Call) -> int:
    """Show the absences."""
    absences = mandates.listed(session_of(call))
    return call.give(
        {"mandates": [mandates.plain(absence) for absence in absences]}, "\n".join(map(_absence, absences))
    )


def _absence(absence: Absence) -> str:
    ended = f", berakhir {short_day(absence.ended)}" if absence.ended else ""
    days = f"{short_day(absence.since)}–{short_day(absence.until)}{ended}"
    return f"{absence.id}  {days}  {absence.deputy} mewakili {absence.absent}  ({absence.mandate})"
