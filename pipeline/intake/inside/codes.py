"""QR codes on a page: read plainly, then from the places where one is seen but not understood."""

from __future__ import annotations

from typing import Any

import zxingcpp
from PIL import Image, ImageFilter

LONGEST_PAYLOAD = 500
MOST = 50
_ROOM = 0.35
"""A seen code is cut out with so much of its size around it."""


def codes_of(picture: Image.Image) -> tuple[str, ...]:
    """Return the payloads of all QR codes on the grey ``picture`` (about 200 dpi), each once, in order."""
    seen = _read(picture)
    found = [one.text for one in seen if one.valid]
    for one in seen:
        if not one.valid:
            found += _climb(_cut(picture, one.position))
    if not seen:
        found = _plain(picture.filter(ImageFilter.UnsharpMask(2, 150, 2)))
    return tuple(dict.fromkeys(text for text in found if 0 < len(text) <= LONGEST_PAYLOAD))[:MOST]


def _read(picture: Image.Image, binarizer: Any = zxingcpp.Binarizer.LocalAverage) -> list[Any]:
    return list(
        zxingcpp.read_barcodes(
            picture,
            formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
            binarizer=binarizer,
            return_errors=True,
            text_mode=zxingcpp.TextMode.Plain,
        )
    )


def _plain(picture: Image.Image, binarizer: Any = zxingcpp.Binarizer.LocalAverage) -> list[str]:
    return [one.text for one in _read(picture, binarizer) if one.valid]


def _climb(cut: Image.Image) -> list[str]:
    """Try harder on a small piece: larger, sharper, another threshold."""
    large = cut.resize((cut.width * 2, cut.height * 2), Image.Resampling.BICUBIC)
    sharp = large.filter(ImageFilter.UnsharpMask(3, 200, 0))
    for picture, binarizer in (
        (large, zxingcpp.Binarizer.LocalAverage),
        (sharp, zxingcpp.Binarizer.LocalAverage),
        (large, zxingcpp.Binarizer.GlobalHistogram),
        (large.filter(ImageFilter.GaussianBlur(2)), zxingcpp.Binarizer.GlobalHistogram),
    ):
        if found := _plain(picture, binarizer):
            return found
    return []


def _cut(picture: Image.Image, position: Any) -> Image.Image:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    across, down = [point.x for point in corners], [point.y for point in corners]
    room = round(_ROOM * max(max(across) - min(across), max(down) - min(down))) + 8
    return picture.crop(
        (
            max(0, min(across) - room),
            max(0, min(down) - room),
            min(picture.width, max(across) + room),
            min(picture.height, max(down) + room),
        )
    )
