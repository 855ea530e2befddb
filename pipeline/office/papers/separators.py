"""Separator sheets for the feeder of the scanner, put out as PDF on the office's paper."""

from __future__ import annotations

from pathlib import Path

from pipeline.cases.states import PRINTERS
from pipeline.kernel.files import write_durably
from pipeline.letters import separators as drawn
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.base.folders import need_folder

NAME = "lembar-pemisah.pdf"
USUAL, MOST = 10, 200
"""How many sheets are printed where nobody says, and at most."""


def sheets(desk: Desk, count: int = USUAL) -> bytes:
    """Return ``count`` separator sheets (at most :data:`MOST`) as PDF. Raises NotYours."""
    need_role(desk, "separators", PRINTERS)
    return drawn.pdf_of(max(1, min(count, MOST)), desk.settings["surat.kertas"])


def put(desk: Desk, target: Path, count: int = USUAL) -> Path:
    """Write them into the folder ``target``; what was printed before is replaced. Raises NotYours, NoFolder."""
    made = sheets(desk, count)
    path = need_folder(target) / NAME
    write_durably(path, made, 0o644)
    return path
