"""The chair's pen and the office scanner, as a process of their own.

``python -m demo.signer PRINTED INBOX`` sees only the printed PDFs and the inbox. It draws a signature and a
stamp over the page images, away from every code, and scans the copies back, as a slow scanner does: some
letters as one PDF with both copies, some as two. The result on stdout is a JSON list, one entry a scan.
Nothing of the product is imported: what comes back is found by what is on the paper.
"""

import argparse
import csv
import io
import json
import random
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pypdfium2
import zxingcpp
from PIL import Image

from demo.ink import signature, stamp
from demo.sheet import SCANNER_DPI
from demo.wear import as_pdf, office_scan, save

_COPY = re.compile(r"(.*)-([12])\.pdf")
_INK, _STAMP = (26, 40, 112), (88, 62, 150)
_FIRST_SCAN = 101
_RIGHT = 0.42
"""Where the right half begins, of the width of a page."""
_PATIENCE = 60.0
_CODES = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
"""The only kind of code on the papers: to look for every kind, and in colour, takes twenty times as long."""
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Place:
    """Where to sign: ``x``, ``y`` (top left) and ``high`` of the empty space, pixels at the scanner's dpi."""

    x: int
    y: int
    high: int


def dots(mm: float) -> int:
    """Return ``mm`` in pixels of the scanner."""
    return round(mm * SCANNER_DPI / 25.4)


def letters(printed: Path) -> list[list[Path]]:
    """Return the printed copies of each letter, in order: files named alike up to the number of the copy."""
    groups: dict[str, list[Path]] = {}
    for path in sorted(printed.rglob("*.pdf")):
        match = _COPY.fullmatch(path.name)
        groups.setdefault(match.group(1) if match else path.name, []).append(path)
    return list(groups.values())


def signed_pages(path: Path, seed: int, words: Path | None = None) -> list[Image.Image]:
    """Return the pages of one printed copy, with ink on the page that bears the signature block.

    A print of the browser is pictures alone, of both copies: it is read by OCR, and each page with such a block is signed,
    unless ``words`` is the same page with its words.
    """
    draw = random.Random(seed)
    document = pypdfium2.PdfDocument(path)
    worded = pypdfium2.PdfDocument(words or path)
    pages = [page.render(scale=SCANNER_DPI / 72).to_pil().convert("RGB") for page in document]
    for number in reversed(range(len(pages))):
        is_picture = not worded[number].get_textpage().count_chars()
        place = _place_read(pages[number]) if is_picture else _signature_place(worded[number], pages[number])
        if place:
            _sign(pages[number], place, draw)
            if not is_picture:
                break
    return pages


def _place_read(image: Image.Image) -> Place | None:
    """Return the same place on a page that is a picture, by what OCR reads on it."""
    given = io.BytesIO()
    image.save(given, "PNG")
    output = subprocess.run(
        ["tesseract", "stdin", "stdout", "--dpi", str(SCANNER_DPI), "-l", "ind", "tsv"],
        input=given.getvalue(), capture_output=True, check=True, timeout=_PATIENCE,
    ).stdout.decode()  # fmt: skip
    anchor: tuple[int, int] | None = None
    before: dict[tuple[str, str, str], str] = {}
    for row in csv.DictReader(io.StringIO(output), delimiter="\t", quoting=csv.QUOTE_NONE):
        word, line = (row["text"] or "").strip(), (row["block_num"], row["par_num"], row["line_num"])
        begins = before.get(line, ".").endswith(".")
        if begins and word.startswith("Ketua") and int(row["left"]) > image.width * _RIGHT:
            anchor = int(row["left"]), int(row["top"]) + int(row["height"])
        if word:
            before[line] = word
    return _gap_below(image, *anchor) if anchor else None


def _signature_place(page: pypdfium2.PdfPage, image: Image.Image) -> Place | None:
    """Return the empty space under the last line "Ketua …" in the right half of ``page``, if there is one."""
    scale, high = SCANNER_DPI / 72, page.get_height()
    text = page.get_textpage()
    search = text.search("Ketua")
    anchor = None
    while match := search.get_next():
        left, bottom, _, _ = text.get_charbox(match[0])
        if left > page.get_width() * _RIGHT and _begins_line(text, match[0]):
            anchor = (round(left * scale), round((high - bottom) * scale))
    return _gap_below(image, *anchor) if anchor else None


def _begins_line(text: pypdfium2.PdfTextPage, index: int) -> bool:
    """Tell whether a line begins at ``index``, perhaps with an "a.n." or "Plt." before it."""
    before = text.get_text_range(max(0, index - 6), min(6, index))
    line = re.split(r"[\r\n]", before)[-1].strip()
    return not line or line.endswith(".")


def _gap_below(image: Image.Image, x: int, y: int) -> Place | None:
    column = np.asarray(image.convert("L").crop((x, y, min(image.width, x + dots(60)), image.height)))
    inked = np.flatnonzero(column.min(axis=1) < 160)
    edges = [0, *inked.tolist(), column.shape[0]]
    for above, below in pairwise(edges):
        if below - above >= dots(9):
            return Place(x, y + above, below - above)
    return None


def _sign(page: Image.Image, place: Place, draw: random.Random) -> None:
    codes = [_box(code) for code in zxingcpp.read_barcodes(page.convert("L"), formats=_CODES)]
    wide, high = dots(46), dots(22)
    middle = place.y + min(place.high, dots(30)) // 2
    seal = stamp(dots(36), "PUSAT PELAYANAN TERPADU", "P2TP2A\nBATANG ASRI", draw.randrange(1000))
    spot = _free(
        (place.x - dots(24), middle - dots(16), place.x + dots(12), middle + dots(20)), codes
    )  # fmt: skip
    page.paste(_STAMP, spot, seal.point(lambda value: value * 0.72))
    hand = signature(wide, high, 2026, draw).rotate(draw.uniform(-3, 3), Image.Resampling.BICUBIC)
    spot = _free(
        (place.x, middle - high // 2, place.x + wide, middle - high // 2 + high), codes
    )  # fmt: skip
    page.paste(_INK, spot, hand.point(lambda value: value * 0.9))


def _box(code: zxingcpp.Barcode) -> Box:
    corners = [
        getattr(code.position, f"{row}_{side}") for row in ("top", "bottom") for side in ("left", "right")
    ]
    margin = dots(4)
    return (
        min(corner.x for corner in corners) - margin,
        min(point.y for point in corners) - margin,
        max(point.x for point in corners) + margin,
        max(point.y for point in corners) + margin,
    )


def _free(box: Box, codes: Sequence[Box]) -> tuple[int, int]:
    """Return the top left corner of ``box``, moved up until it touches none of ``codes``."""
    x0, y0, x1, y1 = box
    for code in codes:
        if x0 < code[2] and code[0] < x1 and y0 < code[3] and code[1] < y1:
            y0 -= y1 - code[1]
    return x0, y0


def sign_and_scan(printed: Path, inbox: Path, pause: float = 0.0) -> list[dict[str, object]]:
    """Sign every printed copy and scan it into ``inbox``; return what each scan holds."""
    rows: list[dict[str, object]] = []
    for turn, copies in enumerate(letters(printed)):
        batches = [copies] if turn % 2 == 0 else [[copy] for copy in copies]
        for batch in batches:
            number = _FIRST_SCAN + len(rows)
            images = [
                page for side, path in enumerate(batch) for page in signed_pages(path, 10 * number + side)
            ]
            scans = [
                office_scan(
                    page, random.Random(number * 10 + n).uniform(-1.2, 1.2), number * 10 + n, noise=6.0
                )
                for n, page in enumerate(images)
            ]
            path = save(inbox / f"SCN_{number:04d}.pdf", as_pdf(scans), pause)
            rows.append({"scan": path.name, "copies": len(batch), "pages": len(scans)})
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Sign what was printed and scan it back; exit status 1 if nothing was printed."""
    parser = argparse.ArgumentParser(prog="demo.signer", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("printed", type=Path, help="folder of the printed PDFs")
    parser.add_argument("inbox", type=Path, help="folder the scanner writes into")
    parser.add_argument("--pause", type=float, default=0.4, help="seconds the scanner rests within a file")
    given = parser.parse_args(arguments)
    rows = sign_and_scan(given.printed, given.inbox, given.pause)
    sys.stdout.write(json.dumps(rows) + "\n")
    return 0 if rows else 1


if __name__ == "__main__":
    raise SystemExit(main())
