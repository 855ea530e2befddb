"""A PDF is opened, and repaired where it must be: pypdf, then pikepdf's rewriting, then pdfium as it is."""

from __future__ import annotations

import io
import mmap
import re
from dataclasses import dataclass
from typing import BinaryIO

import pikepdf
import pypdf
import pypdfium2
from pypdf.generic import DictionaryObject

from pipeline.intake.errors_reading import Damaged, Encrypted

_SIGNED = re.compile(rb"/ByteRange\s*\[")
_SCRIPTED = "Berkas memuat skrip di dalamnya; skrip itu tidak dijalankan."
_ATTACHED = "Berkas memuat lampiran di dalamnya; lampiran itu tidak dibuka."
_REPAIRED = "Berkas rusak dan diperbaiki untuk dibaca; aslinya tetap disimpan apa adanya."


@dataclass(frozen=True)
class Opened:
    """A PDF that can be rendered: ``pages``, notes, and the bytes to read instead where it was repaired."""

    pages: int
    problems: tuple[str, ...]
    has_signature: bool
    repaired: bytes | None = None


def examine(stream: BinaryIO) -> Opened:
    """Open the PDF in ``stream`` (a file with a descriptor). Raises :class:`Encrypted`, :class:`Damaged`."""
    with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as raw:
        has_signature = _SIGNED.search(raw) is not None
    rendered = _pdfium_pages(stream)
    seen = _by_pypdf(stream)
    if rendered and seen is not None and rendered == seen[0]:
        return Opened(rendered, seen[1], has_signature)
    repaired, was_locked = _rewritten(stream)
    pages = _pdfium_pages(io.BytesIO(repaired)) if repaired else 0
    if pages:
        again = _by_pypdf(io.BytesIO(repaired))
        notes = again[1] if again else ()
        return Opened(pages, notes if was_locked else (*notes, _REPAIRED), has_signature, repaired)
    if not rendered:
        raise Damaged
    return Opened(rendered, (_REPAIRED,), has_signature)


def _pdfium_pages(stream: BinaryIO) -> int:
    """Return the number of pages, 0 unless the last of them is really there (pdfium believes /Count)."""
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


def _by_pypdf(stream: BinaryIO) -> tuple[int, tuple[str, ...]] | None:
    """Return pages and notes, or ``None`` where pypdf cannot (many kinds of error leave it)."""
    stream.seek(0)
    try:
        reader = pypdf.PdfReader(stream, strict=False)
        if reader.is_encrypted:
            return None
        return len(reader.pages), tuple(_notes(reader))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - TypeError, AssertionError and others leak from damaged files
        return None


def _notes(reader: pypdf.PdfReader) -> list[str]:
    root = reader.root_object
    names = _dictionary(root.get("/Names"))
    form = _dictionary(root.get("/AcroForm"))
    action = _dictionary(root.get("/OpenAction"))
    notes = []
    if (
        "/AA" in root
        or "/JavaScript" in names
        or "/XFA" in form
        or action.get("/S") in ("/JavaScript", "/Launch")
    ):
        notes.append(_SCRIPTED)
    if "/EmbeddedFiles" in names:
        notes.append(_ATTACHED)
    return notes


def _dictionary(value: object) -> DictionaryObject:
    found = value.get_object() if hasattr(value, "get_object") else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _rewritten(stream: BinaryIO) -> tuple[bytes, bool]:
    """Return the PDF as pikepdf writes it anew (empty where it cannot), and whether it was locked."""
    stream.seek(0)
    out = io.BytesIO()
    try:
        with pikepdf.open(stream, suppress_warnings=True) as document:
            was_locked = document.is_encrypted
            document.save(out, encryption=False, deterministic_id=True)
    except pikepdf.PasswordError:
        raise Encrypted from None
    except (pikepdf.PdfError, RuntimeError, ValueError, OSError):
        return b"", False
    return out.getvalue(), was_locked
