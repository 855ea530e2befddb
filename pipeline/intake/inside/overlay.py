"""A scanned page (grey, :data:`DPI`) laid over our print: by its code's corners, then patch by patch.

Points are (x, y). One homography holds for all patches.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.intake.inside.paper import Grey, Matrix, shrunk

DPI = 150
_COARSE = 0.5
_PATCH = (64, 32)
_STEP = (40, 24)
_BUSY = 28.0  # standard deviation of grey that tells a patch of print from others
_ALIKE = 0.5
_NEAR, _FAR = 180.0, 420.0  # pixels of the coarse print: patches so near to the code come first, then those
_REACH = 14
_FEWEST, _ENOUGH = 8, 100  # patches that must agree, and that are enough for a first place

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Overlay:
    """Homography from scan to print; ``share`` (0..1) of its patches were found.

    ``at`` are their places on the print, ``rest`` how far each still lay off, pixels.
    """

    matrix: Matrix
    share: float
    at: Points
    rest: Points

    def rest_at(self, x: float, y: float, radius: float = 200.0) -> tuple[float, float]:
        """Median distance from the print around a point."""
        near = np.hypot(self.at[:, 0] - x, self.at[:, 1] - y) < radius
        if int(near.sum()) < 3:
            return 0.0, 0.0
        middle = np.median(self.rest[near], axis=0)
        return float(middle[0]), float(middle[1])


def lay_over(scan: Grey, page: Grey, start: Matrix, centre: tuple[float, float]) -> Overlay | None:
    """``start`` roughly brings scan onto print, best around ``centre`` (the code)."""
    half = np.diag([_COARSE, _COARSE, 1.0])
    small, low = shrunk(page, _COARSE), shrunk(scan, _COARSE)
    matrix = half @ start @ np.linalg.inv(half)
    patches = _patches(small)
    if len(patches) < _FEWEST:
        return None
    away = np.hypot(patches[:, 0] - centre[0] * _COARSE, patches[:, 1] - centre[1] * _COARSE)
    for limit, reach, bends in (
        (_NEAR, 10, False),
        (_FAR, _REACH, False),
        (1e9, _REACH, True),
        (1e9, 8, True),
    ):
        points = _found(low, small, matrix, patches[away <= limit], reach)
        if (better := _fitted(points, matrix, bends)) is not None:
            matrix = better
        elif limit > _FAR:
            return None
    matrix = np.linalg.inv(half) @ matrix @ half
    return _tight(scan, page, matrix)


def _tight(scan: Grey, page: Grey, matrix: Matrix) -> Overlay | None:
    patches = _patches(page)
    some = patches[:: max(1, len(patches) // _ENOUGH)]
    for _ in range(2):
        if (better := _fitted(_found(scan, page, matrix, some, 6), matrix, True)) is None:
            return None
        matrix = better
    at, to = _found(scan, page, matrix, patches, 6)
    return None if len(at) < _FEWEST else Overlay(matrix, len(at) / len(patches), at, to - at)


def _patches(page: Grey) -> Points:
    wide, high = _PATCH
    middles = [
        (x + wide / 2, y + high / 2)
        for y in range(0, page.shape[0] - high, _STEP[1])
        for x in range(0, page.shape[1] - wide, _STEP[0])
        if float(page[y : y + high, x : x + wide].std()) > _BUSY
    ]
    return np.array(middles, np.float64).reshape(-1, 2)


def _found(scan: Grey, page: Grey, matrix: Matrix, patches: Points, reach: int) -> tuple[Points, Points]:
    flat = laid(scan, matrix, page)
    wide, high = _PATCH
    at, to = [], []
    for x, y in patches:
        left, top = int(x - wide / 2), int(y - high / 2)
        x0, y0 = left - reach, top - reach
        if x0 < 0 or y0 < 0:
            continue
        window = flat[y0 : top + high + reach, x0 : left + wide + reach]
        if window.shape != (high + 2 * reach, wide + 2 * reach):
            continue
        scores = cv2.matchTemplate(window, page[top : top + high, left : left + wide], cv2.TM_CCOEFF_NORMED)
        _, best, _, place = cv2.minMaxLoc(scores)
        if best >= _ALIKE:
            at.append((x, y))
            to.append((x + place[0] - reach, y + place[1] - reach))
    return np.array(at, np.float64).reshape(-1, 2), np.array(to, np.float64).reshape(-1, 2)


def _fitted(points: tuple[Points, Points], matrix: Matrix, bends: bool) -> Matrix | None:
    at, to = points
    if len(at) < _FEWEST:
        return None
    more: Any
    good: Any
    if bends:
        more, good = cv2.findHomography(to, at, cv2.RANSAC, 3.0)
    else:
        more, good = cv2.estimateAffine2D(to, at, method=cv2.RANSAC, ransacReprojThreshold=3.0)
    if more is None or int(good.sum()) < _FEWEST:
        return None
    return np.asarray((more if bends else np.vstack([more, [0.0, 0.0, 1.0]])) @ matrix, np.float64)


def laid(scan: Grey, matrix: Matrix, page: Grey) -> Grey:
    """The scan on ``page``; what it does not show is paper."""
    size = page.shape[1], page.shape[0]
    flat = cv2.warpPerspective(scan, matrix, size, flags=cv2.INTER_LINEAR, borderValue=255)
    return np.asarray(flat, np.uint8)


def from_corners(scan: Points, page: Points) -> Matrix:
    """From a code's corners."""
    matrix, _ = cv2.estimateAffinePartial2D(scan, page, method=cv2.LMEDS)
    return np.vstack([matrix, [0.0, 0.0, 1.0]])
