"""A file that was closed half-written, was refused as that, and is continued later under its name: the two are one file.

Some scanners close their file while the next page is laid on, for longer than anybody waits. What comes then has no beginning
of its own, and what lies in ``ditolak/`` has no end.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

from pipeline.intake.claim import Claim
from pipeline.intake.inbox import REFUSED
from pipeline.intake.refuse import refused_as, say_continued
from pipeline.intake.sniff import HEAD, kind_of
from pipeline.intake.whole import looks_whole
from pipeline.kernel.files import read_back, sync_folder

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def join(claimed: Claim) -> None:
    """Put the whole in the place of the claimed file, if that goes on with a half in ``ditolak/``; the half stays there.

    Raises NotDurable.
    """
    whole = claimed.inbox / REFUSED / f".{claimed.id}.tmp"
    for half in reversed(refused_as(claimed.inbox, claimed.name)):
        with suppress(OSError):  # what cannot be joined is judged alone
            try:
                if _pour(half, claimed.path, whole):
                    whole.replace(claimed.path)
                    sync_folder(claimed.folder)
                    say_continued(half)
                    return
            finally:
                whole.unlink(missing_ok=True)


def _pour(half: Path, rest: Path, whole: Path) -> bool:
    """Write both to ``whole`` and read it back; tell whether they make a whole file."""
    digest = hashlib.sha512()
    with os.fdopen(os.open(half, _READ), "rb") as first, os.fdopen(os.open(rest, _READ), "rb") as second:
        if looks_whole(first.fileno()) or kind_of(second.read(HEAD)) is not None:
            return False
        second.seek(0)
        with whole.open("xb") as target:
            for source in (first, second):
                shutil.copyfileobj(source, target)
                source.seek(0)
            target.flush()
            os.fsync(target.fileno())
        with whole.open("rb") as written:
            is_whole = looks_whole(written.fileno())
        for source in (first, second):
            while data := source.read(1 << 20):
                digest.update(data)
    return is_whole and read_back(whole) == digest.hexdigest()
