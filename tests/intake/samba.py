"""A real Samba server on a high port with the shares of deploy/smb.conf, and smbclient as the clerk's PC and the scanner.

The accounts of an office are played by accounts that every Debian has. The server is started by the test as root; it
listens on this machine only and ends with the test.
"""

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.waiting import PATIENCE, wait_for
from tools.ports import free_port

CONFIGURATION = Path(__file__).parents[2] / "deploy" / "smb.conf"
SERVICE, CLERK, SCANNER = "www-data", "games", "news"
_PLAYED = (
    ("@rangkap-kantor", CLERK),
    ("@rangkap-pindai", SCANNER),
    ("= rangkap-pindai", f"= {SCANNER}"),
    ("= rangkap\n", f"= {SERVICE}\n"),
)
_SECRET = "rahasia-uji"
_ROOMS = (
    "lock directory",
    "state directory",
    "cache directory",
    "pid directory",
    "private dir",
    "ncalrpc dir",
)


def missing() -> list[str]:
    """Return the programs of Samba that this machine lacks."""
    return [tool for tool in ("smbd", "smbclient", "smbpasswd", "testparm") if not shutil.which(tool)]


@dataclass(frozen=True)
class Share:
    """The server: its ``port``, the ``inbox`` that it shares, and the folder of the clients' keys."""

    port: int
    inbox: Path
    room: Path

    def client(self, account: str, share: str, *commands: str) -> list[str]:
        """Return the command line of smbclient for ``account``: a clerk's PC encrypts, a scanner need not."""
        protection = "sign" if account == SCANNER else "encrypt"
        address = f"//127.0.0.1/{share}"
        return [
            "smbclient",
            address,
            f"--port={self.port}",
            f"--client-protection={protection}",
            f"--authentication-file={self.room / account}",
            f"--configfile={self.room / 'smb.conf'}",
            "-c",
            "; ".join(commands),
        ]

    def call(self, account: str, share: str, *commands: str, data: bytes = b"") -> tuple[int, str]:
        """Let ``account`` do ``commands``; ``data`` is what ``put -`` sends. Returns status and words."""
        done = subprocess.run(
            self.client(account, share, *commands),
            input=data,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
        return done.returncode, (done.stdout + done.stderr).decode(errors="replace")

    @contextmanager
    def sending(self, account: str, share: str, name: str) -> Iterator[subprocess.Popen[bytes]]:
        """A client that sends the file ``name`` as slowly as the test writes to its input."""
        with subprocess.Popen(
            self.client(account, share, f'put - "{name}"'),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            try:
                yield process
            finally:
                assert process.stdin is not None
                process.stdin.close()
                process.wait(PATIENCE)


@contextmanager
def running() -> Iterator[Share]:
    """Run the server over a new, empty inbox that is laid out as deploy/ says; ends it and removes everything."""
    room = Path(tempfile.mkdtemp(prefix="rangkap-samba-"))
    room.chmod(0o711)
    inbox = room / "inbox"
    inbox.mkdir()
    (inbox / ".rangkap-inbox").touch()
    service, scanner = pwd.getpwnam(SERVICE), pwd.getpwnam(SCANNER)
    for folder in (inbox, inbox / "rujukan"):
        folder.mkdir(exist_ok=True)
        os.chown(folder, service.pw_uid, scanner.pw_gid)
        folder.chmod(0o1730)
    port = free_port()
    configuration = room / "smb.conf"
    configuration.write_text(_configured(room, inbox, port), "utf-8")
    for account in (CLERK, SCANNER):
        _enrol(room, account)
    command = ["smbd", "--foreground", f"--configfile={configuration}"]
    with (
        (room / "log").open("wb") as log,
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log) as process,
    ):
        try:
            _wait(port, process)
            yield Share(port, inbox, room)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)
            shutil.rmtree(room, ignore_errors=True)


def _configured(room: Path, inbox: Path, port: int) -> str:
    text = CONFIGURATION.read_text("utf-8").replace("/srv/rangkap/inbox", str(inbox))
    for before, after in _PLAYED:
        assert before in text, before
        text = text.replace(before, after)
    own = [f"    smb ports = {port}", "    interfaces = 127.0.0.1", "    bind interfaces only = yes"]
    for number, name in enumerate(_ROOMS):
        (room / f"ruang-{number}").mkdir(mode=0o755)
        own.append(f"    {name} = {room / f'ruang-{number}'}")
    return re.sub(r"^\[global\]\n", "[global]\n" + "\n".join(own) + "\n", text, count=1, flags=re.MULTILINE)


def _enrol(room: Path, account: str) -> None:
    subprocess.run(
        ["smbpasswd", "-c", str(room / "smb.conf"), "-s", "-a", account],
        input=f"{_SECRET}\n{_SECRET}\n".encode(),
        capture_output=True,
        check=True,
    )
    (room / account).write_text(f"username = {account}\npassword = {_SECRET}\n")
    (room / account).chmod(0o600)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    wait_for(lambda: process.poll() is not None or _listens(port), pause=0.05)
    assert process.poll() is None, "smbd did not start"


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 60):
        return True
    return False
