"""``rangkap export``: a book for a period and a purpose."""

import sys
from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal, say
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import typed
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Exit, Text
from pipeline.office.bookkeeping import books
from pipeline.office.bookkeeping.books import Asked, Format
from pipeline.office.bookkeeping.purposes import NO_PURPOSE, PURPOSES

_PURPOSE = Text("Keperluan (nomor atau kata)", "Purpose (number or word)")
_WRONG = Text("pilih salah satu: {known}", "choose one of: {known}")
_PUT = Text("{count} baris ditulis ke {path}.", "{count} rows written to {path}.")
_NONE = Text(
    "Keperluan tidak disebut (--purpose); ekspor ini dicatat “{purpose}”.",
    "No purpose was given (--purpose); this export is logged as “{purpose}”.",
)


def export(call: Call) -> int:
    """Export a book, into a folder or to standard output."""
    args, desk = call.args, desk_of(call)
    for option, given in (("--to", args.to), ("--format", args.format)):
        if args.json and given is not None:
            raise Refusal("cli.json_alone", option=option)
    form = Format.JSON if args.json else Format(args.format or "csv")
    to_screen = args.to is None and not args.json
    if to_screen and form is not Format.CSV and sys.stdout.isatty():
        raise Refusal("cli.not_for_screens", form=form.upper())
    period = books.period(
        desk.today,
        month=args.month or "",
        year=args.year or "",
        since=args.since or "",
        until=args.until or "",
    )
    asked = Asked(args.book, form, period, _purpose(call))
    if args.json:
        columns = books.BOOKS[asked.book].columns
        return call.give(
            [{one.key: row.get(one.key, "") for one in columns} for row in books.rows(desk, asked)]
        )
    if to_screen:
        books.write(desk, asked, sys.stdout.buffer)
        return Exit.OK
    path, count = books.put(desk, asked, Path(args.to))
    call.say(_PUT, count=count, path=path)
    print(path)
    return Exit.OK


def _purpose(call: Call) -> str:
    if call.args.purpose:
        return str(call.args.purpose)
    if not is_terminal():
        call.say(_NONE, purpose=NO_PURPOSE)
        return NO_PURPOSE
    codes = list(PURPOSES)
    for number, (code, words) in enumerate(PURPOSES.items(), 1):
        say(f"  {number} {code}: {words}")
    wrong = _WRONG.fill(call.lang, known=", ".join(codes))
    given = typed(f"{_PURPOSE.fill(call.lang)}: ", lambda text: None if _chosen(text, codes) else wrong)
    return _chosen(given, codes)


def _chosen(given: str, codes: list[str]) -> str:
    word = given.strip().lower()
    if word.isdecimal() and 1 <= int(word) <= len(codes):
        return codes[int(word) - 1]
    return word if word in codes else ""
