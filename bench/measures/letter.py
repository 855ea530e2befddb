"""S5: a letter in two copies beside docxtpl and beside the bare ZIP, a batch of letters, and letters to PDF."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from docxtpl import DocxTemplate

from bench.home import new_home
from bench.line import Line, Run, at_least, at_most, median, plain
from bench.measures import letter_pdf
from bench.processes import Meter
from bench.templates import on_default, word_like
from pipeline.letters import context, package, zipping
from pipeline.letters.compose import compose, render, template_for
from pipeline.letters.copies import stamp
from pipeline.letters.matter import LETTER, Addressee, Incoming, Matter
from pipeline.letters.zipping import Member
from pipeline.settings import Settings

_DAY = date(2026, 11, 24)
_KEY = bytes(range(32))
_BLOCKS, _OURS, _THEIRS = 15, 20, 2
"""How often both are taken in turns, and how many letters in a turn of ours and of docxtpl's."""
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
        packages = {"Word-like template": word_like, "python-docx's template": on_default}
        lines = [
            line
            for name, dress in packages.items()
            for line in _beside(name, dress(shipped), fields, settings, min(_BLOCKS, 3 * run.n))
        ]
        letters = min(_MOST, _BATCH * run.n)
        batch = Meter(alone=True)
        with batch:
            made = [copy for number in range(letters) for copy in _drafted(settings, number)]
        what = f"{letters} letters in two copies, clauses chosen and words read back"
        against = f"the same by docxtpl render and save, without marks and codes, would take {{:.0f}} s: {letters} × {{:.1f}} ms"
        naive = median(_spent(lambda: _docxtpl(shipped, fields), _THEIRS) for _ in range(3))
        against = against.format(letters * naive, 1000 * naive)
        lines += [
            plain("S5", f"{what}: CPU", batch.spent.cpu, "s", against),
            plain("S5", f"{what}: wall", batch.spent.wall, "s", ""),
        ]
    return [*lines, *letter_pdf.lines(run, made[: 2 * run.n])]


def _beside(
    name: str, source: bytes, fields: Mapping[str, Any], settings: Settings, blocks: int
) -> list[Line]:
    """Compare ours with docxtpl and with the floor on one template, in turns."""
    copies = _copies(source, fields, settings, 1)
    finished = [_finished(one, source) for one in copies]
    _docxtpl(source, fields)
    spent: list[tuple[float, float, float]] = [
        (
            _spent(lambda: _copies(source, fields, settings, 1), _OURS),
            _spent(lambda: _docxtpl(source, fields), _THEIRS),
            _spent(lambda: _written(finished), _OURS),
        )
        for _ in range(blocks)
    ]
    ours, theirs, floor = (median(each) for each in zip(*spent, strict=True))
    faster = median(one[1] / one[0] for one in spent)
    what, own = f"{name}, a letter in two copies", f"ours {1000 * ours:.2f} ms"
    return [
        plain("S5", f"{what}: CPU", 1000 * ours, "ms", "draft, then number, date, marks and codes on both copies"),
        at_least("S5", f"{what}: times faster", faster, "×", 30,
                 f"docxtpl render and save, twice: {1000 * theirs:.1f} ms; {own}"),
        at_most("S5", f"{what}: times the floor", ours / floor, "×", 10,
                f"changed parts deflated, both ZIPs written: {1000 * floor:.2f} ms; {own}"),
    ]  # fmt: skip


def _spent(work: Callable[[], object], times: int) -> float:
    meter = Meter(alone=True)
    with meter:
        for _ in range(times):
            work()
    return meter.spent.cpu / times


def _copies(source: bytes, fields: Mapping[str, Any], settings: Settings, number: int) -> list[bytes]:
    """Render a letter from its fields and stamp both copies, as drafting and approval do."""
    name = f"2026-{number:04d}-1"
    draft = render(source, "surat", fields, settings, name)
    return [one.docx for one in stamp(draft, f"{number}/TL/XI/2026", _DAY, name, 1, _KEY, "k1")]


def _drafted(settings: Settings, number: int) -> list[bytes]:
    """Draft and stamp the letter of another person, clauses and all."""
    name = f"2026-{number + 1:04d}-1"
    matter = replace(_MATTER, addressee=replace(_MATTER.addressee, name=f"Sulastri Mentaya {number}"))
    draft = compose(matter, settings, template_for(matter), _DAY, name)
    return [one.docx for one in stamp(draft.docx, f"{number + 1}/TL/XI/2026", _DAY, name, 1, _KEY, "k1")]


def _docxtpl(source: bytes, fields: Mapping[str, Any]) -> None:
    for _ in range(2):
        made = DocxTemplate(io.BytesIO(source))
        made.render(dict(fields), autoescape=True)
        made.save(io.BytesIO())


def _finished(copy: bytes, source: bytes) -> tuple[list[Member], dict[str, bytes]]:
    """Return the members of a finished copy that stand in the template as they are, and its other parts."""
    before = {one.name: one for one in zipping.read(source)}
    members = zipping.read(copy)
    same = [one for one in members if before.get(one.name) == one]
    return same, {one.name: one.data() for one in members if before.get(one.name) != one}


def _written(finished: Iterable[tuple[list[Member], dict[str, bytes]]]) -> None:
    for same, changed in finished:
        members = [*same, *(zipping.deflated(name, part, zipping.QUICK) for name, part in changed.items())]
        package.sealed({one.name: one for one in members})
