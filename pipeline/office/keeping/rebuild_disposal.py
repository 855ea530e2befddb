"""What a rebuild restores of lawful destruction: lists, tombstones, and the numbers that are never given again.

The lists of the archive hold all of it. A case with a tombstone is not restored, even where a kill left its object: the
destruction was decided, and is completed when the new database is in its place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pipeline.archive.archive import Archive
from pipeline.archive.current import case_of, superseded
from pipeline.records import disposals, numbers
from pipeline.records.disposals import Tombstone
from pipeline.records.errors import NumberTaken
from pipeline.records.numbers import NumberState
from pipeline.register.journal import read_entries
from pipeline.register.payload import Payload, read_payload
from pipeline.register.tombstone import lists_of, told_in

_WAS_VOID = "alasannya dimusnahkan bersama kasusnya"


def stones_of(archive: Archive) -> list[Tombstone]:
    """Return the tombstones in the lists of the archive. Raises ObjectDamaged at one that cannot be read."""
    found = (told_in(archive.read_case(name).kasus) for name in lists_of(archive))
    return [disposals.tombstone_from_json(plain) for each in found for plain in each]


def names_of(archive: Archive, gone: Collection[str]) -> list[str]:
    """Return the objects that are restored, in order: none of a case that is ``gone``, and of a case that has two objects one."""
    names = [name for year in archive.years() for name in archive.objects(year)]
    succeeded = any("." in name for name in names)
    left = superseded(names, {one.case for one in read_entries(archive)}) if succeeded else set()
    return [name for name in names if case_of(name) not in gone and name not in left]


def payloads_of(stones: Iterable[Tombstone]) -> dict[str, Payload]:
    """Return the payloads of the tombstones' entries, by digest."""
    return {one.sha256: one for one in (read_payload(stone.payload) for stone in stones)}


def restore_numbers(stones: Iterable[Tombstone], lists: Iterable[str]) -> None:
    """Make sure that no number of a destroyed case, nor of a list, is given again: letters, agenda, case, register."""
    for stone in stones:
        for one in stone.letters:
            if numbers.find(one["number"]) is None:
                _restore(one["number"], one["series"], one["seq"], one["letter"], one["state"])
        year, seq = stone.case.split("-")
        numbers.at_least(f"kasus/{year}", int(seq))
        if stone.register_seq:
            numbers.at_least(f"register/{year}", stone.register_seq)
        for agenda, _ in stone.agenda:
            _, year, seq = agenda.split("-")
            numbers.at_least(f"agenda/{year}", int(seq))
    for name in lists:
        _, year, seq = name.split("-")
        numbers.at_least(f"musnah/{year}", int(seq))


def _restore(text: str, series: str, seq: int, letter: str, state: str) -> None:
    try:
        numbers.reserve(text, series, seq, letter)
    except NumberTaken:  # pragma: no cover - its place was taken by a number that was typed in
        return
    numbers.at_least(series, seq)
    if state == NumberState.COMMITTED:
        numbers.commit(text)
    elif state == NumberState.VOID:
        numbers.void(text, _WAS_VOID)
