"""The kind of a document, and whether it looks whole, by its bytes; the name is never asked."""

import os

HEAD = 4096  # bytes from the start
PICTURES = frozenset({"jpeg", "png", "tiff", "heic", "bmp", "webp"})
PDF_WITHIN = 1024
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_STARTS = (
    (b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"), (b"MM\x00+", "tiff"), (b"PK\x03\x04", "zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
)  # fmt: skip


def kind_of(head: bytes) -> str | None:
    """By the first :data:`HEAD` bytes; a "zip" may be a DOCX, an "ole" a locked one.

    A PDF may have a kilobyte of other bytes before its mark.
    """
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC:
        return "heic"
    if head[:2] == b"BM" and head[6:10] == b"\0\0\0\0" and head[14:18] in _BMP_HEADERS:
        return "bmp"
    return "pdf" if b"%PDF-" in head[:PDF_WITHIN] else None


_BMP_HEADERS = frozenset(size.to_bytes(4, "little") for size in (12, 40, 52, 56, 64, 108, 124))


TAIL = 2048  # bytes from the end
# how a file of a kind begins, and what its last bytes hold
_ENDS = ((b"%PDF-", b"%%EOF"), (b"\xff\xd8\xff", b"\xff\xd9"), (b"\x89PNG\r\n\x1a\n", b"IEND"))


def looks_whole(handle: int) -> bool:
    """What has no mark at its end, or cannot be read, counts as whole."""
    try:
        size = os.fstat(handle).st_size
        head = os.pread(handle, 16, 0)
        tail = os.pread(handle, TAIL, max(0, size - TAIL))
    except OSError:
        return True
    if head[:4] in (b"II*\0", b"MM\0*"):
        first = int.from_bytes(head[4:8], "little" if head[:1] == b"I" else "big")
        return 0 < first < size
    if head[:4] == b"PK\x03\x04":
        return b"PK\x05\x06" in tail
    return next((end in tail for start, end in _ENDS if head.startswith(start)), True)
