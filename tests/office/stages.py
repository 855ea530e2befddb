"""Homes at the stages of the work, each made from the one before by the steps of the procedure."""

import os
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.intake.reader import Reader
from pipeline.kernel import clock
from pipeline.kernel.files import Lock
from pipeline.office.answer import page
from pipeline.office.delivery import deliver
from pipeline.office.engine.perform import perform
from pipeline.office.letters import templates
from pipeline.records import boot
from pipeline.records.models import HistoryRow
from tests.cli.recapped import fill
from tests.office import damage, ended, pdf_shelf, printouts
from tests.office import victims_letters as letters
from tests.office.bureau import (
    CHAIR,
    CLERK,
    CLOCK,
    POLICE,
    SCHOOL,
    Bureau,
    copied,
    new_home,
    pdf_of,
    signed_pages,
)
from tests.office.elsewhere import at_home

NEXT_MONTH = "2026-12-01T09:00:00+07:00"
"""When the register page of November can be made; at the stage "paged" both its copies are signed and filed."""
FIRST, SECOND = "2026-0001", "2026-0002"
TO_SCHOOL: dict[str, Any] = {
    "result": "disampaikan", "way": "diantar petugas", "receiver": "petugas lembaga", "receiver_name": "Rahmat Sunar",
    "proof": "tanda terima",
}  # fmt: skip
SENT = {"way": "diantar petugas"}
"""How the answer of the first case reaches the school: what is told of it, and what when it leaves."""


def _registered(bureau: Bureau) -> None:
    bureau.register(SCHOOL)
    bureau.register(POLICE)


def _drafted(bureau: Bureau) -> None:
    bureau.draft(FIRST, SCHOOL)
    bureau.draft(SECOND, POLICE)


def _approved(bureau: Bureau) -> None:
    bureau.approve(FIRST)
    bureau.approve(SECOND)


def _filed(bureau: Bureau) -> None:
    bureau.receive(*bureau.signed(FIRST))


def _delivered(bureau: Bureau) -> None:
    made = printouts.sent(bureau.session(CLERK), FIRST, bureau.home / "var" / "cetak", SENT)
    bureau.receive(pdf_of(signed_pages(made[0], 3)))
    perform(deliver.record_delivery, bureau.session(CLERK), FIRST, TO_SCHOOL)


def _paged(bureau: Bureau) -> None:
    damage.call(bureau)
    os.environ["RANGKAP_CLOCK"] = NEXT_MONTH
    made, _ = page.make(bureau.session(CHAIR), "2026-11", bureau.home / "var")
    bureau.receive(*page_scans(bureau, made.id))


def _wife(bureau: Bureau) -> None:
    letters.registered(bureau, letters.typed(pages=2))


def _waiting(bureau: Bureau) -> None:
    letters.waiting(bureau, FIRST, letters.LETTER)


_STAGES: dict[str, tuple[str, Callable[[Bureau], None]]] = {
    "registered": ("new", _registered),
    "drafted": ("registered", _drafted),
    "approved": ("drafted", _approved),
    "filed": ("approved", _filed),
    "delivered": ("filed", _delivered),
    "paged": ("new", _paged),
    "wife": ("new", _wife),
    "waiting": ("wife", _waiting),
    "begun": ("new", ended.begin),
    "ended": ("begun", ended.end),
    "demonstration": ("new", fill),
}


def page_scans(bureau: Bureau, name: str) -> list[bytes]:
    """Sign and scan both copies of a register page that was put out into ``var/``; returns one PDF a copy."""
    return [pdf_of(signed_pages(bureau.home / "var" / f"{name}-{copy}.pdf", copy)) for copy in (1, 2)]


def _slow_time(since: Iterable[datetime] = ()) -> SimpleNamespace:
    """Return what lets the clock go on, a twentieth as fast, behind all of ``since``.

    What is in the home is then older than all that a process does that is given it, if only just begun.
    """
    start, begun = datetime.fromisoformat(CLOCK), time.monotonic()
    ahead = (max(since, default=start) - start).total_seconds()
    return SimpleNamespace(monotonic=lambda: clock._STARTED + ahead + (time.monotonic() - begun) / 20)


def walked(home: Path, walk: Callable[[Bureau], None], reader: Reader, shelf: Path) -> None:
    """Let a home go on by ``walk``, on the clock of the office."""
    with at_home(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", CLOCK)
        patch.setattr(clock, "time", _slow_time())
        bureau = Bureau(home, reader)
        bureau.session()
        patch.setattr(clock, "time", _slow_time(HistoryRow.objects.values_list("at", flat=True)))
        pdf_shelf.lay_out(shelf, home)
        walk(bureau)
        boot.close()
    pdf_shelf.take_back(shelf, home)


def keeper(folder: Path, shelf: Path, reader: Reader) -> Callable[[str], Path]:
    """Return a function that makes the home of a stage below ``folder`` the first time any process asks for it."""

    def made(name: str) -> Path:
        place = folder / name
        if place.exists():
            return place
        unready = folder / "dibuat" / name
        with at_home():
            if name == "new":  # whose templates are checked, so that no stage waits for it
                new_home(unready)
                walked(unready, lambda bureau: templates.check(bureau.settings), reader, shelf)
            else:
                before, walk = _STAGES[name]
                walked(copied(made(before), unready), walk, reader, shelf)
        return unready.rename(place)

    def made_once(name: str) -> Path:
        if not (folder / name).exists():
            with Lock(folder / "tahap.lock"):
                made(name)
        return folder / name

    return made_once
