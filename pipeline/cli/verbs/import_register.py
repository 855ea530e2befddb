"""``rangkap import-register``: a paper register typed into a sheet."""

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import session_of
from pipeline.cli.prompts import confirm
from pipeline.kernel.text import N_, Exit, ranges
from pipeline.office.keeping import import_register as office
from pipeline.office.keeping.import_register import Entered, Plan, RowError
from pipeline.office.letters import numbering

_MOST, _TOGETHER = 100, 3
_LINE = N_("  row {line}{place}: {what}. {mend}")
_LINES = N_("  {count} rows ({lines}){place}; row {line}: {what}. {mend}")
_PLACE = N_(", column {letters} ({title})")
_LOOSE = N_("{count} scans do not bear the number of exactly one row; they stay where they are:")
_WAITING = N_("{count} scans wait until their row is doubtful no longer; they stay where they are:")
_OTHERS = N_("Other sheets of this file are not read: {titles}. To read them: --sheet 2, and so on.")
_RENAMED = N_(
    "{count} numbers without a year are entered with the year of their receipt, for example: {example}."
)
_ROWS = N_("{count} rows would come in as register lama, {known} are in already, {doubtful} are doubtful.")
_NEXT = N_(
    "After that the next place in the register is {number}. If the book says otherwise, first mend "
    "the numbers in the sheet, or nomor.register_awal in office.toml."
)
_UNCLEAR = N_("Nothing can come in yet: mend the titles above first, then run again.")
_QUESTION = N_("Bring in {count} rows and {scans} scans? (yes/no)")
_DONE = N_("{count} rows and {scans} scans came in as register lama.")
_REST = N_("Doubtful rows: mend them in the sheet, then run again; what came in does not come in twice.")


def import_register(call: Call) -> int:
    """Shown, and done if asked; INCOMPLETE until all is mended."""
    args, session = call.args, session_of(call)
    planned = office.plan(session, Path(args.file), Path(args.scans) if args.scans else None, args.sheet)
    _show(call, planned)
    done, taken = Entered(0, 0), numbering.taken(session, planned.book) if planned else None
    if planned.is_unclear:
        call.say(_UNCLEAR)
    elif taken and not args.apply:
        call.refused(taken)
    elif _wanted(call, planned):
        done = office.enter(session, planned, _progress)
        if planned:
            call.say(_DONE, count=done.rows, scans=done.scans)
        if planned.doubts:
            call.say(_REST)
    elif planned:
        call.say(
            N_("Nothing has come in. To bring it in: {command}"),
            command=_command(call),
        )
    call.give(_plain(call, planned, done))
    return Exit.INCOMPLETE if planned.doubts or planned.is_unclear or taken else Exit.OK


def _wanted(call: Call, planned: Plan) -> bool:
    if call.args.apply:
        return True
    if call.args.dry_run or not planned or not is_terminal():
        return False
    return confirm(_QUESTION.fill(call.lang, count=len(planned.rows), scans=planned.new_scans), call.lang)


def _command(call: Call) -> str:
    words = ["rangkap", "import-register", call.args.file]
    words += ["--scans", call.args.scans] if call.args.scans else []
    words += ["--sheet", str(call.args.sheet)] if call.args.sheet != 1 else []
    return shlex.join([*words, "--apply"])


def _show(call: Call, planned: Plan) -> None:
    book = planned.book
    if book.unread:
        call.say(N_("Titles of columns:"))
    for column in book.unread:
        call.say(f"  {column.text(call.lang)}")
    if planned.doubts:
        call.say(N_("Doubtful rows; they stay out until they are mended in the sheet:"))
    _show_all(call, [_format_error(call, group) for group in _groups(planned.doubts)])
    for head, names in ((_WAITING, planned.waiting), (_LOOSE, planned.scans.loose)):
        if names:
            call.say(head, count=len(names))
        _show_all(call, [f"  {name}" for name in names])
    if book.others:
        call.say(_OTHERS, titles=", ".join(f"“{' '.join(other.split())[:40]}”" for other in book.others[:20]))
    if book.renamed:
        example = next(row.number for row in book.rows if row.number != row.typed)
        call.say(_RENAMED, count=book.renamed, example=example)
    if book.repeated:
        call.say(
            N_("{count} rows were typed twice and count once."),
            count=book.repeated,
        )
    doubtful = len({doubt.line for doubt in planned.doubts})
    call.say(_ROWS, count=len(planned.rows), known=planned.known, doubtful=doubtful)
    if call.args.scans:
        call.say(
            N_("{count} scans would come in with them."),
            count=planned.new_scans,
        )
    if planned.rows:
        call.say(_NEXT, number=planned.following)


def _show_all(call: Call, lines: Sequence[str]) -> None:
    for line in lines[:_MOST]:
        call.say(line)
    if len(lines) > _MOST:
        call.say(
            N_("  … and {count} more (--json shows all)"),
            count=len(lines) - _MOST,
        )


def _groups(doubts: Sequence[RowError]) -> list[list[RowError]]:
    """By row; many with one reason in a column together."""
    by_reason: dict[tuple[str, str], list[RowError]] = {}
    for doubt in doubts:
        by_reason.setdefault((doubt.word, doubt.place), []).append(doubt)
    groups: list[list[RowError]] = []
    for doubt in doubts:
        group = by_reason[doubt.word, doubt.place]
        if len(group) <= _TOGETHER:
            groups.append([doubt])
        elif doubt is group[0]:
            groups.append(group)
    return groups


def _format_error(call: Call, group: Sequence[RowError]) -> str:
    first = group[0]
    place = _PLACE.fill(call.lang, letters=first.place, title=first.column) if first.place else ""
    fields = {
        "line": first.line,
        "place": place,
        "what": first.what(call.lang),
        "mend": first.mend(call.lang),
    }
    if len(group) == 1:
        return _LINE.fill(call.lang, **fields)
    return _LINES.fill(call.lang, count=len(group), lines=ranges([doubt.line for doubt in group]), **fields)


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() and (done == total or not done % 10):
        print(f"\r{done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _plain(call: Call, planned: Plan, done: Entered) -> dict[str, Any]:
    return {
        "rows": [
            {
                "line": row.line,
                "register_number": row.number,
                "scans": len(planned.scans.by_row.get(row.digest, ())),
            }
            for row in planned.rows
        ],
        "doubtful": [
            {
                "line": doubt.line,
                "cell": f"{doubt.place}{doubt.line}" if doubt.place else "",
                "column": doubt.column,
                "reason": doubt.what(call.lang),
                "mend": doubt.mend(call.lang),
            }
            for doubt in planned.doubts
        ],
        "known": planned.known,
        "repeated": planned.book.repeated,
        "scans": planned.new_scans,
        "waiting_scans": list(planned.waiting),
        "loose_scans": list(planned.scans.loose),
        "columns": [
            {"column": column.place, "title": column.title, "problem": column.word, "meant": column.meant}
            for column in planned.book.unread
        ],
        "other_sheets": list(planned.book.others),
        "next": planned.following,
        "imported": done.rows,
        "imported_scans": done.scans,
    }
