"""``rangkap doctor``: is this machine, and this home, fit for work?"""

from collections.abc import Iterator

from pipeline.cli.call import Call
from pipeline.kernel.commands import command_of
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Exit
from pipeline.office.letters.fitness import Row
from pipeline.office.overview import doctor as office


def doctor(call: Call) -> int:
    """Print the checks; the status tells whether all passed."""
    rows = list(_looked_at(call))
    call.give(list(map(_plain, rows)), "\n".join(line for row in rows for line in _lines(row)))
    return Exit.OK if all(row.ok for row in rows) else Exit.FAILED


def _looked_at(call: Call) -> Iterator[Row]:
    """Without a usable home: the machine's rows, and why."""
    try:
        settings = call.settings
    except Refusal as error:
        yield from office.machine(accepts_risk=False)
        yield Row("rumah kantor", False, error.text(), next=error.next)
        return
    yield from office.machine(accepts_risk=bool(settings["masuk.tanpa_isolasi"]))
    yield from office.home(settings)


def _plain(row: Row) -> dict[str, object]:
    plain: dict[str, object] = {"what": row.what, "ok": row.ok, "found": row.found}
    plain |= {"next": "; ".join(steps)} if (steps := _steps(row)) else {}
    return plain | ({"warning": True} if row.warning else {})


def _lines(row: Row) -> list[str]:
    grade = "BURUK" if not row.ok else "INGAT" if row.warning else "baik "
    steps = _steps(row) if row.warning or not row.ok else []
    return [f"{grade}  {row.what}: {row.found}", *(f"       → {step}" for step in steps)]


def _steps(row: Row) -> list[str]:
    return [*filter(None, [row.then]), *map(command_of, row.next)]
