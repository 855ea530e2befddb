"""Keys in ``var/keys/`` (0600): ``segel`` seals register entries, ``kode`` makes copy codes.

Replaced keys stay, to check older things.
"""

import secrets
import stat
from collections.abc import Collection

from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import create_durably
from pipeline.settings import Settings
from pipeline.stores.folder import make_folder_durably

SEAL, CODE = "segel", "kode"
_BYTES = 32


def make(settings: Settings) -> None:
    """Make each kind's first key if missing."""
    folder = settings.var / "keys"
    make_folder_durably(folder)
    for kind in (SEAL, CODE):
        if not list(folder.glob(f"{kind}-*.key")):
            create(settings, f"{kind}-1")


def all_of(settings: Settings, kind: str) -> dict[str, bytes]:
    """Every key of a kind by id (``segel-1``)."""
    return {path.stem: path.read_bytes() for path in sorted((settings.var / "keys").glob(f"{kind}-*.key"))}


def newest(settings: Settings, kind: str) -> tuple[str, bytes]:
    """The key in use, with its id."""
    if not (keys := all_of(settings, kind)):
        raise Refusal("office.no_key", kind=kind)
    return max(keys.items(), key=lambda item: _number(item[0]))


def following(settings: Settings, kind: str) -> str:
    """The id of the next key."""
    return f"{kind}-{_number(newest(settings, kind)[0]) + 1}"


def create(settings: Settings, key_id: str) -> None:
    """Make a key."""
    create_durably(settings.var / "keys" / f"{key_id}.key", secrets.token_bytes(_BYTES))


def lost(settings: Settings, used: Collection[str] = ()) -> list[str]:
    """Ids of keys that existed and are gone."""
    missing = set()
    for kind in (SEAL, CODE):
        there = all_of(settings, kind)
        highest = max((_number(name) for name in there), default=1)
        wanted = {f"{kind}-{number}" for number in range(1, highest + 1)}
        wanted |= {name for name in used if name.startswith(f"{kind}-")}
        missing |= wanted - set(there)
    return sorted(missing)


def open_to_others(settings: Settings) -> list[str]:
    """Key files that other users may read."""
    folder = settings.var / "keys"
    kept = [folder, *sorted(folder.iterdir())] if folder.is_dir() else []
    return [path.name for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077]


def _number(key_id: str) -> int:
    return int(key_id.rsplit("-", 1)[1])
