"""``rangkap find``, ``show``, ``todo``, ``code``; late imports halve their start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.cli import pages
from pipeline.cli.call import Call
from pipeline.cli.open import session_of
from pipeline.cli.prompts import ask_reason
from pipeline.cli.reminders import remind
from pipeline.kernel.commands import command_of
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup.kinds import SheetState
from pipeline.office.cases import earlier
from pipeline.office.cases.earlier import Earlier
from pipeline.office.overview import find as office

_RESTRICTED = N_("Access restricted. Reason for opening this case")
_NAME = N_("Name, call name or initials")
_NOBODY = N_(
    "No case has somebody of such a name. Other spellings were tried; try a part of the name, or "
    "the call name."
)
_REVEAL = N_("Reason for revealing identities")


def find(call: Call) -> int:
    """Find a case by number, or by a person's name."""
    if call.args.people:
        return _people(call)
    pairs = [
        (match.meant, pages.typed_case(match.plain))
        for match in office.find(session_of(call), call.args.number)
    ]
    texts = (
        f"{meant.fill(call.lang)}\n{pages.found(plain, call.settings.zone)}".strip() for meant, plain in pairs
    )
    return call.give([plain for _, plain in pairs], "\n\n".join(texts))


def _people(call: Call) -> int:
    """The name is asked, so that no shell history holds it."""
    session = session_of(call)
    earlier.may_seek(session)
    rows = [(_led(known), known.plain()) for known in earlier.find(session, _asked(call, _NAME))]
    if not rows:
        call.say(_NOBODY)
    return call.give([plain for _, plain in rows], "\n".join(line for line, _ in rows))


def _led(known: Earlier) -> str:
    line = known.message_alone()
    return line if known.is_restricted else f"{line}  → {command_of(Next('show', known.case))}"


def show(call: Call) -> int:
    """Show one case; ``--reveal`` with names, for a reason."""
    session = session_of(call)
    reason = ""
    if office.needs_reason(session, call.args.case):
        reason = _asked(call, _RESTRICTED)
    plain = pages.typed_case(office.show(session, call.args.case, reason=reason).plain)
    if plain.get("destroyed"):
        return call.give(plain, pages.destroyed(plain))
    if call.args.reveal:
        reason = reason or _asked(call, _REVEAL)
        plain = plain | office.revealed(session, call.args.case, reason)
    return call.give(plain, pages.case(plain, call.settings.zone, whole=True))


def todo(call: Call) -> int:
    """Show what waits."""
    groups = {name: list(map(pages.typed, rows)) for name, rows in office.todo(session_of(call)).items()}
    remind(call)
    return call.give(groups, pages.todo(groups, call.settings.zone))


def code(call: Call) -> int:
    """Resolve a typed code or letter id."""
    row = office.resolve(session_of(call), call.args.text)
    return call.give(row, told_of_code(row, call.lang))


_LETTER = N_("Letter {letter} ({kind}), case {case}: {state}.")
_COPY = N_("Copy {copy} of 2, revision {revision}: {back}.")
_CURRENT = N_("This revision is the one that counts.")
_OLD = N_("This revision counts NO more: neither sign nor deliver it.")  # fmt: skip
_BACK = N_("its signed scan is back")
_AWAY = N_("its signed scan is not back yet")
_CASE = N_("All of it: rangkap show {case}")
_SHEET = N_("Sheet {sheet} ({kind}), case {case}: {state}.")
_DECIDE = N_("Type in its decision: rangkap record-decision {sheet}")
_SCAN = N_("Once it is signed, scan it into the inbox.")
_PAGE = N_("Register page {page}, up to entry {entry}: {state}.")  # fmt: skip
_PAGE_COPY = N_("Copy {copy} of 2: {back}.")


def told_of_code(row: Mapping[str, Any], lang: str) -> str:
    """What :func:`pipeline.office.overview.find.resolve` found."""
    lines = _page if "page" in row else _sheet if "sheet" in row else _letter
    return "\n".join(lines(row, lang))


def _sheet(row: Mapping[str, Any], lang: str) -> list[str]:
    told_ = {name: row[name] for name in ("sheet", "kind", "case", "state")}
    next_ = {SheetState.MADE: [_SCAN], SheetState.RETURNED: [_DECIDE]}.get(row["state"], [])
    return [line.fill(lang, **told_) for line in (_SHEET, *next_, _CASE)]


def _page(row: Mapping[str, Any], lang: str) -> list[str]:
    lines = [_PAGE.fill(lang, page=row["page"], entry=row["entry"], state=row["state"])]
    copies = [row["copy"]] if "copy" in row else [1, 2]
    return lines + [
        _PAGE_COPY.fill(lang, copy=copy, back=_back(copy in row["received"], lang)) for copy in copies
    ]


def _letter(row: Mapping[str, Any], lang: str) -> list[str]:
    kind = LETTER_KINDS[row["kind"]].name.fill(lang)
    lines = [_LETTER.fill(lang, letter=row["letter"], kind=kind, case=row["case"], state=row["state"])]
    if "copy" in row:
        back = _back(row["received"], lang)
        lines.append(_COPY.fill(lang, copy=row["copy"], revision=row["revision"], back=back))
        lines.append((_CURRENT if row["current"] else _OLD).fill(lang))
    return [*lines, _CASE.fill(lang, case=row["case"])]


def _back(is_back: bool, lang: str) -> str:
    return (_BACK if is_back else _AWAY).fill(lang)


def _asked(call: Call, question: Text) -> str:
    return ask_reason(question.fill(call.lang), call.lang)
