"""An office with a retention schedule, in a year when the time of its answered case is over."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from pipeline.office.base.session import Session
from pipeline.office.disposal import destroy, dispose
from pipeline.office.engine.perform import perform
from pipeline.records import disposals
from pipeline.records.disposals import Disposal
from tests.office import elsewhere
from tests.office.bureau import ARCHIVIST, CHAIR, Bureau

LATER = "2037-01-05T09:00:00+07:00"


@dataclass(frozen=True)
class Paper:
    """A paper behind a step: its number and its day."""

    number: str
    day: date

    @property
    def answers(self) -> dict[str, str]:
        """What is typed of it."""
        return {"paper_number": self.number, "paper_day": self.day.isoformat()}


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


def minutes_in(home: Path, disposal: str) -> str:
    """Return the path of a file with the answers by which a list is carried out."""
    path = home / "var" / "berita-acara.json"
    path.write_text(json.dumps(MINUTES.answers | {"sure": disposal}), "utf-8")
    return str(path)


def approve(session: Session, disposal: str, paper: Paper = APPROVAL) -> Disposal:
    """Record the approval of a list."""
    perform(dispose.approve_disposal, session, disposal, paper.answers)
    return disposals.get(disposal)


def withdraw(session: Session, disposal: str, why: str) -> None:
    """Withdraw a list."""
    perform(dispose.withdraw_disposal, session, disposal, {"reason": why})


def carry_out(session: Session, disposal: str, paper: Paper | None = MINUTES) -> object:
    """Destroy what an approved list names; without minutes go on with what was begun. Returns the scans that stay."""
    answers = paper.answers | {"sure": disposal} if paper else {}
    return perform(destroy.destroy_disposal, session, disposal, answers).told["shared_scans"]


def propose(session: Session, year: str = "") -> Disposal:
    """Make the list of all cases (of ``year``) whose time is over."""
    return disposals.get(str(perform(dispose.propose_disposal, session, year, {}).told["id"]))


def approved_list(bureau: Bureau) -> Disposal:
    """Let the archivist propose all that is over, and the chair approve it."""
    disposal = propose(bureau.session(ARCHIVIST))
    return approve(bureau.session(CHAIR), disposal.id)


def destroyed_list(bureau: Bureau) -> Disposal:
    """Carry the whole procedure through."""
    disposal = approved_list(bureau)
    carry_out(bureau.session(ARCHIVIST), disposal.id)
    return disposals.get(disposal.id)


def holding(home: Path, *words: str) -> set[str]:
    """Return the files below ``home``, databases and all, in which one of ``words`` stands; also what it has elsewhere."""
    wanted = [word.encode() for word in words]
    files = {path.relative_to(home).as_posix(): path for path in home.rglob("*") if path.is_file()}
    names = {name for name, path in files.items() if any(secret in path.read_bytes() for secret in wanted)}
    return names | {
        name for name, data in elsewhere.held_of(home).items() if any(secret in data for secret in wanted)
    }
