"""Measure: ``python -m bench [NAME] [--json] [-n N]``.

NAME chooses a measure by its id (S7) or by a word of its name (verify); without it all are taken. Words go to
stderr, the table (with ``--json`` a list of objects) to stdout. Exit status 0 if everything could be tried,
whether or not targets are met; 1 if a measure broke off; 2 for a name that no measure has.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from subprocess import SubprocessError

from rich.console import Console
from rich.table import Table

from bench.growth import command as growth
from bench.line import Line, Measure, Run, not_measured
from bench.table import MEASURES, chosen
from pipeline.kernel.errors import Refusal

_BROKE_OFF = (Refusal, OSError, SubprocessError)
_WORDS = {True: "met", False: "[bold red]missed[/]", None: "–"}


def measured(measure: Measure, n: int | None = None) -> tuple[list[Line], bool]:
    """Take ``measure`` in a folder that is thrown away; return its lines and whether it came to its end."""
    with tempfile.TemporaryDirectory(prefix="rangkap-bench-") as room:
        try:
            return list(measure.take(Run(Path(room), n or measure.n))), True
        except _BROKE_OFF as error:
            output = getattr(error, "stderr", None) or b""
            reason = f"{type(error).__name__}: {error} {output.decode(errors='replace')[-300:]}".strip()
            return [not_measured(measure.id, measure.name, "", "", reason)], False


def as_table(lines: Sequence[Line]) -> Table:
    """Return ``lines`` as a table for people."""
    table = Table(title="Rangkap: measured")
    for name in ("Id", "What", "Value", "Target", "", "Against"):
        table.add_column(name, justify="right" if name == "Value" else "left")
    for line in lines:
        value = "–" if line.value is None else f"{_rounded(line.value)} {line.unit}"
        table.add_row(line.id, line.what, value, line.target or "–", _WORDS[line.met], line.against)
    return table


def _rounded(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = argparse.ArgumentParser(
        prog="./run bench",
        description="Measure the product, side by side with what it stands against.",
        epilog=f"{growth.WORD}: by size on both databases; see ./run bench {growth.WORD} --help\n"
        + "\n".join(f"{kind.id:4} {kind.name} (N: {kind.counts}, {kind.n:,})" for kind in MEASURES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("name", nargs="?", metavar="NAME", help="id or word of a measure; all without one")
    made.add_argument("--json", action="store_true", help="print a list of objects")
    made.add_argument("-n", type=_count, metavar="N", help="how much to measure, for each measure chosen")
    return made


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"a whole number above 0, not {text}")
    return int(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the chosen measures and print them; return the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    if words[:1] == [growth.WORD]:
        return growth.main(words[1:], as_table)
    given = parser().parse_args(words)
    measures = chosen(given.name)
    if not measures:
        sys.stderr.write(f"No measure is called {given.name}: ./run bench --help lists them.\n")
        return 2
    os.environ.pop("RANGKAP_ARCHIVE", None)  # its archives are thrown away: never the bucket of an office
    lines: list[Line] = []
    is_whole = True
    for measure in measures:
        sys.stderr.write(f"{measure.id} {measure.name} ...\n")
        sys.stderr.flush()
        results, ended = measured(measure, given.n)
        lines += results
        is_whole = is_whole and ended
    if given.json:
        sys.stdout.write(json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=1) + "\n")
    else:
        Console().print(as_table(lines))
    return 0 if is_whole else 1


if __name__ == "__main__":
    raise SystemExit(main())
