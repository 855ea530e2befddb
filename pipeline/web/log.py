"""What the door writes of itself: the place of what was not foreseen, and nothing else.

Django would write the address that was asked for and the words of the error; either may bear what somebody typed.
"""

import logging

from pipeline.kernel import log
from pipeline.settings import Settings


def be_quiet() -> None:
    """Let Django and axes write nothing."""
    for name in ("django", "axes"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [logging.NullHandler()], False


def note(settings: Settings, error: BaseException | None) -> None:
    """Write where ``error`` was raised (file names, lines and functions) to ``var/logs/errors.log``; no values."""
    if error is not None:
        log.keep_unforeseen(settings.var, "web", error)
