"""Tick boxes: which options of a form are marked, also when OCR bends the brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BOX = re.compile(
    r"(?<![\w])(?:[\[({]\s?(?P<mark>[xXvV✓√✔%*KkYy]{1,2})\s?[\])}|lI1J]|[\[({]\s?(?P<blank>)[\])}|lIJ]|(?P<full>☑|☒|✓|√)|(?P<empty>☐|□)"
    r"|[Il|]\s?(?P<bent>[xXvV])\s?[\])}|]|\[(?P<open>[xX])(?=\s))"
)


@dataclass(frozen=True)
class Tick:
    """One box with the words beside it."""

    start: int
    end: int
    option: str
    is_marked: bool


def ticks(text: str) -> Iterator[Tick]:
    """Yield all tick boxes in ``text``; the option ends at the next box, a wide gap or the row."""
    boxes = list(_BOX.finditer(text))
    for index, box in enumerate(boxes):
        stop = boxes[index + 1].start() if index + 1 < len(boxes) else len(text)
        option = re.split(r"   |\n", text[box.end() : stop].lstrip(), maxsplit=1)[0].strip(" .,;")
        marked = bool(box["mark"] or box["full"] or box["bent"] or box["open"])
        yield Tick(box.start(), box.end() + len(option) + 1, option, marked)


def ticked(text: str) -> list[str] | None:
    """Return the marked options in ``text``, None when it holds no boxes."""
    found = list(ticks(text))
    return [tick.option for tick in found if tick.is_marked and tick.option] if found else None


_BOXLIKE = frozenset("[](){}IiLlJj|1tTpP3EeFfWwxXvV✓√")
_BRACKETS = frozenset("[](){}|J")


def state_before(text: str, start: int) -> bool | None:
    """Return whether the box right before an option is marked, None when no box stands there.

    OCR makes of "[x]" such things as ``IXJ``, ``(xJ``, ``px``, and of "[ ]" ``L J3``, ``(|``, ``LJ``.
    """
    row = text[text.rfind("\n", 0, start) + 1 : start]
    pieces: list[str] = []
    for piece in reversed(row[-12:].split()):
        if len(pieces) == 3 or len(piece) > 4 or not _BOXLIKE.issuperset(piece):
            break
        pieces.append(piece)
        if piece[0] in "[({":
            break
    box = "".join(reversed(pieces))
    if not box:
        return None
    bracketed = bool(_BRACKETS & set(box))
    if set(box) & set("xX✓√") or (bracketed and set(box) & set("vVwW")):
        return True
    return False if bracketed else None


_ANSWERS = re.compile(
    r"(?P<before>[\[({][^\])}\n]{0,3}[\])}lI1J|]\s*)?\b(?P<word>ya|tidak)\b(?:\s*:?\s*(?P<after>[\[({][^\])}\n]{0,3}[\])}lI1J|]))?",
    re.IGNORECASE,
)


def answered(text: str, end: int) -> bool | None:
    """Return what is marked behind a question ("ya [v]  tidak [ ]", "[ ] ya  [x] tidak"), None without such boxes."""
    row = text[end : text.find("\n", end) if "\n" in text[end:] else len(text)]
    found = list(_ANSWERS.finditer(row))
    if {one["word"].lower() for one in found} != {"ya", "tidak"} or len(found) != 2:
        return None
    side = "before" if found[0]["before"] else "after"
    boxes = {one["word"].lower(): one[side] or "" for one in found}
    marks = {word: bool(set(box[1:-1]) & set("xXvV✓√")) for word, box in boxes.items()}
    if not any(boxes.values()) or marks["ya"] == marks["tidak"]:
        return None
    return marks["ya"]
