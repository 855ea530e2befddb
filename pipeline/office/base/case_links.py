"""What was merged, divided, added or moved, by the history alone."""

from collections.abc import Iterable

from pipeline.archive.read import Document
from pipeline.cases.closing import MERGED_IN, PARTED_IN, merged_into
from pipeline.records import cases, history
from pipeline.records.numbers import normalize_number

ADDED = "add_letter"
MOVED_OUT = "move_out"
_PARTS = {"divide": "new", "divided_from": "from"}


def bearing(number: str) -> set[str]:
    """The cases with a further letter of that number."""
    plain = normalize_number(number)
    return {
        act.case
        for act in history.of_verb(ADDED)
        if plain and normalize_number(str(act.detail.get("number", ""))) == plain
    }


def merged_here(number: str) -> list[str]:
    """The cases merged into ``number``."""
    last = {
        act.detail["from"]: act.verb for act in history.of_case(number) if act.verb in (MERGED_IN, PARTED_IN)
    }
    return sorted(case for case, verb in last.items() if verb == MERGED_IN)


def together(number: str) -> list[str]:
    """The cases merged or divided with ``number``, also indirectly."""
    numbers = [number]
    for case in numbers:
        numbers.extend(other for other in _beside(case) if other not in numbers)
    return numbers[1:]


def _beside(number: str) -> list[str]:
    acts = [act for act in history.of_case(number) if act.verb in _PARTS]
    divided = [str(act.detail[_PARTS[act.verb]]) for act in acts]
    near = {*merged_here(number), merged_into(cases.get(number)) or number, *divided}
    return sorted(case for case in near if cases.has(case))


def leads_on(numbers: list[str]) -> list[str]:
    """``numbers``, and the cases they were merged into."""
    case_numbers = list(numbers)
    for number in case_numbers:
        into = merged_into(cases.get(number))
        if into and into not in case_numbers and cases.has(into):
            case_numbers.append(into)
    return case_numbers


def moved_out(documents: Iterable[Document], acts: Iterable[history.Act]) -> list[dict[str, str]]:
    """Moved away and not back, with the case that has each."""
    here = {document.logical for document in documents}
    targets = {act.detail["name"]: act.detail["into"] for act in acts if act.verb == MOVED_OUT}
    return [{"name": name, "into": into} for name, into in sorted(targets.items()) if name not in here]
