"""Pictures made here: a grey PNG of given rows, and the QR code of a copy."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import Any

_SCALE = 10


def grey_png(side: int, rows: Iterable[bytes]) -> bytes:
    """Return a square PNG of 8-bit grey ``rows``, stored, so that every zlib gives the same bytes."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    data = b"".join(b"\0" + row for row in rows)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(data, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(one)) + kind + one + struct.pack(">I", zlib.crc32(kind + one))
        for kind, one in chunks
    )


def code_png(payload: str) -> bytes:
    """Return the QR code of ``payload`` (upper-case alphanumeric), level Q, ten pixels a module, no quiet zone."""
    import zxingcpp

    symbol = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    image: Any = symbol.to_image(scale=_SCALE, add_quiet_zones=False)
    side = image.shape[0]
    pixels = bytes(memoryview(image).cast("B"))
    return grey_png(side, (pixels[at : at + side] for at in range(0, side * side, side)))
