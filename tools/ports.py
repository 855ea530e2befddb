"""Ports of this machine for servers of tests and measures, which are started by others than who chose the port.

Between the choice and the server's own start a second or more may pass. The kernel gives the ports of its own range to every connection that is
opened meanwhile, and to every ``bind`` to port 0; so a port is drawn from below that range, by lot. Whoever drew it has it until its process
ends: a name without a file, which the kernel gives to one process, keeps others that draw beside it from the same port.
"""

import atexit
import random
import socket
from contextlib import ExitStack

RANGE = range(12_000, 32_000)
"""Below what Linux gives away by itself (net.ipv4.ip_local_port_range, from 32,768), above the known services."""
_LOT = random.SystemRandom()
_HELD: list[socket.socket] = []
"""Of each port that was drawn its name, ours until this process ends."""


@atexit.register
def _let_go() -> None:
    for held in _HELD:
        held.close()


def free(count: int) -> list[int]:
    """Return ``count`` different ports of 127.0.0.1 at which nobody listens."""
    with ExitStack() as stack:
        drawn: list[int] = []
        while len(drawn) < count:
            port = _LOT.choice(RANGE)
            listener, name = stack.enter_context(socket.socket()), socket.socket(socket.AF_UNIX)
            try:
                name.bind(f"\0rangkap-port-{port}")
                listener.bind(("127.0.0.1", port))
            except OSError:  # drawn by another, or somebody is there
                name.close()
                continue
            _HELD.append(name)
            drawn.append(port)
        return drawn


def free_port() -> int:
    """Return one."""
    return free(1)[0]
