"""``./run bench growth``: S8, S9, S10 and S12 by size on both databases, and workers.

Hours with the sizes it has by itself. Figures are kept as JSON by size (``--into``), so that a run that was stopped goes
on where it was; ``--draw`` makes the curves of what is kept. Words go to stderr, the figures to stdout.
"""

import argparse
import json
import shlex
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console

from bench.growth.course import Course
from bench.growth.figures import Kept, read_all
from bench.line import Line

WORD = "growth"
SIZES = (1000, 10_000, 100_000, 1_000_000)
DATABASES = ("sqlite", "postgresql")
PARTS = ("offices", "workers")
_MINUTES = 30.0
_LEAST = 10


def parser() -> argparse.ArgumentParser:
    """Return the parser of what stands after ``growth``."""
    made = argparse.ArgumentParser(
        prog="./run bench growth", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    made.add_argument(
        "--sizes", type=_sizes, default=SIZES, metavar="N,N", help="how many cases (1000,…,1000000)"
    )
    made.add_argument(
        "--databases",
        type=_among(DATABASES),
        default=DATABASES,
        metavar="NAME,NAME",
        help="sqlite,postgresql",
    )
    made.add_argument("--parts", type=_among(PARTS), default=PARTS, metavar="NAME,NAME", help=",".join(PARTS))
    made.add_argument(
        "--minutes", type=float, default=_MINUTES, metavar="M", help="the longest a measure may take (30)"
    )
    made.add_argument(
        "--quiet", type=float, metavar="LOAD", help="before each measure wait until the load is this or less"
    )
    made.add_argument(
        "--into", type=Path, metavar="DIR", help="keep figures here, and take none again that is here"
    )
    made.add_argument(
        "--draw", type=Path, metavar="DIR", help="only draw the curves of what --into keeps, as SVG"
    )
    made.add_argument("--json", action="store_true", help="print a list of objects")
    return made


def _sizes(text: str) -> tuple[int, ...]:
    given = text.split(",")
    if not all(size.isdecimal() and int(size) >= _LEAST for size in given):
        raise argparse.ArgumentTypeError(f"whole numbers of {_LEAST} or more, not {text}")
    return tuple(sorted({int(size) for size in given}))


def _among(known: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        given = tuple(text.split(","))
        if not set(given) <= set(known):
            raise argparse.ArgumentTypeError(f"of {', '.join(known)}; not {text}")
        return given

    return read


def main(arguments: Sequence[str], as_table: Callable[[Sequence[Line]], object]) -> int:
    """Take what is wanted and not kept yet, and print it; returns the exit status."""
    given = parser().parse_args(arguments)
    if given.draw is not None:
        from bench.growth.curves import draw

        for path in draw(read_all(given.into or Path()), given.draw):
            sys.stderr.write(f"{path}\n")
        return 0
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM)
    )  # its servers and rooms go with it
    command = shlex.join(["./run", "bench", "growth", *arguments])
    if given.into is None:
        import tempfile

        with tempfile.TemporaryDirectory(prefix="rangkap-growth-") as folder:
            kept = _taken(given, Course(Path(folder), 60 * given.minutes, command, given.quiet))
    else:
        given.into.mkdir(parents=True, exist_ok=True)
        kept = _taken(given, Course(given.into, 60 * given.minutes, command, given.quiet))
    if given.json:
        plain = [figure for result in kept for figure in result.told()]
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
    else:
        Console().print(
            as_table([figure for result in kept for part in result.taken.values() for figure in part.figures])
        )
    return 0


def _taken(given: argparse.Namespace, course: Course) -> list[Kept]:
    """Return the figures of all that is wanted: the small sizes on both databases before the large ones."""
    kept = []
    if "offices" in given.parts:
        kept += [course.size(database, size) for size in given.sizes for database in given.databases]
    if "workers" in given.parts:
        kept += [course.workers(database) for database in given.databases]
    return kept
