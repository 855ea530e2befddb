"""A real S3 server (SeaweedFS) for tests and measures: on free ports of this machine, its data in a temporary folder, thrown away.

Bucket ``gudang`` has no versions, ``berkunci`` has versions; ``longgar`` asks nobody for a key, so that
a go-between may change what is asked of it.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from pipeline.stores.bucket import Bucket, open_bucket
from pipeline.stores.bucket_address import Address, Key
from tools import ports

PLAIN, LOCKED, OPEN = "gudang", "berkunci", "longgar"
NAME, SECRET = "kantor", "rahasia-gudang"
_WEED = Path(sys.prefix) / "bin" / "weed"
_DOORS = ("master", "volume", "filer", "s3")
_PATIENCE = 60


class Server:
    """A running server."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ports = dict(
            zip((*_DOORS, *(f"{service}.grpc" for service in _DOORS)), ports.free(8), strict=True)
        )

    @property
    def endpoint(self) -> str:
        """Return its address."""
        return f"http://127.0.0.1:{self.ports['s3']}"

    def command(self) -> list[str]:
        """Return the words that start it."""
        doors = [f"-{service}.port={self.ports[service]}" for service in _DOORS]
        doors += [f"-{service}.port.grpc={self.ports[f'{service}.grpc']}" for service in _DOORS]
        here = [f"-dir={self.folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1"]
        sockets = [f"-{service}.localSocket={self.folder}/{service}.sock" for service in ("filer", "s3")]
        no = ["-s3.iam=false", "-s3.port.iceberg=0", "-s3.port.lance=0", "-master.telemetry=false"]
        small = ["-master.volumeSizeLimitMB=64", "-volume.max=40", "-volume.preStopSeconds=0"]
        config = [f"-s3.config={self.folder}/s3.json"]
        return [str(_WEED), "server", "-filer", "-s3", *here, *doors, *sockets, *no, *small, *config]

    def answers(self) -> bool:
        """Tell whether it takes a file and gives it back."""
        try:
            for method in ("PUT", "GET"):
                body = b"x" if method == "PUT" else None
                asked = urllib.request.Request(  # noqa: S310 - its own address
                    f"{self.endpoint}/{OPEN}/mulai", body, method=method
                )
                with urllib.request.urlopen(asked, timeout=5) as answer:  # noqa: S310
                    answer.read()
        except (urllib.error.URLError, OSError):
            return False
        return True

    def say(self, *sentences: str) -> str:
        """Let its own shell do something."""
        master = f"-master=127.0.0.1:{self.ports['master']}.{self.ports['master.grpc']}"
        script = "".join(f"{sentence}\n" for sentence in sentences)
        command = [str(_WEED), "shell", master]
        return subprocess.run(
            command, input=script, capture_output=True, text=True, timeout=_PATIENCE, check=True
        ).stdout


def opened(endpoint: str, bucket: str, prefix: str = "", key: Key | None = None, **named: Any) -> Bucket:
    """Return a store in a bucket: below a prefix of its own that nobody has used, unless one is named."""
    address = Address(bucket, prefix or f"kantor-{secrets.token_hex(6)}", endpoint, "us-east-1")
    given: dict[str, Any] = {"patience": timedelta(seconds=20), "tries": 2} | named
    return open_bucket(address, key or Key(NAME, SECRET), **given)


def is_here() -> bool:
    """Tell whether the server is installed."""
    return _WEED.is_file()


@contextmanager
def running() -> Iterator[Server]:
    """Start a server with its three buckets and stop it again."""
    assert is_here(), "SeaweedFS is missing: ./run test installs it"
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="s3-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        actions = [f"{action}:{OPEN}" for action in ("Read", "Write", "List")]
        office = {
            "name": NAME,
            "credentials": [{"accessKey": NAME, "secretKey": SECRET}],
            "actions": ["Admin"],
        }
        rights = {"identities": [office, {"name": "anonymous", "actions": actions}]}
        (folder / "s3.json").write_text(json.dumps(rights))
        (folder / "master.toml").write_text("[master.volume_growth]\ncopy_1 = 1\n")
        server = Server(folder)
        process = _started(server)
        stack.callback(_stop, server, process)
        _wait(server, process)
        yield server


def _started(server: Server) -> subprocess.Popen[bytes]:
    with (server.folder / "log").open("wb") as log:
        return subprocess.Popen(
            server.command(), cwd=server.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            env={"PATH": os.environ["PATH"], "HOME": str(server.folder)},
        )  # fmt: skip


def _stop(server: Server, process: subprocess.Popen[bytes]) -> None:
    process.kill()  # it would put its data in order first, which is thrown away
    process.wait(10)
    for port in server.ports.values():  # it talks to itself by these, wherever its data are
        for path in Path(tempfile.gettempdir()).glob(f"seaweedfs-*-grpc-{port}.sock"):
            path.unlink(missing_ok=True)


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    make = [f"s3.bucket.create -name={bucket}" for bucket in (PLAIN, OPEN)]
    is_made = False
    while not (is_made and server.answers()):
        assert process.poll() is None, (server.folder / "log").read_text()[-2000:]
        assert time.monotonic() < until, (server.folder / "log").read_text()[-2000:]
        time.sleep(0.2)
        if not is_made and _is_open(server.ports["s3"]):
            server.say(*make, f"s3.bucket.create -name={LOCKED} -withLock")
            is_made = True


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
