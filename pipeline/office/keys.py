"""The keys of an office: made by ``init``, kept in ``var/keys/`` (0600), each with an id.

Two kinds besides Django's: ``segel`` seals register entries, ``kode`` makes the codes on copies. A
key that is replaced stays, so that older seals and codes can still be checked.
"""

from __future__ import annotations

import secrets

from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.kernel.files import create_durably
from pipeline.settings import Settings

SEAL, CODE = "segel", "kode"
_BYTES = 32


class NoKey(RangkapError):
    """A key of the office is missing."""

    code = "office.no_key"
    said = Text(
        "Kunci “{kind}” tidak ada di var/keys. Pulihkan folder itu dari cadangan.",
        "Key “{kind}” is missing in var/keys. Restore that folder from the backup.",
    )
    status = Exit.DAMAGED


def make(settings: Settings) -> None:
    """Make the first key of each kind where there is none."""
    folder = settings.var / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for kind in (SEAL, CODE):
        if not list(folder.glob(f"{kind}-*.key")):
            create_durably(folder / f"{kind}-1.key", secrets.token_bytes(_BYTES))


def all_of(settings: Settings, kind: str) -> dict[str, bytes]:
    """Return every key of ``kind`` by its id (``segel-1``)."""
    return {path.stem: path.read_bytes() for path in sorted((settings.var / "keys").glob(f"{kind}-*.key"))}


def newest(settings: Settings, kind: str) -> tuple[str, bytes]:
    """Return the id and the bytes of the key in use. Raises NoKey."""
    keys = all_of(settings, kind)
    if not keys:
        raise NoKey(kind=kind)
    return max(keys.items(), key=lambda one: int(one[0].rsplit("-", 1)[1]))
