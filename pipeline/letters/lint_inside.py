"""What runs within the walls for ``templates check``: ``python -m pipeline.letters.lint_inside``.

Takes a parcel on standard input (an order as JSON, then the templates, then the clause files) and
writes one (the reports as JSON, then the samples). Nothing of the office but its settings is here.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.kernel.errors import RangkapError, Text
from pipeline.kernel.sandbox import OUT_OF_MEMORY
from pipeline.letters.lint import Report, examine, kind_of
from pipeline.letters.lint_clauses import clause_flaws
from pipeline.letters.lint_flaw import Flaw, flaw
from pipeline.rendering.parcel import pack, unpack
from pipeline.settings import Settings


def work(parts: Sequence[bytes], home: Path) -> list[bytes]:
    """Do what the parcel ``parts`` orders, in the empty folder ``home``; return the parts of the answer."""
    order: Mapping[str, Any] = json.loads(parts[0])
    names, files = order["templates"], order["clauses"]
    clauses = dict(zip(files, parts[1 + len(names) :], strict=True))
    settings = Settings(home, order["settings"], (), ())
    (settings.templates / "klausul").mkdir(parents=True)
    for file, data in clauses.items():
        (settings.templates / "klausul" / file).write_bytes(data)
    of_clauses = clause_flaws(clauses, settings)
    reports = [Report(name, "", tuple(flaws)) for name, flaws in of_clauses.items()]
    said = frozenset(
        int(one.code.removeprefix("rule-"))
        for flaws in of_clauses.values()
        for one in flaws
        if one.code.startswith("rule-")
    )
    if any(one.code.partition("-")[0] != "rule" for flaws in of_clauses.values() for one in flaws):
        for file in clauses:  # they cannot be used: the templates are tried with the shipped ones
            (settings.templates / "klausul" / file).unlink()
    reports += [
        _looked_at(name, data, settings, said)
        for name, data in zip(names, parts[1 : 1 + len(names)], strict=True)
    ]
    plain = [
        {"template": one.template, "kind": one.kind, "flaws": [each.as_json() for each in one.flaws]}
        for one in reports
    ]
    return [json.dumps(plain).encode(), *(one.sample if order["samples"] else b"" for one in reports)]


def _looked_at(name: str, data: bytes, settings: Settings, said: frozenset[int]) -> Report:
    """Look at one template; what nobody foresaw in a hostile one is told like any flaw."""
    try:
        return examine(name, data, settings, said)
    except MemoryError:
        raise
    except RangkapError as error:
        return Report(
            name, kind_of(name), (Flaw("refused", Text(error.text("id"), error.text("en")), Text("", "")),)
        )
    except Exception as error:  # noqa: BLE001 - whatever a hostile file does to a parser, it is refused
        return Report(name, kind_of(name), (unforeseen(type(error).__name__),))


def unforeseen(kind: str) -> Flaw:
    """Return the flaw of a template that no reader can cope with."""
    return flaw("refused", Text("templat ini tidak dapat diperiksa ({kind}).", "this template cannot be checked ({kind})."),
                Text("Mulai lagi dari templat bawaan.", "Begin again from the shipped template."), kind=kind)  # fmt: skip


def main() -> int:
    """Read the parcel, work, write the answer; return the exit status."""
    try:
        with tempfile.TemporaryDirectory() as room:
            answer = work(unpack(sys.stdin.buffer.read()), Path(room))
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(pack(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
