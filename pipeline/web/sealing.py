"""Sealing secrets of second factors for one account (HKDF of ``var/keys/django.key``)."""

import base64
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings as conf

_NONCE = 12
_LENGTH = 32


class NotOurSeal(ValueError):
    """Sealed with another key, or for another account."""


def seal(account: str, secret: bytes) -> str:
    """``secret`` under AES-256-GCM in base64, different each time."""
    nonce = os.urandom(_NONCE)
    sealed = AESGCM(_key(b"rangkap.telephone")).encrypt(nonce, secret, account.encode())
    return base64.b64encode(nonce + sealed).decode()


def opened(account: str, sealed: str) -> bytes:
    """What was sealed for ``account``. Raises NotOurSeal."""
    try:
        data = base64.b64decode(sealed, validate=True)
        return AESGCM(_key(b"rangkap.telephone")).decrypt(data[:_NONCE], data[_NONCE:], account.encode())
    except (ValueError, InvalidTag):
        raise NotOurSeal from None


def digest_of(account: str, code: str) -> str:
    """HMAC-SHA256 (hexadecimal) of a code on paper."""
    return hmac.new(_key(b"rangkap.paper"), f"{account}\0{code}".encode(), "sha256").hexdigest()


def _key(purpose: bytes) -> bytes:
    return HKDF(SHA256(), _LENGTH, None, purpose).derive(conf.SECRET_KEY.encode())
