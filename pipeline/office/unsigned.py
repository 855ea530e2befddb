"""Step 11: a copy that never was on paper is no signed copy, wherever in a file its pages lie."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.intake.reader import Reader
from pipeline.kernel.ids import CopyCode
from pipeline.office import arrival_files
from pipeline.records.arrivals import Arrival
from pipeline.settings import Settings

PRINT = "ini berkas PDF untuk dicetak, belum ditandatangani"


def unsigned(
    settings: Settings,
    reader: Reader,
    parts: Sequence[tuple[Arrival, CopyCode | None]],
) -> dict[str, str]:
    """Return why (Indonesian) parts with a code of ours are no signed copies, by arrival id.

    Electronically signed files are not asked about here (:mod:`pipeline.office.electronic`). Raises BytesMissing.
    """
    found = {}
    for part, code in parts:
        if code is not None:
            with arrival_files.opened(settings, part.id) as handle:
                if reader.is_born_digital(handle):
                    found[part.id] = PRINT
    return found
