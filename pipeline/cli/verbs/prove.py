"""``rangkap verify`` and ``rangkap rebuild``."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline.cli.call import Call
from pipeline.cli.open import actor_of, desk_of
from pipeline.kernel.errors import Exit, Text
from pipeline.office.rebuild import rebuild as build
from pipeline.office.reconcile import verify_all

_CLEAN = Text("Arsip dan register utuh.", "Archive and register are intact.")
_BAD = Text("{count} temuan:", "{count} findings:")
_BUILT = Text(
    "Basis data dibangun kembali: {cases} kasus, {entries} catatan register, {arrivals} surat masuk. Pengguna, "
    "catatan akses, dan pekerjaan sejak versi terakhir berasal dari cadangan.",
    "The database was built again: {cases} cases, {entries} register entries, {arrivals} arrivals. Users, the "
    "access log and work since the last version come from the backup.",
)


def verify(call: Call) -> int:
    """Check archive and register; the status tells whether anything was found."""
    desk = desk_of(call)
    with _bar() as bar:
        task = bar.add_task("verify", total=None)
        findings = verify_all(
            desk, call.args.case, lambda step: bar.update(task, completed=step.done, total=step.total)
        )
    damage = [one for one in findings if one.is_damage]
    call.say(_BAD if findings else _CLEAN, count=len(findings))
    call.give([one.as_json() for one in findings], "\n".join(one.text(call.lang) for one in findings))
    return Exit.DAMAGED if damage else Exit.OK


def rebuild(call: Call) -> int:
    """Build the database again from the archive and the arrivals."""
    with _bar() as bar:
        task = bar.add_task("rebuild", total=None)
        counts = build(
            call.settings, actor_of(call), lambda done, total: bar.update(task, completed=done, total=total)
        )
    call.say(_BUILT, **counts)
    return call.give(counts)


def _bar() -> Progress:
    console = Console(file=sys.stderr)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
    )
