"""What a child within walls made of bytes is made once in a server of :mod:`tests.faults.office_server`, and then remembered.

LibreOffice and the readers of sheets, letters and templates cost much time, write nothing into the home, and give the
same for the same bytes: a step asks them hundreds of times in a sweep, and none of its points is theirs. The reader of
scans is :class:`tests.office.remembering.Remembering`.
"""

from collections.abc import Sequence
from typing import Any

from pipeline.kernel import sandbox
from pipeline.kernel.files import digest_bytes
from pipeline.letters import edited
from pipeline.office.letters import templates
from pipeline.register import old_sheet
from pipeline.rendering import convert
from tests.faults.plant import plant

_MADE: dict[tuple[str, ...], bytes] = {}


def remember() -> None:
    """From now on each program within walls runs once for the same bytes, in this process and all its forks."""
    for module in (convert, edited, old_sheet, templates):
        plant(module, "run", _run)


def _run(command: Sequence[str], document: bytes = b"", **rest: Any) -> bytes:
    """Do as the program did the first time with the same document."""
    key = (*command, digest_bytes(document))
    if key not in _MADE:
        _MADE[key] = sandbox.run(command, document, **rest)
    return _MADE[key]
