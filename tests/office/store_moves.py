"""An office and the bucket that its archive moves to and from."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pipeline.office.base import home_lock
from pipeline.office.base.session import who
from pipeline.office.keeping import migrate_store
from pipeline.office.keeping.migrate_store import MovedStore
from pipeline.records import boot
from pipeline.stores.bucket import Bucket
from tests.office.bucket_home import put_key
from tests.office.bureau import ADMIN, USER, Bureau
from tools import s3


class StoreMover:
    """An office, and the bucket that its archive moves to and from."""

    def __init__(self, office: Bureau, server: s3.Server) -> None:
        self.office, self.server = office, server
        put_key(office.home)
        self.use(s3.opened(server.endpoint, s3.PLAIN))

    def use(self, items: Bucket) -> None:
        """Let the archive move to and from ``items``."""
        self.items = items
        self.address = f"{items.place}?endpoint={self.server.endpoint}"

    @contextmanager
    def named(self, address: str | None = None) -> Iterator[None]:
        """Let ``RANGKAP_ARCHIVE`` name the bucket."""
        boot.close()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("RANGKAP_ARCHIVE", self.address if address is None else address)
            yield
            boot.close()

    def move(self, to: str, address: str | None = None) -> MovedStore:
        """Move the archive; the bucket is named for that call alone."""
        with self.named(address):
            self.let_go()
            actor = who(self.office.settings, USER, ADMIN)
            return migrate_store.migrate_store(self.office.settings, actor, to)

    def let_go(self) -> None:
        """Let go of the home, which this process held for its desks."""
        with home_lock.alone(self.office.settings):
            """Holding it alone lets go of it."""

    def in_bucket(self) -> dict[str, str]:
        """Return the digest of each item in the bucket."""
        return {item.name: self.items.digest(item.name).sha512 for item in self.items.items()}

    def in_folder(self) -> dict[str, str]:
        """Return the digest of each file in ``archive/``."""
        top = self.office.settings.archive
        every = (path for path in top.rglob("*") if path.is_file())
        return {
            path.relative_to(top).as_posix(): hashlib.sha512(path.read_bytes()).hexdigest() for path in every
        }
