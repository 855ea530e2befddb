"""Fields, annotations and signature appearances become part of the pages, in the working copy alone.

pdfium (without script engine) does it; what it cannot is told.
"""

import io
import re
import textwrap
from collections.abc import Iterator
from typing import BinaryIO

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name, Stream
from pypdfium2 import raw

from pipeline.intake.errors import Unreadable

DYNAMIC = "Formulir ini (XFA) hanya tampil dalam program Adobe. Isinya tidak terbaca di sini, maka minta cetakan atau PDF biasa."
COMMENTED = "Berkas memuat catatan yang tidak tampak sebagai bagian halaman. Lihat berkas aslinya."
BARE = "Berkas memuat tanda tangan elektronik tanpa tanda yang tampak di halamannya."
CUT = "Isian formulir lebih panjang daripada kotaknya dan terbaca sebagian. Lihat berkas aslinya."
_PLAIN = frozenset({"/Link", "/Popup", "/PrinterMark", "/TrapNet"})
_HIDDEN, _SEVERAL_LINES = 2, 1 << 12
_WORDS = re.compile(rb"T[jJ]\b|[)>]\s*['\"]")
_LONG = 20_000  # letters of a typed note that are laid out
# Points of a letter that says none, the smallest, the largest; width of a letter and height of a line to its
# size; inset
_SIZE, _LEAST, _MOST, _WIDE, _HIGH, _INSET = 12.0, 4.0, 72.0, 0.5, 1.2, 2.0


def is_on_top(node: Dictionary | Stream) -> bool:
    """Links and pop-ups do not count; forms do."""
    if "/XFA" in node:
        return True
    kind = node.get("/Subtype")
    return "/Rect" in node and isinstance(kind, Name) and str(kind) not in _PLAIN


def brought_in(stream: BinaryIO) -> tuple[bytes, tuple[str, ...]]:
    """The PDF (always equal bytes), and notes."""
    stream.seek(0)
    out, made = io.BytesIO(), io.BytesIO()
    try:
        with pikepdf.open(stream, suppress_warnings=True) as given:
            notes = set(_prepared(given))
            given.save(out)
        with pypdfium2.PdfDocument(out) as pdf:
            pdf.init_forms()
            for number in range(len(pdf)):
                page = pdf[number]  # pdfium makes the look of its fields now
                if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_FAIL:
                    raise Unreadable("intake.damaged")
                page.close()
            pdf.save(made)
        whole = io.BytesIO()
        with pikepdf.open(made, suppress_warnings=True) as given:
            given.save(whole, deterministic_id=True)
    except (
        pikepdf.PdfError,
        pypdfium2.PdfiumError,
        RuntimeError,
        ValueError,
        TypeError,
        OSError,
        LookupError,
    ):
        raise Unreadable("intake.damaged") from None
    return whole.getvalue(), tuple(note for note in (DYNAMIC, BARE, CUT, COMMENTED) if note in notes)


def _prepared(pdf: pikepdf.Pdf) -> Iterator[str]:
    form = pdf.Root.get("/AcroForm")
    all_of = [
        annotation
        for sheet in pdf.pages
        for annotation in sheet.obj.get("/Annots", ())
        if isinstance(annotation, Dictionary)
    ]
    for annotation in all_of:
        try:
            if not int(annotation.get("/F", 0)) & _HIDDEN:
                yield from _seen_to(pdf, annotation)
        except (pikepdf.PdfError, ValueError, TypeError, ArithmeticError, LookupError, AttributeError):
            yield COMMENTED
    if isinstance(form, Dictionary) and "/XFA" in form:
        if pdf.Root.get("/NeedsRendering") or not any(
            annotation.get("/Subtype") == Name.Widget for annotation in all_of
        ):
            yield DYNAMIC
        del form["/XFA"]


def _seen_to(pdf: pikepdf.Pdf, annotation: Dictionary) -> Iterator[str]:
    kind, has_look = str(annotation.get("/Subtype")), "/N" in annotation.get("/AP", Dictionary())
    text = str(annotation.get("/Contents", "")).strip()[:_LONG]
    if kind == "/FreeText":
        if text and not has_look:
            annotation.AP = Dictionary(N=_look(pdf, annotation, text))
            wide, high = (max(side - 2 * _INSET, 1.0) for side in _sides(annotation))
            if len(_lines(text, wide, _LEAST)) * _LEAST * _HIGH > high:
                yield CUT
    elif kind == "/Widget":
        field = annotation if "/FT" in annotation else annotation.get("/Parent", annotation)
        if (
            field.get("/FT") == Name.Ch
            and "/V" in field
            and not _shows_words(annotation)
            and "/AP" in annotation
        ):
            del annotation["/AP"]
        elif field.get("/FT") == Name.Tx:
            yield from _made_to_fit(annotation, field, pdf.Root.AcroForm)
        elif not has_look and field.get("/FT") == Name.Sig and "/V" in field and min(_sides(annotation)) > 0:
            yield BARE
    elif kind not in _PLAIN and not (has_look and (kind == "/Stamp" or not text)):
        yield COMMENTED


def _made_to_fit(annotation: Dictionary, field: pikepdf.Object, form: pikepdf.Object) -> Iterator[str]:
    # A person scrolls words longer than their box; here their letters are made smaller
    value = field.get("/V", "")
    text = (value.read_bytes().decode("latin-1") if isinstance(value, Stream) else str(value)).strip()
    wide, high = (max(side - 2 * _INSET, 1.0) for side in _sides(annotation))
    look = str(annotation.get("/DA", field.get("/DA", form.get("/DA", "/Helv 0 Tf 0 g"))))
    match = re.search(r"([\d.]+) +Tf", look)
    size = float(match[1]) if match else 0.0
    is_long = int(field.get("/Ff", 0)) & _SEVERAL_LINES
    is_cut = size and len(_lines(text[:_LONG], wide, size)) > max(
        1, int(high / (size * _HIGH)) if is_long else 1
    )
    if is_cut:
        annotation.DA = pikepdf.String(re.sub(r"[\d.]+ +Tf", "0 Tf", look))
    if is_cut or (
        text and (form.get("/NeedAppearances") or not _shows_words(annotation))
    ):  # pdfium makes it anew where there is none
        for holder, name in ((annotation, "/AP"), (field, "/MaxLen")):
            if name in holder:
                del holder[name]
    most = int(high / (_LEAST * _HIGH)) if is_long else 1
    if len(text) > _LONG or len(_lines(text, wide, _LEAST)) > max(1, most):
        yield CUT


def _shows_words(annotation: Dictionary) -> bool:
    # A program may keep what was typed and leave the empty look
    look = annotation.get("/AP", Dictionary()).get("/N")
    return isinstance(look, Stream) and (
        "/XObject" in look.get("/Resources", ()) or bool(_WORDS.search(look.read_bytes()))
    )


def _sides(annotation: Dictionary) -> tuple[float, float]:
    left, low, right, high = (float(side) for side in annotation.Rect)
    return abs(right - left), abs(high - low)


def _look(pdf: pikepdf.Pdf, annotation: Dictionary, text: str) -> Stream:
    wide, high = (max(side - 2 * _INSET, 1.0) for side in _sides(annotation))
    match = re.search(r"([\d.]+) *(?:Tf|pt)", f"{annotation.get('/DA', '')} {annotation.get('/DS', '')}")
    size = float(match[1]) if match and _LEAST <= float(match[1]) <= _MOST else _SIZE
    lines = _lines(text, wide, size)
    while len(lines) * size * _HIGH > high and size > _LEAST:
        size -= 1
        lines = _lines(text, wide, size)
    shown = [line.encode("cp1252", "replace") for line in lines]
    steps = [b"BT /F %.2f Tf 0 g %.2f TL %.2f %.2f Td" % (size, size * _HIGH, _INSET, high + _INSET - size)]
    steps += [pikepdf.String(line).unparse() + b" Tj T*" for line in shown]
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    box = [0, 0, *_sides(annotation)]
    return pdf.make_stream(
        b"\n".join([*steps, b"ET"]), Type=Name.XObject, Subtype=Name.Form, BBox=box,
        Resources=Dictionary(Font=Dictionary(F=font)),
    )  # fmt: skip


def _lines(text: str, wide: float, size: float) -> list[str]:
    most = max(1, int(wide / (size * _WIDE)))
    return [line for part in text.splitlines() for line in textwrap.wrap(part, most) or [""]]
