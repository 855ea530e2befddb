"""Sheets as offices type them, and as nobody should send them."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, time
from typing import Any

import openpyxl

HEAD = ("No. Register", "Tgl Diterima", "Jam", "Pelapor", "Korban", "Umur", "Bentuk Kekerasan", "Tanggal Surat",
        "No Surat Jawaban", "Status", "Lokasi", "Keterangan")  # fmt: skip
ROWS: tuple[tuple[Any, ...], ...] = (
    ("0001/TL/I/2026", date(2026, 1, 5), time(9, 30), "Rusmini Talahu", "Ani Melati", 14, "fisik", date(2026, 1, 4),
     "045.2/1/Sek/I/2026", "selesai", "Lemari 2", "Ani Melati sudah didampingi"),
    ("0002/TL/I/2026", "7 Januari 2026", "", "Polsek Hulu Asri", "M.S.", "±30", "psikis", "6-1-2026", "", "", "", ""),
    ("12", "31/12/2025", "", "J.", "A.", "", "", "", "", "", "", ""),
)  # fmt: skip


def xlsx(*rows: Sequence[Any], head: Sequence[str] = HEAD, title: str = "") -> bytes:
    """Return an XLSX sheet with ``rows`` below ``head``, and a title over it if one is given."""
    return saved(book_of(("Register", [*([[title], []] if title else []), head, *rows])))


def book_of(*sheets: tuple[str, Sequence[Sequence[Any]]]) -> openpyxl.Workbook:
    """Return a workbook with one sheet for each title and its rows."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes = b"x") -> bytes:
    """Return the package ``data`` with one more part."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def with_sheet(data: bytes, content: bytes) -> bytes:
    """Return the package ``data`` with another first sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, content if part.filename.endswith("sheet1.xml") else old.read(part))
    return out.getvalue()
