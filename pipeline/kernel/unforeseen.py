"""An error that nobody foresaw, as a log may hold it: its kind and its place, no message and no values.

The message of an ``OSError`` holds a file name, that of a ``ValueError`` often what a person typed.
"""

from __future__ import annotations

import traceback
from pathlib import Path


def place_of(error: BaseException) -> list[str]:
    """Return the kind of ``error`` and, for each frame down to where it was raised, ``file:line function``."""
    frames = traceback.extract_tb(error.__traceback__)
    return [type(error).__name__, *(f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames)]
