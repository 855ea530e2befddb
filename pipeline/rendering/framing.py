"""Several byte strings in one: a JSON line of sizes, then the bytes."""

import json
from collections.abc import Sequence
from io import BytesIO


def pack(parts: Sequence[bytes]) -> bytes:
    """The parcel of ``parts``."""
    return json.dumps([len(part) for part in parts]).encode() + b"\n" + b"".join(parts)


def unpack(data: bytes) -> list[bytes]:
    """The parts. Raises ``ValueError``."""
    line, _, rest = data.partition(b"\n")
    sizes = json.loads(line)
    if not isinstance(sizes, list) or not all(isinstance(size, int) and size >= 0 for size in sizes):
        raise ValueError("sizes")
    if sum(sizes) != len(rest):
        raise ValueError("length")
    read = BytesIO(rest).read
    return [read(size) for size in sizes]
