"""The office's archive: in its home, or the bucket of ``RANGKAP_ARCHIVE``.

After asking a bucket a process must not fork and let the child ask: it would wait for ever.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from pipeline.archive.archive import Archive
from pipeline.archive.in_folder import InFolder
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.relocation import mark
from pipeline.settings import Settings, archive_address
from pipeline.stores.bucket import open_bucket
from pipeline.stores.bucket_address import Address, Key, read_address, read_key

KEY_FILE = "bucket.toml"
"""In ``var/keys/``, unless in the environment."""


_STANDS_IN: ContextVar[Archive | None] = ContextVar("arsip", default=None)


def archive_of(settings: Settings) -> Archive:
    """The archive of an office, not asked yet."""
    if (archive := _STANDS_IN.get()) is not None:
        return archive
    has_address = bool(archive_address())
    mark.need_served_by(settings.var, mark.BUCKET if has_address else mark.FOLDER)
    return in_bucket(settings) if has_address else in_folder(settings)


def in_folder(settings: Settings) -> InFolder:
    """The home's, even if not the office's."""
    return InFolder(settings.archive)


def in_bucket(settings: Settings) -> OnStore:
    """That in ``RANGKAP_ARCHIVE``, even if not the office's."""
    return _in_bucket(read_address(archive_address()), read_key(settings.var / "keys" / KEY_FILE))


@contextmanager
def standing_in(archive: Archive) -> Iterator[None]:
    """Make ``archive`` the office's within the block."""
    before = _STANDS_IN.set(archive)
    try:
        yield
    finally:
        _STANDS_IN.reset(before)


@lru_cache(maxsize=4)
def _in_bucket(address: Address, key: Key) -> OnStore:
    bucket = open_bucket(address, key)
    return OnStore(bucket, bucket.place, bucket.need_fit, bucket.keeps_versions)
