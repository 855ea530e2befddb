"""The rows of a case as :mod:`pipeline.office.find` shows them: steps, letters with their copies, sheets, history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.cases.steps import Progress
from pipeline.kernel import clock
from pipeline.records import history, letters, sheets
from pipeline.signing.electronic import report_from_json
from pipeline.signing.electronic_words import words


def step(status: Any) -> dict[str, Any]:
    """Return one line of the steps."""
    return {
        "step": status.number,
        "label": status.label.id,
        "progress": Progress(status.progress).value,
    }


def letter(letter: letters.Letter, *, reveal: bool = False) -> dict[str, Any]:
    """Return a letter with its copies; the reason somebody typed only to ``reveal``."""
    return {
        "letter": letter.id,
        "kind": letter.kind,
        "state": str(letter.state),
        "revision": letter.revision,
        "number": letter.number or "",
        "day": letter.day.isoformat() if letter.day else "",
        "signed": letter.signed.isoformat() if letter.signed else "",
        "reason": letter.reason if reveal else "",
        "copies": [
            {
                "copy": one.copy,
                "code": one.code,
                "received": clock.stamp(one.matched_at) if one.matched_at else "",
                "printed": one.printed,
                "spoilt": one.spoilt,
                "attested": ""
                if not one.attested
                else "ditegaskan"
                if one.confirmed_by
                else "menunggu ketua",
                "means": one.means,
                "signature": words(report_from_json(one.report)) if one.report else "",
            }
            for one in letters.copies(letter.id, letter.revision)
        ],
    }


def sheet(sheet: sheets.Sheet) -> dict[str, Any]:
    """Return a decision sheet."""
    return {"sheet": sheet.id, "kind": str(sheet.kind), "state": str(sheet.state), "letter": sheet.letter}


def acts(known: Sequence[history.Act], *, reveal: bool) -> list[dict[str, Any]]:
    """Return the history of a case, ``known`` as its acts; a reason that somebody typed may hold a name and is shown for a reason."""
    rows = [one.to_json() for one in known]
    for row in [] if reveal else rows:
        row["detail"].pop("reason", None)
    return rows
