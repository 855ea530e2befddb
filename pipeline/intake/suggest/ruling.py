"""Tables ruled with typed strokes: which words are only lines of the table.

A stroke counts where its column holds three, so that the bent bracket of a tick box is none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.intake.reading import Row, Word

_STROKES = "|¦│"
_BENT = frozenset("|¦│Il1!]")
_RULE = frozenset("+-=_—–~|*")
_FEWEST = 3
_FEWEST_SIGNS = 8


def is_rule(row: Row) -> bool:
    """Tell whether a row is nothing but a typed line ("+-----+-----+", "_______")."""
    text = "".join(word.text for word in row.words)
    return len(text) >= _FEWEST_SIGNS and _RULE.issuperset(text)


def ruled(rows: Sequence[Row], unit: float) -> list[Row]:
    """Return the rows with each line of a typed table as a word of its own; ``unit`` is a character's width."""
    parted = [Row(tuple(piece for word in row.words for piece in _parted(word))) for row in rows]
    strokes = sorted(_middle(word) for row in parted for word in row.words if word.text in _STROKES)
    columns = [x for x in strokes if _near(strokes, x, unit) >= _FEWEST]
    return (
        list(rows)
        if not columns
        else [Row(tuple(_line(word, columns, unit) for word in row.words)) for row in parted]
    )


def is_line(word: Word) -> bool:
    """Tell whether a word of a ruled row is a line between two columns."""
    return word.text == LINE


LINE = "\x1f"  # a line of a table in what :func:`ruled` returns; no page holds this sign


def _middle(word: Word) -> float:
    return (word.box[0] + word.box[2]) / 2


def _near(sorted_: Sequence[float], x: float, unit: float) -> int:
    return bisect_right(sorted_, x + unit) - bisect_left(sorted_, x - unit)


def _line(word: Word, columns: Sequence[float], unit: float) -> Word:
    alone = len(word.text) == 1 and word.text in _BENT
    near = alone and _near(columns, _middle(word), unit) > 0
    return replace(word, text=LINE) if near else word


def _parted(word: Word) -> list[Word]:
    text = word.text
    bare = text.strip(_STROKES)
    if bare == text or not bare:
        return [word]
    left, _, right, _ = word.box
    each = (right - left) / len(text)
    lead = len(text) - len(text.lstrip(_STROKES))
    tail = len(text) - len(text.rstrip(_STROKES))
    cuts = [0, lead, len(text) - tail, len(text)]
    pieces = [
        replace(
            word,
            text=text[a:b],
            box=(round(left + a * each), word.box[1], round(left + b * each), word.box[3]),
        )
        for a, b in pairwise(cuts)
        if b > a
    ]
    return [replace(piece, text=_STROKES[0]) if not piece.text.strip(_STROKES) else piece for piece in pieces]
