"""The readable derivative: the picture keeps its bytes, the words lie on their ink, nothing else comes along."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from lxml import etree
from numpy.typing import NDArray
from PIL import Image, ImageSequence

from pipeline.intake.reader import Readable, Reader
from pipeline.intake.reading import Reading
from pipeline.rendering.convert import to_pdf
from tests.intake.papers import LETTER, encoded, errors, fax, opened, photo, scan, sheet
from tests.intake.papers import pdf as bound
from tests.rendering.test_convert import letter

LINE = "sekolah melalui nomor telepon 0812 0000 5501 pada jam kerja, dan tidak datang"
ONCE = "0812"
"""A word of that line that stands nowhere else."""


def made(reader: Reader, data: bytes) -> tuple[Reading, Readable]:
    with opened(data) as handle:
        reading = reader.read(handle)
        return reading, reader.readable(handle, reading)


def words(pdf: bytes, folder: Path) -> list[tuple[str, float, float, float, float]]:
    """Return the words of page 1 as poppler finds them, with boxes as shares of the page as it is shown."""
    (folder / "one.pdf").write_bytes(pdf)
    output = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", str(folder / "one.pdf"), "-"], capture_output=True, check=True
    ).stdout
    page = etree.fromstring(output).find(".//{*}page")
    wide, high = float(page.get("width")), float(page.get("height"))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        if (
            int(document.pages[0].obj.get("/Rotate", 0)) % 180
        ):  # poppler tells boxes turned, and the size unturned
            wide, high = high, wide
    return [
        (
            str(word.text),
            *(float(word.get(name)) / size for name, size in zip(SIDES, (wide, high) * 2, strict=True)),
        )
        for word in page.iterfind("{*}word")
    ]


SIDES = ("xMin", "yMin", "xMax", "yMax")


def ink(paper: Callable[[Image.Image], bytes], turn: int) -> NDArray[np.bool_]:
    """Return where the ink of LINE alone lies on a worn paper that is shown turned clockwise by ``turn``."""
    only = "\n".join(line if line == LINE else "" for line in LETTER.splitlines())
    pictures = [Image.open(io.BytesIO(paper(sheet(text)))).convert("L") for text in (only, "")]
    with_line, without = (np.asarray(picture.rotate(-turn, expand=True), np.int16) for picture in pictures)
    mask: NDArray[np.bool_] = without - with_line > 90
    return mask


@pytest.mark.parametrize(
    ("paper", "turn"),
    [
        (lambda page: scan(page, 1.4), 0),
        (lambda page: scan(page.rotate(180), -0.8), 180),
        (lambda page: scan(page.rotate(90, expand=True), 0.5), 90),
        (photo, 0),
    ],
    ids=["skew scan", "upside down", "on its side", "phone photo"],
)
def test_the_words_of_the_derivative_lie_on_their_ink(
    reader: Reader, tmp_path: Path, paper: Callable[[Image.Image], bytes], turn: int
) -> None:
    reading, derivative = made(reader, paper(sheet()))
    assert reading.pages[0].rotation == turn
    truth = ink(paper, turn)
    high, wide = truth.shape
    boxes = words(derivative.pdf, tmp_path)
    (height,) = [(y0 + y1) / 2 for text, _, y0, _, y1 in boxes if text == ONCE]
    line = [box for box in boxes if box[0] in LINE.split() and abs((box[2] + box[4]) / 2 - height) < 0.012]
    assert [word[0] for word in sorted(line, key=lambda box: box[1])] == LINE.split()
    covered = np.zeros_like(truth)
    for _, x0, y0, x1, y1 in line:
        covered[round(y0 * high) : round(y1 * high) + 1, round(x0 * wide) : round(x1 * wide) + 1] = True
    assert truth[covered].sum() >= 0.95 * truth.sum()
    rows, columns = np.nonzero(truth)
    assert covered.sum() <= 1.3 * np.ptp(rows) * np.ptp(columns)


def images(pdf: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [image.read_raw_bytes() for page in document.pages for image in page.get_images().values()]


def test_a_jpeg_and_a_fax_keep_their_bytes_and_what_cannot_says_so(reader: Reader) -> None:
    small = sheet(dpi=150)
    photographed = scan(small)
    assert images(made(reader, photographed)[1].pdf) == [photographed]
    faxed = two_pages()
    reading, derivative = made(reader, faxed)
    assert (len(reading.pages), derivative.lost) == (2, "")
    frames = ImageSequence.all_frames(Image.open(io.BytesIO(faxed)))
    assert [pixel.convert("L").tobytes() for pixel in pixels(derivative.pdf)] == [
        frame.convert("L").tobytes() for frame in frames
    ]
    deep = small.convert("I").point(lambda value: value * 257).convert("I;16")
    for data, lost in (
        (encoded(deep, "PNG"), ""),
        (encoded(deep, "TIFF"), "16 bit per warna menjadi 8 bit"),
        (encoded(small, "BMP"), ""),
        (encoded(small.convert("RGBA"), "PNG"), ""),
        (encoded(small.convert("CMYK"), "TIFF", compression="tiff_lzw"), ""),
        (encoded(small, "WEBP", lossless=True), ""),
        (heic(small), "gambar HEIC menjadi JPEG"),
    ):
        reading, derivative = made(reader, data)
        assert derivative.lost == lost, lost
        assert "pendampingan" in reading.text
        assert len(images(derivative.pdf)) >= 1


def pixels(pdf: bytes) -> list[Image.Image]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            pikepdf.PdfImage(image).as_pil_image()
            for page in document.pages
            for image in page.get_images().values()
        ]


def two_pages() -> bytes:
    first = Image.open(io.BytesIO(fax(sheet())))
    return encoded(
        first, "TIFF", compression="group4", save_all=True, append_images=[first.rotate(180)], dpi=(200, 200)
    )


def heic(page: Image.Image) -> bytes:
    import pillow_heif

    pillow_heif.register_heif_opener()
    return encoded(page, "HEIF", quality=80)


def test_the_derivative_of_a_picture_is_archival_equal_on_repeat_and_says_what_it_is(reader: Reader) -> None:
    data = scan(sheet(dpi=150))
    _, derivative = made(reader, data)
    assert made(reader, data)[1] == derivative
    with pikepdf.open(io.BytesIO(derivative.pdf)) as document:
        with document.open_metadata() as metadata:
            assert metadata.pdfa_status == "2B"
            assert "Turunan" in metadata["dc:title"]
        assert "/OutputIntents" in document.Root


def test_only_pages_come_along_and_a_born_digital_document_needs_no_derivative(reader: Reader) -> None:
    (printed,) = to_pdf([letter("Yth. Ketua P2TP2A mohon pendampingan", 1)])
    assert made(reader, printed)[1].pdf == b""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(bound([scan(sheet(dpi=150)), scan(sheet(dpi=150).rotate(180))]))) as two:
        two.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        two.attachments["x.exe"] = b"MZ"
        two.pages[0].rotate(90, relative=False)
        two.save(out)
    reading, derivative = made(reader, out.getvalue())
    assert len(reading.problems) == 2
    with pikepdf.open(io.BytesIO(derivative.pdf)) as document:
        assert "/OpenAction" not in document.Root
        assert "/Names" not in document.Root
        assert [int(page.obj.get("/Rotate", 0)) for page in document.pages] == [0, 180]
        assert "pendampingan" in reading.pages[0].text


def test_a_word_letter_is_readable_as_it_prints(reader: Reader) -> None:
    reading, derivative = made(reader, letter("Yth. Ketua P2TP2A mohon pendampingan", 1))
    assert reading.pages[0].source == "text"
    assert derivative.lost == "dokumen Word sebagaimana tercetak"
    assert derivative.pdf.startswith(b"%PDF-")


def test_a_fax_of_standard_fineness_is_read(reader: Reader, tmp_path: Path) -> None:
    fine = Image.open(io.BytesIO(fax(sheet())))
    data = encoded(fine.resize((fine.width, fine.height // 2)), "TIFF", compression="group4", dpi=(204, 102))
    reading, derivative = made(reader, data)
    assert errors(reading.text) < 0.05
    heights = {text: y0 for text, _, y0, _, _ in words(derivative.pdf, tmp_path)}
    assert heights["Rahasia"] < 0.3 < heights["Hartati"]
