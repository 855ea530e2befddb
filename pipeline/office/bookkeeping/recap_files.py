"""A recap goes out as a file: XLSX or PDF, into a folder or through a pipe."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

from pipeline.kernel.files import write_durably
from pipeline.office.base.desk import Desk
from pipeline.office.base.folders import need_folder
from pipeline.office.bookkeeping.recap import EDITIONS, Asked, make
from pipeline.register.recap_pdf import write_pdf
from pipeline.register.recap_report import Report
from pipeline.register.recap_xlsx import write_xlsx


def _write_json(out: IO[bytes], report: Report) -> None:
    out.write(json.dumps(report.to_json(), ensure_ascii=False, indent=1).encode() + b"\n")


_WRITERS: Mapping[str, Callable[[IO[bytes], Report], object]] = {
    "xlsx": write_xlsx,
    "pdf": write_pdf,
    "json": _write_json,
}


def write(desk: Desk, asked: Asked, out: IO[bytes]) -> Report:
    """Write the recap to ``out`` in the form that is asked for, and return it. Raises what ``make`` raises."""
    report = make(desk, asked)
    out.write(written(report, asked.form))
    return report


def written(report: Report, form: str) -> bytes:
    """Return a recap as a file of the ``form`` (xlsx, pdf, json)."""
    made = io.BytesIO()
    _WRITERS[form](made, report)
    return made.getvalue()


def file_of(desk: Desk, asked: Asked) -> tuple[str, bytes]:
    """Return the name and the bytes of a recap that goes out; no file of it is left behind. Raises what ``make`` raises."""
    made = io.BytesIO()
    write(desk, asked, made)
    return name_of(asked), made.getvalue()


def name_of(asked: Asked) -> str:
    """Return how the file of a recap is called: its period and its recipient."""
    return f"rekap-{asked.period.name}-{EDITIONS[asked.recipient].word}.{asked.form}"


def put(desk: Desk, asked: Asked, target: Path) -> tuple[Path, Report]:
    """Put the recap into the folder ``target`` as one whole file; one of the same period and recipient is replaced.

    Raises NoFolder and what ``make`` raises.
    """
    path = need_folder(target) / name_of(asked)
    made = io.BytesIO()
    report = write(desk, asked, made)
    write_durably(path, made.getvalue())
    return path, report
