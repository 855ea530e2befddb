"""The words of a scanned page by Tesseract, upright however it was laid in.

It gets pixels, never a file (its decoders are old), and the path of Debian's ``ind`` data.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import tesserocr

from pipeline.intake.inside.paper import (
    DPI,
    Grey,
    Matrix,
    Prepared,
    is_blank,
    prepare,
    shrunk,
    straight,
    turned,
)
from pipeline.intake.inside.text import Placed, rows_of
from pipeline.intake.inside.tick_boxes import tick_boxes, without
from pipeline.intake.reading import Row, Word

POOR = 60.0  # mean confidence (per cent) below which a page may stand upside down
_TRIAL = 0.6
_SURE_BOX = 95.0  # confidence (per cent) of a tick box found by its edges


@dataclass(frozen=True)
class Recognised:
    """Boxes as received, mean confidence (0..1), degrees to the upright."""

    rows: tuple[Row, ...]
    confidence: float
    rotation: int


@dataclass(frozen=True)
class _Found:
    text: str
    box: tuple[int, int, int, int]
    confidence: float


@cache
def engine(data: str) -> tesserocr.PyTessBaseAPI:
    """Loaded once, before any fork; ``data`` is a folder."""
    api = tesserocr.PyTessBaseAPI(path=data, lang="ind", psm=tesserocr.PSM.AUTO)
    api.SetVariable("debug_file", "/dev/null")
    return api


def recognise(grey: Grey, dpi: float, data: str) -> Recognised:
    """``grey`` is the page as received."""
    api = engine(data)
    clean = prepare(grey, dpi)
    if is_blank(clean.grey):
        return Recognised((), 0.0, 0)
    page = straight(clean)
    pieces = _read(api, page.grey)
    rotation = 0
    is_doubtful = page.grey.shape[1] > 1.05 * page.grey.shape[0] or _mean(pieces) < POOR
    if is_doubtful and (rotation := _best_turn(api, clean)):
        page = straight(turned(clean, rotation))
        pieces = _read(api, page.grey)
    words = _received(pieces, page.matrix, (grey.shape[1], grey.shape[0]))
    return Recognised(rows_of(words), _mean(pieces) / 100, rotation)


def _read(api: tesserocr.PyTessBaseAPI, grey: Grey) -> list[_Found]:
    boxes = tick_boxes(grey)
    return _words(api, without(grey, boxes)) + [_Found(tick.text, tick.box, _SURE_BOX) for tick in boxes]


def _words(api: tesserocr.PyTessBaseAPI, grey: Grey) -> list[_Found]:
    height, width = grey.shape
    api.SetImageBytes(np.ascontiguousarray(grey).tobytes(), width, height, 1, width)
    api.SetSourceResolution(DPI)
    api.Recognize()
    level = tesserocr.RIL.WORD
    words = []
    if (iterator := api.GetIterator()) is not None:
        for word in tesserocr.iterate_level(iterator, level):
            box = word.BoundingBox(level)
            text = word.GetUTF8Text(level).strip() if box else ""
            if text:
                words.append(_Found(text, box, word.Confidence(level)))
    api.Clear()
    return words


def _mean(words: list[_Found]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _best_turn(api: tesserocr.PyTessBaseAPI, page: Prepared) -> int:
    # The turn under which most is read well in words wider than high
    def worth(degrees: int) -> float:
        words = _words(api, shrunk(straight(turned(page, degrees)).grey, _TRIAL))
        level = [word for word in words if word.box[2] - word.box[0] >= word.box[3] - word.box[1]]
        return sum(max(word.confidence - 30, 0) * len(word.text) for word in level if len(word.text) > 2)

    upright = worth(0)
    best, degrees = max((worth(degrees), degrees) for degrees in (90, 180, 270))
    return degrees if best > 1.1 * upright else 0


def _received(pieces: list[_Found], matrix: Matrix, size: tuple[int, int]) -> list[Placed]:
    if not pieces:
        return []
    boxes = np.array([word.box for word in pieces], np.float64)
    corners = boxes[:, [0, 1, 2, 1, 2, 3, 0, 3]].reshape(-1, 2)
    back = np.hstack([corners, np.ones((len(corners), 1))]) @ np.linalg.inv(matrix).T
    flat = (back[:, :2] / back[:, 2:]).reshape(-1, 4, 2)
    low = np.clip(flat.min(axis=1).round(), 0, size).astype(int)
    high = np.clip(flat.max(axis=1).round(), 0, size).astype(int)
    words = []
    for piece, (x0, y0), (x1, y1) in zip(pieces, low.tolist(), high.tolist(), strict=True):
        x, y, right, bottom = piece.box
        word = Word(piece.text, (x0, y0, x1, y1), min(max(piece.confidence / 100, 0.0), 1.0))
        words.append((word, (float(x), float(y), float(right), float(bottom))))
    return words
