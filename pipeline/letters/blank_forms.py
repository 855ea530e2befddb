"""Empty forms for days without a computer: the receipt of a letter, and a call; written by hand, entered later.

Drawn directly, so that they can be printed also where there is no LibreOffice. Lines stand 9 mm apart, enough for handwriting.
They hold no code and no number of the office: the number is given when they are entered ("dicatat kemudian").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

PAPERS = {"A4": (210 * mm, 297 * mm), "F4": (215 * mm, 330 * mm)}
_LEFT, _RIGHT, _TOP, _BOTTOM = 20 * mm, 15 * mm, 14 * mm, 16 * mm
_LINE = 9 * mm
_FACE, _BOLD = "Helvetica", "Helvetica-Bold"


@dataclass(frozen=True)
class Line:
    """One or two questions beside one another with ``lines`` to write on; ``ticks`` are boxes instead of a line."""

    labels: tuple[str, ...]
    ticks: tuple[str, ...] = ()
    lines: int = 1


@dataclass(frozen=True)
class Form:
    """A form: the name of its file, its title, and its sections of lines."""

    name: str
    title: str
    sections: tuple[tuple[str, tuple[Line, ...]], ...]


_HEAD = (
    "Diterima (sebelum dicatat di komputer)",
    (
        Line(("Tanggal diterima", "Pukul")),
        Line(("Nama petugas penerima", "Urutan ke- pada hari itu")),
        Line(
            ("Sebab tidak langsung dicatat",),
            ("listrik padam", "komputer rusak", "di luar kantor", "lainnya"),
        ),
    ),
)
_PEOPLE = (
    (
        "Pelapor",
        (
            Line(("Nama lengkap",)),
            Line(("Hubungan dengan korban", "Telepon")),
            Line(("Alamat",), lines=2),
            Line(("Nama pelapor dirahasiakan",), ("ya", "tidak")),
        ),
    ),
    (
        "Korban",
        (
            Line(("Nama lengkap",)),
            Line(("Tanggal lahir atau umur", "Telepon")),
            Line(("Jenis kelamin",), ("perempuan", "laki-laki")),
            Line(("Alamat, kecamatan",), lines=2),
            Line(("Disabilitas, kebutuhan khusus",)),
        ),
    ),
    (
        "Terlapor",
        (
            Line(("Nama",)),
            Line(("Hubungan dengan korban", "Umur")),
            Line(("Serumah dengan korban",), ("ya", "tidak", "tidak tahu")),
        ),
    ),
)
_CONTACT = (
    "Kontak aman (bukan terlapor, bukan orang yang serumah dengan terlapor)",
    (
        Line(("Nama", "Telepon")),
        Line(("Alamat",), lines=2),
        Line(("Cara",), ("surat", "dititipkan", "telepon", "pesan tertulis", "diambil sendiri", "tidak ada")),
        Line(("Jam yang aman", "Sudah dipastikan (ya/tidak)")),
    ),
)
_DONE = (
    "Dicatat kemudian (diisi setelah didaftarkan di komputer)",
    (
        Line(("Tanggal dicatat", "Oleh")),
        Line(("Nomor agenda", "Nomor register / kasus")),
    ),
)
LETTER = Form(
    "penerimaan-surat-kosong",
    "FORMULIR PENERIMAAN SURAT",
    (
        _HEAD,
        (
            "Surat (surat aslinya dilampirkan dan dipindai kemudian)",
            (
                Line(("Kanal",), ("surat", "rujukan", "cetakan pesan atau pos-el")),
                Line(("Pengirim",)),
                Line(("Nomor surat", "Tanggal surat")),
                Line(("Hal",), lines=2),
                Line(("Jumlah lembar", "Lampiran")),
                Line(("Dibawa oleh", "Telepon pembawa")),
            ),
        ),
        (
            "Yang mendesak",
            (
                Line(("Ada bahaya sekarang",), ("ya: hubungi ketua segera", "tidak", "tidak tahu")),
                Line(("Catatan",), lines=3),
            ),
        ),
        _CONTACT,
        _DONE,
    ),
)
CALL = Form(
    "pengaduan-telepon-kosong",
    "FORMULIR PENGADUAN TELEPON",
    (
        _HEAD,
        (
            "Percakapan",
            (
                Line(("Nomor penelepon", "Mulai – selesai")),
                Line(("Ada bahaya sekarang",), ("ya: hubungi ketua segera", "tidak", "tidak tahu")),
                Line(("Boleh ditelepon kembali",), ("ya", "tidak")),
            ),
        ),
        *_PEOPLE,
        (
            "Kejadian (tulis seperti yang dikatakan penelepon)",
            (
                Line(("Tanggal kejadian", "Tempat, kecamatan")),
                Line(
                    ("Jenis",),
                    ("fisik", "psikis", "seksual", "penelantaran", "eksploitasi", "TPPO", "lainnya"),
                ),
                Line(("Uraian",), lines=9),
                Line(("Layanan yang diminta",), lines=2),
            ),
        ),
        _CONTACT,
        (
            "Dijelaskan kepada penelepon",
            (
                Line(("Layanan dan rujukan, tanpa biaya, rahasia",), ("ya", "belum")),
                Line(("Saran",), ("datang langsung", "kirim pengaduan tertulis")),
                Line(("Dijanjikan jawaban tanggal", "Pukul")),
            ),
        ),
        _DONE,
    ),
)
FORMS = (LETTER, CALL)


def pdf_of(form: Form, office: Mapping[str, str], paper: str) -> bytes:
    """Return ``form`` as PDF on ``paper``; ``office`` holds pemerintah and nama of its head."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=PAPERS[paper], pageCompression=1, invariant=1)
    canvas.setTitle(form.title.title())
    canvas.setCreator("rangkap")
    sheet = _Sheet(canvas, form, office, PAPERS[paper])
    for title, lines in form.sections:
        sheet.section(title, lines)
    sheet.end()
    canvas.save()
    return out.getvalue()


class _Sheet:
    """The page that is being drawn."""

    def __init__(self, canvas: Any, form: Form, office: Mapping[str, str], size: tuple[float, float]) -> None:
        self._canvas, self._form, self._office, (self._width, self._height) = canvas, form, office, size
        self._page, self._y = 0, 0.0
        self._begin()

    def section(self, title: str, lines: Sequence[Line]) -> None:
        """Draw a section; one line of it never stands alone under its title at the end of a page."""
        self._need(8 * mm + _height(lines[0]) + (_height(lines[1]) if len(lines) > 1 else 0))
        right = self._width - _RIGHT
        self._canvas.setFillGray(0.9)
        self._canvas.rect(_LEFT, self._y - 5.5 * mm, right - _LEFT, 5.5 * mm, stroke=0, fill=1)
        self._text(_LEFT + 1.5 * mm, self._y - 4 * mm, title, _BOLD, 9)
        self._y -= 7 * mm
        for one in lines:
            self._line(one)
        self._y -= 2 * mm

    def end(self) -> None:
        """Draw the foot of the last page."""
        middle = f"{self._form.title.title()} · RAHASIA · halaman {self._page}"
        self._text(_LEFT, 9 * mm, middle, _FACE, 7.5)
        self._canvas.drawRightString(
            self._width - _RIGHT, 9 * mm, "Simpan di lemari terkunci sampai dicatat."
        )
        self._canvas.showPage()

    def _begin(self) -> None:
        self._page += 1
        self._y = self._height - _TOP
        middle = self._width / 2
        if self._page == 1:
            for text, face, size in (
                (self._office["pemerintah"].upper(), _FACE, 9),
                (self._office["nama"].upper(), _BOLD, 10),
                (self._form.title, _BOLD, 13),
                (
                    "RAHASIA. Untuk ditulis tangan bila komputer tidak dapat dipakai; dicatat kemudian.",
                    _FACE,
                    8.5,
                ),
            ):
                self._canvas.setFont(face, size)
                self._y -= size * 1.25
                self._canvas.drawCentredString(middle, self._y, text)
            self._y -= 4 * mm

    def _need(self, height: float) -> None:
        if self._y - height < _BOTTOM:
            self.end()
            self._begin()

    def _line(self, one: Line) -> None:
        self._need(_height(one))
        right = self._width - _RIGHT
        self._y -= _LINE
        if one.ticks:
            self._text(_LEFT, self._y + 1.5 * mm, one.labels[0], _FACE, 9)
            self._ticks(one.ticks)
            return
        room = (right - _LEFT) / len(one.labels)
        for place, label in enumerate(one.labels):
            left = _LEFT + place * room
            self._text(left, self._y + 1.5 * mm, label, _FACE, 9)
            start = left + self._canvas.stringWidth(label, _FACE, 9) + 2 * mm
            self._rule(start, left + room - (3 * mm if place + 1 < len(one.labels) else 0))
        for _ in range(one.lines - 1):
            self._y -= _LINE
            self._rule(_LEFT, right)

    def _ticks(self, ticks: Sequence[str]) -> None:
        x = _LEFT + 62 * mm
        for tick in ticks:
            width = 5.5 * mm + self._canvas.stringWidth(tick, _FACE, 9) + 4 * mm
            if x + width > self._width - _RIGHT + 4 * mm:
                self._y -= 6 * mm
                x = _LEFT + 62 * mm
            self._canvas.rect(x, self._y + 1 * mm, 3.6 * mm, 3.6 * mm)
            self._text(x + 5 * mm, self._y + 1.5 * mm, tick, _FACE, 9)
            x += width

    def _rule(self, start: float, end: float) -> None:
        self._canvas.setStrokeGray(0.45)
        self._canvas.setLineWidth(0.4)
        self._canvas.line(start, self._y, end, self._y)
        self._canvas.setStrokeGray(0)

    def _text(self, x: float, y: float, text: str, face: str, size: float) -> None:
        self._canvas.setFillGray(0)
        self._canvas.setFont(face, size)
        self._canvas.drawString(x, y, text)


def _height(one: Line) -> float:
    return float(_LINE * one.lines + (6 * mm if len(one.ticks) > 4 else 0))
