"""S2: how many characters are read wrong on worn pages that no rule was tuned on."""

import os
from collections.abc import Sequence
from pathlib import Path

from bench import tesseract
from bench.line import Line, Run, at_most
from bench.papers import KINDS, errors, papers
from pipeline.intake.reader import Reader


def take(run: Run) -> Sequence[Line]:
    """Read the first ``n`` letters in every kind of wear; the mean over the letters is given."""
    chosen = papers(run.n)
    lines = []
    with Reader() as reader:
        for kind, (make, ending, limit) in KINDS.items():
            ours, theirs = [], []
            for paper in chosen:
                path = run.room / f"{kind}-{paper.number}.{ending}"
                path.write_bytes(make(paper))
                ours.append(errors(_read(reader, path), paper.text))
                if tesseract.is_here():
                    theirs.append(errors(tesseract.read(path), paper.text))
            against = f"tesseract CLI {_mean(theirs):.2f} %" if theirs else tesseract.MISSING
            label = f"characters read wrong, {kind}"
            spread = f"; worst letter {max(ours):.2f} %"
            lines.append(at_most("S2", label, _mean(ours), "%", limit, against + spread))
    return lines


def _read(reader: Reader, path: Path) -> str:
    handle = os.open(path, os.O_RDONLY)
    try:
        return reader.read(handle).text
    finally:
        os.close(handle)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
