"""Waiting for what another process or thread does, and reading beside it: neither fails by the moment at which it looks."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

PATIENCE = 240.0
"""Seconds; no measure of how fast the product is."""


def wait_for(look: Callable[[], object], patience: float = PATIENCE, pause: float = 0.1) -> None:
    """Wait until ``look`` finds something."""
    until = time.monotonic() + patience
    while not look():
        assert time.monotonic() < until, "it did not come to that"
        time.sleep(pause)


def held_in(*folders: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield each file below the ``folders`` with its bytes, but what another process takes away meanwhile."""
    for folder in folders:
        for place, _, names in os.walk(folder):
            for path in (Path(place, name) for name in sorted(names)):
                with suppress(FileNotFoundError):
                    if path.is_file():
                        yield path, path.read_bytes()
