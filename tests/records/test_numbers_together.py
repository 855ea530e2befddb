"""Several processes take numbers at once and some are killed: the series has neither gap nor double, on both engines."""

import multiprocessing
import random
from pathlib import Path

import pytest

from pipeline.records import boot, numbers
from pipeline.records.numbers import NumberState
from tests.office.bureau import Bureau
from tests.records.number_takers import POINTS, SERIES, take, text_of

ROUNDS = 8


def together(office: Bureau, seed: int, folder: Path, *, lives: int = 1) -> int:
    """Let three processes of which two are killed, and then as many whole ones, take numbers; return the kills."""
    chance = random.Random(seed)
    boot.close()
    spawn = multiprocessing.get_context("spawn")
    killed = 0
    for life in range(lives + 1):
        fates = (
            [None] * 3
            if life == lives
            else [None, *((chance.randrange(ROUNDS), point) for point in chance.sample(POINTS, 2))]
        )
        start = spawn.Barrier(len(fates))
        names = [f"{seed}-{life}-{index}" for index in range(len(fates))]
        takers = [
            spawn.Process(target=take, args=(office.home, name, ROUNDS, fate, start, folder / name))
            for name, fate in zip(names, fates, strict=True)
        ]
        for taker in takers:
            taker.start()
        for taker, fate in zip(takers, fates, strict=True):
            taker.join(60)
            assert taker.exitcode == (-9 if fate else 0)
            killed += taker.exitcode == -9
    boot.open_records(office.settings)
    return killed


def told_in(path: Path) -> list[tuple[str, int]]:
    return [(word, int(seq)) for word, seq in (line.split() for line in path.read_text().splitlines())]


def prove(folder: Path, least: int) -> None:
    """Assert that the series is whole, and that everything a process was told stands there."""
    rows = numbers.listed(2026)
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert len(rows) >= least
    assert [row.text for row in rows] == [text_of(row.seq) for row in rows]
    assert numbers.peek(SERIES) == len(rows) + 1
    assert numbers.gaps() == numbers.beyond_counter() == []
    there = {row.seq: row for row in rows}
    all_told: list[int] = []
    for path in sorted(folder.iterdir()):
        lines = told_in(path)
        taken = [seq for word, seq in lines if word == "reserved"]
        assert taken == sorted(set(taken)), "the numbers of one process go up"
        all_told += taken
        for word, seq in lines:
            assert there[seq].letter.startswith(path.name)
            assert word == "reserved" or there[seq].state == word
    assert len(all_told) == len(set(all_told))
    for row in rows:
        assert row.state in set(NumberState)
        assert (row.state == NumberState.VOID) == bool(row.reason)


def test_killed_in_the_midst_of_it_processes_leave_a_series_without_gap_and_double(
    engine: str, bureau: Bureau, tmp_path: Path
) -> None:
    folder = tmp_path / "kata"
    folder.mkdir()
    assert together(bureau, 1, folder) == 2
    prove(folder, ROUNDS * 4)


@pytest.mark.parametrize("seed", range(2, 5))
def test_whatever_is_killed_where_the_series_stays_whole(
    engine: str, bureau: Bureau, tmp_path: Path, seed: int
) -> None:
    folder = tmp_path / "kata"
    folder.mkdir()
    assert together(bureau, seed, folder, lives=2) == 4
    prove(folder, ROUNDS * 5)
