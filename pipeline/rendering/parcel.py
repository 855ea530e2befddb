"""Several byte strings in one, for the way into the sandbox and back: a JSON line of sizes, then the bytes."""

import json
from collections.abc import Sequence
from io import BytesIO


def pack(parts: Sequence[bytes]) -> bytes:
    """Return ``parts`` as one byte string."""
    return json.dumps([len(part) for part in parts]).encode() + b"\n" + b"".join(parts)


def unpack(data: bytes) -> list[bytes]:
    """Return the parts of what :func:`pack` made. Raises ``ValueError``."""
    line, _, rest = data.partition(b"\n")
    sizes = json.loads(line)
    if not isinstance(sizes, list) or not all(isinstance(size, int) and size >= 0 for size in sizes):
        raise ValueError("sizes")
    if sum(sizes) != len(rest):
        raise ValueError("length")
    read = BytesIO(rest).read
    return [read(size) for size in sizes]
