"""One measure of one size, a process of its own: ``python -m bench.growth.piece NAME ROOM DATABASE CASES SERVER``.

Its figures go to stdout as soon as they are known, one JSON a line, so that what a measure gave before it was stopped
is not lost. ``RANGKAP_DATABASE`` names the server's database, ``RANGKAP_CLOCK`` the time of the office.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from hashlib import sha512
from importlib import import_module
from pathlib import Path

from bench.growth.figures import PACE, Figure
from bench.growth.place import Place
from bench.line import plain

PIECES = {
    "made": "bench.growth.making",
    "look-up": "bench.growth.looking_up",
    "search": "bench.growth.searching",
    "pages": "bench.growth.paging",
    "rebuild": "bench.growth.rebuilding",
    "workers": "bench.growth.working",
}
"""Each measure and the module with its function ``take``; a module is read when its turn comes."""

_ROUNDS = 2000


def main(given: Sequence[str]) -> None:
    """Take one measure."""
    name, room, database, cases, server = given
    place = Place(Path(room), database, int(cases), int(server))
    take: Callable[[Place], Iterator[Figure]] = import_module(PIECES[name]).take
    before = pace()
    for figure in take(place):
        _tell(figure)
    after = pace()
    about = f"{before:.0f} ms before it, {after:.0f} after it; a machine that others load gives more"
    label = f"the machine at {name}: CPU of a fixed piece of Python"
    _tell(place.figure(f"{PACE}{name}", plain("pace", label, (before + after) / 2, "ms", about)))


def _tell(figure: Figure) -> None:
    sys.stdout.write(json.dumps(asdict(figure), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def pace() -> float:
    """Return the CPU milliseconds of a fixed piece of work like ours (JSON, digests), which tell how fast the machine is now."""
    plain_row = {f"kolom {number}": ["nilai"] * 5 for number in range(50)}
    begun = time.process_time()
    for number in range(_ROUNDS):
        text = json.dumps(plain_row | {"n": number}, sort_keys=True)
        sha512(text.encode()).hexdigest()
        json.loads(text)
    return 1000 * (time.process_time() - begun)


if __name__ == "__main__":
    main(sys.argv[1:])
