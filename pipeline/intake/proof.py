"""Whether reading works here, shown on a built-in page and by the digest of the language data."""

import hashlib
import importlib.metadata
import io
import os

from PIL import Image, ImageDraw, ImageFont

from pipeline.intake.reader import Reader, language_data
from pipeline.kernel.files import closing

WORDS = ("PENGADUAN", "DITERIMA", "KANTOR", "2026")
# of Debian's ind.traineddata
LANGUAGE_SHA256 = "69786901da87ab8766c1ea7fbb10b28f2110c14da3f6c8f2735df131fba95d88"
_SIZE = (1240, 600)


def prove(reader: Reader) -> tuple[str, ...]:
    """Which of :data:`WORDS` were not read."""
    with closing(os.memfd_create("halaman-uji")) as handle:
        os.write(handle, page())
        text = reader.read(handle).text
    return tuple(word for word in WORDS if word not in text.upper())


def page() -> bytes:
    """The built-in page as PNG."""
    image = Image.new("L", _SIZE, 255)
    draw = ImageDraw.Draw(image)
    draw.text((120, 180), " ".join(WORDS[:2]), fill=0, font=ImageFont.load_default(56))
    draw.text((120, 320), " ".join(WORDS[2:]), fill=0, font=ImageFont.load_default(56))
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(150, 150))
    return out.getvalue()


def engine() -> str:
    """Name and version."""
    return f"tesserocr {importlib.metadata.version('tesserocr')}"


def is_known_language() -> bool:
    """Whether reading was measured with this language data."""
    return hashlib.sha256((language_data() / "ind.traineddata").read_bytes()).hexdigest() == LANGUAGE_SHA256
