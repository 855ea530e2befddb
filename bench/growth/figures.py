"""What growth gives: a line with the database and the number of cases it was taken on, and how they are kept.

One file a size and a database (``sqlite-1000.json``): machine, command, and for each measure its seconds, the load of
the machine and its figures. A size whose file holds every measure is not taken again.
"""

import json
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.line import Line

PACE, FREE = "pace-", 95.0
"""How the key of a machine's pace begins; and its value in ms on a core of the machine of docs/performance.md that is free."""


@dataclass(frozen=True)
class Figure(Line):
    """One number: ``key`` names the curve it is a point of (empty: of none)."""

    key: str = ""
    database: str = ""
    cases: int = 0


@dataclass(frozen=True)
class Taken:
    """What one measure gave: its figures, how long it took in seconds, the load of the machine when it ended; None where it was not noted."""

    figures: tuple[Figure, ...]
    seconds: float | None
    load: float | None


@dataclass
class Kept:
    """What is known of one size on one database, or of a ``part`` that has no size, by the names of its measures."""

    database: str
    cases: int
    command: str
    part: str = ""
    machine: str = ""
    taken: dict[str, Taken] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of its file, without its ending."""
        return f"{self.part}-{self.database}" if self.part else f"{self.database}-{self.cases}"

    def as_plain(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return asdict(self)

    def told(self) -> Iterator[dict[str, Any]]:
        """Yield its figures for ``--json``, each with command, machine and load."""
        about = {"command": self.command, "machine": self.machine}
        for part in self.taken.values():
            for figure in part.figures:
                yield asdict(figure) | about | {"load": part.load}


def as_figure(line: Line, key: str, database: str, cases: int) -> Figure:
    """Return ``line`` as a point of the curve ``key``."""
    return Figure(**asdict(line), key=key, database=database, cases=cases)


def keep(folder: Path, kept: Kept) -> None:
    """Write what is known of one size; in one step, so that a run that is stopped leaves a whole file."""
    path = folder / f"{kept.name}.json"
    part = path.with_suffix(".part")
    part.write_text(json.dumps(kept.as_plain(), ensure_ascii=False, indent=1) + "\n", "utf-8")
    part.replace(path)


def read(path: Path) -> Kept:
    """Return what the file holds."""
    plain = json.loads(path.read_text("utf-8"))
    taken = {
        name: Taken(tuple(Figure(**figure) for figure in part["figures"]), part["seconds"], part["load"])
        for name, part in plain.pop("taken").items()
    }
    return Kept(**plain, taken=taken)


def read_all(folder: Path) -> list[Kept]:
    """Return what the folder holds: both databases by size, then what has no size."""
    pieces = [read(path) for path in folder.glob("*.json")]
    return sorted(pieces, key=lambda piece: (piece.part, piece.database, piece.cases))


def values(kept: Sequence[Kept], key: str, database: str, *, even: bool = False) -> list[tuple[int, float]]:
    """Return the points of a curve: cases and value, the fewest cases first; what was not measured is left out.

    ``even`` brings what CPU time says to the pace of a free core: two that share one spend up to twice the time.
    """
    points = [
        (figure.cases, figure.value * (_slower(taken) ** (1 if "/s" in figure.unit else -1) if even else 1))
        for result in kept
        for taken in result.taken.values()
        for figure in taken.figures
        if figure.key == key and figure.database == database and figure.value is not None
    ]
    return sorted(points)


def _slower(taken: Taken) -> float:
    """Return how many times a free core's time the machine took for a fixed piece while this was taken."""
    paces = [figure.value for figure in taken.figures if figure.key.startswith(PACE) and figure.value]
    return paces[0] / FREE if paces else 1.0


def machine() -> str:
    """Return on what this runs: cores, memory, system, Python; nothing that names the machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{os.cpu_count()} cores, {memory:.0f} GB, {system}, Python {platform.python_version()}"
