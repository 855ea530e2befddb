"""S1: what reading one scanned page costs, beside the Tesseract command line and OCRmyPDF on the same page."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench import ocrmypdf, tesseract
from bench.line import Line, Run, at_most, not_measured, plain
from bench.papers import office, papers
from bench.processes import Meter
from pipeline.intake.reader import Reader

_READ = "one scanned page → text, word boxes, codes: CPU"
_PDF = "the same with a searchable PDF: CPU"
_GLANCE = "the glance for codes when a document comes in: CPU"
_PEER = 3
"""Pages that OCRmyPDF is given: each takes it seconds."""


@dataclass
class _Meters:
    """What was spent: by us on reading, on the searchable PDF, on the glance; by the two others."""

    reading: Meter = field(default_factory=Meter)
    binding: Meter = field(default_factory=Meter)
    glancing: Meter = field(default_factory=Meter)
    theirs: Meter = field(default_factory=Meter)
    peer: Meter = field(default_factory=Meter)
    peers: int = 0


def take(run: Run) -> Sequence[Line]:
    """Read ``n`` office scans with a warm reader; the glance for codes at arrival is told apart."""
    scans = [office(paper, seed) for seed in range(-(-run.n // 4)) for paper in papers(4)][: run.n]
    meters = _Meters()
    with Reader(idle=600) as reader:
        for number, scan in enumerate([scans[0], *scans]):
            path = run.room / f"{number}.jpg"
            path.write_bytes(scan)
            _measure(reader, path, meters if number else _Meters())  # the first starts and warms the child
            if number and tesseract.is_here():
                with meters.theirs:
                    tesseract.read(path, "tsv")
    for number in range(1, min(_PEER, len(scans)) + 1 if ocrmypdf.is_here() else 1):
        meters.peers += 1
        with meters.peer:
            ocrmypdf.make(run.room / f"{number}.jpg", run.room / "searchable.pdf")
    return _lines(len(scans), meters)


def _measure(reader: Reader, path: Path, meters: _Meters) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        with meters.reading:
            read = reader.read(handle)
        with meters.binding:
            reader.readable(handle, read)
        with meters.glancing:
            reader.glance(handle)
    finally:
        os.close(handle)


def _lines(pages: int, meters: _Meters) -> list[Line]:
    ours, theirs = meters.reading.spent.cpu, meters.theirs.spent.cpu
    bound = ours + meters.binding.spent.cpu
    own = f"{ours / pages:.2f} CPU s a page"
    lines = [
        plain("S1", _READ, ours / pages, "CPU s", "–"),
        plain("S1", _PDF, bound / pages, "CPU s", "–"),
        plain("S1", _GLANCE, meters.glancing.spent.cpu / pages, "CPU s", "–"),
    ]
    if theirs:
        against = f"tesseract CLI, text and boxes only: {theirs / pages:.2f} CPU s a page"
        lines.append(at_most("S1", _READ, ours / theirs, "×", 1.1, against))
        lines.append(at_most("S1", _PDF, bound / theirs, "×", 1.1, against))
    else:
        lines.append(not_measured("S1", _READ, "×", "≤ 1.1", f"{tesseract.MISSING}; ours {own}"))
        lines.append(not_measured("S1", _PDF, "×", "≤ 1.1", tesseract.MISSING))
    if not meters.peers:
        return [*lines, not_measured("S1", _PDF, "×", "≤ 0.25", ocrmypdf.MISSING)]
    other = meters.peer.spent.cpu / meters.peers
    against = f"OCRmyPDF with its defaults, files of one page: {other:.2f} CPU s"
    return [*lines, at_most("S1", _PDF, bound / pages / other, "×", 0.25, against)]
