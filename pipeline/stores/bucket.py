"""A store in a bucket (S3), through obstore; its mark is the ETag.

Every write bears a condition and its SHA-256, and is read back. The library repeats requests whose answer was
lost; then the bytes tell whether they are ours. Foreign messages hold addresses, so they are never passed on.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import obstore
from obstore.exceptions import (
    AlreadyExistsError,
    BaseError,
    PermissionDeniedError,
    PreconditionError,
    UnauthenticatedError,
)
from obstore.store import S3Store

from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.files import CHUNK
from pipeline.kernel.text import N_
from pipeline.stores.bucket_address import Address, Key
from pipeline.stores.store import (
    ABSENT,
    MOST,
    PROBE,
    REFUSED,
    SILENT,
    Digest,
    Held,
    Item,
    ItemConflict,
    NoItem,
    NotKept,
    need_folder,
    need_name,
)

if TYPE_CHECKING:
    from obstore import GetResult, PutMode, PutResult
    from obstore.store import S3Credential

PATIENCE = timedelta(seconds=120)
"""A request: 256 MB at 2 MB a second."""
_TRIES = 3


@dataclass(frozen=True)
class Bucket:
    """Made by :func:`open_bucket`."""

    place: str
    _store: S3Store = field(repr=False, compare=False)

    def put_new(self, name: str, data: bytes) -> str:
        """Put a new item."""
        try:
            return self._put(name, data, "create")
        except AlreadyExistsError:
            if (mark := self._mark_of_same(name, data)) is None:
                raise ItemConflict("stores.item_there", name=name) from None
            return mark

    def replace(self, name: str, data: bytes, mark: str) -> str:
        """Replace what was read with ``mark``."""
        try:
            return self._put(name, data, {"e_tag": mark})
        except (PreconditionError, FileNotFoundError):
            if (new_mark := self._mark_of_same(name, data)) is None:
                raise ItemConflict("stores.item_changed", name=name) from None
            return new_mark

    def read(self, name: str, limit: int) -> Held:
        """At most ``limit`` bytes."""
        with self._asking():
            got = self._get(name)
            if got.meta["size"] > limit:
                raise Refusal("kernel.too_large", limit=limit)
            return Held(b"".join(self._pieces(got)), self._mark(got.meta["e_tag"]))

    def digest(self, name: str) -> Digest:
        """Size and SHA-512 of an item."""
        size, hasher = 0, hashlib.sha512()
        with self._asking():
            for piece in self._pieces(self._get(name)):
                size += len(piece)
                hasher.update(piece)
        return Digest(size, hasher.hexdigest())

    def items(self, prefix: str = "") -> Iterator[Item]:
        """Every item below a folder."""
        folder = need_folder(prefix)
        with self._asking():
            for page in obstore.list(self._store, folder or None, chunk_size=1000):
                for stored in page:
                    yield Item(stored["path"], stored["size"])

    def names_in(self, prefix: str = "") -> list[str]:
        """What is directly in a folder."""
        folder = need_folder(prefix)
        with self._asking():
            listing = obstore.list_with_delimiter(self._store, folder or None)
        start = len(folder) + 1 if folder else 0
        # some servers list a folder whose last item went as an item without a name of its own
        names = [stored["path"][start:] for stored in listing["objects"] if len(stored["path"]) > start]
        return sorted([*names, *(f"{subfolder[start:]}/" for subfolder in listing["common_prefixes"])])

    def remove(self, name: str) -> None:
        """Remove an item; with versions its bytes stay."""
        need_name(name)
        with self._asking():
            with suppress(FileNotFoundError):
                obstore.delete(self._store, name)
            try:
                obstore.head(self._store, name)
            except FileNotFoundError:
                return
        raise NotDurable(reason=N_("it is there after it was removed"))

    def keeps_versions(self) -> bool:
        """Try whether a put returns a version."""
        name = f"{PROBE}/{secrets.token_hex(8)}"
        try:
            with self._asking():
                return self._send(name, b"satu", "create")["version"] is not None
        finally:
            with suppress(NotDurable):
                self.remove(name)

    def need_fit(self) -> None:
        """Refuse a bucket with versions or without conditional writes."""
        name = f"{PROBE}/{secrets.token_hex(8)}"
        try:
            first = self._put(name, b"satu", "create")
            refused = [self._is_refused(name, "create"), self._is_refused(name, {"e_tag": f'"{"0" * 32}"'})]
            second = self.replace(name, b"dua", first)
            refused.append(second != first and self._is_refused(name, {"e_tag": first}))
            if not all(refused) or self.read(name, CHUNK).data != b"dua":
                raise Refusal("stores.unconditional", place=self.place)
        except (ItemConflict, NotDurable) as error:
            if error.code == "stores.away":
                raise
            raise Refusal("stores.unconditional", place=self.place) from None
        finally:
            with suppress(NotDurable):
                self.remove(name)
        if self.keeps_versions():
            raise Refusal("stores.keeps_versions", place=self.place)

    def _is_refused(self, name: str, mode: PutMode) -> bool:
        try:
            with self._asking():
                self._send(name, b"tiga", mode)
        except (AlreadyExistsError, PreconditionError):
            return True
        return False

    def _put(self, name: str, data: bytes, mode: PutMode) -> str:
        if len(data) > MOST:
            raise Refusal("kernel.too_large", limit=MOST)
        need_name(name)
        with self._asking():
            mark = self._mark(self._send(name, data, mode)["e_tag"])
            if self._mark_of_same(name, data) != mark:
                raise NotKept(name=name)
        return mark

    def _send(self, name: str, data: bytes, mode: PutMode) -> PutResult:
        return obstore.put(self._store, name, data, mode=mode, use_multipart=False)

    def _mark_of_same(self, name: str, data: bytes) -> str | None:
        rest = memoryview(data)
        with self._asking():
            try:
                got = self._get(name)
            except NoItem:
                return None
            if got.meta["size"] != len(data):
                return None
            for piece in self._pieces(got):
                if piece != rest[: len(piece)]:
                    return None
                rest = rest[len(piece) :]
            return self._mark(got.meta["e_tag"])

    def _get(self, name: str) -> GetResult:
        try:
            return obstore.get(self._store, need_name(name))
        except FileNotFoundError:
            raise NoItem(name=name) from None

    def _pieces(self, got: GetResult) -> Iterator[memoryview]:
        left = got.meta["size"]
        for piece in got.stream(min_chunk_size=CHUNK):
            left -= len(piece)
            if left < 0:
                break
            yield memoryview(piece)
        if left:
            cut = N_("its answer was cut short")
            raise NotDurable("stores.away", place=self.place, reason=cut)

    def _mark(self, given: str | None) -> str:
        if not given:
            raise Refusal("stores.unconditional", place=self.place)
        return given

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            yield
        except (AlreadyExistsError, PreconditionError):
            raise
        except FileNotFoundError:  # of an item it was caught before
            raise NotDurable("stores.away", place=self.place, reason=ABSENT) from None
        except (PermissionDeniedError, UnauthenticatedError):
            raise NotDurable("stores.away", place=self.place, reason=REFUSED) from None
        except (BaseError, OSError, ValueError):
            raise NotDurable("stores.away", place=self.place, reason=SILENT) from None


def open_bucket(address: Address, key: Key, *, patience: timedelta = PATIENCE, tries: int = _TRIES) -> Bucket:
    """The store, not asked yet; ``AWS_…`` must not lead to another server."""

    def credential() -> S3Credential:
        return {
            "access_key_id": key.name,
            "secret_access_key": key.secret,
            "token": key.token,
            "expires_at": None,
        }

    store = S3Store(
        address.bucket,
        prefix=address.prefix or None,
        config={
            "endpoint": address.endpoint,
            "aws_endpoint_url_s3": address.endpoint,
            "region": address.region,
            "checksum_algorithm": "SHA256",
            "conditional_put": "etag",
            "virtual_hosted_style_request": False,
            "skip_signature": False,
            "unsigned_payload": False,
            "s3_express": False,
            "disable_bulk_delete": True,
        },
        client_options={
            "allow_http": address.endpoint.startswith("http://"),
            "connect_timeout": timedelta(seconds=5),
            "timeout": patience,
        },
        retry_config={"max_retries": tries, "retry_timeout": patience},
        credential_provider=credential,
    )
    return Bucket(address.place, store)
