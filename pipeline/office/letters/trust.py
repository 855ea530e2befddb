"""Whom the office trusts to issue signing certificates: the files in ``var/trust/``, put there on the server.

None is shipped, and none is fetched. A file is PEM, DER or PKCS #7: roots, issuers, revocation lists, read within walls
(:mod:`pipeline.signing.inside_trust`). Earlier versions kept one JSON for each, with its DER in base64.
"""

from __future__ import annotations

import base64
import json
from contextlib import suppress
from pathlib import Path

from pipeline.settings import Settings

_LARGEST = 32 << 20


def files(settings: Settings) -> list[bytes]:
    """Return what the files hold; with any the office has said whom it trusts. One that cannot be read is empty."""
    found = sorted((settings.var / "trust").glob("[!.]*"))
    return [_read(path) for path in found if path.is_file()]


def _read(path: Path) -> bytes:
    with suppress(OSError, ValueError, KeyError, TypeError):
        if path.stat().st_size <= _LARGEST:
            data = path.read_bytes()
            return base64.b64decode(json.loads(data)["der"]) if path.suffix == ".json" else data
    return b""
