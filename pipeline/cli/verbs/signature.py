"""``rangkap signature``: the report on an electronic signature (step 11)."""

from collections.abc import Iterable
from typing import Any

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.commands import command_of
from pipeline.kernel.text import Next
from pipeline.lookup import visible
from pipeline.office.answer import electronic
from pipeline.office.arrivals import electronic_report


def signature(call: Call) -> int:
    """Show the reports."""
    desk = desk_of(call)
    told = electronic_report.shown(desk, call.args.item)
    ways = {one["arrival"]: electronic.mends(visible.arrival(desk, one["arrival"])) for one in told}
    return call.give(told, "\n\n".join(_text(one, ways[one["arrival"]]) for one in told))


def _text(one: dict[str, Any], ways: Iterable[Next]) -> str:
    lines = [f"{one['letter'] or one['agenda'] or one['arrival']}: {one['words']}"]
    lines += [one["note"]] if one["note"] and one["note"] != one["words"] else []
    lines += [f"  {command_of(step)}" for step in ways]
    for number, each in enumerate(one["signatures"], 1):
        lines += [
            f"  {number}. {each['subject']}",
            f"     penerbit: {each['issuer']}",
            f"     sertifikat: {each['from'][:10]} s.d. {each['to'][:10]}, SHA-256 {each['fingerprint']}",
            f"     waktu menurut penanda tangan: {each['claimed'] or '-'}; stempel waktu: {each['stamped'] or '-'}",
        ]
    return "\n".join(lines)
