"""The backups' passphrase: eight groups of five signs, 160 bits; the fifth checks group and place."""

import re
import secrets

from pipeline.kernel.errors import Refusal, suppressed
from pipeline.kernel.files import create_durably, digest_bytes
from pipeline.settings import Settings
from pipeline.stores.folder import make_folder_durably

GROUPS = 8
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SIZE = 4
FILE = "backup.key"


def made() -> str:
    """A new passphrase, joined by hyphens."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_SIZE)) for _ in range(GROUPS))
    return "-".join(group + _check(number, group) for number, group in enumerate(groups))


def read(typed: str) -> str:
    """The normal form; a refusal names the wrong group."""
    signs = plain(typed)
    groups = [signs[at : at + _SIZE + 1] for at in range(0, len(signs), _SIZE + 1)]
    for number in range(max(GROUPS, len(groups))):
        group = groups[number] if number < len(groups) else ""
        if number >= GROUPS or not is_group(number, group):
            raise Refusal("office.bad_passphrase", group=number + 1)
    return "-".join(groups)


def plain(typed: str) -> str:
    """Capitals, look-alikes replaced, no hyphens."""
    return re.sub(r"[\s\-–]", "", typed.upper()).translate(_ALIKE)


def is_group(number: int, typed: str) -> bool:
    """Whether ``typed`` can be group ``number`` (from 0)."""
    return (
        len(typed) == _SIZE + 1
        and set(typed) <= set(_ALPHABET)
        and typed[_SIZE:] == _check(number, typed[:_SIZE])
    )


def make_key(settings: Settings) -> None:
    """Make the file if missing."""
    path = settings.var / "keys" / FILE
    if not path.exists():
        make_folder_durably(path.parent)
        create_durably(path, made().encode())


def of(settings: Settings) -> str:
    """This home's passphrase."""
    try:
        return read((settings.var / "keys" / FILE).read_text("ascii"))
    except (OSError, ValueError, Refusal):
        raise Refusal("office.no_passphrase") from None


def mark(settings: Settings) -> str:
    """Tells passphrases apart without revealing them."""
    with suppressed("office.no_passphrase"):
        return digest_bytes(of(settings).encode(), "sha256")[:12]
    return ""


def _check(number: int, group: str) -> str:
    return _ALPHABET[int(digest_bytes(f"{number}:{group}".encode(), "sha256")[:4], 16) % len(_ALPHABET)]
