"""A PDF is opened, and repaired where it must be: pypdf, then pikepdf's rewriting, then pdfium as it is."""

import io
import mmap
import re
from dataclasses import dataclass
from typing import BinaryIO

import pikepdf
import pypdf
import pypdfium2

from pipeline.intake.errors import Unreadable
from pipeline.intake.inside.active import notes_of

_SIGNED = re.compile(rb"/ByteRange\s*\[")
_REPAIRED = "Berkas rusak dan diperbaiki untuk dibaca; aslinya tetap disimpan apa adanya."


@dataclass(frozen=True)
class Opened:
    """A PDF that can be rendered, and the bytes to read instead if it was repaired.

    ``is_covered``: forms, notes or signatures lie on top (:mod:`pipeline.intake.inside.on_top`).
    """

    pages: int
    problems: tuple[str, ...]
    has_signature: bool
    repaired: bytes | None = None
    is_covered: bool = False


def examine(stream: BinaryIO) -> Opened:
    """Open the PDF in ``stream`` (a file with a descriptor)."""
    with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as raw:
        has_signature = _SIGNED.search(raw) is not None
    rendered = _pdfium_pages(stream)
    seen = _by_pypdf(stream)
    if rendered and rendered == seen:
        notes, is_covered = notes_of(stream)
        return Opened(rendered, notes, has_signature, None, is_covered)
    repaired, was_locked = _rewritten(stream)
    pages = _pdfium_pages(io.BytesIO(repaired)) if repaired else 0
    if pages:
        notes, is_covered = notes_of(io.BytesIO(repaired))
        notes = notes if was_locked else (*notes, _REPAIRED)
        return Opened(pages, notes, has_signature, repaired, is_covered)
    if not rendered:
        raise Unreadable("intake.damaged")
    return Opened(rendered, (_REPAIRED,), has_signature)


def _pdfium_pages(stream: BinaryIO) -> int:
    # 0 unless the last page is really there: pdfium believes /Count
    stream.seek(0)
    try:
        document = pypdfium2.PdfDocument(stream)
        count = len(document)
        if count:
            document[count - 1].close()
        document.close()
    except pypdfium2.PdfiumError:
        return 0
    return count


def _by_pypdf(stream: BinaryIO) -> int | None:
    stream.seek(0)
    try:
        reader = pypdf.PdfReader(stream, strict=False)
        return None if reader.is_encrypted else len(reader.pages)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - TypeError, AssertionError and others leak from damaged files
        return None


def _rewritten(stream: BinaryIO) -> tuple[bytes, bool]:
    stream.seek(0)
    out = io.BytesIO()
    try:
        with pikepdf.open(stream, suppress_warnings=True) as document:
            was_locked = document.is_encrypted
            document.save(out, encryption=False, deterministic_id=True)
    except pikepdf.PasswordError:
        raise Unreadable("intake.encrypted") from None
    except (pikepdf.PdfError, RuntimeError, ValueError, OSError):
        return b"", False
    return out.getvalue(), was_locked
