"""A program that has taken over the reader looks for a way out: sockets, processes, devices, places to write, rights."""

import json
import os
import platform
import socket
import struct
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel import sandbox, syscall_filter
from pipeline.kernel.sandbox import run

ATTACK = """
import ctypes, json, os, pathlib, socket
out = {}
def tried(name, attack):
    try:
        out[name] = repr(attack())
    except (OSError, PermissionError) as error:
        out[name] = None
def reach(family, kind, address):
    with socket.socket(family, kind) as one:
        one.settimeout(2)
        one.connect(address)
        return one.send(b"x")
tried("lan", lambda: reach(socket.AF_INET, socket.SOCK_DGRAM, ("192.0.2.1", 53)))
tried("abstract", lambda: reach(socket.AF_UNIX, socket.SOCK_STREAM, "\\0" + NAME))
for place in ("/", "/etc", "/usr", "/var", "/dev", "/proc", "/sys", "/lib", "/lib/..", PACKAGE):
    tried("write " + place, lambda: pathlib.Path(place, "jahat").write_text("x"))
tried("kill", lambda: os.kill(OUTSIDE, 0))
tried("mount", lambda: ctypes.CDLL(None, use_errno=True).mount(b"x", b"/tmp", b"tmpfs", 0, None) == 0 or (_ for _ in ()).throw(OSError()))
tried("root", lambda: os.setuid(0))
tried("cgroups", lambda: os.listdir("/sys/fs/cgroup"))
tried("shadow", lambda: pathlib.Path("/etc/shadow").read_text())
out["home"] = os.listdir("/root") if os.path.isdir("/root") else []
out["processes"] = sorted(int(one) for one in os.listdir("/proc") if one.isdigit())
out["devices"] = sorted(one for one in os.listdir("/dev") if one[:2] in ("sd", "vd", "nv", "lo", "me", "km"))
out["interfaces"] = [row.split(":")[0].strip() for row in open("/proc/net/dev").read().splitlines()[2:]]
LIBC = ctypes.CDLL(None, use_errno=True)
def called(name, *given):
    if getattr(LIBC, name)(*given) < 0:
        raise OSError(ctypes.get_errno(), name)
for kind in (b"cgroup", b"cgroup2"):
    tried(repr(kind), lambda: called("mount", b"x", b"/tmp", kind, 0, None))
def cloned(space):
    child = LIBC.syscall(CLONE, int(space, 16) | 17, 0, 0, 0, 0)
    if child == 0:
        os._exit(0)
    if child < 0:
        raise OSError(ctypes.get_errno(), "clone")
for family in (2, 10, 16, 17, 38, 40):  # IPv4, IPv6, netlink, packet, crypto, the machine below
    tried(f"socket {family}", lambda: socket.socket(family, socket.SOCK_DGRAM))
for space in ("10000000", "20000", "20000000", "40000000"):  # user, mounts, processes, network
    tried("unshare " + space, lambda: called("unshare", int(space, 16)))
    tried("clone " + space, lambda: cloned(space))
tried("clone3", lambda: called("syscall", 435, 0, 0))
tried("ptrace", lambda: called("ptrace", 16, os.getppid(), 0, 0))
tried("memory of another", lambda: called("process_vm_readv", os.getppid(), None, 0, None, 0, 0))
for name, number in CALLS.items():
    tried(name, lambda: called("syscall", number, 0, 0, 0, 0, 0))
tried("a call newer than the table", lambda: called("syscall", 467, 0, 0, 0, 0, 0))
print(json.dumps(out))
"""


COLUMN = syscall_filter._MACHINES[platform.machine()][0]
CALLS = {
    name: syscall_filter._REFUSED[name][COLUMN]
    for name in (
        "keyctl",
        "bpf",
        "perf_event_open",
        "io_uring_setup",
        "userfaultfd",
        "fsopen",
        "setns",
        "pidfd_getfd",
    )
}


def attacked() -> dict[str, Any]:
    name = f"rangkap-{os.getpid()}"
    package = str(Path(__file__).parents[2] / "pipeline")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(f"\0{name}")
        server.listen()
        head = f"NAME, PACKAGE, OUTSIDE = {name!r}, {package!r}, {os.getpid()}\n"
        head += f"CLONE, CALLS = {syscall_filter._CLONE[COLUMN]}, {CALLS!r}\n"
        results: dict[str, Any] = json.loads(run([sys.executable, "-P", "-c", head + ATTACK]))
    return results


def test_no_way_leads_out() -> None:
    results = attacked()
    processes, devices, interfaces = (results.pop(kind) for kind in ("processes", "devices", "interfaces"))
    package = str(Path(__file__).parents[2] / "pipeline")
    ours = {Path(way).parts[2] for way in (sys.prefix, sys.base_prefix, package) if way.startswith("/root/")}
    assert set(results.pop("home")) <= ours, "of a home only the way to our own Python"
    assert {name: result for name, result in results.items() if result is not None} == {}
    assert len(results) == 45
    assert len(processes) <= 4, "its own and those that made the walls"
    assert devices == []
    assert interfaces == ["lo"]


def test_a_filter_that_is_left_out_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sandbox.syscall_filter, "program", lambda: struct.pack("=HBBI", *syscall_filter._ALLOW)
    )
    led_out = {name for name, result in attacked().items() if result}
    assert "socket 2" in led_out, "bubblewrap of today refuses new user namespaces by itself"
