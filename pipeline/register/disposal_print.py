"""Papers of a destruction: list (Daftar Arsip Usul Musnah) and minutes (Berita Acara Pemusnahan).

Without names. Source: PP 28/2012; Peraturan Kepala ANRI 37/2016.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from pipeline.register.books import Book, Column, Place
from pipeline.register.harmless import plain
from pipeline.register.printed import MM, PAPERS, fonts

_LEFT, _RIGHT, _TOP = 30 * MM, 20 * MM, 25 * MM
_SIZE, _LEADING = 11.0, 16.0
_LINE = "." * 46

DISPOSAL = Book(
    "usul-musnah",
    "Daftar Arsip Usul Musnah",
    (
        Column("no", "Nomor"),
        Column("code", "Kode Klasifikasi"),
        Column("series", "Jenis Arsip"),
        Column("case", "Nomor Kasus"),
        Column("register_number", "Nomor Register"),
        Column("since_date", "Selesai"),
        Column("until_date", "Simpan Sampai"),
        Column("documents", "Jumlah"),
        Column("security", "Klasifikasi Keamanan"),
        Column("remarks", "Keterangan"),
    ),
    (
        Place("No.", ("no",), 0.4),
        Place("Kode klasifikasi", ("code",), 0.8),
        Place("Jenis arsip", ("series",), 2.2),
        Place("Nomor kasus; nomor register", ("case", "register_number"), 1.6),
        Place("Kasus selesai", ("since_date",), 1.0),
        Place("Disimpan sampai", ("until_date",), 1.0),
        Place("Jumlah (berkas)", ("documents",), 0.8),
        Place("Keamanan", ("security",), 0.9),
        Place("Keterangan", ("remarks",), 2.2),
    ),
    "since_date",
)


@dataclass(frozen=True)
class Minutes:
    """``remains``: cases that keep bytes of misfiled documents."""

    office: str
    place: str
    disposal: str
    digest: str
    cases: int
    documents: int
    years: str
    approval: str
    approval_day: str
    paper: str = "A4"
    remains: str = ""


def write_minutes(out: IO[bytes], minutes: Minutes) -> None:
    """One page of PDF."""
    width, height = PAPERS[minutes.paper]
    canvas = Canvas(out, pagesize=(width, height), pageCompression=1)
    canvas.setTitle(f"Berita Acara Pemusnahan Arsip - {minutes.disposal}")
    canvas.setCreator("rangkap")
    regular, bold = fonts()
    y = height - _TOP
    for text, font, size in (
        (minutes.office, regular, 11),
        ("BERITA ACARA PEMUSNAHAN ARSIP", bold, 14),
        (f"Nomor: {_LINE}", regular, 11),
    ):
        canvas.setFont(font, size)
        canvas.drawCentredString(width / 2, y, plain(text))
        y -= 22
    y -= 12
    for text in _paragraphs(minutes):
        y = _paragraph(canvas, text, y, width) - 8
    _signatures(canvas, y - 6, width, minutes)
    canvas.setFont(regular, 8)
    canvas.drawString(_LEFT, 12 * MM, plain(f"Daftar {minutes.disposal} · kode pemeriksa {minutes.digest}"))
    canvas.showPage()
    canvas.save()


def _paragraphs(minutes: Minutes) -> Sequence[str]:
    return (
        (
            "Pada hari ini, ........................ tanggal .................... bulan ........................ tahun "
            "................, yang bertanda tangan di bawah ini memusnahkan arsip berdasarkan jadwal retensi arsip (JRA) dan "
            f"surat persetujuan pemusnahan nomor {minutes.approval} tanggal {minutes.approval_day}."
        ),
        (
            f"Yang dimusnahkan: {minutes.cases} kasus ({minutes.documents} berkas) dari tahun {minutes.years}, seperti tercantum dalam "
            f"Daftar Arsip Usul Musnah {minutes.disposal} yang terlampir dan yang kode pemeriksanya tercantum pada kaki lembar ini."
        ),
        "Arsip elektroniknya dihapus seutuhnya dari arsip dan basis data kantor dengan Rangkap; nomor dan kode pemeriksanya tetap "
        "dalam register. Cadangan yang lebih tua memuatnya sampai cadangan itu dihapus. Arsip kertasnya dimusnahkan "
        "secara total, sehingga fisik dan isinya tidak dikenali lagi, dengan cara: " + _LINE,
        *(
            (
                (
                    "Isi dokumen yang pernah salah berkas dan sudah dipindahkan tetap ada dalam arsip kasus "
                    f"{minutes.remains}; akses ke isi itu dibatasi."
                ),
            )
            if minutes.remains
            else ()
        ),
        "Berita acara ini dibuat dalam rangkap dua dan ditandatangani bersama para saksi.",
    )


def _paragraph(canvas: Any, text: str, y: float, width: float) -> float:
    font = fonts()[0]
    canvas.setFont(font, _SIZE)
    for line in simpleSplit(plain(text), font, _SIZE, width - _LEFT - _RIGHT):
        canvas.drawString(_LEFT, y, line)
        y -= _LEADING
    return y


def _signatures(canvas: Any, y: float, width: float, minutes: Minutes) -> None:
    canvas.setFont(fonts()[0], _SIZE)
    half = (width - _LEFT - _RIGHT) / 2
    canvas.drawString(_LEFT + half, y, plain(f"{minutes.place}, ............................"))
    y -= 26
    for row in (("Ketua", "Yang memusnahkan"), ("Saksi 1", "Saksi 2")):
        for column, title in enumerate(row):
            x = _LEFT + column * half
            canvas.drawString(x, y, title)
            canvas.drawString(x, y - 62, "." * 40)
            canvas.drawString(x, y - 76, "Nama:")
            canvas.drawString(x, y - 90, "NIP:")
        y -= 120
