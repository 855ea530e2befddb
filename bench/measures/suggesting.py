"""F1: how right suggestions are on worn pages of letters that the rules were not written on."""

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from bench.line import Line, Run, at_least, plain
from bench.papers import KINDS, printed
from bench.suggested import SURE, Letter, Tally, letters
from pipeline.intake.reader import Reader
from pipeline.intake.reading import Page, Suggestion
from pipeline.intake.suggest import suggest

PARTS = {"unseen_2": 100, "unseen_3": 200, "unseen_4": 300}
"""The sets, and from which number their sheets are counted, so that none is worn like another or one of S2."""
TARGETS = {"clean": 0.90, "office scan": 0.90, "phone photo": 0.85, "fax": None}
RIGHT_WHEN_SURE = 98
_TOLD = 8


@dataclass(frozen=True)
class _Task:
    """A letter of ``part`` to be printed in a face, its sheets counted from ``sheet``, worn as ``kind`` and read."""

    part: str
    kind: str
    face: int
    sheet: int
    letter: Letter


_READERS: list[Reader] = []
"""The warm reader of a process that reads; it ends with its process."""


def take(run: Run) -> Sequence[Line]:
    """Read the first ``n`` letters of each set in four kinds of wear and compare what is suggested with what they say.

    There is a process with a reader of its own for each core; how far they are is told on stderr.
    """
    tasks = [
        task for part, sheet in PARTS.items() for kind in TARGETS for task in _tasks(part, kind, sheet, run.n)
    ]
    tallies: dict[tuple[str, str], Tally] = {}
    cores = len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(cores, get_context("spawn"), _started) as pool:
        results = pool.map(partial(_suggested, run.room), tasks)
        for number, (task, given) in enumerate(zip(tasks, results, strict=True), 1):
            tallies.setdefault((task.part, task.kind), Tally()).judge(task.letter.expected, given)
            if number % _TOLD == 0 or number == len(tasks):
                print(
                    f"  {number} of {len(tasks)} letters: {task.part}, {task.kind}",
                    file=sys.stderr,
                    flush=True,
                )
    return [
        line
        for (part, kind), tally in tallies.items()
        for line in _lines(f"{part}, {kind}", TARGETS[kind], tally, len(letters(part)[: run.n]))
    ]


def _tasks(part: str, kind: str, sheet: int, count: int) -> Iterator[_Task]:
    for face, letter in enumerate(letters(part)[:count]):
        yield _Task(part, kind, face, sheet, letter)
        sheet += len(letter.pages)


def _started() -> None:
    _READERS.append(Reader(idle=600).__enter__())


def _suggested(room: Path, task: _Task) -> dict[str, Suggestion]:
    """Return what is suggested of one letter, printed, worn and read."""
    make, ending, _ = KINDS[task.kind]
    worn = [make(printed(text, task.sheet + n, task.face)) for n, text in enumerate(task.letter.pages)]
    return suggest(list(_read(_READERS[0], room / f"page-{os.getpid()}.{ending}", worn)))


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
    label = f"suggestions, {kind}: F1 of all fields"
    against = f"precision {whole.precision:.2f}, recall {whole.recall:.2f}, {count} letters"
    lines = [
        plain("F1", label, whole.f1, "F1", against)
        if target is None
        else at_least("F1", label, whole.f1, "F1", target, against)
    ]
    sure, right = tally.between(SURE, 2)
    doubtful, good = tally.between(0, SURE)
    others = f"{sure} answers; of the {doubtful} below {SURE} {100 * (good or 0):.0f} % are right"
    calm = f"suggestions, {kind}: right where confidence is {SURE} or more"
    lines.append(at_least("F1", calm, 100 * (1 if right is None else right), "%", RIGHT_WHEN_SURE, others))
    for name, score in tally.fields.items():
        note = f"precision {score.precision:.2f}, recall {score.recall:.2f}"
        lines.append(plain("F1", f"suggestions, {kind}: {name}", score.f1, "F1", note))
    return lines
