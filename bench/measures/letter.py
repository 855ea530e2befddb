"""S5: a letter in two copies beside docxtpl and beside the bare ZIP; a batch of letters to PDF."""

from __future__ import annotations

import io
import subprocess
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from docxtpl import DocxTemplate

from bench.home import new_home
from bench.line import Line, Run, at_least, at_most, plain
from bench.processes import Meter
from pipeline.letters import context, package
from pipeline.letters.compose import compose, template_for
from pipeline.letters.copies import stamp
from pipeline.letters.matter import LETTER, Addressee, Incoming, Matter
from pipeline.rendering.convert import to_pdf
from pipeline.settings import Settings

_DAY = date(2026, 11, 24)
_KEY = bytes(range(32))
_TURNS = 4
"""How often each letter is made for the CPU time: LibreOffice needs only one of them."""
_MATTER = Matter(
    "2026-0001", "0112/TL/XI/2026",
    Incoming(LETTER, None, date(2026, 10, 2), date(2026, 10, 5), "Sulastri Mentaya", False),
    Addressee("Sulastri Mentaya", "Ibu", "", "", "Desa Rantau Jaya", False, True, True),
    "pertemuan konsultasi dan penilaian kebutuhan Ibu dan anak", (), "", None, "Ibu",
    ("Fitri Mentaya",), "Sulastri Mentaya", 0, (),
)  # fmt: skip


def take(run: Run) -> Sequence[Line]:
    """Make ``n`` letters in two copies each, and bring all of them to PDF in one go."""
    with new_home(run.room) as home:
        copies = _copies(home.settings, 0)
        _docxtpl(home.settings)
        ours, theirs, floor = (Meter(alone=True) for _ in range(3))
        letters = []
        for number in range(run.n * _TURNS):
            with ours:
                copies = _copies(home.settings, number)
            with theirs:
                _docxtpl(home.settings)
            parts = [package.unpack(one) for one in copies]
            with floor:
                for one in parts:
                    package.pack(one)
            letters += copies if number < run.n else []
        each = [meter.spent.cpu / run.n / _TURNS for meter in (ours, theirs, floor)]
        return [*_cpu(*each), *_pdf(run, letters)]


def _copies(settings: Settings, number: int) -> list[bytes]:
    name = f"2026-{number + 1:04d}-1"
    draft = compose(_MATTER, settings, template_for(_MATTER), _DAY, name)
    stamped = stamp(draft.docx, f"{number + 1}/TL/XI/2026", _DAY, name, 1, _KEY, "k1")
    return [one.docx for one in stamped]


def _docxtpl(settings: Settings) -> None:
    fields, _ = context.build(_MATTER, settings, _DAY)
    for _ in range(2):
        made = DocxTemplate(str(settings.templates / f"{template_for(_MATTER)}.docx"))
        made.render(fields, autoescape=True)
        made.save(io.BytesIO())


def _cpu(ours: float, theirs: float, floor: float) -> list[Line]:
    what = "a letter in two copies"
    own = f"ours {1000 * ours:.1f} ms"
    return [
        plain("S5", f"{what}: CPU", 1000 * ours, "ms", "draft, checks, number, marks and codes"),
        at_least("S5", f"{what}: times faster", theirs / ours, "×", 30,
                 f"docxtpl render and save, twice: {1000 * theirs:.1f} ms; {own}"),
        at_most("S5", f"{what}: times the floor", ours / floor, "×", 10,
                f"writing both finished ZIPs: {1000 * floor:.1f} ms; {own}"),
    ]  # fmt: skip


def _pdf(run: Run, letters: Sequence[bytes]) -> list[Line]:
    begun = time.perf_counter()
    to_pdf(letters)
    ours = (time.perf_counter() - begun) / run.n
    theirs = _soffice(run.room, letters) / run.n
    against = f"soffice on the same files, plain PDF: {theirs:.2f} s a letter; {run.n} letters in one batch"
    what = "letters in two copies to PDF, wall for a letter"
    return [
        at_most("S5", what, ours, "s", 0.25, against),
        plain("S5", f"{what}, beside soffice", ours / theirs, "×", against),
    ]


def _soffice(room: Path, letters: Sequence[bytes]) -> float:
    paths = [room / f"{number:04d}.docx" for number in range(len(letters))]
    for path, data in zip(paths, letters, strict=True):
        path.write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{room}/profile", "--headless", "--convert-to", "pdf"]
    begun = time.perf_counter()
    subprocess.run([*command, "--outdir", str(room), *map(str, paths)], capture_output=True, check=True)
    return time.perf_counter() - begun
