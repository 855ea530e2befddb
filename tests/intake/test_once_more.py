"""What breaks once at the opening of a document is done again, on a copy of its own; what breaks twice is told."""

from __future__ import annotations

import os

import pytest

from pipeline.intake.once_more import once_more
from pipeline.kernel import sandbox
from pipeline.kernel.sandbox import Crashed


def test_a_reader_that_was_killed_once_does_not_make_a_good_file_a_damaged_one() -> None:
    document = sandbox.sealed(b"surat")
    seen: list[int] = []

    def job(given: int) -> bytes:
        seen.append(given)
        os.lseek(given, 3, os.SEEK_SET)
        if len(seen) == 1:
            raise Crashed(-9, "")
        return os.pread(given, 10, 0)

    assert once_more(job, document) == b"surat"
    assert seen[0] == document != seen[1]
    with pytest.raises(OSError, match="descriptor"):
        os.fstat(seen[1])
    os.close(document)


def test_what_breaks_twice_is_told() -> None:
    document = sandbox.sealed(b"surat")

    def job(given: int) -> None:
        raise Crashed(-11, "")

    with pytest.raises(Crashed):
        once_more(job, document)
    os.close(document)
