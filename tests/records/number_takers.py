"""Processes that reserve, use and void letter numbers at once, and are killed in the midst of it."""

import os
import random
import signal
from pathlib import Path
from typing import Any

from pipeline.records import boot, numbers
from pipeline.settings import load

SERIES = "surat/2026"
POINTS = ("counted", "reserved", "written", "committed")
"""Where one may be killed: after each call within the transaction, or just behind its end."""


def text_of(seq: int) -> str:
    """Return the number as it is written."""
    return f"400.2/{seq:03}/P2TP2A/XI/2026"


def take(home: Path, name: str, rounds: int, fatal: tuple[int, str] | None, start: Any, log: Path) -> None:
    """Take ``rounds`` numbers, each used or voided in a transaction of its own; tell each by a line in ``log``.

    ``fatal`` is the round and the point at which the process kills itself.
    """
    chance = random.Random(name)
    boot.open_records(load(home))
    start.wait()
    with log.open("a", encoding="ascii") as lines:
        for turn in range(rounds):
            seq = _reserve(f"{name}-{turn}", turn, fatal)
            _here("committed", turn, fatal)
            print("reserved", seq, file=lines, flush=True)
            with boot.transact():
                end = chance.choice((None, numbers.NumberState.COMMITTED, numbers.NumberState.VOID))
                if end == numbers.NumberState.COMMITTED:
                    numbers.commit(text_of(seq))
                elif end == numbers.NumberState.VOID:
                    numbers.void(text_of(seq), "salah")
                _here("written", turn, fatal)
            if end:
                print(end.value, seq, file=lines, flush=True)
    boot.close()


def _reserve(letter: str, turn: int, fatal: tuple[int, str] | None) -> int:
    with boot.transact():
        seq = numbers.next_of(SERIES)
        _here("counted", turn, fatal)
        numbers.reserve(text_of(seq), SERIES, seq, letter[:24])
        _here("reserved", turn, fatal)
    return seq


def _here(point: str, turn: int, fatal: tuple[int, str] | None) -> None:
    if fatal == (turn, point):
        os.kill(os.getpid(), signal.SIGKILL)
