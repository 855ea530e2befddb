"""``rangkap signature``: the report on an electronic signature (step 11)."""

from collections.abc import Iterable
from typing import Any

from pipeline.cli.call import Call
from pipeline.cli.open import session_of
from pipeline.kernel.commands import command_of
from pipeline.kernel.text import Next
from pipeline.lookup import visible
from pipeline.office.answer import electronic
from pipeline.office.arrivals import electronic_report


def signature(call: Call) -> int:
    """Show the reports."""
    session = session_of(call)
    rows = electronic_report.shown(session, call.args.item)
    ways = {row["arrival"]: electronic.mends(visible.arrival(session, row["arrival"])) for row in rows}
    return call.give(rows, "\n\n".join(_text(row, ways[row["arrival"]]) for row in rows))


def _text(report: dict[str, Any], ways: Iterable[Next]) -> str:
    lines = [f"{report['letter'] or report['agenda'] or report['arrival']}: {report['words']}"]
    lines += [report["note"]] if report["note"] and report["note"] != report["words"] else []
    lines += [f"  {command_of(step)}" for step in ways]
    for number, signed in enumerate(report["signatures"], 1):
        lines += [
            f"  {number}. {signed['subject']}",
            f"     penerbit: {signed['issuer']}",
            f"     sertifikat: {signed['from'][:10]} s.d. {signed['to'][:10]}, SHA-256 {signed['fingerprint']}",
            f"     waktu menurut penanda tangan: {signed['claimed'] or '-'}; stempel waktu: {signed['stamped'] or '-'}",
        ]
    return "\n".join(lines)
