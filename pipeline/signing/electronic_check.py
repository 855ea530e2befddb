"""Starts the programs within the walls that check electronic signatures and read certificates.

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
from pipeline.signing.electronic_trust import Found, Kind, Trusted, found_from, request_of

_LIMITS = Limits(memory=1024 * MIB, cpu=15, wall=25.0, file_size=64 * MIB, scratch=8 * MIB)
_TRIES = 2


def examine(
    document: bytes,
    trusted: Sequence[Trusted],
    moment: datetime,
    *,
    original: bytes = b"",
    prefix: int = 0,
    accept_risk: bool = False,
) -> Report:
    """Return what the signatures of the PDF ``document`` are worth at ``moment`` by what the office has ``trusted``.

    ``original`` is the export that it may be a signed form of; ``prefix`` its length where the document begins
    with it. Raises NoIsolation.
    """
    request = request_of(trusted) | {"moment": moment.isoformat(), "prefix": prefix}
    parcel = pack([json.dumps(request).encode(), document, b"" if prefix else original])
    problem = ""
    for _ in range(_TRIES):
        try:
            return report_from_json(_inside("inside_electronic", parcel, accept_risk=accept_risk).decode())
        except Crashed as error:  # maybe the machine's doing, not the document's: once more
            problem = error.code
        except (TimedOut, OutOfMemory) as error:
            problem = error.code
            break
    return Report(stamp(moment), problem=problem)


def read_trust(
    files: Sequence[bytes], trusted: Sequence[Trusted], moment: datetime, *, accept_risk: bool = False
) -> list[list[Found]]:
    """Return what each of the ``files`` holds: certificates and revocation lists, an empty list if neither.

    Each is compared with what is ``trusted`` already and with the other files, for who issued it. Raises
    NoIsolation, TimedOut, OutOfMemory, Crashed.
    """
    known = [one for one in trusted if one.kind is not Kind.LIST]
    request = {"known": [one.der for one in known], "moment": moment.isoformat()}
    parcel = pack([json.dumps(request).encode(), *files])
    answer = json.loads(_inside("inside_trust", parcel, accept_risk=accept_risk))
    return [[found_from(each) for each in one] for one in answer]


def _inside(room: str, parcel: bytes, *, accept_risk: bool) -> bytes:
    command = [sys.executable, "-P", "-m", f"pipeline.signing.{room}"]
    return run(command, parcel, limits=_LIMITS, accept_risk=accept_risk)
