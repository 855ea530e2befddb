"""Ports of this machine for servers of tests and measures, which are started by others than who chose the port.

Between the choice and the server's own start a second or more may pass. The kernel gives the ports of its own range to every connection that is
opened meanwhile, and to every ``bind`` to port 0; so a port is drawn from below that range, by lot, from the machine's own randomness, as several
runs beside each other draw.
"""

from __future__ import annotations

import random
import socket
from contextlib import ExitStack

RANGE = range(12_000, 32_000)
"""Below what Linux gives away by itself (net.ipv4.ip_local_port_range, from 32,768), above the known services."""
_LOT = random.SystemRandom()


def free(count: int) -> list[int]:
    """Return ``count`` different ports of 127.0.0.1 at which nobody listens."""
    with ExitStack() as stack:
        drawn: list[int] = []
        while len(drawn) < count:
            port = _LOT.choice(RANGE)
            one = stack.enter_context(socket.socket())
            try:
                one.bind(("127.0.0.1", port))
            except OSError:  # somebody is there
                continue
            drawn.append(port)
        return drawn


def free_port() -> int:
    """Return one."""
    return free(1)[0]
