"""A page is made ready for OCR: 200 dpi by area averaging, specks removed, set straight.

Each of the first two halves the errors; a median filter or binarising makes it worse (measured).
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.intake.inside.paper import (
    Grey,
    Matrix,
    even,
    find_sheet,
    is_uneven,
    light_on,
    overview,
    rectify,
    shrunk,
)

DPI = 200
_SPECK = 6
_SPECKS = 40
_WIDE = 800
_SKEW = 6.0
_LEVEL = 0.08


@dataclass(frozen=True)
class Prepared:
    """A page for OCR and the homography that brings the picture as received onto it."""

    grey: Grey
    matrix: Matrix


def prepare(grey: Grey, dpi: float) -> Prepared:
    """Return ``grey`` (received at ``dpi``) flat, clean and at 200 dpi."""
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
    """Return ``page`` with its lines level."""
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
    """Return ``page`` turned clockwise by 0, 90, 180 or 270 ``degrees``."""
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
    """Tell whether there is hardly any ink on the page."""
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
    """Return the angle (degrees, counter-clockwise) that sets the lines level, 0 if unclear."""
    mask = _ink(shrunk(grey, _WIDE / grey.shape[1]))
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
