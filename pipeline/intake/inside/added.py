"""Ink added to a print, without specks, dust and folds."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.intake.inside.overlay import DPI, Overlay, Points, laid
from pipeline.intake.inside.paper import Grey, shrunk
from pipeline.intake.inside.printed import Printed, Zone

MM = DPI / 25.4
_NEAR_PRINT = 0.9  # mm round the print that count as print: toner spreads, paper bends
_PRINT = 200
_DARK, _NOISES = 38, 5.0  # steps of grey darker than the paper, and times its grain
_SPECK_AREA, _SPECK_LONG = 0.35, 1.6  # mm², mm; smaller marks are specks
_STREAK = 45.0  # mm; no stroke of a hand is straight and level so long
_LEAN = 3
_RADII = (12.0, 23.0)  # mm of a round office stamp
_ROUND = 0.35  # share of its circle that must be inked

_JOIN, _LINE, _STROKES = 3.5, 12.0, 0.25  # mm: gap within a line of writing, its least length; strokes a mm
_THIN, _LOW = 1.2, 7.0  # mm: height of a line of writing …
_LONG, _BLOCK = 45.0, 20.0  # … and from this length its height where several lines touch
_MARGIN = 4.0  # mm round the code that belong to it

_TURN = np.linspace(0, 2 * np.pi, 180, endpoint=False)
_COS, _SIN = np.cos(_TURN), np.sin(_TURN)

Circle = tuple[float, float, float]
Mask = NDArray[np.bool_]


def added_ink(scan: Grey, page: Printed, overlay: Overlay) -> Mask:
    """Added ink, on the print's pixels."""
    matrix = overlay.matrix
    if page.zone is not None:
        across, down = overlay.rest_at(
            (page.zone.left + page.zone.right) / 2, (page.zone.top + page.zone.bottom) / 2
        )
        matrix = np.array([[1, 0, -across], [0, 1, -down], [0, 0, 1]], np.float64) @ matrix
    flat = cv2.GaussianBlur(laid(scan, matrix, page.grey), (0, 0), 0.9)
    reach = round(2 * _NEAR_PRINT * MM) | 1
    round_reach = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    is_free = cv2.dilate((page.grey < _PRINT).astype(np.uint8), round_reach) == 0
    paper = float(np.percentile(flat, 70))
    grain = 1.48 * float(np.median(np.abs(flat[is_free].astype(np.float64) - paper)))
    dark = (flat < paper - max(_DARK, _NOISES * grain)).astype(np.uint8)
    labels, _, stats = _parts(np.asarray((dark > 0) & is_free & ~_streaks(dark), np.bool_))
    is_mark = (stats[:, cv2.CC_STAT_AREA] / MM**2 >= _SPECK_AREA) & (_longest(stats) >= _SPECK_LONG)
    is_mark[0] = False
    return np.asarray(is_mark[labels], np.bool_)


def _streaks(dark: Grey) -> Mask:
    # Folds of the paper and dust on the glass
    length = round(_STREAK * MM)
    streaks = np.zeros(dark.shape, np.bool_)
    for line, lean in (((length, 1), (1, 2 * _LEAN + 1)), ((1, length), (2 * _LEAN + 1, 1))):
        thick = cv2.dilate(dark, np.ones((lean[1], lean[0]), np.uint8))
        streaks |= cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((line[1], line[0]), np.uint8)) > 0
    return streaks


def _parts(ink: Mask) -> tuple[Any, int, Any]:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    return labels, count, stats


def _longest(stats: Any) -> NDArray[np.float64]:
    return np.asarray(np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) / MM, np.float64)


def ink_in(ink: Mask, zone: Zone) -> dict[str, Any]:
    """A plain :class:`~pipeline.intake.likeness.Ink`."""
    rows, columns = slice(max(0, zone.top), zone.bottom), slice(max(0, zone.left), zone.right)
    part = ink[rows, columns]
    area, _ = _measured(part)
    ring = ring_of(ink) if area else None
    by_pen = part if ring is None else part & ~_disc(ink.shape, ring)[rows, columns]
    pen, pen_stroke = _measured(by_pen)
    heights = np.nonzero(part)[0]
    high = float(np.subtract(*np.percentile(heights, (98, 2)))) / MM if len(heights) else 0.0
    return {
        "area": area, "high": high, "pen": pen, "pen_stroke": pen_stroke, "has_stamp": ring is not None,
        "trace": {"wide": int(by_pen.shape[1]), "bits": np.packbits(by_pen).tobytes().hex()},
    }  # fmt: skip


def written_in(ink: Mask, zone: Zone | None, code: Points | None) -> float:
    """Length (mm) of the longest beside signature, stamp and code; initials and folds are none."""
    rest = ink.copy()
    if zone is not None:
        rest[max(0, zone.top) : zone.bottom, max(0, zone.left) : zone.right] = False
    if code is not None:
        (x0, y0), (x1, y1) = code.min(axis=0) - _MARGIN * MM, code.max(axis=0) + _MARGIN * MM
        rest[max(0, round(y0)) : round(y1), max(0, round(x0)) : round(x1)] = False
    ring = ring_of(ink) if np.any(rest) else None
    ink = rest if ring is None else rest & ~_disc(ink.shape, ring)
    joined = cv2.dilate(ink.astype(np.uint8), np.ones((1, round(_JOIN * MM) | 1), np.uint8))
    labels, count, stats = _parts(joined > 0)
    longest = 0.0
    for label in range(1, count):
        x, y, wide, high, _ = (int(value) for value in stats[label])
        length = wide / MM - _JOIN
        most = _LOW if length < _LONG else _BLOCK
        if length < _LINE or not _THIN <= high / MM <= most:
            continue
        part = slice(y, y + high), slice(x, x + wide)
        rows = (ink[part] & (labels[part] == label)).astype(np.int8)
        strokes = int(np.sort((np.diff(rows, axis=1) == 1).sum(axis=1))[-2:].min())
        if strokes >= _STROKES * length:
            longest = max(longest, length)
    return longest


def _measured(part: Mask) -> tuple[float, float]:
    _, count, stats = _parts(part)
    return float(part.sum()) / MM**2, float(np.max(_longest(stats)[1:])) if count > 1 else 0.0


def ring_of(ink: Mask) -> Circle | None:
    """Outer circle (x, y, radius; pixels) of a round stamp."""
    small = shrunk(ink.astype(np.uint8) * 255, 0.5)
    scale = MM / 2
    rings = cv2.HoughCircles(
        cv2.GaussianBlur(small, (0, 0), 1.0), cv2.HOUGH_GRADIENT, dp=1.5, minDist=2 * scale, param1=80, param2=20,
        minRadius=round(_RADII[0] * scale), maxRadius=round(_RADII[1] * scale),
    )  # fmt: skip
    near = cv2.dilate(small, np.ones((3, 3), np.uint8)) > 60
    drawn = [_drawn_tight(near, (x, y, r)) for x, y, r in ([] if rings is None else rings[0][:10].tolist())]
    worth = {ring: share * ring[2] for ring in drawn if (share := _inked(near, ring)) >= _ROUND}
    if not worth:
        return None
    x, y, radius = max(worth, key=lambda ring: worth[ring])
    return 2 * x, 2 * y, 2 * radius


def _drawn_tight(near: Mask, circle: Circle) -> Circle:
    for step in (3.0, 1.5, 0.75):
        moves = [
            (x * step, y * step, r * step) for x in (-1, 0, 1) for y in (-1, 0, 1) for r in (-2, -1, 0, 1, 2)
        ]
        for _ in range(4):
            x, y, radius = circle
            better = max(
                ((x + a, y + b, radius + c) for a, b, c in moves),
                key=lambda ring: _inked(near, ring) * ring[2],
            )
            if better == circle:
                break
            circle = better
    return circle


def _inked(near: Mask, circle: Circle) -> float:
    x, y, radius = circle
    across, down = np.round(x + radius * _COS).astype(int), np.round(y + radius * _SIN).astype(int)
    is_in = (across >= 0) & (down >= 0) & (across < near.shape[1]) & (down < near.shape[0])
    return float(near[down[is_in], across[is_in]].sum()) / len(_COS)


def _disc(shape: tuple[int, ...], ring: Circle) -> Mask:
    down, across = np.ogrid[: shape[0], : shape[1]]
    return np.asarray((across - ring[0]) ** 2 + (down - ring[1]) ** 2 <= (ring[2] + 1.5 * MM) ** 2, np.bool_)
