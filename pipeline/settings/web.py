"""What makes the settings of the pages unfit: no address, no port, no name."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from typing import Any

from pipeline.settings.numbering import Fault

_HIGHEST = 65535
_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")


def fault(values: Mapping[str, Any]) -> Fault | None:
    """Return the first thing that is wrong with the address, port and names of the pages, or None."""
    if not is_address(values["web.alamat"]):
        return Fault(
            "web.alamat", "“web.alamat” harus alamat IP, contoh: 127.0.0.1 (komputer ini saja) atau 0.0.0.0."
        )
    if not 0 <= values["web.porta"] <= _HIGHEST:
        return Fault("web.porta", f"“web.porta” harus 1 sampai {_HIGHEST}, atau 0: tanpa halaman web.")
    for one in values["web.nama"]:
        if not isinstance(one, str) or not (is_address(one) or _NAME.fullmatch(one)):
            return Fault(
                "web.nama",
                "“web.nama” harus berisi nama komputer dengan huruf kecil atau alamat IP, contoh: rangkap.kantor.",
            )
    return None


def is_address(given: str) -> bool:
    """Tell whether ``given`` is an IP address."""
    try:
        ipaddress.ip_address(given)
    except ValueError:
        return False
    return True
