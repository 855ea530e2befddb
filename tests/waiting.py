"""Waiting for what another process or thread does: it fails only where that never comes."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 240.0
"""Seconds; no measure of how fast the product is."""


def wait_for(look: Callable[[], object], patience: float = PATIENCE, pause: float = 0.1) -> None:
    """Wait until ``look`` finds something."""
    until = time.monotonic() + patience
    while not look():
        assert time.monotonic() < until, "it did not come to that"
        time.sleep(pause)
