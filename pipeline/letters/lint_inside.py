"""``python -m pipeline.letters.lint_inside``: order (JSON), templates, clauses on standard input.

It answers with reports (JSON) and samples.
"""

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pipeline.kernel.sandbox import answer_by
from pipeline.letters.lint import clause_reports, examine
from pipeline.rendering.framing import pack, unpack
from pipeline.settings import Settings


def work(parts: Sequence[bytes], home: Path) -> list[bytes]:
    """Do what the parcel orders, in the empty folder ``home``."""
    order: Mapping[str, Any] = json.loads(parts[0])
    names, files = order["templates"], order["clauses"]
    settings = Settings(home, order["settings"], (), ())
    folder = settings.templates / "klausul"
    folder.mkdir(parents=True)
    for file, data in zip(files, parts[1 + len(names) :], strict=True):
        (folder / file).write_bytes(data)
    reports = [*clause_reports(folder)]
    if any(report.flaws for report in reports):  # the templates are tried with the shipped clauses
        settings = Settings(home / "bawaan", order["settings"], (), ())
    reports += (examine(name, data, settings) for name, data in zip(names, parts[1:], strict=False))
    plain = [
        {"template": report.template, "kind": report.kind, "flaws": [asdict(flaw) for flaw in report.flaws]}
        for report in reports
    ]
    return [json.dumps(plain).encode(), *(report.sample if order["samples"] else b"" for report in reports)]


def main() -> int:
    """Answer standard input."""
    with tempfile.TemporaryDirectory() as room:
        return answer_by(lambda parcel: pack(work(unpack(parcel), Path(room))))


if __name__ == "__main__":
    sys.exit(main())
