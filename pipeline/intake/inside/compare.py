"""One page of a scan beside our own print."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.intake.inside.added import added_ink, ink_in, written_in
from pipeline.intake.inside.codes import codes_of, corners_of
from pipeline.intake.inside.overlay import DPI, Overlay, Points, from_corners, lay_over
from pipeline.intake.inside.paper import Grey, Matrix, even, find_sheet, is_blank, rectify, shrunk
from pipeline.intake.inside.printed import Printed
from pipeline.intake.inside.words import words_met

_PAPER_INCHES = 11.7
_FINER = 0.95
_SURE = 0.6  # share met from which a page is not tried against the others


def flattened(colours: NDArray[np.uint8]) -> Iterator[Grey]:
    """Grey, pale ink dark, paper evenly white: first rectified, then as it came, as a shadow can look like an edge."""
    red, green, blue = (np.ascontiguousarray(colours[:, :, at]) for at in range(3))
    grey: Grey = np.minimum(np.minimum(red, green), blue)
    corners = find_sheet(np.maximum(np.maximum(red, green), blue))
    for picture in [grey] if corners is None else [rectify(grey, corners)[0], grey]:
        ratio = _PAPER_INCHES * DPI / max(picture.shape)
        yield even(shrunk(picture, ratio) if ratio < _FINER else picture)


def of_picture(picture: Image.Image, payload: str, pages: Sequence[Printed], expected: int) -> dict[str, Any]:
    """``payload`` is the code it is said to bear."""
    cv2.setNumThreads(1)
    best: dict[str, Any] = {}
    for scan in flattened(np.asarray(picture, np.uint8)):
        likeness = compared(scan, corners_of(Image.fromarray(scan), payload), pages, expected)
        if not best or likeness["share"] > best["share"]:
            best = likeness
        if best["is_blank"] or best["share"] > _SURE:
            break
    return {**best, "codes": codes_of(picture.convert("L"))}


def compared(scan: Grey, code: Points | None, pages: Sequence[Printed], expected: int) -> dict[str, Any]:
    """``code``: corners of its code, if read; page ``expected`` is tried first."""
    if is_blank(scan):
        return {**_NOTHING, "is_blank": True}
    best: tuple[float, Printed, Overlay, dict[str, Any]] | None = None
    for page in sorted(pages, key=lambda page: page.number != expected):
        if (overlay := overlay_of(scan, code, page)) is None:
            continue
        words = words_met(scan, page, overlay)
        met = (words["words"] - words["lost"]) / words["words"] if words["words"] else overlay.share
        if best is None or met > best[0]:
            best = met, page, overlay, words
        if met > _SURE:
            break
    if best is None:
        return dict(_NOTHING)
    _, page, overlay, words = best
    added = added_ink(scan, page, overlay)
    ink = None if page.zone is None else ink_in(added, page.zone)
    return {
        "is_blank": False, "page": page.number, "share": overlay.share, "ink": ink,
        "written": written_in(added, page.zone, page.code), **words,
    }  # fmt: skip


_NOTHING: Mapping[str, Any] = {
    "is_blank": False, "page": 0, "share": 0.0, "words": 0, "lost": 0, "gone": 0, "outside": 0, "differ": (),
    "written": 0.0, "ink": None,
}  # fmt: skip


def overlay_of(scan: Grey, code: Points | None, page: Printed) -> Overlay | None:
    """From the code, else the edges of the sheet."""
    if code is not None and page.code is not None:
        x, y = page.code.mean(axis=0)
        by_code = lay_over(scan, page.grey, from_corners(code, page.code), (float(x), float(y)))
        if by_code is not None:
            return by_code
    middle = page.grey.shape[1] / 2, page.grey.shape[0] / 2
    tries = [lay_over(scan, page.grey, start, middle) for start in _by_edges(scan, page.grey)]
    return max(
        (overlay for overlay in tries if overlay is not None), key=lambda overlay: overlay.share, default=None
    )


def _by_edges(scan: Grey, page: Grey) -> Sequence[Matrix]:
    # The two ways in which a sheet of this shape can lie
    is_alike = (scan.shape[0] >= scan.shape[1]) == (page.shape[0] >= page.shape[1])
    edges, goal = _edges(scan), _edges(page)
    return [
        np.asarray(cv2.getPerspectiveTransform(edges, np.roll(goal, turn, axis=0)), np.float64)
        for turn in ((0, 2) if is_alike else (1, 3))
    ]


def _edges(grey: Grey) -> NDArray[np.float32]:
    high, wide = grey.shape
    return np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
