"""Starts the program within the walls that checks electronic signatures.

One child for one document: pyHanko takes half a second to load and is loaded nowhere else. What the child
cannot do in its limits, or dies of, is a report too (UNCHECKED): a file is never lost for its signature.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import datetime

from pipeline.kernel.clock import stamp
from pipeline.kernel.sandbox import Crashed, OutOfMemory, TimedOut, run
from pipeline.kernel.walls import MIB, Limits
from pipeline.rendering.parcel import pack
from pipeline.signing.electronic import Report, report_from_json

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
    """Return what the signatures of the PDF ``document`` are worth at ``moment`` by the files of what is ``trusted``.

    ``original`` is the export that it may be a signed form of; ``prefix`` its length where the document begins
    with it. Raises NoIsolation.
    """
    request = {"moment": moment.isoformat(), "prefix": prefix}
    parcel = pack([json.dumps(request).encode(), document, b"" if prefix else original, *trusted])
    command = [sys.executable, "-P", "-m", "pipeline.signing.inside_electronic"]
    problem = ""
    for _ in range(_TRIES):
        try:
            return report_from_json(run(command, parcel, limits=_LIMITS, accept_risk=accept_risk).decode())
        except Crashed as error:  # maybe the machine's doing, not the document's: once more
            problem = error.code
        except (TimedOut, OutOfMemory) as error:
            problem = error.code
            break
    return Report(stamp(moment), problem=problem)
