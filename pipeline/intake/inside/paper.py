"""A scanned or photographed page made ready for OCR.

Shrinking by area and removing specks halve the errors each; a median filter or binarising makes it worse
(measured).
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Matrix = NDArray[np.float64]
_SMALL = 800
_SHARE = 0.45  # of the photo that a sheet fills at least
_DARK = 0.75  # the photo's border is darker than so much of the paper, else scans are cut to their text
_WIDE = 1654
_UNEVEN = 0.82


def shrunk(grey: Grey, ratio: float) -> Grey:
    """Smaller by ``ratio``, averaging areas."""
    return np.asarray(cv2.resize(grey, None, fx=ratio, fy=ratio, interpolation=cv2.INTER_AREA), np.uint8)


def overview(grey: Grey) -> Grey:
    """Small enough to find sheet and light quickly."""
    return shrunk(grey, _SMALL / max(grey.shape))


def find_sheet(grey: Grey, small: Grey | None = None) -> Matrix | None:
    """Corners (4 × 2, from the upper left, clockwise) of a photographed sheet."""
    ratio = _SMALL / max(grey.shape)
    small = overview(grey) if small is None else small
    soft = cv2.GaussianBlur(small, (7, 7), 0)
    level, mask = cv2.threshold(soft, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    corners = _four(cv2.convexHull(max(contours, key=cv2.contourArea)))
    if corners is None or cv2.contourArea(corners.astype(np.float32)) < _SHARE * small.size:
        return None
    paper = float(np.median(small[small > level])) if np.any(small > level) else 255.0
    wide = max(2, min(small.shape) // 60)
    edges = (small[:wide], small[-wide:], small[:, :wide], small[:, -wide:])
    is_on_dark = float(np.median(np.concatenate([edge.ravel() for edge in edges]))) < _DARK * paper
    return _floats(_in_order(corners) / ratio) if is_on_dark else None


def _four(hull: Any) -> NDArray[np.float64] | None:
    length = cv2.arcLength(hull, True)
    for tolerance in (0.01, 0.02, 0.03, 0.05, 0.08):
        shape = cv2.approxPolyDP(hull, tolerance * length, True)
        if len(shape) == 4:
            return _floats([point[0] for point in shape])
    return None


def _floats(values: Any) -> NDArray[np.float64]:
    return np.array(values, dtype=np.float64)


def _in_order(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    total, difference = corners.sum(axis=1), corners[:, 1] - corners[:, 0]
    order = [np.argmin(total), np.argmin(difference), np.argmax(total), np.argmax(difference)]
    return corners[order]


def rectify(grey: Grey, corners: Matrix) -> tuple[Grey, Matrix]:
    """The sheet seen from above (1,654 pixels wide or more), and the homography."""
    a, b, c, d = corners
    width = max(float(np.linalg.norm(b - a)), float(np.linalg.norm(c - d)))
    height = max(float(np.linalg.norm(d - a)), float(np.linalg.norm(c - b)))
    grow = max(1.0, _WIDE / min(width, height))
    size = max(1, round(width * grow)), max(1, round(height * grow))
    goal = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), goal)
    flat = cv2.warpPerspective(grey, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(flat, np.uint8), matrix.astype(np.float64)


def light_on(small: Grey) -> Grey:
    """Light on the paper, without ink, from an :func:`overview`."""
    return np.asarray(cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21), np.uint8)


def is_uneven(light: Grey) -> bool:
    """Light falls off towards a side, as in a photo."""
    dark, bright = np.percentile(light, (8, 92))
    return float(dark) < _UNEVEN * float(bright)


def even(grey: Grey, light: Grey | None = None) -> Grey:
    """Make paper white by dividing its light away."""
    light = light_on(overview(grey)) if light is None else light
    wide = cv2.resize(light, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, np.maximum(wide, 1), scale=255), np.uint8)


DPI = 200
_SPECK = 6
_SPECKS = 40
_LINES_WIDE = 800
_SKEW = 6.0
_LEVEL = 0.08


@dataclass(frozen=True)
class Prepared:
    """A page and the homography from the picture as received."""

    grey: Grey
    matrix: Matrix


def prepare(grey: Grey, dpi: float) -> Prepared:
    """Make the page flat, clean and of 200 dpi."""
    small = overview(grey)
    if (corners := find_sheet(grey, small)) is not None:
        grey, matrix = rectify(grey, corners)
        grey = even(grey)
    else:
        received = grey
        grey, matrix = _smaller(grey, dpi)
        light = light_on(small if grey is received else overview(grey))
        if is_uneven(light):
            grey = even(grey, light)
    return Prepared(_despeckled(grey), matrix)


def straight(page: Prepared) -> Prepared:
    """With lines level."""
    angle = skew_of(page.grey)
    if abs(angle) < _LEVEL:
        return page
    height, width = page.grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    flat = cv2.warpAffine(
        page.grey, turn, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return Prepared(np.asarray(flat, np.uint8), np.vstack([turn, [0.0, 0.0, 1.0]]) @ page.matrix)


def turned(page: Prepared, degrees: int) -> Prepared:
    """Clockwise by 0, 90, 180 or 270."""
    height, width = page.grey.shape
    turns = {
        90: (cv2.ROTATE_90_CLOCKWISE, [[0, -1, height], [1, 0, 0], [0, 0, 1]]),
        180: (cv2.ROTATE_180, [[-1, 0, width], [0, -1, height], [0, 0, 1]]),
        270: (cv2.ROTATE_90_COUNTERCLOCKWISE, [[0, 1, 0], [-1, 0, width], [0, 0, 1]]),
    }
    if degrees not in turns:
        return page
    code, matrix = turns[degrees]
    grey = np.ascontiguousarray(cv2.rotate(page.grey, code), np.uint8)
    return Prepared(grey, np.array(matrix, np.float64) @ page.matrix)


def is_blank(grey: Grey) -> bool:
    """Hardly any ink on the page."""
    tones = _tones(grey)
    dark = int(np.ceil(0.6 * _brightness(tones)))
    return float(tones[:dark].sum()) < 0.0003 * grey.size


def _tones(grey: Grey) -> NDArray[np.float64]:
    # Pixels of each tone: a tenth of the work of sorting them
    return np.asarray(cv2.calcHist([grey], [0], None, [256], [0, 256]), np.float64).ravel()


def _brightness(tones: NDArray[np.float64]) -> int:
    return int(np.searchsorted(np.cumsum(tones), 0.9 * tones.sum()))


def _smaller(grey: Grey, dpi: float) -> tuple[Grey, Matrix]:
    ratio = DPI / dpi
    if ratio > 0.87:
        return grey, np.eye(3)
    small = shrunk(grey, ratio)
    across, down = small.shape[1] / grey.shape[1], small.shape[0] / grey.shape[0]
    return small, np.diag([across, down, 1.0])


def _ink(grey: Grey) -> Grey:
    mask = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    return np.asarray(mask, np.uint8)


def _despeckled(grey: Grey) -> Grey:
    # Specks of at most six pixels (an i-dot of 10 point has nine), if there are many. Counted on the ink
    # alone, in a quarter of the time of OpenCV's statistics
    mask = _ink(grey)
    labels = np.asarray(cv2.connectedComponents(mask, connectivity=8)[1], np.int32)
    places = np.flatnonzero(mask != 0)
    owners = labels.ravel()[places]
    is_speck = np.bincount(owners, minlength=1) <= _SPECK
    is_speck[0] = False
    if int(is_speck.sum()) < _SPECKS:
        return grey
    spots = np.zeros(grey.shape, np.uint8)
    spots.ravel()[places] = is_speck[owners]
    spots = np.asarray(cv2.dilate(spots, np.ones((3, 3), np.uint8)), np.uint8)
    return np.where(spots > 0, np.uint8(_brightness(_tones(grey))), grey).astype(np.uint8)


def skew_of(grey: Grey) -> float:
    """Degrees (counter-clockwise) to level lines, 0 if unclear."""
    mask = _ink(shrunk(grey, _LINES_WIDE / grey.shape[1]))
    down, across = np.nonzero(mask)
    places = across - mask.shape[1] / 2.0, down - mask.shape[0] / 2.0, sum(mask.shape)
    coarse = max(np.arange(-_SKEW, _SKEW + 0.1, 0.5), key=lambda angle: _sharpness(places, angle))
    fine = max(np.arange(coarse - 0.4, coarse + 0.41, 0.1), key=lambda angle: _sharpness(places, angle))
    return float(fine) if _sharpness(places, fine) > 1.05 * _sharpness(places, 0.0) else 0.0


def _sharpness(places: tuple[NDArray[np.float64], NDArray[np.float64], int], angle: float) -> float:
    across, down, size = places
    turn = np.deg2rad(angle)
    rows = (down * np.cos(turn) - across * np.sin(turn) + size / 2).astype(np.intp)
    return float(np.square(np.diff(np.bincount(rows, minlength=size).astype(np.float64))).sum())
