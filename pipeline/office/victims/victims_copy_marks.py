"""What a person adds to the proposal for a victim's copy, or takes from it: lines of text, a mark a line.

``+ words`` blacks them out wherever they stand; ``+ 2: 10 20 60 25`` blacks out a place of page 2, in per cent of the
page from left and top; ``- 2.7`` leaves the seventh mark of page 2 away. Numbers are those of the pictures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.kernel.errors import Refusal
from pipeline.letters.black import TYPED, finds, wanted_of
from pipeline.office.victims.victims_copy_files import ChosenPage, Mark, Plan
from pipeline.office.victims.victims_copy_pages import box_on

PLACE = "ditandai"
_NUMBER = r"\d{1,3}(?:[.,]\d+)?"
_BOX = re.compile(rf"\+\s*(\d+)\s*:\s*({_NUMBER})\s+({_NUMBER})\s+({_NUMBER})\s+({_NUMBER})\s*")
_LEAVE = re.compile(r"-\s*(\d+)\.(\d+)\s*")
_WORDS = re.compile(r"\+\s*(\S.*)")


def changed(plan: Plan, lines: Sequence[str]) -> Plan:
    """Return ``plan`` with what ``lines`` say; empty lines are passed over.

    All numbers are those before the change.
    """
    left: dict[int, set[int]] = {}
    added: dict[int, list[Mark]] = {}
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text:
            continue
        if found := _LEAVE.fullmatch(text):
            page, place = int(found[1]), int(found[2])
            if not (1 <= page <= len(plan.pages) and 1 <= place <= len(plan.pages[page - 1].marks)):
                raise Refusal("office.bad_mark", line=number)
            left.setdefault(page, set()).add(place)
        elif found := _BOX.fullmatch(text):
            page, mark = _place(plan, number, found.groups())
            added.setdefault(page, []).append(mark)
        elif (found := _WORDS.fullmatch(text)) and any(one.isalnum() for one in text):
            for page, mark in _words(plan, number, found[1]):
                added.setdefault(page, []).append(mark)
        else:
            raise Refusal("office.bad_mark", line=number)
    return plan.with_pages(
        [_page(each, left.get(at, set()), added.get(at, [])) for at, each in enumerate(plan.pages, 1)]
    )


def _page(each: ChosenPage, left: set[int], added: Sequence[Mark]) -> ChosenPage:
    kept = [mark for at, mark in enumerate(each.marks, 1) if at not in left]
    new = [mark for mark in added if mark.box not in {one.box for one in kept}]
    return replace(each, marks=(*kept, *new))


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
