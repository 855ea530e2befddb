"""An office with a retention schedule, in a year when the time of its answered case is over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.office.disposal import destroy, dispose
from pipeline.office.disposal.dispose import Paper
from pipeline.records.disposals import Disposal
from tests.office import elsewhere
from tests.office.bureau import ARCHIVIST, CHAIR, Bureau

LATER = "2037-01-05T09:00:00+07:00"
APPROVAL = Paper("800/1/2037", date(2037, 1, 4))
MINUTES = Paper("045/2/BA/2037", date(2037, 1, 5))
JRA = """
[[jra]]
kode = "400.2"
seri = "Penanganan pengaduan"
aktif = 2
inaktif = 8
nasib = "musnah"
"""

PERSONAL = ("Ibu Masriah", "0812-0000-5501", "perundungan", "SMP Negeri 3 Hulu Asri")
"""Values of the first case that stand nowhere else: a guardian, her number, words of its summary, the sender."""


def with_schedule(bureau: Bureau, rows: str = JRA) -> Bureau:
    """Enter a retention schedule in office.toml."""
    path = bureau.home / "office.toml"
    path.write_text(path.read_text("utf-8") + rows, "utf-8")
    return Bureau(bureau.home, bureau.reader)


def later(bureau: Bureau, patch: pytest.MonkeyPatch, rows: str = JRA) -> Bureau:
    """Return the office with its schedule, when ten years are over."""
    patch.setenv("RANGKAP_CLOCK", LATER)
    return with_schedule(bureau, rows)


def approved_list(bureau: Bureau) -> Disposal:
    """Let the archivist propose all that is over, and the chair approve it."""
    one = dispose.propose(bureau.desk(ARCHIVIST))
    return dispose.approve(bureau.desk(CHAIR), one.id, APPROVAL)


def destroyed_list(bureau: Bureau) -> Disposal:
    """Carry the whole procedure through."""
    one = approved_list(bureau)
    return destroy.destroy(bureau.desk(ARCHIVIST), one.id, MINUTES).disposal


def holding(home: Path, *words: str) -> set[str]:
    """Return the files below ``home``, databases and all, in which one of ``words`` stands; also what it has elsewhere."""
    wanted = [one.encode() for one in words]
    files = {path.relative_to(home).as_posix(): path for path in home.rglob("*") if path.is_file()}
    found = {name for name, path in files.items() if any(one in path.read_bytes() for one in wanted)}
    return found | {
        name for name, data in elsewhere.held_of(home).items() if any(one in data for one in wanted)
    }
