"""One page of a scan beside our own print: is it that page, is it whole, what ink was added where one signs?

What is measured is told as numbers (:mod:`pipeline.intake.likeness`). Ink is what is dark on the scan and
white on the print; specks, streaks of dust and folds are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.intake.inside.added import added_ink, ink_in
from pipeline.intake.inside.codes import codes_of, corners_of
from pipeline.intake.inside.ink import is_blank
from pipeline.intake.inside.overlay import DPI, Overlay, Points, from_corners, laid, lay_over
from pipeline.intake.inside.paper import Grey, Matrix, even, find_sheet, rectify, shrunk
from pipeline.intake.inside.printed import Printed

_PAPER_INCHES = 11.7
_FINER = 0.95
_SLACK = 4
"""Pixels by which a word may lie off where the overlay has it."""
LOST, GONE = 0.6, 0.5
"""A printed word correlates with its scan at 0.75 or better, however worn; another word at 0.59 or less."""
_SURE = 0.6
"""A page of which so much is met need not be tried against the others."""


def flattened(colours: NDArray[np.uint8]) -> Iterator[Grey]:
    """Yield a received page (height × width × 3) as grey in which pale ink is dark and the paper evenly white.

    First with the sheet laid flat if one is seen on a table; then as it came, for a shadow can be taken for an edge.
    """
    red, green, blue = (np.ascontiguousarray(colours[:, :, at]) for at in range(3))
    grey: Grey = np.minimum(np.minimum(red, green), blue)
    corners = find_sheet(np.maximum(np.maximum(red, green), blue))
    for one in [grey] if corners is None else [rectify(grey, corners)[0], grey]:
        ratio = _PAPER_INCHES * DPI / max(one.shape)
        yield even(shrunk(one, ratio) if ratio < _FINER else one)


def of_picture(picture: Image.Image, payload: str, pages: Sequence[Printed], expected: int) -> dict[str, Any]:
    """Return how a page received as ``picture`` (colour) compares; ``payload`` is the code it is said to bear."""
    cv2.setNumThreads(1)
    best: dict[str, Any] = {}
    for scan in flattened(np.asarray(picture, np.uint8)):
        told = compared(scan, corners_of(Image.fromarray(scan), payload), pages, expected)
        if not best or told["share"] > best["share"]:
            best = told
        if best["is_blank"] or best["share"] > _SURE:
            break
    return {**best, "codes": codes_of(picture.convert("L"))}


def compared(scan: Grey, code: Points | None, pages: Sequence[Printed], expected: int) -> dict[str, Any]:
    """Return the plain :class:`~pipeline.intake.likeness.PageLikeness` of a flattened page ``scan``.

    ``code`` are the corners of its code, if one was read; the page ``expected`` is tried first.
    """
    if is_blank(scan):
        return {**_NOTHING, "is_blank": True}
    best: tuple[float, Printed, Overlay, dict[str, int]] | None = None
    for page in sorted(pages, key=lambda one: one.number != expected):
        found = overlay_of(scan, code, page)
        if found is None:
            continue
        words = words_met(scan, page, found)
        met = (words["words"] - words["lost"]) / words["words"] if words["words"] else found.share
        if best is None or met > best[0]:
            best = met, page, found, words
        if met > _SURE:
            break
    if best is None:
        return dict(_NOTHING)
    _, page, found, words = best
    ink = None if page.zone is None else ink_in(added_ink(scan, page, found), page.zone)
    return {"is_blank": False, "page": page.number, "share": found.share, "ink": ink, **words}


_NOTHING: Mapping[str, Any] = {
    "is_blank": False,
    "page": 0,
    "share": 0.0,
    "words": 0,
    "lost": 0,
    "gone": 0,
    "outside": 0,
    "ink": None,
}


def overlay_of(scan: Grey, code: Points | None, page: Printed) -> Overlay | None:
    """Return how the scan lies on ``page``: from its code, or where none was read from the edges of the sheet."""
    if code is not None and page.code is not None:
        x, y = page.code.mean(axis=0)
        found = lay_over(scan, page.grey, from_corners(code, page.code), (float(x), float(y)))
        if found is not None:
            return found
    middle = page.grey.shape[1] / 2, page.grey.shape[0] / 2
    tries = [lay_over(scan, page.grey, start, middle) for start in _by_edges(scan, page.grey)]
    return max((one for one in tries if one is not None), key=lambda one: one.share, default=None)


def _by_edges(scan: Grey, page: Grey) -> Sequence[Matrix]:
    """Return the two ways in which a sheet of this shape can lie when its edges are those of the picture."""
    is_alike = (scan.shape[0] >= scan.shape[1]) == (page.shape[0] >= page.shape[1])
    edges, goal = _edges(scan), _edges(page)
    return [
        np.asarray(cv2.getPerspectiveTransform(edges, np.roll(goal, turn, axis=0)), np.float64)
        for turn in ((0, 2) if is_alike else (1, 3))
    ]


def _edges(grey: Grey) -> NDArray[np.float32]:
    high, wide = grey.shape
    return np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)


def words_met(scan: Grey, page: Printed, found: Overlay) -> dict[str, int]:
    """Return how many printed words there are beside the signature, and how many of them the scan lacks."""
    flat = laid(scan, found.matrix, page.grey)
    size = page.grey.shape[1], page.grey.shape[0]
    seen = cv2.warpPerspective(
        np.full_like(scan, 255), found.matrix, size, flags=cv2.INTER_NEAREST, borderValue=0
    )
    scores: list[float] = []
    outside = 0
    for x0, y0, x1, y1 in page.words:
        if page.zone is not None and page.zone.holds((x0, y0, x1, y1)):
            continue
        if not np.all(seen[y0:y1, x0:x1]):
            outside += 1
            continue
        across, down = (round(one) for one in found.rest_at((x0 + x1) / 2, (y0 + y1) / 2))
        word = page.grey[y0 - 2 : y1 + 2, x0 - 2 : x1 + 2]
        top, left = max(0, y0 - 2 + down - _SLACK), max(0, x0 - 2 + across - _SLACK)
        window = flat[top : y1 + 2 + down + _SLACK, left : x1 + 2 + across + _SLACK]
        if window.shape[0] < word.shape[0] or window.shape[1] < word.shape[1] or not word.size:
            outside += 1
            continue
        scores.append(float(cv2.matchTemplate(window, word, cv2.TM_CCOEFF_NORMED).max()))
    return {
        "words": len(scores),
        "lost": sum(one < LOST for one in scores),
        "gone": sum(one < GONE for one in scores),
        "outside": outside,
    }
