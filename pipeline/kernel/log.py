"""The log of unforeseen errors, without messages: they hold file names or typed words."""

import traceback
from contextlib import suppress
from pathlib import Path

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal


def place_of(error: BaseException) -> list[str]:
    """Kind, then ``file:line function`` for each frame."""
    frames = traceback.extract_tb(error.__traceback__)
    kind = error.code if isinstance(error, Refusal) else type(error).__name__
    return [kind, *(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)]


FILE = Path("logs") / "errors.log"
"""Below ``var/``."""


def keep_unforeseen(var: Path, door: str, error: BaseException) -> None:
    """Write the place of ``error``, if the disk allows."""
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
