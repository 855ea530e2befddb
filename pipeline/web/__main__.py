"""``python -m pipeline.web``: the pages of the home in ``RANGKAP_HOME`` until SIGTERM or SIGINT."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

import pipeline
from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.settings import Settings, home_from, load
from pipeline.web.words import has_certificate


class AddressTaken(RangkapError):
    """Another program listens where the pages should be."""

    code = "web.address_taken"
    said = Text(
        "Halaman web tidak dapat dibuka di {address}:{port}: alamat itu dipakai program lain atau bukan milik komputer ini. "
        "Pilih web.alamat atau web.porta yang lain di office.toml, lalu jalankan lagi.",
        "The pages cannot be opened at {address}:{port}: another program uses that address, or it is not this "
        "machine's. Choose another web.alamat or web.porta in office.toml, then start again.",
    )
    status = Exit.USAGE


def main() -> int:
    """Serve the pages; returns the exit status."""
    os.umask(0o077)
    try:
        settings = load(home_from(os.environ, Path(pipeline.__file__).parents[1]))
        _need_address(settings)
    except RangkapError as error:
        print(error.text(), file=sys.stderr)
        return int(error.status)
    keys = settings.var / "keys"
    is_tls = has_certificate(settings)
    Granian(
        "pipeline.web.wsgi:application",
        address=settings["web.alamat"],
        port=settings["web.porta"],
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_level=LogLevels.warning,
        log_access=False,
        ssl_cert=keys / "web.crt" if is_tls else None,
        ssl_key=keys / "web.key" if is_tls else None,
    ).serve()
    return 0


def _need_address(settings: Settings) -> None:
    """Refuse an address that cannot be listened at. Raises AddressTaken."""
    address, port = settings["web.alamat"], settings["web.porta"]
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            raise AddressTaken(address=address, port=port) from None


if __name__ == "__main__":
    sys.exit(main())
