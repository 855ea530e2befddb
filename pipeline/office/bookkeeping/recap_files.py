"""A recap goes out as a file: XLSX or PDF, into a folder or through a pipe."""

from __future__ import annotations

import io
from pathlib import Path
from typing import IO

from pipeline.kernel.files import write_durably
from pipeline.office.base.desk import Desk
from pipeline.office.base.folders import need_folder
from pipeline.office.bookkeeping.recap import EDITIONS, Asked, make
from pipeline.register.recap_pdf import write_pdf
from pipeline.register.recap_report import Report
from pipeline.register.recap_xlsx import write_xlsx

_WRITERS = {"xlsx": write_xlsx, "pdf": write_pdf}


def write(desk: Desk, asked: Asked, out: IO[bytes]) -> Report:
    """Write the recap to ``out`` in the form that is asked for, and return it. Raises what ``make`` raises."""
    report = make(desk, asked)
    made = io.BytesIO()
    _WRITERS[asked.form](made, report)
    out.write(made.getvalue())
    return report


def put(desk: Desk, asked: Asked, target: Path) -> tuple[Path, Report]:
    """Put the recap into the folder ``target`` as one whole file; one of the same period and recipient is replaced.

    Raises NoFolder and what ``make`` raises.
    """
    path = need_folder(target) / f"rekap-{asked.period.name}-{EDITIONS[asked.recipient].word}.{asked.form}"
    made = io.BytesIO()
    report = write(desk, asked, made)
    write_durably(path, made.getvalue())
    return path, report
