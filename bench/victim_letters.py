"""Letters of victims with what must be blacked out in them marked, printed and worn like the other papers.

In ``bench/victim`` what stands in ``[…]`` must go and what stands in ``{…}`` is hers and must stay; the first line
says what the office typed in at registration. They were written before any rule was tuned and are never looked at
for tuning; the rules were made on the product's own samples (:func:`known`). Where a word lies after the wear is
known exactly.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.papers import Paper
from demo.answers import registration
from demo.scans import sample_text
from demo.sheet import Sheet, font, width
from pipeline.cases.values import from_plain

FOLDER = Path(__file__).parent / "victim"
_FACES = (("serif", 12.0), ("sans", 11.0), ("serif", 11.0), ("sans", 10.0))
_LEFT, _TOP, _LEADING = 25.0, 18.0, 1.35
_RUN = re.compile(r"\S+")
_SECRETS: Mapping[int, tuple[str, ...]] = {
    1: ("Darsono Peliwang", "Yuniarti Talahu", "Gang Kenanga 2 No. 0", "0812-0000-1102"),
    2: ("Tum", "RT 07 Bukit Sahaja", "0812-0000-2203"),
    6: ("Sukirno", "Hulu Bakung", "0812-0000-6601", "Anto"),
}
"""Phrases of the samples that must go; the rules were made on these."""
_OWN: Mapping[int, tuple[str, ...]] = {
    1: ("Rusmini Talahu", "9901015405940001", "0812-0000-1101", "Desa Tumbang Randu"),
    2: ("Ipit",),
    6: ("Jumi",),
}


@dataclass(frozen=True)
class Printed:
    """One word on the paper, in ``box`` (millimetres); ``goes`` and ``stays`` say what must become of it."""

    text: str
    box: tuple[float, float, float, float]
    goes: bool
    stays: bool


@dataclass(frozen=True)
class Letter:
    """A letter on ``paper`` with what the case knows as ``values``, and every word of it."""

    paper: Paper
    values: Mapping[str, Any]
    words: Sequence[Printed]


def known() -> Iterator[Letter]:
    """Yield the samples by which the rules were made."""
    for number in _SECRETS:
        text = sample_text(number).replace("[", "(").replace("]", ")").replace("{", "(").replace("}", ")")
        for phrases, (left, right) in ((_SECRETS[number], "[]"), (_OWN[number], "{}")):
            for phrase in phrases:
                sought = r"\s+".join(map(re.escape, phrase.split()))
                text = re.sub(f"({sought})", rf"{left}\1{right}", text)
        yield _letter(100 + number, text, from_plain(registration(number)))


def unknown() -> Iterator[Letter]:
    """Yield the letters by which the rules are judged."""
    for path in sorted(FOLDER.glob("*.txt")):
        values, _, text = path.read_text("utf-8").partition("\n")
        yield _letter(200 + int(path.stem), text, from_plain(json.loads(values)))


def _letter(number: int, text: str, values: Mapping[str, Any]) -> Letter:
    family, points = _FACES[number % len(_FACES)]
    face = font(family, points)
    sheet, words, kind = Sheet(), list[Printed](), ""
    column = width("x" * 100, face) / 100
    high = points * 25.4 / 72
    y = _TOP
    for line in text.splitlines():
        y += high * _LEADING
        end, marks = 0.0, 0
        for run in _RUN.finditer(line):
            word = run.group()
            shown = re.sub(r"[\[\]{}]", "", word)
            kind = next((one for one in word if one in "[{"), kind)
            x = max(_LEFT + (run.start() - marks) * column, end)
            sheet.write(x, y, shown, face)
            right = x + width(shown, face)
            words.append(
                Printed(shown, (x, y - 0.75 * high, right, y + 0.22 * high), kind == "[", kind == "{")
            )
            is_apart = line[run.end() : run.end() + 2] == "  "
            end = right + (2 * column if is_apart else width(" ", face))
            marks += len(word) - len(shown)
            kind = "" if re.search(r"[\]}]", word) else kind
    return Letter(Paper(number, re.sub(r"[\[\]{}]", "", text), sheet.image), values, words)


def area(word: Printed, dpi: int, angle: float, size: tuple[int, int]) -> list[tuple[float, float]]:
    """Return the corners of ``word`` on a page of ``size`` pixels that was turned by ``angle`` degrees when it was worn."""
    x0, y0, x1, y1 = (one / 25.4 * dpi for one in word.box)
    wide, high = size[0] / 2, size[1] / 2
    turn = np.deg2rad(-angle)
    across, down = float(np.cos(turn)), float(np.sin(turn))
    return [
        (wide + (x - wide) * across - (y - high) * down, high + (x - wide) * down + (y - high) * across)
        for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    ]
