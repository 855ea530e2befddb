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


def attempts(one: Sheet | None) -> list[dict[str, Any]]:
    """The failed attempts, oldest first."""
    return list(one.decision.get("attempts", ())) if one else []


def sent(one: Sheet | None) -> dict[str, Any]:
    """How and when the letter last left."""
    return dict(one.decision.get("sent", {})) if one else {}


def is_out(one: Sheet | None) -> bool:
    """Whether the letter left and has not failed since."""
    tried, left = attempts(one), sent(one)
    is_back = bool(tried) and str(tried[-1].get("delivered_day", "")) >= str(left.get("day", ""))
    return bool(left) and not is_back


def result(one: Sheet | None) -> dict[str, Any]:
    """The outcome; empty while open."""
    return dict(one.decision.get("result", {})) if one and one.state != DispatchState.OPEN else {}


def is_handled(one: Sheet | None) -> bool:
    """Whether it was delivered or declared undeliverable."""
    return one is not None and one.state in (DispatchState.DELIVERED, DispatchState.NEVER)


def awaits_receipt(one: Sheet | None) -> bool:
    """Whether the signed receipt's scan is missing."""
    return one is not None and result(one).get("proof") == "tanda terima" and not one.arrival


def day_of(one: Sheet | None) -> date | None:
    """The day of delivery or declared failure."""
    written = result(one).get("delivered_day", "")
    return date.fromisoformat(written) if written else None


def words(one: Sheet | None) -> str:
    """The delivery in the register's words."""
    found = result(one)
    if not one or not found:
        return ""
    if one.state == DispatchState.NEVER:
        return f"{DispatchState.NEVER}: {found['never']}"
    return format_delivery(found["way"], found.get("receiver", ""))


def laid_on(answer: Answered, known: Sequence[Sheet], letter: str) -> Answered:
    """``answer`` with its delivery."""
    one = of_letter(known, letter)
    is_there = one is not None and one.state == DispatchState.DELIVERED
    return Answered(answer.number, answer.day, answer.signed, day_of(one) if is_there else None, words(one))
