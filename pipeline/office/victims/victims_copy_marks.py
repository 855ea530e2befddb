"""What a person adds to the proposal for a victim's copy, a mark a line, and which marks are taken from it.

Words are blacked out wherever they stand; ``2: 10 20 60 25`` blacks out a place of page 2, in per cent of the page from
left and top; the mark called ``2.7`` is the seventh of page 2. Numbers are those of the pictures.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.kernel.errors import Refusal
from pipeline.letters.black import TYPED, finds, wanted_of
from pipeline.office.victims.victims_copy_files import Mark, Plan
from pipeline.office.victims.victims_copy_pages import box_on

PLACE = "ditandai"
_NUMBER = r"\d{1,3}(?:[.,]\d+)?"
_BOX = re.compile(rf"(\d+)\s*:\s*({_NUMBER})\s+({_NUMBER})\s+({_NUMBER})\s+({_NUMBER})")


def changed(plan: Plan, taken_off: Collection[str], lines: Sequence[str]) -> Plan:
    """Return ``plan`` without the marks that are ``taken_off`` and with what ``lines`` say; empty lines are passed over.

    All numbers are those before the change.
    """
    added: dict[int, list[Mark]] = {}
    for number, line in enumerate(lines, 1):
        typed = line.strip()
        if found := _BOX.fullmatch(typed):
            page, mark = _place(plan, number, found.groups())
            added.setdefault(page, []).append(mark)
        elif any(sign.isalnum() for sign in typed):
            for page, mark in _words(plan, number, typed):
                added.setdefault(page, []).append(mark)
        elif typed:
            raise Refusal("office.bad_mark", line=number)
    pages = []
    for at, chosen in enumerate(plan.pages, 1):
        kept = [mark for place, mark in enumerate(chosen.marks, 1) if f"{at}.{place}" not in taken_off]
        boxes = {mark.box for mark in kept}
        new = [mark for mark in added.get(at, ()) if mark.box not in boxes]
        pages.append(replace(chosen, marks=(*kept, *new)))
    return plan.with_pages(pages)


def _place(plan: Plan, line: int, given: Sequence[str]) -> tuple[int, Mark]:
    page = int(given[0])
    x0, y0, x1, y1 = (float(one.replace(",", ".")) for one in given[1:])
    is_place = 0 <= x0 < x1 <= 100 and 0 <= y0 < y1 <= 100
    if not (1 <= page <= len(plan.pages) and is_place) or not plan.pages[page - 1].page.width:
        raise Refusal("office.bad_mark", line=line)
    return page, Mark(box_on(plan.pages[page - 1].page, (x0, y0, x1, y1)), "", PLACE)


def _words(plan: Plan, line: int, words: str) -> list[tuple[int, Mark]]:
    """Return the places where ``words`` stand, in all documents."""
    found = []
    first = 0
    for one in plan.documents:
        places = finds([page.page for page in one.pages], wanted_of({}, typed=[words]))
        found += [
            (first + each.page, Mark(each.box, each.words, TYPED)) for each in places if each.why == TYPED
        ]
        first += len(one.pages)
    if not found:
        raise Refusal("office.words_not_found", line=line)
    return found
