"""The versions, holds and lock rule of a bucket, through botocore; see :mod:`pipeline.stores.versioned`.

What obstore has no words for, and nothing else: bytes go through :mod:`pipeline.stores.bucket`. The library is loaded with
the first call, since few processes ever need it. What the environment and the files of its owner say of S3 is overruled, as
there; what server and library say is never passed on.
"""

from __future__ import annotations

import logging
import os
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from pipeline.kernel import clock
from pipeline.stores.bucket_address import Address, Key
from pipeline.stores.errors import ABSENT, REFUSED, SILENT, NoItem, NotKept, StoreAway
from pipeline.stores.errors_versioned import (
    RIGHTS,
    ItemHeld,
    LockedForGood,
    MayNotErase,
    NoVersionCalls,
    RightMissing,
)
from pipeline.stores.store import need_name
from pipeline.stores.versioned import AT_ONCE, COMPLIANCE, Rule, Version

if TYPE_CHECKING:
    from botocore.client import BaseClient

PATIENCE = timedelta(seconds=60)
"""How long one request may take: none of them bears bytes."""
PAGE = 1000
"""How many versions one request lists."""
_TRIES = 3
_DENIED = {"AccessDenied", "403"}
_NO_RIGHT = _DENIED | {"InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken"}
_NO_SUCH = {"NoSuchKey", "NoSuchVersion", "404"}
_NO_LOCK = {"ObjectLockConfigurationNotFoundError", "NoSuchObjectLockConfiguration", "NoSuchObjectLegalHold",
            "InvalidRequest"}  # fmt: skip
"""What servers answer of an item or a bucket that has no lock, no hold, or knows neither."""
_UNKNOWN = {"NotImplemented", "MethodNotAllowed", "501", "405"}
_ON, _OFF = "ON", "OFF"
_NO_CONTENT = 204
_ALWAYS = {"ObjectLockConfiguration": "ObjectLockEnabled", "LegalHold": "Status", "Retention": "Mode"}


class _Said(Exception):
    """The server refused this call, with this word; nobody outside hears of it."""

    def __init__(self, word: str, call: str) -> None:
        super().__init__()
        self.word, self.call = word, call


@dataclass(frozen=True)
class BucketVersions:
    """The versions of a bucket; see :class:`~pipeline.stores.versioned.Versioned`. Made by :func:`open_versions`."""

    address: Address
    _key: Key = field(repr=False, compare=False)
    patience: timedelta = field(default=PATIENCE, compare=False)
    tries: int = field(default=_TRIES, compare=False)
    _kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _turn: Lock = field(default_factory=Lock, init=False, repr=False, compare=False)

    def rule(self) -> Rule:
        """Return what the bucket does by itself."""
        has_versions, told = self._has_versions(), self._lock()
        kept = told.get("Rule", {}).get("DefaultRetention", {})
        days, years = int(kept.get("Days") or 0), int(kept.get("Years") or 0)
        has_lock = told.get("ObjectLockEnabled") == "Enabled"
        return Rule(has_versions, has_lock, kept.get("Mode", ""), years or days, years > 0)

    def rights_lacking(self, name: str) -> list[str]:
        """Return the rights that the key lacks to ask all this of the bucket and of its item ``name``; PUTs are not tried."""
        found, one = list[str](), {"Key": self._full(need_name(name))}

        def has(call: str, **given: Any) -> bool:
            try:
                self._ask(call, **given)
            except _Said as said:
                if said.word in _DENIED:
                    found.append(RIGHTS[call])
                elif said.word in _NO_LOCK | _UNKNOWN:
                    return False
            return True

        has("get_bucket_versioning")
        is_locked = has("get_object_lock_configuration")
        has("list_object_versions", Prefix=one["Key"], MaxKeys=1)
        if is_locked:
            has("get_object_legal_hold", **one)
            has("get_object_retention", **one)
        return found

    def _has_versions(self) -> bool:
        try:
            return self._ask("get_bucket_versioning").get("Status") is not None
        except _Said as said:
            if said.word in _UNKNOWN:
                return False
            raise self._away(said) from None

    def _lock(self) -> dict[str, Any]:
        """Return the configuration of object lock; nothing where the bucket knows none."""
        try:
            return self._element(self._ask("get_object_lock_configuration"), "ObjectLockConfiguration")
        except _Said as said:
            if said.word in _NO_LOCK | _UNKNOWN:
                return {}
            raise self._away(said) from None

    def has_lock(self) -> bool:
        """Tell whether the bucket knows object lock; asked until it does, since it cannot be taken off."""
        if "lock" not in self._kept and self.rule().has_lock:
            self._kept["lock"] = True
        return "lock" in self._kept

    def versions(self, prefix: str) -> Iterator[Version]:
        """Yield every version and marker of the items whose whole names begin with ``prefix``."""
        if prefix:
            need_name(prefix.removesuffix("/"))
        where: dict[str, Any] = {"Prefix": self._full(prefix), "MaxKeys": PAGE}
        start = len(self._full(""))
        while True:
            try:
                page = self._ask("list_object_versions", **where)
            except _Said as said:
                if said.word in _UNKNOWN:
                    raise NoVersionCalls(place=self.address.place) from None
                raise self._away(said) from None
            is_list = page.get("Name") == self.address.bucket and "IsTruncated" in page
            if not is_list:  # a portal, a proxy
                raise StoreAway(place=self.address.place, reason=SILENT)
            for kind, is_marker in (("Versions", False), ("DeleteMarkers", True)):
                for one in page.get(kind, ()):
                    yield Version(one["Key"][start:], one["VersionId"], is_marker, bool(one["IsLatest"]))
            if not page.get("IsTruncated"):
                return
            next_id = page.get("NextVersionIdMarker", "")
            where |= {"KeyMarker": page["NextKeyMarker"], "VersionIdMarker": next_id}

    def hold(self, one: Version) -> None:
        """Put a legal hold on a version."""
        self._set(one, _ON)

    def release(self, one: Version) -> None:
        """Take the legal hold off a version."""
        self._set(one, _OFF)

    def is_held(self, one: Version) -> bool:
        """Tell whether a legal hold lies on a version."""
        return bool(self._asked_of("get_object_legal_hold", one, "LegalHold").get("Status") == _ON)

    def locked_until(self, one: Version) -> str:
        """Return the day until which COMPLIANCE lets nobody remove a version; empty where it does not, or no more."""
        told = self._asked_of("get_object_retention", one, "Retention")
        until = told.get("RetainUntilDate") if told.get("Mode") == COMPLIANCE else None
        return (
            until.isoformat() if until and until > clock.now() else ""
        )  # servers tell a day that is over, too

    def erase(self, one: Version) -> None:
        """Remove a version or a marker for good, whatever GOVERNANCE says."""
        # servers refuse to bypass what a bucket without lock does not know
        bypass = {"BypassGovernanceRetention": True} if self.has_lock() else {}
        try:
            done = self._ask("delete_object", **self._named(one), **bypass)
        except _Said as said:
            if said.word in _NO_SUCH:
                return
            if said.word not in _NO_RIGHT | _NO_LOCK:
                raise self._away(said) from None
        else:
            if done["ResponseMetadata"]["HTTPStatusCode"] != _NO_CONTENT:
                raise StoreAway(place=self.address.place, reason=SILENT)
            return
        if not one.is_marker:
            if self.is_held(one):
                raise ItemHeld(name=one.name, count=1)
            if until := self.locked_until(one):
                raise LockedForGood(name=one.name, until=until[:10])
        raise MayNotErase(place=self.address.place)

    def _set(self, one: Version, status: str) -> None:
        try:
            self._ask("put_object_legal_hold", **self._named(one), LegalHold={"Status": status})
        except _Said as said:
            if said.word in _NO_SUCH:
                raise NoItem(name=one.name) from None
            raise self._away(said) from None
        if self.is_held(one) != (status == _ON):
            raise NotKept(name=one.name)

    def _asked_of(self, call: str, one: Version, element: str) -> dict[str, Any]:
        """Return what the server tells of a version; nothing where it has no lock, or is gone."""
        try:
            return self._element(self._ask(call, **self._named(one)), element)
        except _Said as said:
            if said.word in _NO_LOCK | _NO_SUCH:
                return {}
            raise self._away(said) from None

    def _element(self, told: dict[str, Any], element: str) -> dict[str, Any]:
        """Return ``element`` of an answer; one that lacks what always stands there is none of an S3 server."""
        found: dict[str, Any] = told.get(element, {})
        if not found.get(_ALWAYS[element]):
            raise StoreAway(place=self.address.place, reason=SILENT)
        return found

    def _named(self, one: Version) -> dict[str, str]:
        return {"Key": self._full(need_name(one.name)), "VersionId": one.id}

    def _full(self, name: str) -> str:
        return f"{self.address.prefix}/{name}" if self.address.prefix else name

    def _ask(self, call: str, **given: Any) -> dict[str, Any]:
        """Send one request. Raises _Said where the server refuses, StoreAway where nothing sensible came back."""
        client = self._client()
        from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

        try:
            told: dict[str, Any] = getattr(client, call)(Bucket=self.address.bucket, **given)
        except ClientError as error:
            word = str(error.response.get("Error", {}).get("Code", ""))
            if word == "NoSuchBucket":
                raise StoreAway(place=self.address.place, reason=ABSENT) from None
            raise _Said(word, call) from None
        except (BotoCoreError, HTTPClientError, OSError, ValueError):
            raise StoreAway(place=self.address.place, reason=SILENT) from None
        return told

    def _away(self, said: _Said) -> StoreAway:
        if said.word in _DENIED and said.call in RIGHTS:
            return RightMissing(place=self.address.place, right=RIGHTS[said.call])
        return StoreAway(place=self.address.place, reason=REFUSED if said.word in _NO_RIGHT else SILENT)

    def _client(self) -> BaseClient:
        with self._turn:
            if "client" not in self._kept:
                self._kept["client"] = made(self.address, self._key, self.patience, self.tries)
            return self._kept["client"]


def open_versions(
    address: Address, key: Key, *, patience: timedelta = PATIENCE, tries: int = _TRIES
) -> BucketVersions:
    """Return the versions of the bucket at ``address``; nothing is asked of the server yet."""
    return BucketVersions(address, key, patience, tries)


def made(address: Address, key: Key, patience: timedelta, tries: int) -> BaseClient:
    """Return a client that hears nothing of environment and files of its owner, and says nothing in a log."""
    import botocore.session
    from botocore.config import Config

    logging.getLogger("botocore").setLevel(logging.CRITICAL)  # it writes down every request with its headers
    known = {**botocore.session.Session.SESSION_VARIABLES}
    nobodys = {name: (None, None, default, turned) for name, (_, _, default, turned) in known.items()}
    for name in ("config_file", "credentials_file"):
        nobodys[name] = (None, None, os.devnull, None)
    session = botocore.session.Session(session_vars=nobodys)
    return session.create_client(
        "s3",
        endpoint_url=address.endpoint,
        region_name=address.region,
        aws_access_key_id=key.name,
        aws_secret_access_key=key.secret,
        aws_session_token=key.token,
        verify=_trusted(),
        config=Config(
            signature_version="s3v4",
            connect_timeout=5,
            read_timeout=patience.total_seconds(),
            retries={"total_max_attempts": tries + 1, "mode": "standard"},
            max_pool_connections=AT_ONCE,
            ignore_configured_endpoint_urls=True,
            s3={"addressing_style": "path", "payload_signing_enabled": True},
        ),
    )


def _trusted() -> str | bool:
    """Return the file of the certificates that this machine trusts, so that those of an office count; else those shipped."""
    known = (ssl.get_default_verify_paths().cafile, "/etc/ssl/certs/ca-certificates.crt")
    return next((one for one in known if one and Path(one).is_file()), True)
