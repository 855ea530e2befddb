"""What the long-running doors write of themselves: a line an event. No names: who writes here has none to write, and what a
library raises is told by kind and place.

An error that nobody foresaw, as a log may hold it: its kind and its place, no message and no values.

The message of an ``OSError`` holds a file name, that of a ``ValueError`` often what a person typed.
"""

import traceback
from contextlib import suppress
from pathlib import Path

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal


def place_of(error: BaseException) -> list[str]:
    """Return the kind of ``error`` and, for each frame down to where it was raised, ``file:line function``."""
    frames = traceback.extract_tb(error.__traceback__)
    kind = error.code if isinstance(error, Refusal) else type(error).__name__
    return [kind, *(f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames)]


FILE = Path("logs") / "errors.log"
"""Below ``var/``: where what nobody foresaw leaves its place."""


def keep_unforeseen(var: Path, door: str, error: BaseException) -> None:
    """Write where ``error`` was raised into ``var/logs/errors.log``: kind, files, lines and functions; no message, no values.

    ``door`` is told where it is given. A disk that refuses, or a clock that cannot be read, is passed over.
    """
    with suppress(OSError, ValueError):
        kind, *frames = place_of(error)
        lines = [
            " ".join(filter(None, (clock.stamp(clock.now()), door, kind))),
            *(f"  {frame}" for frame in frames),
        ]
        path = var / FILE
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with path.open("a", encoding="utf-8") as kept:
            kept.write("\n".join(lines) + "\n")
