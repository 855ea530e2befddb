"""The certificate of every web door of the tests, made once in a run by ``rangkap cert``, and a Chromium that trusts it alone."""

import ctypes
import os
import ssl
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Playwright, expect

from pipeline.kernel.files import write_durably
from pipeline.office.base import web_door
from pipeline.settings import load
from tests.office.bureau import ADMIN, CHECKOUT
from tests.waiting import PATIENCE

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
_PEER = b"P,,"
"""In the words of NSS: a server's own certificate, no authority. The certificate of an office may sign nothing else."""


@dataclass(frozen=True)
class Pair:
    """A certificate and its key (PEM); the key lies nowhere but in the homes that are served."""

    certificate: str
    key: bytes

    def __repr__(self) -> str:
        """Show no key where a test fails."""
        return "Pair(…)"


@cache
def pair() -> Pair:
    """Return the pair. It counts from today's date and not from the office's: Chromium's clock is the machine's."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "rumah"
        given = {name: value for name, value in os.environ.items() if not name.startswith("RANGKAP_")}
        given["RANGKAP_HOME"] = str(home)
        for words in (("init", "--trial", str(home)), ("cert", "--as", ADMIN)):
            command = [sys.executable, "-P", "-m", "pipeline.cli", *words]
            subprocess.run(command, env=given, cwd=CHECKOUT, capture_output=True, check=True)
        made = load(home)
        return Pair(web_door.certificate_path(made).read_text(), web_door.key_path(made).read_bytes())


def lay_into(home: Path) -> None:
    """Give ``home`` the pair, so that its door is https alone."""
    settings = load(home)
    write_durably(web_door.key_path(settings), pair().key)
    write_durably(web_door.certificate_path(settings), pair().certificate.encode())


@cache
def context() -> ssl.SSLContext:
    """Return what a program without a browser trusts the door by."""
    return ssl.create_default_context(cadata=pair().certificate)


def launch(playwright: Playwright) -> Browser:
    """Return Debian's Chromium; it checks the door's certificate as on a PC that trusts it."""
    expect.set_options(timeout=PATIENCE * 1000)  # what does not come is told late; what is slow is no fault
    return playwright.chromium.launch(**how())


def how(user: str = "") -> dict[str, Any]:
    """Return how Chromium is started: by a ``user`` with this home, else by one who trusts the certificate."""
    env = dict(os.environ) | {"HOME": user or _user().name}
    return {"executable_path": CHROMIUM, "args": list(QUIET), "env": env}


@cache
def _user() -> TemporaryDirectory[str]:
    made = TemporaryDirectory(prefix="pc-")
    user(Path(made.name), pair().certificate)
    return made


def user(folder: Path, certificate: str) -> str:
    """Make ``folder`` the home of a user of a PC who trusts ``certificate`` (PEM); return it for :func:`how`."""
    store = folder / ".pki" / "nssdb"
    store.mkdir(parents=True)
    _trust(store, ssl.PEM_cert_to_DER_cert(certificate))
    return str(folder)


def _trust(store: Path, certificate: bytes) -> None:
    """Put ``certificate`` (DER) among those trusted in ``store``, by the library that Chromium itself reads it with."""
    nss, decoding = ctypes.CDLL("libnss3.so"), ctypes.CDLL("libsmime3.so")
    for call in (
        nss.PK11_GetInternalKeySlot,
        nss.CERT_GetDefaultCertDB,
        decoding.CERT_DecodeCertFromPackage,
    ):
        call.restype = ctypes.c_void_p
    _need(nss.NSS_InitReadWrite(f"sql:{store}".encode()))
    slot = ctypes.c_void_p(nss.PK11_GetInternalKeySlot())
    _need(nss.PK11_InitPin(slot, None, b""))
    made = ctypes.c_void_p(decoding.CERT_DecodeCertFromPackage(certificate, len(certificate)))
    _need(nss.PK11_ImportCert(slot, made, ctypes.c_ulong(0), b"kantor", 0))
    trust = (ctypes.c_uint * 3)()
    _need(nss.CERT_DecodeTrustString(trust, _PEER))
    _need(nss.CERT_ChangeCertTrust(ctypes.c_void_p(nss.CERT_GetDefaultCertDB()), made, trust))
    nss.CERT_DestroyCertificate(made)
    nss.PK11_FreeSlot(slot)
    _need(nss.NSS_Shutdown())


def _need(status: int) -> None:
    assert status == 0, "NSS refused"
