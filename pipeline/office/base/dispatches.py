"""Step 13: the dispatches of a case, one sheet a letter."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from pipeline.cases.delivery import format_delivery
from pipeline.cases.register_columns import Answered
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import DispatchState, Sheet, SheetKind


def of_letter(known: Sequence[Sheet], letter: str) -> Sheet | None:
    """The dispatch of ``letter``, if any."""
    return next(
        (sheet for sheet in known if sheet.kind == SheetKind.DELIVERY and sheet.letter == letter), None
    )


def undelivered(written: Sequence[Letter], known: Sequence[Sheet]) -> list[Letter]:
    """The signed answers neither delivered nor declared undeliverable."""
    signed = [letter for letter in written if not letter.is_beside and letter.state == LetterState.SIGNED]
    return [letter for letter in signed if not is_handled(of_letter(known, letter.id))]


def by_letter(known: Iterable[Sheet]) -> dict[str, Sheet]:
    """The dispatches by letter."""
    return {sheet.letter: sheet for sheet in known if sheet.kind == SheetKind.DELIVERY}


def attempts(sheet: Sheet | None) -> list[dict[str, Any]]:
    """The failed attempts, oldest first."""
    return list(sheet.decision.get("attempts", ())) if sheet else []


def sent(sheet: Sheet | None) -> dict[str, Any]:
    """How and when the letter last left."""
    return dict(sheet.decision.get("sent", {})) if sheet else {}


def is_out(sheet: Sheet | None) -> bool:
    """Whether the letter left and has not failed since."""
    tried, left = attempts(sheet), sent(sheet)
    is_back = bool(tried) and str(tried[-1].get("delivered_day", "")) >= str(left.get("day", ""))
    return bool(left) and not is_back


def result(sheet: Sheet | None) -> dict[str, Any]:
    """The outcome; empty while open."""
    return dict(sheet.decision.get("result", {})) if sheet and sheet.state != DispatchState.OPEN else {}


def is_handled(sheet: Sheet | None) -> bool:
    """Whether it was delivered or declared undeliverable."""
    return sheet is not None and sheet.state in (DispatchState.DELIVERED, DispatchState.NEVER)


def awaits_receipt(sheet: Sheet | None) -> bool:
    """Whether the signed receipt's scan is missing."""
    return sheet is not None and result(sheet).get("proof") == "tanda terima" and not sheet.arrival


def day_of(sheet: Sheet | None) -> date | None:
    """The day of delivery or declared failure."""
    written = result(sheet).get("delivered_day", "")
    return date.fromisoformat(written) if written else None


def words(sheet: Sheet | None) -> str:
    """The delivery in the register's words."""
    outcome = result(sheet)
    if not sheet or not outcome:
        return ""
    if sheet.state == DispatchState.NEVER:
        return f"{DispatchState.NEVER}: {outcome['never']}"
    return format_delivery(outcome["way"], outcome.get("receiver", ""))


def laid_on(answer: Answered, known: Sequence[Sheet], letter: str) -> Answered:
    """``answer`` with its delivery."""
    sheet = of_letter(known, letter)
    is_there = sheet is not None and sheet.state == DispatchState.DELIVERED
    return Answered(
        answer.number, answer.day, answer.signed, day_of(sheet) if is_there else None, words(sheet)
    )
