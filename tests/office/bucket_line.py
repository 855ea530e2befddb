"""An office whose archive lies in a bucket behind a bad line, and what it may do there: its work, or a clear refusal."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

import pytest

from pipeline.archive import opened
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.opened import archive_of
from pipeline.intake.reader import Reader
from pipeline.kernel.errors import Refusal
from pipeline.office.base import filings
from pipeline.records import boot, cases
from pipeline.stores.bucket import open_bucket
from pipeline.stores.bucket_address import Address, Key
from tests.office.bucket_home import put_key
from tests.office.bureau import Bureau
from tests.stores.go_between import Fault, GoBetween, between
from tests.stores.unsaid import says_nothing
from tools import s3

PATIENCE = 0.6
"""Seconds that a request may take here over a slow line; an office gives it two minutes."""
_PATIENCE = 60.0
SAID = "GSX-9731"
"""What the server says in its trouble (:mod:`tests.stores.go_between`)."""


class FarOffice(Bureau):
    """An office, the line to its bucket, and what must not be told of them."""

    line: GoBetween
    hidden: tuple[str, ...] = ()

    def tried(self, work: Callable[[], object]) -> Refusal | None:
        """Do something over the line as it is; returns the refusal, in which nothing stands that nobody may be told."""
        try:
            work()
        except Refusal as error:
            says_nothing(error, *self.hidden)
            if error.text("id") == error.text("en"):
                raise AssertionError("said in one language alone") from error
            return error
        return None

    def mended(self) -> None:
        """Let the line be good again, and what was begun be filed; then everything agrees."""
        self.line.begin(Fault.NONE)
        left = filings.complete_all(self.session())
        assert not left, "; ".join(refusal.text() for refusal in left)
        findings = self.verify()
        assert not findings, "; ".join(finding.text() for finding in findings)

    def held(self, text: str) -> int:
        """Return how many cases were registered with this summary."""
        return [cases.get(number).values["summary"] for number in cases.numbers()].count(text)


@contextmanager
def far(home: Path, reader: Reader, server: s3.Server, patch: pytest.MonkeyPatch) -> Iterator[FarOffice]:
    """Let the archive of ``home``, which is new, lie behind a line that is good as yet, in a bucket that asks nobody for a key."""
    with between(server.endpoint) as line:
        prefix = f"kantor-{secrets.token_hex(6)}"
        patch.setenv("RANGKAP_ARCHIVE", f"s3://{s3.OPEN}/{prefix}?endpoint={line.endpoint}")
        patch.setattr(opened, "_in_bucket", _opener(line))
        put_key(home)
        office = FarOffice(home, reader)
        archive_of(office.settings).establish()
        office.line = line
        office.hidden = (s3.SECRET, SAID, line.endpoint, "endpoint=", "Signature", "X-Amz")
        office.session()
        yield office
        line.begin(Fault.NONE)
        boot.close()


def _opener(line: GoBetween) -> Callable[..., OnStore]:
    """Return what opens a bucket: its server is given little time while the line is slow, for the machine itself may be, too."""

    @lru_cache
    def with_patience(address: Address, key: Key, seconds: float) -> OnStore:
        bucket = open_bucket(address, key, patience=timedelta(seconds=seconds), tries=1)
        return OnStore(bucket, bucket.place, bucket.need_fit)

    return lambda address, key: with_patience(
        address, key, PATIENCE if line.fault in (Fault.LATE, Fault.SILENT, Fault.SLOW) else _PATIENCE
    )
