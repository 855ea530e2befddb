"""What a look-up tells of a case that was destroyed: that, by which minutes, and its numbers. Nothing of a person."""

from __future__ import annotations

from typing import Any

from pipeline.kernel import clock
from pipeline.lookup import things
from pipeline.office.base.desk import Desk
from pipeline.records import history
from pipeline.records.disposals import Tombstone
from pipeline.records.numbers import bare
from pipeline.register.tombstone import STATUS


def bearing(desk: Desk, given: str) -> list[Tombstone]:
    """Return the tombstones of the cases that bore ``given``, as far as they exist for the actor, as any of their numbers, in any letter case and spacing."""
    wanted = bare(given)
    return [one for one in things.tombstones(desk) if wanted in map(bare, _numbers(one))]


def told(desk: Desk, stone: Tombstone, verb: str) -> dict[str, Any]:
    """Return what a reader sees of it, and write the look down."""
    history.looked(clock.now(), desk.actor, verb, stone.case)
    return {
        "case": stone.case,
        "destroyed": True,
        "register_number": stone.register_number,
        "state": STATUS,
        "minutes": dict(stone.minutes),
        "list": stone.disposal,
        "agenda": [number for number, _ in stone.agenda],
        "letter_numbers": [one["number"] for one in stone.letters],
        "inventory_sha512": stone.inventory_sha512,
    }


def _numbers(stone: Tombstone) -> list[str]:
    agenda = [number for number, _ in stone.agenda]
    letters = [str(one[key]) for one in stone.letters for key in ("number", "letter")]
    return [stone.case, stone.register_number, *agenda, *letters]
