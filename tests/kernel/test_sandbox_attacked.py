"""A program that has taken over the reader looks for a way out: sockets, processes, devices, places to write, rights."""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path

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
tried("shadow", lambda: pathlib.Path("/etc/shadow").read_text())
out["home"] = os.listdir("/root") if os.path.isdir("/root") else []
out["processes"] = sorted(int(one) for one in os.listdir("/proc") if one.isdigit())
out["devices"] = sorted(one for one in os.listdir("/dev") if one[:2] in ("sd", "vd", "nv", "lo", "me", "km"))
out["interfaces"] = [name for _, name in socket.if_nameindex()]
print(json.dumps(out))
"""


def test_no_way_leads_out() -> None:
    name = f"rangkap-{os.getpid()}"
    package = str(Path(__file__).parents[2] / "pipeline")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(f"\0{name}")
        server.listen()
        head = f"NAME, PACKAGE, OUTSIDE = {name!r}, {package!r}, {os.getpid()}\n"
        found = json.loads(run([sys.executable, "-P", "-c", head + ATTACK]))
    processes, devices, interfaces = (found.pop(one) for one in ("processes", "devices", "interfaces"))
    ours = {Path(one).parts[2] for one in (sys.prefix, sys.base_prefix, package) if one.startswith("/root/")}
    assert set(found.pop("home")) <= ours, "of a home only the way to our own Python"
    assert {name: told for name, told in found.items() if told is not None} == {}
    assert len(found) == 16
    assert len(processes) <= 4, "its own and those that made the walls"
    assert devices == []
    assert interfaces == ["lo"]
