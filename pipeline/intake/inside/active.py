"""What a PDF would do if a program let it, as notes for the clerk; every object is looked at."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import pikepdf

from pipeline.intake.inside.on_top import is_on_top

SCRIPTED = "Berkas memuat skrip di dalamnya; skrip itu tidak dijalankan."
SENDING = "Berkas memuat perintah mengirim atau mengambil data; perintah itu tidak dijalankan."
ATTACHED = "Berkas memuat lampiran di dalamnya; lampiran itu tidak dibuka."
LINKED = "Berkas memuat tautan ke luar; tautan itu tidak dibuka."
VAST = "Berkas terlalu rumit untuk diperiksa seluruhnya; mungkin ada skrip atau tautan di dalamnya, yang tidak dijalankan."
ON_TOP = "on top"  # no note: something on top of the pages has to be brought into them
_ORDER = (SCRIPTED, SENDING, ATTACHED, LINKED, VAST)
_ACTIONS = {
    "/JavaScript": SCRIPTED,
    "/Launch": SCRIPTED,
    "/Rendition": SCRIPTED,
    "/Movie": SCRIPTED,
    "/Sound": SCRIPTED,
    "/SubmitForm": SENDING,
    "/ImportData": SENDING,
    "/URI": LINKED,
    "/GoToR": LINKED,
    "/GoToE": LINKED,
}
_KEYS = {"/AA": SCRIPTED, "/XFA": SCRIPTED, "/JS": SCRIPTED, "/EmbeddedFiles": ATTACHED, "/EF": ATTACHED}
_KINDS = {
    "/RichMedia": SCRIPTED,
    "/Screen": SCRIPTED,
    "/3D": SCRIPTED,
    "/Movie": SCRIPTED,
    "/Sound": SCRIPTED,
    "/FileAttachment": ATTACHED,
}
_MOST, _DEEP = 100_000, 12  # things looked at, at most (VAST is told beyond), and how deep within one object


def notes_of(stream: BinaryIO) -> tuple[tuple[str, ...], bool]:
    """Return the notes on a PDF, and whether something lies on top of its pages; none if it does not open."""
    stream.seek(0)
    try:
        with pikepdf.open(stream, suppress_warnings=True) as pdf:
            found = set(_found(pdf))
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError, TypeError, OSError):
        return (), False
    return tuple(one for one in _ORDER if one in found), not found.isdisjoint({ON_TOP, VAST})


def _found(pdf: pikepdf.Pdf) -> Iterator[str]:
    left = _MOST
    for held in (pdf.trailer, *pdf.objects):
        rest = [(held, 0)]
        while rest and left:
            thing, deep = rest.pop()
            left -= 1
            yield from _said(thing)
            if deep < _DEEP:
                rest += [(one, deep + 1) for one in _within(thing) if not one.is_indirect]
        if not left:
            yield VAST
            return


def _within(thing: Any) -> list[Any]:
    if isinstance(thing, pikepdf.Array):
        found = list(thing)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        found = [thing[name] for name in thing.keys()]  # noqa: SIM118 - no mapping
    else:
        return []
    return [one for one in found if isinstance(one, (pikepdf.Array, pikepdf.Dictionary))]


def _said(thing: Any) -> Iterator[str]:
    if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    for name, kinds in (("/S", _ACTIONS), ("/Subtype", _KINDS)):
        kind = thing.get(name)
        if isinstance(kind, pikepdf.Name) and str(kind) in kinds:
            yield kinds[str(kind)]
    yield from (said for name, said in _KEYS.items() if name in thing)
    if is_on_top(thing):
        yield ON_TOP
