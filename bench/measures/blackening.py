"""S14: how much of what must be blacked out on the victim's copy is proposed without a person.

Counted in words on the paper, judged on letters the rules were not made on. A word counts as found where the boxes
hide nine tenths of its ink. Over-blacking is counted too: words of the victim herself, and words of nobody.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from bench.line import Line, Run, at_least, at_most, plain
from bench.papers import Paper, clean, fax, office, skew_of
from bench.victim_letters import Letter, area, known, unknown
from pipeline.intake.reader import Reader
from pipeline.letters.black_find import finds
from pipeline.letters.black_wanted import wanted_of

_HIDDEN, _DARK = 0.9, 140
_OFFICE = ("P2TP2A Kabupaten Batang Asri", "Muara Lanting")
_KINDS: dict[str, tuple[Callable[[Paper], bytes], str, int, bool, float]] = {
    "clean": (clean, "png", 300, False, 95.0),
    "office": (office, "jpg", 200, True, 95.0),
    "fax": (fax, "tif", 200, True, 90.0),
}
"""How a page is worn: the ending of the file, its dots per inch, whether it lies askew, the share aimed at."""


def take(run: Run) -> Sequence[Line]:
    """Measure every kind of wear on the letters the rules were made on, and on the first ``n`` of the others."""
    lines = []
    with Reader() as reader:
        for kind, (_, _, _, _, least) in _KINDS.items():
            found, own, others, missed = counted(reader, run.room, kind, list(unknown())[: run.n])
            seen = counted(reader, run.room, kind, known())[0]
            against = f"on the samples the rules were made on {seen:.1f} %; missed: {', '.join(missed) or 'nothing'}"
            lines += [
                at_least("S14", f"words to black out that are proposed, {kind}", found, "%", least, against),
                at_most(
                    "S14",
                    f"the victim's own words that are proposed too, {kind}",
                    own,
                    "%",
                    5,
                    "words marked as hers",
                ),
                plain(
                    "S14", f"words of nobody that are proposed too, {kind}", others, "%", "all other words"
                ),
            ]
    return lines


def counted(
    reader: Reader, room: Path, kind: str, letters: Iterable[Letter]
) -> tuple[float, float, float, list[str]]:
    """Return the shares (per cent) of words hidden: of those that go, of the victim's, of others; and those missed."""
    sums: dict[str, list[bool]] = {"goes": [], "stays": [], "other": []}
    missed = []
    for letter in letters:
        for text, sort, is_hidden in _words(reader, room, kind, letter):
            sums[sort].append(is_hidden)
            missed += [text] if sort == "goes" and not is_hidden else []
    goes, stays, other = (100 * sum(one) / max(len(one), 1) for one in sums.values())
    return goes, stays, other, missed


def _words(reader: Reader, room: Path, kind: str, letter: Letter) -> Iterable[tuple[str, str, bool]]:
    make, ending, dpi, is_askew, _ = _KINDS[kind]
    data = make(letter.paper)
    path = room / f"victim-{letter.paper.number}-{kind}.{ending}"
    path.write_bytes(data)
    handle = os.open(path, os.O_RDONLY)
    try:
        pages = reader.read(handle).pages
    finally:
        os.close(handle)
    picture = Image.open(io.BytesIO(data)).convert("L")
    dark = np.asarray(picture) < _DARK
    cover = Image.new("1", picture.size)
    for one in finds(pages, wanted_of(letter.values, office=_OFFICE)):
        ImageDraw.Draw(cover).rectangle(one.box, fill=1)
    black = np.asarray(cover)
    angle = skew_of(letter.paper) if is_askew else 0.0
    for word in letter.words:
        place = Image.new("1", picture.size)
        ImageDraw.Draw(place).polygon(area(word, dpi, angle, picture.size), fill=1)
        ink = dark & np.asarray(place)
        share = float((ink & black).sum() / max(ink.sum(), 1))
        sort = "goes" if word.goes else "stays" if word.stays else "other"
        yield word.text, sort, share >= _HIDDEN if sort == "goes" else share > 1 - _HIDDEN + 0.2
