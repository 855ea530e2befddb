"""``rangkap import-register``: a paper register that was typed into a sheet; shown first, then brought in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import confirm
from pipeline.kernel.errors import Exit, Text
from pipeline.office import import_register as office
from pipeline.office.import_register import Plan

_MOST = 200
_ROWS = Text(
    "{count} baris akan masuk sebagai register lama, {known} sudah ada, {doubtful} meragukan.",
    "{count} rows would come in as register lama, {known} are in already, {doubtful} are doubtful.",
)
_SCANS = Text(
    "{count} pindaian cocok dengan nomor register; {loose} berkas lain di folder itu tidak dipakai.",
    "{count} scans bear a register number; {loose} other files of that folder are not used.",
)
_RENAMED = Text(
    "{count} nomor tanpa tahun dicatat dengan tahunnya, contoh: 12/2026.",
    "{count} numbers without a year are entered with their year, for example: 12/2026.",
)
_STRANGE = Text(
    "Kolom “{title}” tidak dikenal dan tidak dibaca.", "The column “{title}” is not known and not read."
)
_NEAR = Text(
    "Kolom “{title}” tidak dikenal; maksudnya “{meant}”? Perbaiki judulnya bila ya.",
    "The column “{title}” is not known; is “{meant}” meant? Mend its title if so.",
)
_LINE = Text("  baris {line}: {reason}", "  row {line}: {reason}")
_MORE = Text(
    "  … dan {count} baris lagi (--json menampilkan semua)", "  … and {count} more rows (--json shows all)"
)
_DRY = Text(
    "Belum ada yang masuk. Untuk memasukkannya: jalankan lagi dengan --apply.",
    "Nothing has come in. To bring it in, run again with --apply.",
)
_QUESTION = Text("Masukkan {count} baris? (ya/tidak)", "Bring {count} rows in? (yes/no)")
_DONE = Text(
    "{count} baris masuk sebagai register lama. Baris yang meragukan: perbaiki di lembarnya, lalu jalankan lagi.",
    "{count} rows came in as register lama. Doubtful rows: mend them in the sheet, then run again.",
)


def import_register(call: Call) -> int:
    """Show what would come in; with ``--apply``, or after a yes on a terminal, bring it in.

    The status is INCOMPLETE where doubtful rows stay out.
    """
    args, desk = call.args, desk_of(call)
    planned = office.plan(desk, Path(args.file), Path(args.scans) if args.scans else None)
    _show(call, planned)
    count = 0
    if planned.rows and _wanted(call, planned):
        count = office.enter(desk, planned, _progress(call))
        call.say(_DONE, count=count)
    elif planned.rows:
        call.say(_DRY)
    call.give(_plain(planned, count))
    return Exit.INCOMPLETE if planned.doubts else Exit.OK


def _wanted(call: Call, planned: Plan) -> bool:
    if call.args.apply:
        return True
    if call.args.dry_run or not is_terminal():
        return False
    return confirm(_QUESTION.fill(call.lang, count=len(planned.rows)), call.lang)


def _show(call: Call, planned: Plan) -> None:
    for title, meant in planned.book.strange.items():
        call.say(_NEAR if meant else _STRANGE, title=title[:40], meant=meant)
    for one in planned.doubts[:_MOST]:
        call.say(_LINE, line=one.line, reason=one.reason)
    if len(planned.doubts) > _MOST:
        call.say(_MORE, count=len(planned.doubts) - _MOST)
    if planned.book.renamed:
        call.say(_RENAMED, count=planned.book.renamed)
    if call.args.scans:
        call.say(_SCANS, count=len(planned.scans), loose=planned.loose)
    call.say(_ROWS, count=len(planned.rows), known=planned.known, doubtful=len(planned.doubts))


def _progress(call: Call) -> Any:
    """Return what tells how far it is, on a terminal only."""

    def told(done: int, total: int) -> None:
        if sys.stderr.isatty() and (done == total or not done % 10):
            print(f"\r{done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    return told


def _plain(planned: Plan, count: int) -> dict[str, Any]:
    return {
        "rows": [{"line": one.line, "register_number": one.number} for one in planned.rows],
        "doubtful": [{"line": one.line, "reason": one.reason} for one in planned.doubts],
        "known": planned.known,
        "scans": len(planned.scans),
        "loose_scans": planned.loose,
        "columns": dict(planned.book.strange),
        "imported": count,
    }
