"""``rangkap copy``: the copies for the victim."""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from pipeline.cli.call import Call
from pipeline.cli.open import session_of
from pipeline.kernel.text import N_
from pipeline.lookup import visible
from pipeline.lookup.kinds import CopyState, Sheet
from pipeline.office.victims import victims_copy as office
from pipeline.office.victims import victims_copy_hand
from pipeline.office.victims.victims_copy import CopyWithPlan
from pipeline.office.victims.victims_copy_choice import Option, options

_SHOWN = N_("{count} files are in {folder}. Look at each page: handwriting, photos and stamps are not "
            "found by the computer. Erase them afterwards.")  # fmt: skip
_MAY = N_("May be chosen:")
_MAY_NOT = N_("Not handed over:")
_COPIES = N_("Copies for the victim:")
_PAGE = N_("Page {page} ({document}): {count} places")
_POOR = N_("    ! this page is hard to read: look at it yourself")
_NOTHING = N_("    nothing was found")
_POORLY = 0.75


def copy(call: Call) -> int:
    """Puts out the pages, else shows the state."""
    args, session = call.args, session_of(call)
    if args.show:
        folder = Path(args.show).absolute()
        made = office.show(session, args.case, folder)
        call.say(_SHOWN, count=len(made), folder=folder)
        call.steps(victims_copy_hand.next_steps(session, visible.case(session, args.case)))
        return call.give({"files": [str(file) for file in made]}, "\n".join(map(str, made)))
    case, copies = office.seen(session, args.case)
    known = options(case)
    for seen in copies:
        for line in _marks(seen, call.lang):
            call.say(line)
    call.steps(victims_copy_hand.next_steps(session, case))
    return call.give(_plain(known, copies, call.lang), "\n".join(_lines(known, copies, call.lang)))


def _lines(known: Sequence[Option], copies: Sequence[CopyWithPlan], lang: str) -> list[str]:
    rest = [(option.name, option.why_not) for option in known if option.why_not]
    return [
        _MAY.fill(lang),
        *(f"  {option.name}" for option in known if option.why_not is None),
        *(["", _MAY_NOT.fill(lang)] if rest else []),
        *(f"  {name}: {why.fill(lang)}" for name, why in rest),
        *(["", _COPIES.fill(lang)] if copies else []),
        *(f"  {seen.sheet.id}  {seen.sheet.state}{_why(seen.sheet)}" for seen in copies),
    ]


def _why(sheet: Sheet) -> str:
    if sheet.state == CopyState.UNCLAIMED:
        return f" ({sheet.decision['withdrawn']['reason']})"
    return f" ({sheet.decision['reason']})" if sheet.state == CopyState.RETURNED else ""


def _marks(seen: CopyWithPlan, lang: str) -> Iterator[str]:
    numbers = count(1)
    for document in seen.plan.documents if seen.plan else ():
        for chosen in document.pages:
            number = next(numbers)
            yield _PAGE.fill(lang, page=number, document=document.name, count=len(chosen.marks))
            for at, mark in enumerate(chosen.marks, 1):
                yield f"    {number}.{at} {mark.words} ({mark.why})"
            if not chosen.marks:
                yield _NOTHING.fill(lang)
            if chosen.page.source == "ocr" and chosen.page.confidence < _POORLY:
                yield _POOR.fill(lang)


def _plain(known: Sequence[Option], copies: Sequence[CopyWithPlan], lang: str) -> dict[str, Any]:
    rows = [
        {
            "name": option.name,
            "choosable": option.why_not is None,
            "reason": option.why_not.fill(lang) if option.why_not else "",
        }
        for option in known
    ]
    return {"documents": rows, "copies": [_copy(seen) for seen in copies]}


def _copy(seen: CopyWithPlan) -> dict[str, Any]:
    sheet = seen.sheet
    plain: dict[str, Any] = {
        "copy": sheet.id,
        "case": sheet.case,
        "state": str(sheet.state),
        "revision": sheet.revision,
        "sha256": sheet.digest,
        "documents": list(sheet.decision.get("documents", ())),
    }
    if seen.plan:
        plain["pages"] = [
            [{"box": list(mark.box), "words": mark.words, "why": mark.why} for mark in chosen.marks]
            for chosen in seen.plan.pages
        ]
    return plain
