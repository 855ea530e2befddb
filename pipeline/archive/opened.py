"""Which archive is the office's: the folder in its home, or the bucket that ``RANGKAP_ARCHIVE`` names.

A process that has asked a bucket must not fork and let the child ask too: what speaks with the server does not live on
in the child, which would wait for ever.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.archive.archive import Archive
from pipeline.archive.in_folder import InFolder
from pipeline.settings import Settings, archive_address

if TYPE_CHECKING:
    from pipeline.stores.bucket_address import Address, Key

KEY_FILE = "bucket.toml"
"""In ``var/keys/``: the key of the bucket, where the environment holds none."""


def archive_of(settings: Settings) -> Archive:
    """Return the archive of an office; nothing is asked of it yet. Raises BadBucket, NoBucketKey."""
    given = archive_address()
    if not given:
        return InFolder(settings.archive)
    from pipeline.stores.bucket_address import read_address, read_key

    return _in_bucket(read_address(given), read_key(settings.var / "keys" / KEY_FILE))


@lru_cache(maxsize=4)
def _in_bucket(address: Address, key: Key) -> Archive:
    """Return the archive in a bucket: the same for the same address, so that its connections are used again."""
    from pipeline.archive.on_store.archive import OnStore
    from pipeline.stores.bucket import open_bucket
    from pipeline.stores.bucket_versions import open_versions

    bucket = open_bucket(address, key)
    return OnStore(bucket, bucket.place, bucket.need_conditions, open_versions(address, key))
