"""What was read is laid over its page as invisible text, each word in its box.

Words stand level: readers of PDF take sloping ones apart.
"""

from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name

from pipeline.intake.reading import Box, Page, turned_box

FONT = Name("/RangkapTeks")
# a, b, c, d, e, f as in PDF: x' = a·x + c·y + e, y' = b·x + d·y + f
Affine = tuple[float, float, float, float, float, float]
_FEW, _RARE, _OFF = 3, 8, 1.25  # words that make a line; one in so many may be odd; reach beyond the row
_WIDE, _ASCENT, _DESCENT = 0.6, 0.629, 0.157  # Courier's width, height above and below the line, to its size


def font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Invisible text needs no letters of its own."""
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Courier, Flags=33, FontBBox=Array([-23, -250, 715, 805]),
        ItalicAngle=0, Ascent=629, Descent=-157, CapHeight=562, StemV=51,
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier, Encoding=Name.WinAnsiEncoding, FirstChar=32,
            LastChar=255, Widths=Array([600] * 224), FontDescriptor=pdf.make_indirect(descriptor),
        )
    )  # fmt: skip


def lay(sheet: pikepdf.Page, page: Page, face: pikepdf.Object) -> None:
    """The content of ``sheet`` stays; it is shown upright."""
    if "/Resources" not in sheet.obj:
        sheet.obj.Resources = Dictionary()
    if "/Font" not in sheet.obj.Resources:
        sheet.obj.Resources.Font = Dictionary()
    sheet.obj.Resources.Font[FONT] = face
    words = b"\n".join(_words(page, _onto(sheet, page)))
    sheet.contents_add(b"q\n", prepend=True)
    sheet.contents_add(b"Q\nq BT 3 Tr %s 1 Tf\n%s\nET Q\n" % (str(FONT).encode(), words))
    sheet.obj.Rotate = (turn_of(sheet) + page.rotation) % 360


def _words(page: Page, onto: Affine) -> Iterator[bytes]:
    back, size = _upright(page), (page.width, page.height)
    for row in page.rows:
        boxes = _in_line([turned_box(word.box, size, page.rotation) for word in row.words])
        for word, box in zip(row.words, boxes, strict=True):
            text = word.text.encode("cp1252", "replace")
            placed = _then(_then(_cell(box, len(text)), back), onto)
            numbers = " ".join(f"{number:.4f}".rstrip("0").rstrip(".") for number in placed)
            yield f"{numbers} Tm <{text.hex()}20> Tj".encode()


def _in_line(boxes: Sequence[Box]) -> list[Box]:
    # All equally high around a straight line, so that readers see one row; a word beyond its row keeps its
    # box
    if len(boxes) < _FEW:
        return list(boxes)
    across = [(box[0] + box[2]) / 2 for box in boxes]
    down = [(box[1] + box[3]) / 2 for box in boxes]
    middle, centre = sum(across) / len(boxes), sum(down) / len(boxes)  # halves of pixels: exact
    spread = sum((x - middle) ** 2 for x in across)
    slope = sum((x - middle) * (y - centre) for x, y in zip(across, down, strict=True)) / max(spread, 1.0)
    lines = [centre + slope * (x - middle) for x in across]
    over = sorted(line - box[1] for box, line in zip(boxes, lines, strict=True))
    under = sorted(box[3] - line for box, line in zip(boxes, lines, strict=True))
    near = -1 - len(boxes) // _RARE
    above, below = over[near], under[near]
    return [
        (box[0], round(line - above), box[2], round(line - above) + round(above + below))
        if box[1] >= line - _OFF * above and box[3] <= line + _OFF * below
        else box
        for box, line in zip(boxes, lines, strict=True)
    ]


def _cell(box: Box, letters: int) -> Affine:
    wide, high = max(box[2] - box[0], 1), max(box[3] - box[1], 1)
    size = high / (_ASCENT + _DESCENT)
    return wide / (_WIDE * max(letters, 1)), 0, 0, -size, box[0], box[1] + _ASCENT * size


def _upright(page: Page) -> Affine:
    width, height = page.width, page.height
    back: dict[int, Affine] = {
        90: (0, -1, 1, 0, 0, height), 180: (-1, 0, 0, -1, width, height), 270: (0, 1, -1, 0, width, 0),
    }  # fmt: skip
    return back.get(page.rotation, (1, 0, 0, 1, 0, 0))


def _onto(sheet: pikepdf.Page, page: Page) -> Affine:
    x0, y0, x1, y1 = shown_part(sheet)
    width, height = x1 - x0, y1 - y0
    turn = turn_of(sheet)
    high, wide = (width, height) if turn in (90, 270) else (height, width)
    across, down = wide / max(page.width, 1), high / max(page.height, 1)
    turned: dict[int, Affine] = {
        90: (0, across, down, 0, x0, y0), 180: (-across, 0, 0, down, x1, y0), 270: (0, -across, -down, 0, x1, y1),
    }  # fmt: skip
    return turned.get(turn, (across, 0, 0, -down, x0, y1))


def shown_part(sheet: pikepdf.Page) -> tuple[float, float, float, float]:
    """Left, bottom, right, top in the page's own units."""
    media, crop = ([float(edge) for edge in box] for box in (sheet.mediabox, sheet.cropbox))
    left, bottom, right, top = (
        max(min(media[0::2]), min(crop[0::2])), max(min(media[1::2]), min(crop[1::2])),
        min(max(media[0::2]), max(crop[0::2])), min(max(media[1::2]), max(crop[1::2])),
    )  # fmt: skip
    if left < right and bottom < top:
        return left, bottom, right, top
    return min(media[0::2]), min(media[1::2]), max(media[0::2]), max(media[1::2])


def turn_of(sheet: pikepdf.Page) -> int:
    """Degrees a viewer turns the page clockwise."""
    return int(sheet.obj.get("/Rotate", 0)) % 360


def _then(first: Affine, other: Affine) -> Affine:
    a, b, c, d, e, f = first
    m, n, o, p, q, r = other
    return (
        a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r,
    )  # fmt: skip
