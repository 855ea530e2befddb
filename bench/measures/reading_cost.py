"""S1: what reading one scanned page costs, beside the Tesseract command line on the same page."""

from __future__ import annotations

import os
from collections.abc import Sequence

from bench import tesseract
from bench.line import Line, Run, at_most, not_measured, plain
from bench.papers import office, papers
from bench.processes import Meter
from pipeline.intake.reader import Reader

_READ = "one scanned page → text, word boxes, codes: CPU"
_PDF = "the same with a searchable PDF: CPU"


def take(run: Run) -> Sequence[Line]:
    """Read ``n`` office scans with a warm reader; the glance for codes at arrival is told apart."""
    scans = [office(paper, seed) for seed in range(-(-run.n // 4)) for paper in papers(4)][: run.n]
    reading, glancing, theirs = Meter(), Meter(), Meter()
    with Reader() as reader:
        for number, scan in enumerate([scans[0], *scans]):
            path = run.room / f"{number}.jpg"
            path.write_bytes(scan)
            handle = os.open(path, os.O_RDONLY)
            try:
                if not number:
                    reader.read(handle)  # starts and warms the child; not counted
                    continue
                with reading:
                    reader.read(handle)
                with glancing:
                    reader.glance(handle)
            finally:
                os.close(handle)
            if tesseract.is_here():
                with theirs:
                    tesseract.read(path, "tsv")
    return _lines(len(scans), reading.spent.cpu, glancing.spent.cpu, theirs.spent.cpu)


def _lines(pages: int, ours: float, glance: float, theirs: float) -> list[Line]:
    own = f"{ours / pages:.2f} CPU s a page"
    lines = [
        plain("S1", _READ, ours / pages, "CPU s", "–"),
        plain("S1", "the glance for codes when a document comes in: CPU", glance / pages, "CPU s", "–"),
    ]
    if theirs:
        against = f"tesseract CLI, text and boxes only: {theirs / pages:.2f} CPU s a page"
        lines.append(at_most("S1", _READ, ours / theirs, "×", 1.1, against))
    else:
        lines.append(not_measured("S1", _READ, "×", "≤ 1.1", f"{tesseract.MISSING}; ours {own}"))
    lines.append(not_measured("S1", _PDF, "×", "≤ 0.25", "OCRmyPDF is no part of this environment"))
    return lines
