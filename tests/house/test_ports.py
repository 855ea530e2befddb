"""The ports that tests and measures give to their servers."""

import random
import socket
from pathlib import Path

import pytest

from tools import ports

GIVEN_AWAY = Path("/proc/sys/net/ipv4/ip_local_port_range")


def test_no_port_is_one_that_the_kernel_gives_to_a_connection_meanwhile() -> None:
    first, last = map(int, GIVEN_AWAY.read_text().split())
    assert not set(ports.RANGE) & set(range(first, last + 1))
    drawn = ports.free(50)
    assert len(set(drawn)) == 50
    assert set(drawn) <= set(ports.RANGE)


def test_a_port_at_which_somebody_listens_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken, draw = other.getsockname()[1], ports._LOT.choice
        drawn = iter((taken, taken))
        monkeypatch.setattr(ports._LOT, "choice", lambda among: next(drawn, None) or draw(among))
        assert ports.free_port() in ports.RANGE
    assert next(drawn, None) is None


def test_two_runs_with_the_same_seed_draw_different_ports() -> None:
    random.seed(1)
    first = ports.free(20)
    random.seed(1)
    assert ports.free(20) != first
