"""The proof that reading works here: a built-in page is painted, read in the sandbox like any other, and compared.

The language data is checked by its digest too: other data reads, but not as it was measured.
"""

import hashlib
import importlib.metadata
import io
import os

from PIL import Image, ImageDraw, ImageFont

from pipeline.intake.reader import Reader, language_data

WORDS = ("PENGADUAN", "DITERIMA", "KANTOR", "2026")
LANGUAGE_SHA256 = "69786901da87ab8766c1ea7fbb10b28f2110c14da3f6c8f2735df131fba95d88"
"""Of ``ind.traineddata`` in Debian's tesseract-ocr-ind, by which reading was measured."""
_SIZE = (1240, 600)


def prove(reader: Reader) -> tuple[str, ...]:
    """Read the built-in page with ``reader``; return which of :data:`WORDS` were not read. Raises what reading raises."""
    handle = os.memfd_create("halaman-uji")
    try:
        os.write(handle, page())
        text = reader.read(handle).text
    finally:
        os.close(handle)
    return tuple(word for word in WORDS if word not in text.upper())


def page() -> bytes:
    """Return the built-in page: a small PNG with a line of text."""
    image = Image.new("L", _SIZE, 255)
    draw = ImageDraw.Draw(image)
    draw.text((120, 180), " ".join(WORDS[:2]), fill=0, font=ImageFont.load_default(56))
    draw.text((120, 320), " ".join(WORDS[2:]), fill=0, font=ImageFont.load_default(56))
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(150, 150))
    return out.getvalue()


def engine() -> str:
    """Return name and version of the engine that reads."""
    return f"tesserocr {importlib.metadata.version('tesserocr')}"


def is_known_language() -> bool:
    """Tell whether the language data is that by which reading was measured."""
    return hashlib.sha256((language_data() / "ind.traineddata").read_bytes()).hexdigest() == LANGUAGE_SHA256
