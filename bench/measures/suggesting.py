"""F1: how right suggestions are on worn pages of letters that the rules were not written on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench.line import Line, Run, at_least, plain
from bench.papers import KINDS, printed
from bench.suggested import SURE, Letter, Tally, letters
from pipeline.intake.reader import Reader
from pipeline.intake.reading import Page
from pipeline.intake.suggest import suggest

PARTS = {"unseen_2": 100, "unseen_3": 200, "unseen_4": 300}
"""The sets, and from which number their sheets are counted, so that none is worn like another or one of S2."""
TARGETS = {"clean": 0.95, "office scan": 0.95, "phone photo": 0.85, "fax": None}
RIGHT_WHEN_SURE = 97


def take(run: Run) -> Sequence[Line]:
    """Read the first ``n`` letters of each set in four kinds of wear and compare what is suggested with what they say."""
    lines: list[Line] = []
    with Reader() as reader:
        for part, sheet in PARTS.items():
            chosen = letters(part)[: run.n]
            for kind, target in TARGETS.items():
                tally = _tally(reader, run, chosen, kind, sheet)
                lines += _lines(f"{part}, {kind}", target, tally, len(chosen))
    return lines


def _tally(reader: Reader, run: Run, chosen: Sequence[Letter], kind: str, sheet: int) -> Tally:
    """Return the scores of the letters ``chosen``, printed and worn as ``kind``, sheets counted from ``sheet``."""
    tally = Tally()
    for face, letter in enumerate(chosen):
        worn = [KINDS[kind][0](printed(text, sheet + n, face)) for n, text in enumerate(letter.pages)]
        pages = list(_read(reader, run.room / f"page.{KINDS[kind][1]}", worn))
        sheet += len(letter.pages)
        tally.judge(letter.expected, suggest(pages))
    return tally


def _read(reader: Reader, path: Path, worn: Sequence[bytes]) -> Iterator[Page]:
    """Yield the pages of a letter as they are read from the files ``worn``, each put at ``path`` in its turn."""
    for number, data in enumerate(worn, 1):
        path.write_bytes(data)
        handle = os.open(path, os.O_RDONLY)
        try:
            yield from (replace(page, number=number) for page in reader.read(handle).pages)
        finally:
            os.close(handle)


def _lines(kind: str, target: float | None, tally: Tally, count: int) -> list[Line]:
    whole = tally.whole
    what = f"suggestions, {kind}: F1 of all fields"
    against = f"precision {whole.precision:.2f}, recall {whole.recall:.2f}, {count} letters"
    found = [
        plain("F1", what, whole.f1, "F1", against)
        if target is None
        else at_least("F1", what, whole.f1, "F1", target, against)
    ]
    sure, right = tally.between(SURE, 2)
    doubtful, good = tally.between(0, SURE)
    others = f"{sure} answers; of the {doubtful} below {SURE} {100 * (good or 0):.0f} % are right"
    calm = f"suggestions, {kind}: right where confidence is {SURE} or more"
    found.append(at_least("F1", calm, 100 * (1 if right is None else right), "%", RIGHT_WHEN_SURE, others))
    for name, score in tally.fields.items():
        told = f"precision {score.precision:.2f}, recall {score.recall:.2f}"
        found.append(plain("F1", f"suggestions, {kind}: {name}", score.f1, "F1", told))
    return found
