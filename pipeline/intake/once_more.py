"""What breaks at the opening of a document is done once more: the reader may have been killed by another."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from pipeline.kernel import sandbox

_T = TypeVar("_T")


def once_more(job: Callable[[int], _T], document: int) -> _T:
    """Return what ``job`` makes of the open ``document``; where its reader broke, once more on a copy.

    The copy has a place of its own to read at, which a reader that is left over does not move. Raises what ``job``
    raises, Crashed the second time.
    """
    try:
        return job(document)
    except sandbox.Crashed:
        copy = sandbox.sealed(document)
        try:
            return job(copy)
        finally:
            os.close(copy)
