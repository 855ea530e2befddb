"""Words become visual rows by where they stand, so that "Nomor" and its far value stay one row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from pipeline.intake.reading import Row, Word

# a word and its box (x0, y0, x1, y1) on the straightened page
Placed = tuple[Word, tuple[float, float, float, float]]


@dataclass
class _Line:
    items: list[Placed] = field(default_factory=list)

    @property
    def middle(self) -> float:
        return median((box[1] + box[3]) / 2 for _, box in self.items[-8:])

    @property
    def height(self) -> float:
        return median(box[3] - box[1] for _, box in self.items[-8:])


def rows_of(words: Sequence[Placed]) -> tuple[Row, ...]:
    """Return the rows from top to bottom, each from left to right."""
    lines: list[_Line] = []
    for item in sorted(words, key=lambda one: (one[1][1] + one[1][3], one[1][0])):
        box = item[1]
        middle = (box[1] + box[3]) / 2
        if near := [line for line in lines[-6:] if abs(line.middle - middle) < 0.5 * _smaller(line, box)]:
            min(near, key=lambda line: abs(line.middle - middle)).items.append(item)
        else:
            lines.append(_Line([item]))
    lines.sort(key=lambda line: line.middle)
    return tuple(
        Row(tuple(word for word, _ in sorted(line.items, key=lambda one: one[1][0]))) for line in lines
    )


def _smaller(line: _Line, box: tuple[float, float, float, float]) -> float:
    # Heights differ (commas, capitals, letterheads): the larger counts, up to twice the smaller
    heights = sorted((line.height, max(box[3] - box[1], 1.0)))
    return min(heights[1], 2 * heights[0])
