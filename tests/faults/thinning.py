"""How many of its points a deep sweep tries: every so-many-th, or with ``./run test --deep --whole`` every one.

The one place where the choice is read. Pairs of kills and choices at a power cut stay samples: there is no end to them.
"""

import os

WHOLE = "RANGKAP_SWEEPS"
"""The environment variable; ``whole`` lets every sweep try every point."""


def is_whole() -> bool:
    """Tell whether every point is to be tried."""
    return os.environ.get(WHOLE) == "whole"


def thinned(every: int, first: int = 0) -> slice:
    """Return which of the points of a sweep are tried: from ``first`` every ``every``-th, or all."""
    return slice(None) if is_whole() else slice(first, None, every)
