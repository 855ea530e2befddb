"""What the door writes of itself: the place of what was not foreseen, and nothing else.

Django would write the address that was asked for and the words of the error; either may bear what somebody typed.
"""

from __future__ import annotations

import logging
from contextlib import suppress

from pipeline.kernel import clock
from pipeline.kernel.unforeseen import place_of
from pipeline.settings import Settings


def be_quiet() -> None:
    """Let Django and axes write nothing."""
    for name in ("django", "axes"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [logging.NullHandler()], False


def note(settings: Settings, error: BaseException | None) -> None:
    """Write where ``error`` was raised (file names, lines and functions) to ``var/logs/errors.log``; no values."""
    if error is None:
        return
    kind, *frames = place_of(error)
    lines = [f"{clock.stamp(clock.now())} web {kind}", *(f"  {one}" for one in frames)]
    path = settings.var / "logs" / "errors.log"
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write("\n".join(lines) + "\n")
