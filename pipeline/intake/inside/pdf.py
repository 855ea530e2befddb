"""A PDF is opened, repaired if it must be: pypdf, then pikepdf's rewriting, then pdfium as it is."""

import io
import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import pikepdf
import pypdf
import pypdfium2

from pipeline.intake.errors import Unreadable
from pipeline.intake.inside.on_top import is_on_top

SCRIPTED = "Berkas memuat skrip di dalamnya. Skrip itu tidak dijalankan."
SENDING = "Berkas memuat perintah mengirim atau mengambil data. Perintah itu tidak dijalankan."
ATTACHED = "Berkas memuat lampiran di dalamnya. Lampiran itu tidak dibuka."
LINKED = "Berkas memuat tautan ke luar. Tautan itu tidak dibuka."
VAST = "Berkas terlalu rumit untuk diperiksa seluruhnya; mungkin ada skrip atau tautan di dalamnya, yang tidak dijalankan."
ON_TOP = "on top"  # no note: something on top of the pages has to be brought into them
_ORDER = (SCRIPTED, SENDING, ATTACHED, LINKED, VAST)
_ACTIONS = {
    **dict.fromkeys(("/JavaScript", "/Launch", "/Rendition", "/Movie", "/Sound"), SCRIPTED),
    **dict.fromkeys(("/SubmitForm", "/ImportData"), SENDING),
    **dict.fromkeys(("/URI", "/GoToR", "/GoToE"), LINKED),
}
_KEYS = {"/AA": SCRIPTED, "/XFA": SCRIPTED, "/JS": SCRIPTED, "/EmbeddedFiles": ATTACHED, "/EF": ATTACHED}
_KINDS = {
    **dict.fromkeys(("/RichMedia", "/Screen", "/3D", "/Movie", "/Sound"), SCRIPTED),
    "/FileAttachment": ATTACHED,
}
_MOST, _DEEP = 100_000, 12  # things looked at, at most (VAST is told beyond), and how deep within one object


def notes_of(stream: BinaryIO) -> tuple[tuple[str, ...], bool]:
    """Notes, and whether something lies on top; none if unopened."""
    stream.seek(0)
    try:
        with pikepdf.open(stream, suppress_warnings=True) as pdf:
            notes = set(_found(pdf))
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError, TypeError, OSError):
        return (), False
    return tuple(note for note in _ORDER if note in notes), not notes.isdisjoint({ON_TOP, VAST})


def _found(pdf: pikepdf.Pdf) -> Iterator[str]:
    left = _MOST
    for held in (pdf.trailer, *pdf.objects):
        rest = [(held, 0)]
        while rest and left:
            node, deep = rest.pop()
            left -= 1
            yield from _problems_of(node)
            if deep < _DEEP:
                rest += [(inner, deep + 1) for inner in _within(node) if not inner.is_indirect]
        if not left:
            yield VAST
            return


def _within(node: Any) -> list[Any]:
    if isinstance(node, pikepdf.Array):
        values = list(node)
    elif isinstance(node, (pikepdf.Dictionary, pikepdf.Stream)):
        values = [node[name] for name in node.keys()]  # noqa: SIM118 - no mapping
    else:
        return []
    return [value for value in values if isinstance(value, (pikepdf.Array, pikepdf.Dictionary))]


def _problems_of(node: Any) -> Iterator[str]:
    if not isinstance(node, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    for name, kinds in (("/S", _ACTIONS), ("/Subtype", _KINDS)):
        kind = node.get(name)
        if isinstance(kind, pikepdf.Name) and str(kind) in kinds:
            yield kinds[str(kind)]
    yield from (problem for name, problem in _KEYS.items() if name in node)
    if is_on_top(node):
        yield ON_TOP


_SIGNED = re.compile(rb"/ByteRange\s*\[")
_REPAIRED = "Berkas rusak dan diperbaiki untuk dibaca; aslinya tetap disimpan apa adanya."


@dataclass(frozen=True)
class Opened:
    """A PDF to render, and the bytes to read instead if repaired.

    ``is_covered``: something lies on top.
    """

    pages: int
    problems: tuple[str, ...]
    has_signature: bool
    repaired: bytes | None = None
    is_covered: bool = False


def examine(stream: BinaryIO) -> Opened:
    """``stream`` has a descriptor."""
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
        if count := len(document):
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
