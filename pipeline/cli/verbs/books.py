"""``rangkap export`` and ``recap``."""

import sys
from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal, say
from pipeline.cli.open import session_of
from pipeline.cli.prompts import chosen
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Exit
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import books, recap_files
from pipeline.office.bookkeeping import recap as recaps
from pipeline.office.bookkeeping.purposes import NO_PURPOSE, PURPOSES

_PURPOSE = N_("Purpose (number or word)")
_WRONG = N_("choose one of: {known}")
_ROWS = N_("{count} rows written to {path}.")
_NONE = N_("No purpose was given (--purpose); this export is logged as “{purpose}”.")


def export(call: Call) -> int:
    """Writes into a folder or to standard output."""
    args, session = call.args, session_of(call)
    for option, given in (("--to", args.to), ("--format", args.format)):
        if args.json and given is not None:
            raise Refusal("cli.json_alone", option=option)
    form = books.Format.JSON if args.json else books.Format(args.format or "csv")
    to_screen = args.to is None and not args.json
    if to_screen and form is not books.Format.CSV and sys.stdout.isatty():
        raise Refusal("cli.not_for_screens", form=form.upper())
    period = books.period(
        session.today,
        month=args.month or "",
        year=args.year or "",
        since=args.since or "",
        until=args.until or "",
    )
    asked = books.Asked(args.book, form, period, _purpose(call))
    if args.json:
        columns = books.BOOKS[asked.book].columns
        return call.give(
            [
                {column.key: row.get(column.key, "") for column in columns}
                for row in books.rows(session, asked)
            ]
        )
    if to_screen:
        books.write(session, asked, sys.stdout.buffer)
        return Exit.OK
    path, count = books.put(session, asked, Path(args.to))
    call.say(_ROWS, count=count, path=path)
    return call.give({}, str(path))


def _purpose(call: Call) -> str:
    if call.args.purpose:
        return str(call.args.purpose)
    if not is_terminal():
        call.say(_NONE, purpose=NO_PURPOSE)
        return NO_PURPOSE
    for number, (code, words) in enumerate(PURPOSES.items(), 1):
        say(f"  {number} {code}: {words}")
    known = {str(number): code for number, code in enumerate(PURPOSES, 1)} | {code: code for code in PURPOSES}
    wrong = _WRONG.fill(call.lang, known=", ".join(PURPOSES))
    return chosen(f"{_PURPOSE.fill(call.lang)}: ", known, wrong)


def recap(call: Call) -> int:
    """``--merge`` adds up many offices' recaps."""
    args, session = call.args, session_of(call)
    if args.days < 0:
        raise Refusal("cli.no_days")
    if args.form and args.json:
        raise Refusal("cli.one_form")
    asked = recaps.Asked(
        recaps.period(month=args.month or "", quarter=args.quarter or "", year=args.year or ""),
        recaps.Recipient(args.recipient or recaps.Recipient.OFFICE),
        args.form or ("json" if args.json else "text"),
        args.days,
        args.purpose or "",
    )
    if args.offices and not args.merge:
        raise Refusal("cli.merge_alone")
    if args.form and args.to is None and sys.stdout.isatty():
        raise Refusal("cli.not_for_screens", form=asked.form.upper())
    if args.merge:
        return _merge(call, session, asked)
    if args.form and args.to is not None:
        path, report = recap_files.put(session, asked, Path(args.to))
        return _put(call, report, path)
    return _show(call, recaps.make(session, asked))


def _merge(call: Call, session: Session, asked: recaps.Asked) -> int:
    args = call.args
    names = Path(args.offices) if args.offices else None
    report = recap_files.merge(session, asked, Path(args.merge), names).report
    for note in report.more:
        call.say(N_("Note: {words}"), words=note.verbatim(call.lang))
    if args.form and args.to is not None:
        return _put(call, report, recap_files.put_merged(report, args.form, Path(args.to)))
    return _show(call, report)


def _put(call: Call, report: recaps.Report, path: Path) -> int:
    message = N_("The recap of {period} was written to {path}.")
    call.say(message, period=report.words.verbatim(call.lang), path=path)
    return call.give({}, str(path))


def _show(call: Call, report: recaps.Report) -> int:
    if call.args.form is None:
        return call.give(report.to_json(), recap_files.format_recap(report))
    sys.stdout.buffer.write(recap_files.written(report, call.args.form))
    return Exit.OK
