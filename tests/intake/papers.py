"""Papers for the tests of reading: typed pages, and what scanners, fax machines and phones do to them.

Everything is made here from Debian's fonts with fixed seeds; amounts are those of an ordinary office.
"""

import io
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import img2pdf
import numpy as np
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rapidfuzz.distance import Levenshtein

from demo.wear import office_scan, phone_photo

FONTS = "/usr/share/fonts/truetype/liberation/Liberation{}-Regular.ttf"
A4 = (8.27, 11.69)
LETTER = """\
DINAS PENDIDIKAN KABUPATEN BATANG ASRI
SMP NEGERI 3 HULU ASRI
Jalan Pelajar Nomor 12, Kecamatan Hulu Asri

Hulu Asri, 18 November 2026

Nomor    : 400.3.5/087/SMPN3/XI/2026
Sifat    : Rahasia
Lampiran : 1 (satu) berkas
Hal      : Permohonan pendampingan peserta didik

Yth. Ketua P2TP2A Kabupaten Batang Asri
di Muara Lanting

Dengan hormat,
Bersama surat ini kami sampaikan bahwa seorang peserta didik kami yang
berusia 13 tahun memerlukan pendampingan. Wali kelas mendapat keterangan
tersebut pada hari Senin tanggal 16 November 2026 pukul 09.30 WIB dan telah
mencatatnya dalam buku bimbingan konseling sekolah.

Sehubungan dengan hal itu kami memohon agar petugas dapat menghubungi pihak
sekolah melalui nomor telepon 0812 0000 5501 pada jam kerja, dan tidak datang
ke rumah keluarga sebelum ada kesepakatan dengan wali kelas yang bersangkutan.

Demikian permohonan ini kami sampaikan. Atas perhatian dan kerja sama yang
baik kami ucapkan terima kasih.

Kepala Sekolah,

Hartati Sulistya
NIP 19700101 199501 2 001"""


def sheet(text: str = LETTER, points: float = 12.0, font: str = "Serif", dpi: int = 300) -> Image.Image:
    """Return ``text`` typed on a white A4 page, grey, at ``dpi``; runs of two spaces become a tab."""
    page = Image.new("L", (round(A4[0] * dpi), round(A4[1] * dpi)), 255)
    draw = ImageDraw.Draw(page)
    face = ImageFont.truetype(FONTS.format(font), points * dpi / 72)
    y = 0.9 * dpi
    for line in text.splitlines():
        label, _, value = line.partition(" :") if re.match(r"\w+ +:", line) else (line, "", "")
        draw.text((1.1 * dpi, y), label.rstrip(), fill=20, font=face)
        if value:
            draw.text((2.2 * dpi, y), f":{value}", fill=20, font=face)
        y += points * 1.35 * dpi / 72
    return page


def stamped(page: Image.Image, payload: str, millimetres: float = 20.0, dpi: int = 300) -> Image.Image:
    """Return ``page`` with a QR code of ``payload`` at the lower right, as our letters bear it."""
    code = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    picture = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(code, scale=1)))
    side = round(millimetres / 25.4 * dpi)
    marked = page.copy()
    marked.paste(
        picture.resize((side, side), Image.Resampling.NEAREST),
        (page.width - side - dpi, page.height - side - round(0.5 * dpi)),
    )
    return marked


def scan(page: Image.Image, skew: float = 0.9, seed: int = 1) -> bytes:
    """Return ``page`` as an office scan: 200 dpi grey, skewed, noisy, JPEG 60."""
    small = page.resize((1654, 2338) if page.height > page.width else (2338, 1654), Image.Resampling.LANCZOS)
    return office_scan(small, skew, seed)


def fax(page: Image.Image, skew: float = -0.7, seed: int = 2) -> bytes:
    """Return ``page`` as a fax: 200 dpi, black and white with specks, TIFF G4."""
    small = page.resize((1654, 2338), Image.Resampling.LANCZOS).rotate(
        skew, Image.Resampling.BICUBIC, fillcolor=255
    )
    values = np.array(small.filter(ImageFilter.GaussianBlur(0.6)), np.float32)
    grain = np.random.default_rng(seed)
    values += grain.normal(0, 25, values.shape).astype(np.float32)
    for y, x in zip(grain.integers(0, 2336, 900), grain.integers(0, 1652, 900), strict=True):
        values[y : y + 2, x : x + 2] = 0
    out = io.BytesIO()
    Image.fromarray((values > 140).astype(np.uint8) * 255).convert("1").save(
        out, "TIFF", compression="group4", dpi=(200, 200)
    )
    return out.getvalue()


def photo(page: Image.Image, seed: int = 3) -> bytes:
    """Return ``page`` photographed on a dark table: 3000 × 4000, JPEG 70."""
    return phone_photo(page.convert("RGB"), seed)


def messenger(page: Image.Image, seed: int = 3) -> bytes:
    """Return the photo as a messenger passes it on: 1200 × 1600, JPEG 50."""
    return encoded(
        Image.open(io.BytesIO(photo(page, seed))).resize((1200, 1600), Image.Resampling.LANCZOS),
        "JPEG",
        quality=50,
    )


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return ``image`` as a file of ``kind``."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def pdf(pages: Sequence[bytes]) -> bytes:
    """Return a PDF of pictures."""
    made: bytes = img2pdf.convert(list(pages))
    return made


@contextmanager
def opened(data: bytes) -> Iterator[int]:
    """Yield a descriptor from which ``data`` can be read."""
    copy = os.memfd_create("paper")
    try:
        os.write(copy, data)
        yield copy
    finally:
        os.close(copy)


def errors(read: str, written: str = LETTER) -> float:
    """Return the share of wrong characters (0..1), blanks counted once, colons of tables set free."""
    actual, other = (" ".join(text.split()) for text in (read, written))
    return float(Levenshtein.distance(actual, other)) / len(other)
