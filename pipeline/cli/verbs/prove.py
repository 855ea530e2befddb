"""``rangkap verify`` and ``rangkap rebuild``."""

from __future__ import annotations

import sys
from datetime import date

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline.archive.finding import Finding
from pipeline.cli.call import Call
from pipeline.cli.open import actor_of, keeper_of
from pipeline.cli.verbs.typed_head import head
from pipeline.kernel.errors import Exit, Text
from pipeline.letters.numbers import long_date
from pipeline.office.desk import Desk, open_desk
from pipeline.office.rebuild import rebuild as build
from pipeline.office.reconcile import proven_until, verify_all

_CLEAN = Text("Arsip dan register utuh.", "Archive and register are intact.")
_BAD = Text("{count} temuan:", "{count} findings:")
_PROVEN = Text(
    "Terbukti sampai catatan ke-{n} (lembar {page}, ditandatangani {day}).",
    "Proved up to entry {n} (page {page}, signed on {day}).",
)
_NOT_PROVEN = Text(
    "Belum ada lembar pengesahan bertanda tangan yang membuktikan register ini. Cetak dengan: rangkap page",
    "No signed page proves this register yet. Print one with: rangkap page",
)
_BUILT = Text(
    "Basis data dibangun kembali: {cases} kasus, {entries} catatan register, {arrivals} surat masuk. Pengguna, "
    "catatan akses, dan pekerjaan sejak versi terakhir berasal dari cadangan.",
    "The database was built again: {cases} cases, {entries} register entries, {arrivals} arrivals. Users, the "
    "access log and work since the last version come from the backup.",
)


def verify(call: Call) -> int:
    """Check archive and register; the status tells whether anything was found."""
    desk = open_desk(call.settings, keeper_of(call))
    if call.args.head is not None:
        return head(call, desk)
    with progress_bar() as bar:
        task = bar.add_task("verify", total=None)
        findings = verify_all(
            desk, call.args.case, lambda step: bar.update(task, completed=step.done, total=step.total)
        )
    damage = [one for one in findings if one.is_damage]
    call.say(_BAD if findings else _CLEAN, count=len(findings))
    _say_proven(call, desk, findings)
    call.give([one.as_json() for one in findings], "\n".join(one.text(call.lang) for one in findings))
    return Exit.DAMAGED if damage else Exit.OK


def _say_proven(call: Call, desk: Desk, findings: list[Finding]) -> None:
    """Tell up to which entry signed paper proves the register."""
    page = proven_until(desk, findings)
    if page is None:
        call.say(_NOT_PROVEN)
    else:
        day = date.fromisoformat(page.signed)
        call.say(_PROVEN, n=page.n, page=page.id, day=long_date(day) if call.lang == "id" else page.signed)


def rebuild(call: Call) -> int:
    """Build the database again from the archive and the arrivals."""
    with progress_bar() as bar:
        task = bar.add_task("rebuild", total=None)
        counts = build(
            call.settings, actor_of(call), lambda done, total: bar.update(task, completed=done, total=total)
        )
    call.say(_BUILT, **counts)
    return call.give(counts)


def progress_bar() -> Progress:
    """Return a bar for long work, shown on a terminal only."""
    console = Console(file=sys.stderr)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
    )
