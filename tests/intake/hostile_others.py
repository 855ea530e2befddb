"""Pictures, Word documents, names and things that are no files, made to hurt or to fool whoever takes them in."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pillow_heif
from PIL import Image

from tests.intake import hostile
from tests.intake.hostile import docx
from tests.intake.papers import encoded, sheet


def png_of(width: int, height: int, *chunks: bytes) -> bytes:
    """Return a PNG that says it is so large, and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = [_chunk(b"IHDR", head), *chunks, _chunk(b"IDAT", zlib.compress(b"\0" * 99)), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_with_profile() -> bytes:
    """Return a small PNG whose colour profile unpacks to half a gigabyte."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(bytes(1 << 20)) for _ in range(512)) + packer.flush()
    whole = encoded(sheet(dpi=30), "PNG")
    return whole[:33] + _chunk(b"iCCP", b"x\0\0" + data) + whole[33:]


def tiff_loop() -> bytes:
    """Return a TIFF whose page names itself as the next one."""
    whole = bytearray(encoded(sheet("x", dpi=20), "TIFF"))
    (first,) = struct.unpack_from("<I", whole, 4)
    (count,) = struct.unpack_from("<H", whole, first)
    struct.pack_into("<I", whole, first + 2 + 12 * count, first)
    return bytes(whole)


def tiff_of(width: int, height: int) -> bytes:
    """Return a TIFF that says it is so large."""
    whole = bytearray(encoded(sheet("x", dpi=20), "TIFF"))
    (first,) = struct.unpack_from("<I", whole, 4)
    (count,) = struct.unpack_from("<H", whole, first)
    for number in range(count):
        at = first + 2 + 12 * number
        (tag,) = struct.unpack_from("<H", whole, at)
        if tag in (256, 257):
            struct.pack_into("<HII", whole, at + 2, 4, 1, width if tag == 256 else height)
    return bytes(whole)


def webp_film(frames: int) -> bytes:
    """Return an animated WebP."""
    first, *others = [Image.new("RGB", (40, 40), (n % 256, 9, 9)) for n in range(frames)]
    out = io.BytesIO()
    first.save(out, "WEBP", save_all=True, append_images=others)
    return out.getvalue()


def heic_of(side: int) -> bytes:
    """Return a HEIC whose picture says it is ``side`` pixels square."""
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 64), "white")).save(out)
    return out.getvalue().replace(
        b"ispe\0\0\0\0" + struct.pack(">II", 64, 64), b"ispe\0\0\0\0" + struct.pack(">II", side, side)
    )


def bmp_of(width: int, height: int) -> bytes:
    """Return a BMP that says it is so large."""
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 2835, 2835, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54 + 999, 0, 0, 54) + head + bytes(999)


def jpeg_of(width: int, height: int) -> bytes:
    """Return a JPEG that says it is so large."""
    whole = bytearray(encoded(sheet(dpi=30), "JPEG"))
    at = whole.index(b"\xff\xc0")
    struct.pack_into(">HH", whole, at + 5, height, width)
    return bytes(whole)


def replaced(name: str, data: bytes) -> bytes:
    """Return a Word document with ``data`` in the place of its part ``name``."""
    source, out = zipfile.ZipFile(io.BytesIO(docx())), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for member in source.namelist():
            package.writestr(member, data if member == name else source.read(member))
    return out.getvalue()


_WORDS = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
_LAUGH = b'<!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 40) for n in range(9)
)
_RELATION = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId99" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s" TargetMode="External"/>'
    b"</Relationships>"
)


def overlapping() -> bytes:
    """Return a ZIP whose thousand entries are all the same bytes."""
    source = bytearray(docx(word__media__x=bytes(900_000)))
    end = source.rindex(b"PK\x05\x06")
    (start,) = struct.unpack_from("<I", source, end + 16)
    entry = source[source.rindex(b"PK\x01\x02", 0, end) : end]
    many = [bytes(entry).replace(b"media/x", b"%07d" % number) for number in range(1000)]
    central = source[start:end] + b"".join(many)
    count = struct.unpack_from("<H", source, end + 10)[0] + 1000
    return bytes(
        source[:start]
        + central
        + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(central), start, 0)
    )


OTHERS: Mapping[str, Callable[[], bytes]] = {
    "png-semilyar.png": partial(png_of, 32_000, 32_000),
    "png-400-megapiksel.png": lambda: hostile.large_png(20_000, 20_000),
    "png-profil-bom.png": png_with_profile,
    "png-terpotong.png": lambda: encoded(sheet(dpi=100), "PNG")[:9_000],
    "jpeg-4-milyar.jpg": partial(jpeg_of, 65_535, 65_535),
    "jpeg-terpotong.jpg": lambda: encoded(sheet(dpi=100), "JPEG")[:20_000],
    "tiff-berputar.tif": tiff_loop,
    "tiff-600-bingkai.tif": lambda: hostile.tiff(600),
    "tiff-4-milyar.tif": partial(tiff_of, 4_000_000_000, 4_000_000_000),
    "webp-film.webp": partial(webp_film, 600),
    "webp-rusak.webp": lambda: b"RIFF\xff\xff\xff\xffWEBPVP8X" + b"\xff" * 200,
    "heic-bom.heic": partial(heic_of, 60_000),
    "heic-rusak.heic": lambda: b"\0\0\0\x18ftypheic" + b"\xff" * 5000,
    "bmp-4-milyar.bmp": partial(bmp_of, 2_000_000_000, 2_000_000_000),
    "bmp-negatif.bmp": partial(bmp_of, -5, -5),
    "gif.gif": lambda: encoded(sheet(dpi=30).convert("P"), "GIF"),
    "zip-slip.docx": lambda: docx(**{"______etc__passwd": b"x", "..__..__..__tmp__jahat": b"x"}),
    "entitas-luar.docx": lambda: replaced(
        "word/document.xml",
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + _WORDS % b"<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
    ),
    "entitas-tertawa.docx": lambda: replaced("word/document.xml", _LAUGH + b"]>" + _WORDS % b"&j;"),
    "xml-dalam.docx": lambda: replaced(
        "word/document.xml", _WORDS % (b"<w:p>" * 100_000 + b"</w:p>" * 100_000)
    ),
    "templat-luar.docx": lambda: docx(
        word___rels__settings_dot_xml_dot_rels=_RELATION % (b"attachedTemplate", b"http://192.0.2.1/x.dotm")
    ),
    "gambar-luar.docx": lambda: docx(
        word___rels__footer9_dot_xml_dot_rels=_RELATION % (b"image", b"file:///etc/passwd")
    ),
    "makro.docx": lambda: docx(word__vbaProject_dot_bin=b"x"),
    "bom.docx": lambda: docx(word__media__x=b"\0" * (40 << 20)),
    "bom-bertumpuk.docx": overlapping,
    "zip-dalam-zip.docx": lambda: docx(word__media__x_dot_zip=docx(word__media__y_dot_zip=docx())),
    "bagian-2001.docx": lambda: docx(**{f"word__media__{n}": b"" for n in range(2001)}),
    "lembar-kerja.docx": lambda: hostile.zipped(**{"[Content_Types]_dot_xml": b"sheet.main+xml"}),
    "program.pdf": lambda: b"\x7fELF" + bytes(900),
    "teks.pdf": lambda: b"Kepada Yth. Ketua\n" * 90,
    "surat.exe": lambda: encoded(sheet("Kepada Yth. Ketua", dpi=60), "JPEG"),
    "kosong.pdf": lambda: b"",
}
"""Each under a name that a clerk would see."""

NAMES: tuple[bytes, ...] = (
    b"-rf.png",
    b"--help",
    b"$(touch jahat).png",
    b"`id`;rm -rf *.png",
    b"'\"&|<img src=x onerror=alert(1)>.png",
    b"baris\nbaru\r\tnomor.png",
    b"\x1b[31mmerah\x07.png",
    "\u202egnp.exe-tarus.png".encode(),
    "\u2066arab \u0639\u0631\u0628\u064a.png".encode(),
    b"bukan-utf8-\xff\xfe\x80.png",
    b"%s%n%x{0}{1.__class__}.png",
    b"=cmd|calc.png",
    b"CON.png",
    b"titik dan spasi. ",
    b"titik..png..",
    b"a" * 251 + b".png",
    "\U0001f4a3\U0001f469\u200d\U0001f467.png".encode(),
    b"C:\\Windows\\..\\jahat.png",
)
"""File names as bytes; what lies under each is a sound picture."""


def lay_things(inbox: Path) -> Mapping[str, str]:
    """Put what is no plain file into ``inbox``; return their names with what becomes of each: ditolak or tinggal."""
    os.mkfifo(inbox / "pipa.pdf")
    (inbox / "tautan.pdf").symlink_to("/etc/passwd")
    (inbox / "folder.pdf").mkdir()
    with (inbox / "renggang-1-tb.pdf").open("wb") as sparse:
        sparse.write(b"%PDF-1.7\n")
        sparse.truncate(1 << 40)
    with (inbox / "renggang-150-mb.pdf").open("wb") as sparse:
        sparse.write(b"%PDF-1.7\n")
        sparse.truncate(150 << 20)
    return {
        "pipa.pdf": "ditolak",
        "tautan.pdf": "ditolak",
        "folder.pdf": "tinggal",
        "renggang-1-tb.pdf": "ditolak",
        "renggang-150-mb.pdf": "ditolak",
    }
