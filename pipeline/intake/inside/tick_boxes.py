"""Printed tick boxes are found by their four edges and looked into for a mark by hand.

OCR takes an empty box for an O, a crossed one for an X: boxes are painted over for it and put among its words
as ``[ ]`` and ``[x]``. Accepted risk: a box with a worn edge.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import cv2
import numpy as np

from pipeline.intake.inside.paper import Grey, shrunk
from pipeline.intake.inside.text import Placed
from pipeline.intake.reading import Box, Word

EMPTY, MARKED = "[ ]", "[x]"
_BREADTH, _FINER = 1680, 1.1  # pixels of A4's short side at 200 dpi; from so much more a page is made smaller
_LEAST, _MOST = 21, 48  # pixels at 200 dpi: 2.7 to 6 mm; capital letters are smaller
_STROKE = 13  # pixels of an edge; those of a cross and of letters are shorter
_LONGEST, _CELL = 60, 64
_SQUARE, _ROUGHLY = 0.13, 0.35
_ALIKE, _FEWEST = 4, 2  # pixels by which boxes of a form differ, and how many it has
# no ink from and to so many pixels beside a box along a share of its height
_BEFORE, _BEHIND, _TALL = (3, 9), (1, 5), 0.45
_EDGE = 0.85  # share of each edge that is there
# share of a side that is a corner, and of ink in it: a large D or O has none in some
_CORNER, _FILLED = 0.12, 0.3
_ROUND, _DARK = 31, 22
_INSET = 0.17
_INK = 0.045  # share of ink within a marked box: a short tick has 8 %, dust 1 %
_BOLD, _BLACK = 6, 0.6  # pixels of a bold letter's stem; a box's edge has 2 to 4
_ROOM = 1.3
_REACH = 0.55
_BESIDE = 0.3  # sides of the box that a mark beyond it is painted over


@dataclass(frozen=True)
class TickBox:
    """A box on the page and whether it is marked."""

    box: Box
    is_marked: bool

    @property
    def text(self) -> str:
        """As it is typed."""
        return MARKED if self.is_marked else EMPTY


def tick_boxes(grey: Grey) -> list[TickBox]:
    """``grey`` is level, of 200 dpi; a larger page (a photo) counts as A4."""
    fine = max(1.0, min(grey.shape) / _BREADTH)
    if fine > _FINER:
        return [replace(tick, box=_times(tick.box, fine)) for tick in tick_boxes(shrunk(grey, 1 / fine))]
    ink = _ink(grey)
    level = _strokes(ink, (1, _STROKE))
    if not (heights := _pairs(_segments(level))):
        return []
    upright = _strokes(ink, (_STROKE, 1))
    edges = _near(_segments(np.ascontiguousarray(upright.T)), [_turned(height) for height in heights])
    sides = [_turned(pair) for pair in _pairs(edges)]
    squares = [
        box
        for rows in heights
        for columns in sides
        if _overlap(rows, columns)
        and _is_square(box := (columns[0], rows[1], columns[2], rows[3]), _SQUARE)
        and _is_framed(level, upright, box)
    ]
    boxes: list[Box] = []
    for box in sorted(squares, key=lambda box: (abs(_wide(box) - _high(box)), -_wide(box))):
        if any(_overlap(box, other) for other in boxes) or not _has_corners(ink, box):
            continue
        if not _is_in_word(ink, box) and not _is_bold(ink, upright, box):
            boxes.append(box)
    sizes = [_wide(box) + _high(box) for box in boxes]
    alike = [
        box
        for box, size in zip(boxes, sizes, strict=True)
        if sum(abs(size - other) <= _ALIKE for other in sizes) >= _FEWEST
    ]
    return [TickBox(box, _inked(ink, box) >= _INK) for box in sorted(alike, key=lambda box: (box[1], box[0]))]


def _segments(level: Grey) -> list[Box]:
    outlines = cv2.findContours(level, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]
    boxes = [(x, y, x + wide, y + high) for x, y, wide, high in map(cv2.boundingRect, outlines)]
    short = [box for box in boxes if _wide(box) <= _LONGEST and _high(box) <= _LONGEST]
    return sorted(short, key=lambda box: box[1])


def _pairs(segments: Sequence[Box]) -> list[Box]:
    # As far from each other as they are long; a blackened box is one stroke, and its own pair
    cells: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for segment in segments:
        cells[segment[0] // _CELL, segment[1] // _CELL].append(segment)
    boxes = []
    for top in segments:
        x, y = top[0] // _CELL, top[1] // _CELL
        for bottom in chain.from_iterable(cells.get((x + a, y + b), ()) for a in (-1, 0, 1) for b in (0, 1)):
            high = bottom[3] - top[1]
            if bottom[1] < top[1] or not _LEAST <= high <= _MOST:
                continue
            box = max(top[0], bottom[0]), top[1], min(top[2], bottom[2]), bottom[3]
            if _wide(box) >= _LEAST and _is_square(box, _ROUGHLY):
                boxes.append(box)
    return boxes


def _near(strokes: Sequence[Box], boxes: Sequence[Box]) -> list[Box]:
    if not strokes:
        return []
    own, other = np.array(strokes, np.int32)[:, None], np.array(boxes, np.int32)[None]
    touch = np.all(own[..., :2] <= other[..., 2:], axis=2) & np.all(other[..., :2] <= own[..., 2:], axis=2)
    return [strokes[int(index)] for index in np.flatnonzero(np.any(touch, axis=1))]


def _turned(box: Box) -> Box:
    return box[1], box[0], box[3], box[2]


def _is_square(box: Box, slack: float) -> bool:
    return abs(_wide(box) - _high(box)) <= slack * max(_wide(box), _high(box))


def _has_corners(ink: Grey, box: Box) -> bool:
    x0, y0, x1, y1 = box
    side = max(3, round(_CORNER * min(_wide(box), _high(box))))
    corners = (ink[y : y + side, x : x + side] for x in (x0, x1 - side) for y in (y0, y1 - side))
    return all(corner.size and float(corner.mean()) >= _FILLED for corner in corners)


def _is_in_word(ink: Grey, box: Box) -> bool:
    before = ink[box[1] : box[3], max(0, box[0] - _BEFORE[1]) : max(0, box[0] - _BEFORE[0])]
    behind = ink[box[1] : box[3], box[2] + _BEHIND[0] : box[2] + _BEHIND[1]]
    return any(part.size and float(part.any(axis=1).mean()) >= _TALL for part in (before, behind))


def _is_bold(ink: Grey, upright: Grey, box: Box) -> bool:
    x0, y0, x1, y1 = box
    quarter = (y1 - y0) // 4
    rows = upright[y0 + quarter : y1 - quarter]
    stems = [float(rows[:, max(0, at - _BOLD) : at + _BOLD].sum(axis=1).mean()) for at in (x0, x1)]
    return _INK <= _inked(ink, box) < _BLACK and max(stems) >= _BOLD


def _times(box: Box, factor: float) -> Box:
    x0, y0, x1, y1 = (round(edge * factor) for edge in box)
    return x0, y0, x1, y1


def _wide(box: Box) -> int:
    return box[2] - box[0]


def _high(box: Box) -> int:
    return box[3] - box[1]


def without(grey: Grey, ticks: Sequence[TickBox]) -> Grey:
    """Paint boxes and marks over, as far as no other ink is touched."""
    if not ticks:
        return grey
    bare = grey.copy()
    ink = _ink(grey)
    paper = np.uint8(np.percentile(grey[::7, ::7], 90))
    for tick in ticks:
        x0, y0, x1, y1 = tick.box
        reach, beside = round(_REACH * (y1 - y0)), round(_BESIDE * (x1 - x0))
        top, left = max(0, y0 - reach), max(0, x0 - beside)
        part = ink[top : y1 + reach // 2, left : x1 + beside]
        labels = cv2.connectedComponents(part, connectivity=8)[1]
        inner = labels[y0 - top : y1 - top, x0 - left : x1 - left]
        own = np.isin(labels, np.unique(inner[inner > 0])).astype(np.uint8)
        own[y0 - top : y1 - top, x0 - left : x1 - left] = 1
        spots = cv2.dilate(own, np.ones((3, 3), np.uint8)) > 0
        bare[top : y1 + reach // 2, left : x1 + beside][spots] = paper
    return bare


def _ink(grey: Grey) -> Grey:
    return (cv2.subtract(cv2.blur(grey, (_ROUND, _ROUND)), grey) > _DARK).astype(np.uint8)


def _strokes(ink: Grey, size: tuple[int, int]) -> Grey:
    gap = tuple(3 if side > 1 else 1 for side in size)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(gap, np.uint8))
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(size, np.uint8)), np.uint8)


def _is_framed(level: Grey, upright: Grey, box: Box) -> bool:
    x0, y0, x1, y1 = box
    band = max(4, round(0.18 * min(x1 - x0, y1 - y0)))
    left, top = max(0, x0 - 2), max(0, y0 - 2)
    sides = (
        level[top : y0 + band, x0:x1].any(axis=0),
        level[y1 - band : y1 + 2, x0:x1].any(axis=0),
        upright[y0:y1, left : x0 + band].any(axis=1),
        upright[y0:y1, x1 - band : x1 + 2].any(axis=1),
    )
    return all(side.size and float(side.mean()) >= _EDGE for side in sides)


def _overlap(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _inked(ink: Grey, box: Box) -> float:
    x0, y0, x1, y1 = box
    across, down = max(4, round(_INSET * (x1 - x0))), max(4, round(_INSET * (y1 - y0)))
    inner = ink[y0 + down : y1 - down, x0 + across : x1 - across]
    return float(inner.mean()) if inner.size else 0.0


def among(words: Sequence[Placed], ticks: Sequence[TickBox]) -> list[Placed]:
    """Drawn boxes replace signs within; where other letters stand over one, its sign was typed."""
    kept = list(words)
    for tick in ticks:
        over = [placed for placed in kept if _overlap(placed[0].box, tick.box)]
        if all(_is_within(placed[0].box, tick.box) for placed in over):
            x0, y0, x1, y1 = tick.box
            kept = [placed for placed in kept if placed not in over]
            kept.append((Word(tick.text, tick.box, 1.0), (float(x0), float(y0), float(x1), float(y1))))
    return kept


def _is_within(word: Box, box: Box) -> bool:
    middle = (word[0] + word[2]) / 2
    return box[0] <= middle <= box[2] and _wide(word) <= _ROOM * _wide(box)
