"""The picture of the QR code of a copy."""

import struct
import zlib
from typing import Any

_SCALE = 8
"""Pixels a module: one byte of a picture of one bit a pixel."""
_MASK = 0
"""One of eight; trying all takes six times longer."""


def code_png(payload: str) -> bytes:
    """QR code (upper-case alphanumeric), level Q, without quiet zone.

    Stored, so that every zlib gives the same bytes.
    """
    import zxingcpp

    symbol = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode, ec_level="Q", data_mask=_MASK)
    image: Any = symbol.to_image(scale=1, add_quiet_zones=False)
    side = image.shape[0]
    modules = bytes(memoryview(image).cast("B"))
    rows = (b"\0" + modules[at : at + side] for at in range(0, side * side, side))
    lines = b"".join(row * _SCALE for row in rows)
    head = struct.pack(">IIBBBBB", side * _SCALE, side * _SCALE, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
