"""``rangkap recap``: the counts of a month, quarter or year, on the screen, as JSON, XLSX or PDF."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.cases.fields.days import short_day
from pipeline.cli import recap_told
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.verbs.export import NotForScreens
from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.office.bookkeeping import recap as office
from pipeline.office.bookkeeping import recap_files, recap_merge
from pipeline.office.bookkeeping.recap import Asked, Recipient

_PUT = Text("Rekap {period} ditulis ke {path}.", "The recap of {period} was written to {path}.")
_LATE = Text("Kasus {case}: diterima {day}, belum dijawab.", "Case {case}: received {day}, not answered.")
_NONE = Text(
    "Tidak ada kasus yang belum dijawab lebih dari {days} hari kalender.",
    "No case waits for its answer longer than {days} calendar days.",
)
_WARNING = Text("Perhatian: {words}", "Note: {words}")


class NoDays(RangkapError):
    """``--days`` is not a number of days."""

    code = "cli.no_days"
    said = Text(
        "--days (hari kalender) harus 0 atau lebih, contoh: --days 14",
        "--days (calendar days) must be 0 or more, for example: --days 14",
    )
    status = Exit.USAGE


class OneForm(RangkapError):
    """JSON and a file were asked for at once."""

    code = "cli.one_form"
    said = Text(
        "Pilih satu bentuk saja: --json, --xlsx, atau --pdf. --list hanya untuk layar atau --json.",
        "Choose one form only: --json, --xlsx or --pdf. --list is for the screen or --json only.",
    )
    status = Exit.USAGE


class MergeAlone(RangkapError):
    """What belongs to an office's own recap was asked together with ``--merge``, or ``--offices`` without it."""

    code = "cli.merge_alone"
    said = Text(
        "--merge DIR tidak dipakai bersama --list atau --overlapping, dan --offices hanya bersama --merge.",
        "--merge DIR does not go with --list or --overlapping, and --offices goes with --merge only.",
    )
    status = Exit.USAGE


def recap(call: Call) -> int:
    """Make a recap, or list which cases still wait for their answer."""
    args, desk = call.args, desk_of(call)
    if args.days < 0:
        raise NoDays
    if args.form and (args.json or args.list):
        raise OneForm
    asked = Asked(
        office.period(month=args.month or "", quarter=args.quarter or "", year=args.year or ""),
        Recipient(args.recipient or Recipient.OFFICE),
        args.form or ("json" if args.json else "text"),
        args.days,
        args.purpose or "",
        args.overlapping,
    )
    if args.merge or args.offices:
        return _merge(call, asked)
    if args.list:
        return _list(call, asked)
    if args.form is None:
        report = office.make(desk, asked)
        _warn(call, report.warnings)
        return call.give(report.to_json(), recap_told.told(report))
    if args.to is None:
        if sys.stdout.isatty():
            raise NotForScreens(form=asked.form.upper())
        _warn(call, recap_files.write(desk, asked, sys.stdout.buffer).warnings)
        return Exit.OK
    path, report = recap_files.put(desk, asked, Path(args.to))
    _warn(call, report.warnings)
    call.say(_PUT, period=report.words, path=path)
    print(path)
    return Exit.OK


def _merge(call: Call, asked: Asked) -> int:
    """Add up the recaps of many offices."""
    args = call.args
    if args.list or args.overlapping or not args.merge:
        raise MergeAlone
    if args.form and args.to is None and sys.stdout.isatty():
        raise NotForScreens(form=asked.form.upper())
    names = Path(args.offices) if args.offices else None
    done = recap_merge.merge(desk_of(call), asked, Path(args.merge), names)
    _warn(call, done.report.more_in(call.lang))
    if args.form is None:
        return call.give(done.report.to_json(), recap_told.told(done.report))
    if args.to is None:
        sys.stdout.buffer.write(recap_files.written(done.report, args.form))
        return Exit.OK
    path = recap_merge.put(done.report, args.form, Path(args.to))
    call.say(_PUT, period=done.report.words, path=path)
    print(path)
    return Exit.OK


def _warn(call: Call, warnings: tuple[str, ...]) -> None:
    for words in warnings:
        call.say(_WARNING, words=words)


def _list(call: Call, asked: Asked) -> int:
    found = office.unanswered(desk_of(call), asked)
    plain = [{"case": number, "received": day.isoformat()} for number, day in found]
    lines = [_LATE.fill(call.lang, case=number, day=short_day(day)) for number, day in found]
    return call.give(plain, "\n".join(lines) or _NONE.fill(call.lang, days=asked.days))
