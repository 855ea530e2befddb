"""DOCX → PDF (PDF/A-2b) by LibreOffice, PDF → page pictures by pdfium; both isolated.

LibreOffice runs once for a batch, without network, with a profile of its own that is thrown away;
what a document links to outside is not there. The output is opened and counted before it is used.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence

from pipeline.kernel.sandbox import Crashed, run
from pipeline.kernel.walls import MIB, Limits
from pipeline.rendering.errors import NoRenderer, NotPictured, NotRendered
from pipeline.rendering.parcel import pack, unpack

_OFFICE = Limits(memory=4096 * MIB, cpu=60, wall=90.0, scratch=512 * MIB)
_FURTHER = 2.0
"""Further seconds for each further document of a batch."""
_PICTURES = Limits(memory=1024 * MIB, cpu=60, wall=90.0)


def to_pdf(documents: Sequence[bytes], *, accept_risk: bool = False) -> list[bytes]:
    """Return each of the DOCX ``documents`` as PDF/A-2b, all made in one run.

    Raises :class:`NoRenderer`, :class:`NotRendered` (names the document by its place, from 1), and
    what :func:`pipeline.kernel.sandbox.run` raises.
    """
    if not documents:
        return []
    if shutil.which("soffice") is None:
        raise NoRenderer
    more = _FURTHER * (len(documents) - 1)
    limits = Limits(
        memory=_OFFICE.memory,
        cpu=round(60 + more),
        wall=90.0 + more,
        file_size=_OFFICE.file_size,
        scratch=_OFFICE.scratch,
    )
    results = _inside("pdf", documents, limits, accept_risk=accept_risk)
    for number, result in enumerate(results, 1):
        if not result.startswith(b"%PDF-"):
            raise NotRendered(number=number)
    return results


def page_pngs(pdf: bytes, dpi: int = 100, *, accept_risk: bool = False) -> list[bytes]:
    """Return the pages of a PDF as PNG pictures at ``dpi``. Raises :class:`NotPictured`."""
    try:
        return _inside(f"png:{dpi}", [pdf], _PICTURES, accept_risk=accept_risk)
    except Crashed:
        raise NotPictured from None


def _inside(order: str, parts: Sequence[bytes], limits: Limits, *, accept_risk: bool) -> list[bytes]:
    command = [sys.executable, "-P", "-m", "pipeline.rendering.inside", order]
    return unpack(run(command, pack(parts), limits=limits, accept_risk=accept_risk))
