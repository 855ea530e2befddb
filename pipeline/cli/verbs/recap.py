"""``rangkap recap``: the counts of a month, quarter or year."""

import sys
from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Exit, Text
from pipeline.office.bookkeeping import recap as office
from pipeline.office.bookkeeping import recap_files
from pipeline.office.bookkeeping.recap import Asked, Recipient

_PUT = Text("Rekap {period} ditulis ke {path}.", "The recap of {period} was written to {path}.")
_WARNING = Text("Perhatian: {words}", "Note: {words}")


def recap(call: Call) -> int:
    """Make a recap."""
    args, desk = call.args, desk_of(call)
    if args.days < 0:
        raise Refusal("cli.no_days")
    if args.form and args.json:
        raise Refusal("cli.one_form")
    asked = Asked(
        office.period(month=args.month or "", quarter=args.quarter or "", year=args.year or ""),
        Recipient(args.recipient or Recipient.OFFICE),
        args.form or ("json" if args.json else "text"),
        args.days,
        args.purpose or "",
    )
    if args.merge or args.offices:
        return _merge(call, asked)
    if args.form is None:
        report = office.make(desk, asked)
        return call.give(report.to_json(), recap_files.told(report))
    if args.to is None:
        if sys.stdout.isatty():
            raise Refusal("cli.not_for_screens", form=asked.form.upper())
        sys.stdout.buffer.write(recap_files.file_of(desk, asked)[1])
        return Exit.OK
    path, report = recap_files.put(desk, asked, Path(args.to))
    call.say(_PUT, period=report.words.verbatim(call.lang), path=path)
    print(path)
    return Exit.OK


def _merge(call: Call, asked: Asked) -> int:
    args = call.args
    if not args.merge:
        raise Refusal("cli.merge_alone")
    if args.form and args.to is None and sys.stdout.isatty():
        raise Refusal("cli.not_for_screens", form=asked.form.upper())
    names = Path(args.offices) if args.offices else None
    done = recap_files.merge(desk_of(call), asked, Path(args.merge), names)
    for note in done.report.more:
        call.say(_WARNING, words=note.verbatim(call.lang))
    if args.form is None:
        return call.give(done.report.to_json(), recap_files.told(done.report))
    if args.to is None:
        sys.stdout.buffer.write(recap_files.written(done.report, args.form))
        return Exit.OK
    path = recap_files.put_merged(done.report, args.form, Path(args.to))
    call.say(_PUT, period=done.report.words.verbatim(call.lang), path=path)
    print(path)
    return Exit.OK
