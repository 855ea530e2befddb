"""Where the office's pages are; without a certificate, for this machine alone."""

import ipaddress
import socket
import ssl
from pathlib import Path

from pipeline.kernel.errors import Refusal
from pipeline.settings import Settings

_PATIENCE = 1.0


def certificate_path(settings: Settings) -> Path:
    """The certificate's path (PEM, 0600)."""
    return settings.var / "keys" / "web.crt"


def key_path(settings: Settings) -> Path:
    """Its key's path (PEM, 0600)."""
    return settings.var / "keys" / "web.key"


def has_certificate(settings: Settings) -> bool:
    """Whether pages travel encrypted."""
    return certificate_path(settings).exists()


def is_wanted(settings: Settings) -> bool:
    """Whether pages are wanted: port 0 says no."""
    return bool(settings["web.porta"])


def is_for_this_machine(settings: Settings) -> bool:
    """Whether only this machine reaches the address."""
    return ipaddress.ip_address(settings["web.alamat"]).is_loopback


def is_everywhere(settings: Settings) -> bool:
    """Whether every address of this machine is served."""
    return ipaddress.ip_address(settings["web.alamat"]).is_unspecified


def url(settings: Settings) -> str:
    """The browser address, ending in a slash."""
    scheme = "https" if has_certificate(settings) else "http"
    names = [] if is_for_this_machine(settings) else settings["web.nama"]
    host = names[0] if names else _reached(settings)
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{settings['web.porta']}/"


def fault(settings: Settings) -> Refusal | None:
    """Why pages cannot open now, or None."""
    address, port = settings["web.alamat"], settings["web.porta"]
    if not is_wanted(settings):
        return Refusal("office.web_off")
    if not is_for_this_machine(settings) and not has_certificate(settings):
        return Refusal("office.web_needs_certificate", address=address)
    if has_certificate(settings) and not _is_a_pair(settings):
        return Refusal("office.no_certificate", reason="web.crt, web.key")
    with socket.socket(_family(address), socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
            probe.listen(1)  # two may bind with SO_REUSEADDR, one listens
        except OSError:
            return Refusal("office.web_address_taken", address=address, port=port)
    return None


def is_listening(settings: Settings) -> bool:
    """Whether anything answers at the address."""
    address = _reached(settings)
    with socket.socket(_family(address), socket.SOCK_STREAM) as probe:
        probe.settimeout(_PATIENCE)
        return probe.connect_ex((address, settings["web.porta"])) == 0


def _is_a_pair(settings: Settings) -> bool:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(
            certificate_path(settings), key_path(settings), password=""
        )
    except (OSError, ValueError):  # an SSLError is an OSError
        return False
    return True


def _reached(settings: Settings) -> str:
    address = str(settings["web.alamat"])
    if not is_everywhere(settings):
        return address
    return "::1" if ":" in address else "127.0.0.1"


def _family(address: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in address else socket.AF_INET
