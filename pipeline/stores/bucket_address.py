"""Address and key of the bucket: ``RANGKAP_ARCHIVE=s3://bucket/office?endpoint=https://…&region=…``.

The key stands in no address, argument, log or sentence.
"""

import ipaddress
import os
import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Text
from pipeline.stores.folder import opened
from pipeline.stores.store import BadItemName, need_folder

SCHEME = "s3"
REGION = "us-east-1"
"""For servers without regions."""
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_LARGEST = 1 << 14


@dataclass(frozen=True)
class Address:
    """Bucket, folder, server and region."""

    bucket: str
    prefix: str
    endpoint: str
    region: str

    @property
    def place(self) -> str:
        """Its name in sentences."""
        return f"{SCHEME}://{self.bucket}/{self.prefix}".rstrip("/")


@dataclass(frozen=True)
class Key:
    """Access key; ``token`` if temporary."""

    name: str
    secret: str = field(repr=False)
    token: str | None = field(default=None, repr=False)


def read_address(text: str) -> Address:
    """Read ``RANGKAP_ARCHIVE``."""
    try:
        url = urlsplit(text)
        given = dict(parse_qsl(url.query, strict_parsing=True, keep_blank_values=True)) if url.query else {}
        has_password = "@" in url.netloc or url.password is not None
        prefix = need_folder(url.path.strip("/"))
    except (ValueError, BadItemName):
        raise _bad(N_("it cannot be read")) from None
    if has_password:
        raise _bad(N_("it bears a password or a user"))
    if url.scheme != SCHEME or url.fragment:
        raise _bad(N_("it is not s3://"))
    if _BUCKET.fullmatch(url.netloc) is None:
        raise _bad(N_("the name of its bucket is wrong"))
    if unknown := {*given} - {"endpoint", "region"}:
        raise _bad(N_("it knows endpoint and region alone ({count} others)").of(count=len(unknown)))
    return Address(url.netloc, prefix, _endpoint(given.get("endpoint", "")), given.get("region") or REGION)


def read_key(file: Path, environ: Mapping[str, str] | None = None) -> Key:
    """The key from the environment, else ``file`` (TOML)."""
    given = os.environ if environ is None else environ
    name, secret = given.get("AWS_ACCESS_KEY_ID", ""), given.get("AWS_SECRET_ACCESS_KEY", "")
    if name and secret:
        return Key(name, secret, given.get("AWS_SESSION_TOKEN") or None)
    if name or secret:
        raise _no_key(file, N_("only half of it is in the environment"))
    try:
        table = tomllib.loads(_private(file))
        return Key(*(str(table[key]) for key in ("access_key_id", "secret_access_key")))
    except FileNotFoundError:
        raise _no_key(file, N_("there is none")) from None
    except (OSError, ValueError, KeyError):
        raise _no_key(file, N_("its file cannot be read")) from None


def _private(file: Path) -> str:
    with opened(file) as handle:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode) or state.st_uid != os.geteuid() or state.st_mode & 0o177:
            raise _no_key(file, N_("its file lies open to others"))
        return os.read(handle, _LARGEST).decode()


def _endpoint(text: str) -> str:
    try:
        url = urlsplit(text)
        host, is_plain, _ = url.hostname or "", url.scheme == "http", url.port
    except ValueError:
        raise _bad(N_("its endpoint cannot be read")) from None
    if url.scheme not in ("http", "https") or not host or url.path.strip("/") or url.query or url.fragment:
        raise _bad(N_("its endpoint is not https://host"))
    if "@" in url.netloc:
        raise _bad(N_("its endpoint bears a password or a user"))
    if is_plain and not _is_here(host):
        raise _bad(N_("its endpoint is another machine without TLS (http)"))
    return f"{url.scheme}://{url.netloc}"


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _bad(reason: Text) -> Refusal:
    return Refusal("stores.bad_bucket", reason=reason)


def _no_key(file: Path, reason: Text) -> Refusal:
    return Refusal("stores.no_key", reason=reason, file=f"{file.parent.name}/{file.name}")
