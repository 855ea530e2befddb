"""A phone photo becomes a flat page: the sheet is found and rectified, uneven light divided away.

A white sheet on a white table is not found, only evened and deskewed.
"""

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
    """Return ``grey`` made smaller by ``ratio``, averaging areas."""
    return np.asarray(cv2.resize(grey, None, fx=ratio, fy=ratio, interpolation=cv2.INTER_AREA), np.uint8)


def overview(grey: Grey) -> Grey:
    """Return ``grey`` so small that sheet and light are found quickly."""
    return shrunk(grey, _SMALL / max(grey.shape))


def find_sheet(grey: Grey, small: Grey | None = None) -> Matrix | None:
    """Return the corners (4 × 2, from the upper left, clockwise) of a photographed sheet."""
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
    is_on_dark = float(np.median(_border(small))) < _DARK * paper
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


def _border(small: Grey) -> Grey:
    wide = max(2, min(small.shape) // 60)
    return np.concatenate(
        [small[:wide].ravel(), small[-wide:].ravel(), small[:, :wide].ravel(), small[:, -wide:].ravel()]
    )


def _in_order(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    total, difference = corners.sum(axis=1), corners[:, 1] - corners[:, 0]
    order = [np.argmin(total), np.argmin(difference), np.argmax(total), np.argmax(difference)]
    return corners[order]


def rectify(grey: Grey, corners: Matrix) -> tuple[Grey, Matrix]:
    """Return the sheet seen from above (at least 1,654 pixels wide), and how it was moved there."""
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
    """Return the light on the paper, without its ink, from an :func:`overview`."""
    return np.asarray(cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21), np.uint8)


def is_uneven(light: Grey) -> bool:
    """Tell whether the ``light`` falls off towards a side, as in a photo."""
    dark, bright = np.percentile(light, (8, 92))
    return float(dark) < _UNEVEN * float(bright)


def even(grey: Grey, light: Grey | None = None) -> Grey:
    """Divide the ``light`` of the paper away: paper becomes white wherever it lies."""
    light = light_on(overview(grey)) if light is None else light
    wide = cv2.resize(light, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, np.maximum(wide, 1), scale=255), np.uint8)
