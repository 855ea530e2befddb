"""Several PDFs become one, page after page, the same bytes on every repeat."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf

from pipeline.intake.errors_reading import Damaged


def joined(parts: Sequence[bytes]) -> bytes:
    """Return one PDF of the pages of ``parts`` in their order, taken over without being rendered. Raises Damaged."""
    out = io.BytesIO()
    try:
        with pikepdf.new() as target:
            for part in parts:
                with pikepdf.open(io.BytesIO(part), suppress_warnings=True) as source:
                    target.pages.extend(source.pages)
            target.remove_unreferenced_resources()
            target.save(out, deterministic_id=True, linearize=False)
    except (pikepdf.PdfError, RuntimeError, ValueError, OSError):
        raise Damaged from None
    return out.getvalue()
