"""The token by which a monitor on another machine may fetch the numbers at the web door: ``var/keys/metrik.key``, 0600.

Without that file, and where others may read it, the address answers nobody. The token is made by us, 256 bits, so that it cannot
be guessed; whoever has it gets counts and moments (:mod:`pipeline.office.overview.metrics`), nothing else, and changes nothing.
"""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from pipeline.kernel import clock
from pipeline.kernel.files import write_durably
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.disposal.backup import ADMINS
from pipeline.records import boot, history
from pipeline.settings import Settings

_BYTES, _LEAST, _MOST = 32, 32, 256
_BEARER = "Bearer "


def path_of(settings: Settings) -> Path:
    """Return where the token lies."""
    return settings.var / "keys" / "metrik.key"


def make(desk: Desk) -> Path:
    """Make a token, in place of the one before, and return where it lies. It is written down. Raises NotYours, NotDurable."""
    need_role(desk, "metrics", ADMINS)
    path = path_of(desk.settings)
    write_durably(path, secrets.token_urlsafe(_BYTES).encode())
    with boot.transact():
        history.note(clock.now(), desk.actor, "keys", subject="metrik")
    return path


def opens(settings: Settings, given: str) -> bool:
    """Tell whether ``given``, an Authorization header, bears the token of this office."""
    token = _token(path_of(settings))
    return bool(token) and secrets.compare_digest(given.encode(), f"{_BEARER}{token}".encode())


def _token(path: Path) -> str:
    """Return the token; nothing where there is none, or where others than the service user may read it."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return ""
    with os.fdopen(handle, "rb") as file:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode) or stat.S_IMODE(state.st_mode) & 0o077:
            return ""
        token = file.read(_MOST).decode("ascii", "replace").strip()
    return token if len(token) >= _LEAST else ""
