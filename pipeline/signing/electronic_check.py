"""Starts the sandboxed check of electronic signatures; a failing child gives a report too (UNCHECKED).

A signature is added to a PDF's end: an export of ours is a prefix. ``/ByteRange`` cannot hide in a compressed
object, so searching the bytes is reliable.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from mmap import mmap

from pipeline.kernel.clock import stamp
from pipeline.kernel.sandbox import SandboxFailed, run
from pipeline.kernel.sandbox_command import MIB, Limits
from pipeline.rendering.framing import pack
from pipeline.signing.electronic import Report, report_from_json

_SIGNED = re.compile(rb"/ByteRange\s*\[")
_END = re.compile(rb"%%EOF(\r\n|\r|\n)?")
_MOST_ENDS = 40
_CHUNK = 1 << 20


def bears_signature(data: bytes | mmap) -> bool:
    """Whether a PDF's bytes speak of a signature."""
    return _SIGNED.search(data) is not None


def prefixes(data: bytes | mmap) -> Iterator[tuple[str, int]]:
    """SHA-256 and length of each proper prefix that ends with ``%%EOF``."""
    digest, done = hashlib.sha256(), 0
    for number, match in enumerate(_END.finditer(data)):
        if number == _MOST_ENDS:
            return
        for end in sorted({match.start() + 5, match.end()}):
            if end >= len(data):
                return
            while done < end:
                part = data[done : min(end, done + _CHUNK)]
                digest.update(part)
                done += len(part)
            yield digest.hexdigest(), end


_LIMITS = Limits(memory=1024 * MIB, cpu=15, wall=25.0, file_size=64 * MIB, scratch=8 * MIB)
_TRIES = 2


def examine(
    document: bytes,
    trusted: Sequence[bytes],
    moment: datetime,
    *,
    original: bytes = b"",
    prefix: int = 0,
    accept_risk: bool = False,
) -> Report:
    """Check ``document`` at ``moment`` by what is ``trusted``.

    ``prefix`` is the length of the export where the document begins with it, else it is ``original``.
    """
    request = {"moment": moment.isoformat(), "prefix": prefix}
    parcel = pack([json.dumps(request).encode(), document, b"" if prefix else original, *trusted])
    command = [sys.executable, "-P", "-m", "pipeline.signing.inside_electronic"]
    problem = ""
    for _ in range(_TRIES):
        try:
            return report_from_json(run(command, parcel, limits=_LIMITS, accept_risk=accept_risk).decode())
        except SandboxFailed as error:
            problem = error.code
            if problem != SandboxFailed.code:  # a crash is maybe the machine's doing: once more
                break
    return Report(stamp(moment), problem=problem)
