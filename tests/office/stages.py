"""Homes at the stages of the work, each made from the one before by the steps of the procedure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake.reader import Reader
from pipeline.office import templates
from pipeline.records import boot
from tests.office.bureau import CLOCK, POLICE, SCHOOL, Bureau, copied, new_home

FIRST, SECOND = "2026-0001", "2026-0002"


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


_STAGES: dict[str, tuple[str, Callable[[Bureau], None]]] = {
    "registered": ("new", _registered),
    "drafted": ("registered", _drafted),
    "approved": ("drafted", _approved),
    "filed": ("approved", _filed),
}


def keeper(folder: Path, reader: Reader) -> Callable[[str], Path]:
    """Return a function that makes the home of a stage below ``folder`` the first time it is asked for."""

    def made(name: str) -> Path:
        place = folder / name
        if place.exists():
            return place
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("RANGKAP_CLOCK", CLOCK)
            patch.delenv("RANGKAP_DATABASE", raising=False)
            if name == "new":
                bureau = Bureau(new_home(place), reader)
                bureau.desk()
                templates.check(bureau.settings)  # as the watcher does at its start
            else:
                before, walk = _STAGES[name]
                bureau = Bureau(copied(made(before), place), reader)
                walk(bureau)
            boot.close()
        return place

    return made
