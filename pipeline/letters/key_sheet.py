"""The Lembar Kunci Pemulihan: one page that opens a backup on a new machine.

Drawn in memory, so that no other program sees the passphrase.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from shlex import quote
from textwrap import wrap

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen.canvas import Canvas

from pipeline.letters.picture import code_png


@dataclass(frozen=True)
class KeySheet:
    """An empty ``place`` is written by hand."""

    office: str
    day: str
    place: str
    groups: Sequence[str]
    keys: Sequence[str]


_LEFT, _TOP, _LINE = float(25 * mm), float(275 * mm), float(5.2 * mm)
_INSET, _RIGHT = float(6 * mm), float(190 * mm)
_CODE = float(32 * mm)
_BY_HAND = "belum diatur (tulis dengan tangan): ______________"
_SIGNS = 76
"""A longer place is called TEMPAT in the command."""
_SEALED = "Disegel oleh: ____________________   Tanggal: ____________   Paraf: ________"
_OF_CODE = (
    "Kode ini memuat kata sandi yang sama. Pembaca kode (USB) di komputer baru mengetikkannya.",
    "Jangan dibaca dengan telepon: aplikasinya dapat menyimpan atau mengirimkannya.",
)
_WARNING = (
    "RAHASIA. Siapa memegang lembar ini dan media cadangan dapat membaca semua pengaduan. Jangan difoto, jangan "
    "disalin ke komputer, jangan disimpan bersama media cadangan. Masukkan ke amplop, segel, tanda tangani di atas segelnya, "
    "dan simpan di brankas atau lemari terkunci milik ketua."
)
_STEPS = (
    "1. Siapkan komputer baru dengan Debian atau Ubuntu, pasang program Rangkap (README), dan restic:",
    "  apt-get install restic",
    "2. Pasang media cadangan (USB), atau pastikan komputer cadangan dapat dihubungi.",
    "3. Jalankan, dengan folder rumah kantor yang masih kosong (bila media terpasang di tempat lain, sebut tempat itu):",
    "  rangkap restore {place} /srv/rangkap",
    "4. Ketik kata sandi di atas; besar kecil huruf dan tanda hubung bebas, O dibaca 0, I dan L dibaca 1.",
    "  Tanda kelima setiap kelompok adalah tanda periksa: salah ketik disebut kelompoknya.",
    "5. Rangkap memeriksa seluruh arsip dan register sebelum menyatakan selesai. Sesudah itu:",
    "  chown -R rangkap: /srv/rangkap",
    "  jalankan rangkap doctor, lalu nyalakan layanannya.",
    "6. Cocokkan kode pengesahan register dengan Lembar Pengesahan Register terakhir yang ditandatangani ketua.",
    "7. Amplop yang sudah dibuka: cetak lembar ini lagi (rangkap recovery-sheet --to DIR --again), segel kembali.",
)


def draw(sheet: KeySheet) -> bytes:
    """PDF."""
    made = BytesIO()
    page = Canvas(made, pagesize=A4, invariant=1)
    page.setTitle("Lembar Kunci Pemulihan")
    at = _words(page, _TOP, ("LEMBAR KUNCI PEMULIHAN",), "Helvetica-Bold", 16)
    at = _words(page, at - 2 * mm, (sheet.office, f"Dicetak {sheet.day}"), "Helvetica", 11)
    at = _words(page, at - 2 * mm, (_WARNING,), "Helvetica-Bold", 9.5)
    at = _words(page, at - 4 * mm, ("Kata sandi cadangan",), "Helvetica-Bold", 12)
    at = _groups(page, at - 4 * mm, sheet.groups)
    at = _words(page, at - 2 * mm, ("Tempat cadangan",), "Helvetica-Bold", 11)
    at = _words(page, at, wrap(sheet.place, _SIGNS, break_on_hyphens=False) or [_BY_HAND], "Courier", 10)
    at = _words(page, at - 2 * mm, ("Kunci di dalam cadangan: " + ", ".join(sheet.keys),), "Helvetica", 9.5)
    at = _words(
        page, at - 4 * mm, ("Bila komputer kantor rusak, hilang, atau terbakar",), "Helvetica-Bold", 12
    )
    place = quote(sheet.place) if 0 < len(sheet.place) <= _SIGNS - 16 else "TEMPAT"
    at = _words(page, at, [step.format(place=place) for step in _STEPS], "Helvetica", 10)
    at = _words(page, at - 7 * mm, (_SEALED,), "Helvetica", 10)
    _code(page, at - 6 * mm, "-".join(sheet.groups))
    page.showPage()
    page.save()
    return made.getvalue()


def _code(page: Canvas, at: float, passphrase: str) -> None:
    picture = ImageReader(BytesIO(code_png(passphrase)))
    page.drawImage(picture, _LEFT, at - _CODE, _CODE, _CODE)
    _words(page, at - 5 * mm, _OF_CODE, "Helvetica", 9.5, inset=_CODE + float(6 * mm))


def _groups(page: Canvas, at: float, groups: Sequence[str]) -> float:
    for number, group in enumerate(groups):
        left = _LEFT + (number % 4) * 40 * mm
        top = at - (number // 4) * 16 * mm
        page.setFont("Helvetica", 8)
        page.drawString(left, top, f"kelompok {number + 1}")
        page.setFont("Courier-Bold", 18)
        page.drawString(left, top - 7 * mm, group)
    return at - float((len(groups) + 3) // 4 * 16 * mm)


def _words(
    page: Canvas, at: float, lines: Sequence[str], font: str, size: float, *, inset: float = 0.0
) -> float:
    page.setFont(font, size)
    for line in lines:
        left = _LEFT + inset + (_INSET if line.startswith(" ") else 0.0)
        for part in simpleSplit(line.strip(), font, size, _RIGHT - left):
            page.drawString(left, at, part)
            at -= _LINE
    return at
