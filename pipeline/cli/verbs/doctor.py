"""``rangkap doctor``: is this machine, and this home, fit for work?"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.cli.call import Call
from pipeline.kernel.commands import command_of
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Exit
from pipeline.office.letters.fitness import Row
from pipeline.office.overview import doctor as office


def doctor(call: Call) -> int:
    """Print one line for each thing looked at, with what to do; the status tells whether all are well."""
    rows = list(map(_plain, _looked_at(call)))
    bad = [row for row in rows if not row["ok"]]
    call.give(rows, "\n".join(line for row in rows for line in _lines(row)))
    return Exit.FAILED if bad else Exit.OK


def _looked_at(call: Call) -> Iterator[Row]:
    """Yield the rows; where there is no home, or its settings are wrong, those of the machine and why."""
    try:
        settings = call.settings
    except Refusal as error:
        yield from office.machine(accepts_risk=False)
        yield Row("rumah kantor", False, error.text(), "; ".join(map(command_of, error.next)))
        return
    yield from office.machine(accepts_risk=bool(settings["masuk.tanpa_isolasi"]))
    yield from office.home(settings)


def _plain(row: Row) -> dict[str, object]:
    plain: dict[str, object] = {"what": row.what, "ok": row.ok, "found": row.found}
    plain |= {"next": row.next} if row.next else {}
    return plain | ({"warning": True} if row.warning else {})


def _lines(row: dict[str, object]) -> list[str]:
    """Return a row as its line, and below it the next step where something is not well."""
    grade = _grade(row)
    lines = [f"{grade}  {row['what']}: {row['found']}"]
    if grade.strip() != "baik" and row.get("next"):
        lines.append(f"       → {row['next']}")
    return lines


def _grade(row: dict[str, object]) -> str:
    return "BURUK" if not row["ok"] else "INGAT" if row.get("warning") else "baik "
