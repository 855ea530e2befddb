"""Why a document cannot be taken: each a sentence for the note that is laid beside the file.

The reader's child tells a refusal by its code and fields only; :func:`refusal` makes the error again.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.kernel.errors import Exit, NotDone, RangkapError, Text
from pipeline.kernel.sandbox import Crashed, OutOfMemory, TimedOut


class Unreadable(RangkapError):
    """Base of all refusals: the bytes are not a document that can be handled."""

    code = "intake.unreadable"


class Empty(Unreadable):
    """Zero bytes."""

    code = "intake.empty"
    said = Text(
        "Berkas ini kosong (0 bita). Pindai ulang suratnya, lalu taruh lagi di inbox.",
        "The file is empty (0 bytes). Scan the letter again and put it into the inbox.",
    )


class UnknownKind(Unreadable):
    """Neither PDF nor picture nor Word document, whatever its name says."""

    code = "intake.unknown_kind"
    said = Text(
        "Isi berkas ini bukan PDF, gambar (JPEG, PNG, TIFF, HEIC, BMP, WebP), atau dokumen Word (DOCX), "
        "apa pun namanya. Pindai suratnya atau simpan sebagai PDF, lalu taruh lagi di inbox.",
        "Whatever its name says, this is no PDF, picture (JPEG, PNG, TIFF, HEIC, BMP, WebP) or Word "
        "document (DOCX). Scan the letter or save it as PDF, then put it into the inbox.",
    )


class Damaged(Unreadable):
    """The kind is known, but the bytes cannot be read, also not after repair."""

    code = "intake.damaged"
    said = Text(
        "Berkas ini rusak atau terpotong dan tidak dapat diperbaiki. Mungkin penyalinannya terputus; "
        "pindai ulang atau salin ulang, lalu taruh lagi di inbox.",
        "The file is damaged or cut off and cannot be repaired. Copying may have been interrupted; "
        "scan or copy it again, then put it into the inbox.",
    )


class Encrypted(Unreadable):
    """Opens only with a password."""

    code = "intake.encrypted"
    said = Text(
        "Berkas ini dikunci dengan kata sandi. Minta pengirim membuka kuncinya, atau cetak lalu pindai, "
        "dan taruh lagi di inbox.",
        "The file is locked with a password. Ask the sender to unlock it, or print and scan it, then "
        "put it into the inbox.",
    )


class TooManyPixels(Unreadable):
    """A picture larger than the office allows; told from its header, before anything is unpacked."""

    code = "intake.too_many_pixels"
    said = Text(
        "Gambar ini terlalu besar: {width} × {height} titik ({megapixels} megapiksel; paling besar {limit}). "
        "Pindai ulang dengan resolusi 200–300 dpi, lalu taruh lagi di inbox.",
        "The picture is too large: {width} × {height} pixels ({megapixels} megapixels; at most {limit}). "
        "Scan it again at 200–300 dpi, then put it into the inbox.",
    )


class TooManyPages(Unreadable):
    """More pages than the office allows."""

    code = "intake.too_many_pages"
    said = Text(
        "Berkas ini berisi {pages} halaman; paling banyak {limit}. Bagi menjadi beberapa berkas, lalu "
        "taruh lagi di inbox.",
        "The file has {pages} pages; at most {limit} are taken. Divide it into several files, then put "
        "them into the inbox.",
    )


class Bomb(Unreadable):
    """A DOCX that unpacks to far more than any letter needs."""

    code = "intake.bomb"
    said = Text(
        "Dokumen Word ini tidak wajar: isinya membengkak melebihi batas ketika dibuka. Jangan dibuka di "
        "komputer lain; minta pengirim mengirim PDF atau cetakan.",
        "This Word document is not sound: unpacked, it grows beyond the limit. Do not open it "
        "elsewhere; ask the sender for a PDF or a print.",
    )


class Macros(Unreadable):
    """A Word document that carries a program."""

    code = "intake.macros"
    said = Text(
        "Dokumen Word ini memuat program (makro). Simpan sebagai DOCX tanpa makro atau sebagai PDF, lalu "
        "taruh lagi di inbox.",
        "The Word document carries a program (macros). Save it as DOCX without macros or as PDF, then "
        "put it into the inbox.",
    )


class TooHeavy(Unreadable):
    """Reading it uses up the time or the memory of the reader."""

    code = "intake.too_heavy"
    said = Text(
        "Berkas ini tidak dapat dibaca dalam batas waktu dan memori; mungkin sengaja dibuat demikian. "
        "Cetak suratnya, pindai ulang 200–300 dpi, lalu taruh lagi di inbox.",
        "The file cannot be read within the limits of time and memory; it may be made so on purpose. "
        "Print the letter, scan it at 200–300 dpi, then put it into the inbox.",
    )


class NoSuchPage(Unreadable):
    """A page was asked for that the document does not have."""

    code = "intake.no_such_page"
    said = Text(
        "Halaman {page} tidak ada; berkas ini berisi {pages} halaman.",
        "There is no page {page}; the file has {pages} pages.",
    )
    status = Exit.NOT_FOUND


class NoLanguage(NotDone):
    """The text recogniser lacks its Indonesian data."""

    code = "intake.no_language"
    said = Text(
        "Teks belum dibaca karena data bahasa Indonesia untuk OCR tidak ditemukan. Pasang paket "
        "tesseract-ocr-ind, atau sebut foldernya dengan RANGKAP_TESSDATA.",
        "Text is not read because the Indonesian OCR data was not found. Install the package "
        "tesseract-ocr-ind, or name its folder with RANGKAP_TESSDATA.",
    )


_BY_CODE = {
    kind.code: kind
    for kind in (
        Empty,
        UnknownKind,
        Damaged,
        Encrypted,
        TooManyPixels,
        TooManyPages,
        Bomb,
        Macros,
        TooHeavy,
        NoSuchPage,
        NoLanguage,
        TimedOut,
        OutOfMemory,
    )
}


def refusal(code: str, fields: Mapping[str, object]) -> RangkapError:
    """Return the error with ``code``; one that is not known is a crash of the reader."""
    kind = _BY_CODE.get(code)
    if kind is None:
        status = fields.get("status")
        return Crashed(status if isinstance(status, int) else 1)
    return kind(**fields)


def unopened(error: RangkapError) -> RangkapError:
    """Return what an ``error`` means when it befell the opening of a document or its first page."""
    if isinstance(error, (TimedOut, OutOfMemory)):
        return TooHeavy()
    return Damaged() if isinstance(error, Crashed) else error
