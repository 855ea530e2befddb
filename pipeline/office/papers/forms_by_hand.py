"""The empty forms for days without a computer, put out as PDF on the office's paper."""

from __future__ import annotations

from pathlib import Path

from pipeline.cases.states import PRINTERS
from pipeline.kernel.files import write_durably
from pipeline.letters import blank_forms as drawn
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.base.folders import need_folder


def blank_forms(desk: Desk, target: Path) -> tuple[Path, ...]:
    """Write each empty form into the folder ``target``; what was printed before is replaced. Raises NotYours, NoFolder."""
    need_role(desk, "forms", PRINTERS)
    folder = need_folder(target)
    office = {"pemerintah": desk.settings["kantor.pemerintah"], "nama": desk.settings["kantor.nama"]}
    files = []
    for form in drawn.FORMS:
        path = folder / f"{form.name}.pdf"
        write_durably(path, drawn.pdf_of(form, office, desk.settings["surat.kertas"]), 0o644)
        files.append(path)
    return tuple(files)
