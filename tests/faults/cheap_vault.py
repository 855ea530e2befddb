"""A vault whose passphrase opens quickly, for tests that open it thousands of times.

restic makes deriving a key from the passphrase cost half a second on purpose. Here the same master key is locked
anew with a derivation that costs nothing; all else is as restic made it, and restic itself reads it.
"""

import base64
import hashlib
import json
import os
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.poly1305 import Poly1305

from pipeline.stores.backup_repository import BackupRepository

_NONCE, _TAG = 16, 16
_COST = {"N": 2, "r": 8, "p": 1}


def make(vault: BackupRepository) -> None:
    """Make the repository of ``vault``, and make it open quickly."""
    vault.make()
    (path,) = (Path(vault.place) / "keys").iterdir()
    lock = json.loads(path.read_bytes())
    secret = vault.passphrase.encode()
    master = _opened(_derived(secret, lock), base64.b64decode(lock["data"]))
    lock |= _COST
    lock["data"] = base64.b64encode(_sealed(_derived(secret, lock), master)).decode()
    data = json.dumps(lock).encode()
    path.unlink()
    path.with_name(hashlib.sha256(data).hexdigest()).write_bytes(data)
    assert vault.is_there()


def _derived(secret: bytes, lock: dict[str, object]) -> bytes:
    cost = {name: int(str(lock[name])) for name in _COST}
    salt = base64.b64decode(str(lock["salt"]))
    room = 256 * cost["N"] * cost["r"] * cost["p"] + (1 << 20)
    return hashlib.scrypt(secret, salt=salt, n=cost["N"], r=cost["r"], p=cost["p"], maxmem=room, dklen=64)


def _opened(key: bytes, data: bytes) -> bytes:
    nonce, text, tag = data[:_NONCE], data[_NONCE:-_TAG], data[-_TAG:]
    assert tag == _tag(key, nonce, text)
    return _crypt(key, nonce, text)


def _sealed(key: bytes, plain: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    text = _crypt(key, nonce, plain)
    return nonce + text + _tag(key, nonce, text)


def _crypt(key: bytes, nonce: bytes, data: bytes) -> bytes:
    return Cipher(algorithms.AES(key[:32]), modes.CTR(nonce)).encryptor().update(data)


def _tag(key: bytes, nonce: bytes, text: bytes) -> bytes:
    pad = Cipher(algorithms.AES(key[32:48]), modes.ECB()).encryptor().update(nonce)
    return Poly1305.generate_tag(key[48:64] + pad, text)
