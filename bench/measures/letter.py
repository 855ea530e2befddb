"""S5: a letter in two copies, a batch of letters, and letters to PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bench.home import new_home
from bench.line import Line, Run, plain
from bench.measures import letter_pdf
from bench.processes import Meter
from pipeline.letters import context
from pipeline.letters.compose import compose, render, template_for
from pipeline.letters.copies import stamp
from pipeline.letters.matter import LETTER, Addressee, Incoming, Matter
from pipeline.settings import Settings

_DAY = date(2026, 11, 24)
_KEY = bytes(range(32))
_BATCH, _MOST = 25, 500
"""Letters of the batch for each letter to PDF, and at most."""
_MATTER = Matter(
    "2026-0001", "0112/TL/XI/2026",
    Incoming(LETTER, None, date(2026, 10, 2), date(2026, 10, 5), "Sulastri Mentaya", False),
    Addressee("Sulastri Mentaya", "Ibu", "", "", "Desa Rantau Jaya", False, True, True),
    "pertemuan konsultasi dan penilaian kebutuhan Ibu dan anak", (), "", None, "Ibu",
    ("Fitri Mentaya",), "Sulastri Mentaya", 0, (),
)  # fmt: skip


def take(run: Run) -> Sequence[Line]:
    """Make one letter in two copies many times over, then a batch of letters, then bring ``n`` to PDF."""
    with new_home(run.room) as home:
        settings = home.settings
        fields, _ = context.build(_MATTER, settings, _DAY)
        shipped = (settings.templates / f"{template_for(_MATTER)}.docx").read_bytes()
        single, turns = Meter(alone=True), 3 * run.n
        _copies(shipped, fields, settings, 1)
        with single:
            for number in range(turns):
                _copies(shipped, fields, settings, number)
        letters = min(_MOST, _BATCH * run.n)
        batch = Meter(alone=True)
        with batch:
            made = [copy for number in range(letters) for copy in _drafted(settings, number)]
        label = f"{letters} letters in two copies, clauses chosen and words read back"
        lines = [
            plain("S5", "a letter in two copies: CPU", 1000 * single.spent.cpu / turns, "ms",
                  "draft, then number, date, marks and codes on both copies"),
            plain("S5", f"{label}: CPU", batch.spent.cpu, "s", ""),
            plain("S5", f"{label}: wall", batch.spent.wall, "s", ""),
        ]  # fmt: skip
    return [*lines, *letter_pdf.lines(run, made[: 2 * run.n])]


def _copies(source: bytes, fields: Mapping[str, Any], settings: Settings, number: int) -> list[bytes]:
    """Render a letter from its fields and stamp both copies, as drafting and approval do."""
    name = f"2026-{number:04d}-1"
    draft = render(source, "surat", fields, settings, name)
    return [copy.docx for copy in stamp(draft, f"{number}/TL/XI/2026", _DAY, name, 1, _KEY, "k1")]


def _drafted(settings: Settings, number: int) -> list[bytes]:
    """Draft and stamp the letter of another person, clauses and all."""
    name = f"2026-{number + 1:04d}-1"
    matter = replace(_MATTER, addressee=replace(_MATTER.addressee, name=f"Sulastri Mentaya {number}"))
    draft = compose(matter, settings, template_for(matter), _DAY, name)
    return [copy.docx for copy in stamp(draft.docx, f"{number + 1}/TL/XI/2026", _DAY, name, 1, _KEY, "k1")]
