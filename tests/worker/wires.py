"""Machines of an office in one: each in a network of its own (and where it stands, without sight of another's files).

A machine reaches the database and the buckets through its own loopback alone, where a relay takes the bytes over a wire (a pair
of virtual cards) to this machine, as a tunnel with TLS would. The wire can be cut. Where the kernel grants no namespaces, the
same processes run with relays of their own on this machine, and the test says so; the end of a relay is then the cut.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tools.ports import free_port

TOGETHER = "RANGKAP_TEST_TOGETHER"
"""The environment variable that lets all machines share this one's network and disk, as where no namespaces are to be had."""
_RELAY = Path(__file__).with_name("relay.py")


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True, timeout=30)


def may_divide() -> bool:
    """Tell whether networks and views of the disk of their own can be had here, and are wanted."""
    if os.geteuid() != 0 or os.environ.get(TOGETHER):
        return False
    name = f"coba-{secrets.token_hex(3)}"
    try:
        _run("unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt")
        _run("ip", "netns", "add", name)
        with suppress(subprocess.CalledProcessError):
            _run("ip", "link", "add", f"v{name[5:]}", "type", "veth", "peer", "name", f"w{name[5:]}")
            _run("ip", "link", "del", f"v{name[5:]}")
            return True
    except (OSError, subprocess.SubprocessError):
        return False
    finally:
        with suppress(OSError, subprocess.SubprocessError):
            _run("ip", "netns", "del", name)
    return False


class Relay:
    """A process that carries bytes; it may be ended and begun again."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Let it carry, unless it does."""
        if self._process is None:
            self._process = subprocess.Popen(self._words, stdout=subprocess.PIPE)
            assert self._process.stdout is not None
            assert self._process.stdout.readline() == b"ready\n"

    def end(self) -> None:
        """Let it carry no more."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


@dataclass
class Wire:
    """The way of one machine to the office's servers: ``ports`` on its own loopback, by the servers' names."""

    before: tuple[str, ...]
    ports: dict[str, int]
    card: str = ""
    relays: list[Relay] = field(default_factory=list)

    def command(self, words: Sequence[str], hidden: Sequence[Path]) -> list[str]:
        """Return the words that run ``words`` on this machine, where the folders ``hidden`` are empty."""
        if not self.card:
            return list(words)
        blinds = " && ".join(f"mount -t tmpfs none '{one}'" for one in hidden)
        return [
            *self.before,
            "unshare",
            "--mount",
            "sh",
            "-c",
            f'{blinds or "true"} && exec "$@"',
            "sh",
            *words,
        ]

    def cut(self) -> None:
        """Let nothing pass, without a word to either side."""
        if self.card:
            _run("ip", "link", "set", self.card, "down")
        for one in [] if self.card else self.relays:
            one.end()

    def mend(self) -> None:
        """Let everything pass again."""
        if self.card:
            _run("ip", "link", "set", self.card, "up")
        for one in [] if self.card else self.relays:
            one.begin()


@contextmanager
def wires(servers: dict[str, str | tuple[str, int]], count: int) -> Iterator[list[Wire]]:
    """Give ``count`` machines their ways to ``servers``: each the path of a socket, or a host and port."""
    is_divided = may_divide()
    if not is_divided:
        print("no namespaces here: the machines share network and disk of this one", file=sys.__stderr__)
    with ExitStack() as stack:
        way = _divided if is_divided else _beside
        yield [stack.enter_context(way(servers)) for _ in range(count)]


@contextmanager
def _beside(servers: dict[str, str | tuple[str, int]]) -> Iterator[Wire]:
    wire = Wire((), {name: free_port() for name in servers})
    with _relays(wire, [(("127.0.0.1", wire.ports[name]), place) for name, place in servers.items()]):
        yield wire


@contextmanager
def _divided(servers: dict[str, str | tuple[str, int]]) -> Iterator[Wire]:
    name = f"rk{secrets.token_hex(3)}"
    net = f"10.{200 + secrets.randbelow(50)}.{secrets.randbelow(256)}"
    here, there = f"{net}.1", f"{net}.2"
    wire = Wire(("ip", "netns", "exec", name), {one: free_port() for one in servers}, f"v{name}")
    with ExitStack() as stack:
        _run("ip", "netns", "add", name)
        stack.callback(_run, "ip", "netns", "del", name)
        _run("ip", "link", "add", wire.card, "type", "veth", "peer", "name", "kartu", "netns", name)
        _run("ip", "addr", "add", f"{here}/30", "dev", wire.card)
        _run("ip", "link", "set", wire.card, "up")
        for words in (f"addr add {there}/30 dev kartu", "link set kartu up", "link set lo up"):
            _run("ip", "-n", name, *words.split())
        ends = {one: (here, port) for one, port in wire.ports.items()}
        stack.enter_context(_relays(wire, [(ends[one], place) for one, place in servers.items()]))
        loops = [(("127.0.0.1", port), ends[one]) for one, port in wire.ports.items()]
        stack.enter_context(_relays(wire, loops, wire.before))
        yield wire


@contextmanager
def _relays(
    wire: Wire, ways: Sequence[tuple[tuple[str, int], str | tuple[str, int]]], before: Sequence[str] = ()
) -> Iterator[None]:
    """Run one relay for ``ways``, each from where it listens to where it leads."""
    told = [f"{host}:{port}={to if isinstance(to, str) else f'{to[0]}:{to[1]}'}" for (host, port), to in ways]
    relay = Relay([*before, sys.executable, str(_RELAY), *told])
    wire.relays.append(relay)
    try:
        relay.begin()
        yield
    finally:
        relay.end()
