"""The reading room: a bucket of its own in which a scan lies while machines elsewhere read its pages, and no longer.

``RANGKAP_READING_ROOM`` names it (never the archive's bucket: its key is on every reading machine, and what is locked or
kept in versions there could not be taken back). An item bears the id of its document, no name. It is laid out only while a
reading machine of this version is connected to the database, and taken back when the document was read, or nobody needs its
reading any more; what a kill left there is taken back by the next look (:func:`clear`). Reading goes on here by itself
where the room is away, or set up wrong.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.kernel import sandbox
from pipeline.kernel.errors import NotDurable, TooLarge
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.ids import is_arrival
from pipeline.office.arrivals import arrival_files
from pipeline.office.base.errors import BytesMissing
from pipeline.records import queue, read_pages, sessions
from pipeline.records.arrivals import Arrival
from pipeline.records.errors_machines import BadRoom
from pipeline.records.read_pages import Scan
from pipeline.settings import Settings, reading_room_address
from pipeline.stores.bucket_address import Address, Key, read_address, read_key
from pipeline.stores.errors import BadBucket, NoBucketKey, NoItem, StoreAway
from pipeline.stores.store import MOST

if TYPE_CHECKING:
    from pipeline.stores.bucket import Bucket

KEY_FILE = "ruang-baca.toml"
"""In ``var/keys/``: the key of the reading room. The environment's is the archive's."""
HERE_ALONE = ("docx",)
"""What no reading machine reads: it is laid out by LibreOffice first, all pages at once."""
_PATIENCE = timedelta(seconds=60)
"""How long one request may take: a scan of 60 MB at 1 MB a second. The office does not wait for another machine's network."""


def place_of(settings: Settings) -> tuple[Address, Key] | None:
    """Return where the reading room is and the key to it, or None where there is none. Raises BadRoom."""
    given = reading_room_address()
    if not given:
        return None
    try:
        return read_address(given), read_key(settings.var / "keys" / KEY_FILE, {})
    except (BadBucket, NoBucketKey) as error:
        raise BadRoom(reason=error.fields["reason"]) from None


def room_of(settings: Settings) -> Bucket | None:
    """Return the reading room, or None where there is none; nothing is asked of it yet. Raises BadRoom.

    A process that made it must not fork and let the child ask: what speaks with the server does not live on there.
    """
    place = place_of(settings)
    return _opened(*place) if place else None


@lru_cache(maxsize=4)
def _opened(address: Address, key: Key) -> Bucket:
    """Return the same store for the same address, so that its connections are used again."""
    from pipeline.stores.bucket import open_bucket

    return open_bucket(address, key, patience=_PATIENCE, tries=1)


def lay_out(settings: Settings, arrival: Arrival) -> bool:
    """Lay the scan out for reading machines, if one is there to read it; tell whether it lies there now. Raises BytesMissing."""
    try:
        room = room_of(settings)
    except BadRoom:
        return False
    if (
        room is None
        or arrival.kind in HERE_ALONE
        or arrival.size > MOST
        or not sessions.machines(queue.version())
    ):
        return False
    with arrival_files.opened(settings, arrival.id) as handle:
        data = os.pread(handle, arrival.size + 1, 0)
    if digest_bytes(data) != arrival.sha512:  # who reads it here says so
        return False
    try:
        room.put_new(arrival.id, data)
    except NotDurable:
        return False
    if read_pages.scan(arrival.id) is None:  # read by another worker in the meantime
        take_back(settings, arrival.id)
        return False
    return True


def take_back(settings: Settings, *ids: str) -> None:
    """Take documents back that need not be read any more; what cannot be reached now is left to :func:`clear`."""
    try:
        remove(settings, *ids)
    except (NotDurable, BadRoom):
        return


def remove(settings: Settings, *ids: str) -> None:
    """Take documents out of the reading room. Raises NotDurable where it is not certain that they are gone, BadRoom."""
    room = room_of(settings)
    if room is not None:
        for one in ids:
            room.remove(one)


def clear(settings: Settings) -> int:
    """Take back what lies in the reading room and need not be read any more; return how many.

    Nothing where it is away or cannot be used; what does not bear the id of a document is none of ours and stays.
    """
    try:
        room = room_of(settings)
        if room is None:
            return 0
        left = [name for name in room.names_in() if is_arrival(name) and read_pages.scan(name) is None]
        for name in left:
            room.remove(name)
    except (NotDurable, BadRoom):
        return 0
    return len(left)


class Table:
    """What a reading machine holds of the reading room: the scan that it read last, in memory alone."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._held: tuple[str, bytes] = ("", b"")

    @contextmanager
    def opened(self, scan: Scan) -> Iterator[int]:
        """Give a scan as an open file descriptor. Raises BytesMissing where it lies there no more, StoreAway, BadRoom."""
        if self._held[0] != scan.sha512:
            self._held = (scan.sha512, self._fetched(scan))
        handle = sandbox.sealed(self._held[1])
        try:
            yield handle
        finally:
            os.close(handle)

    def _fetched(self, scan: Scan) -> bytes:
        room = room_of(self._settings)
        if room is None:
            raise BytesMissing(item=scan.id)
        try:
            data = room.read(scan.id, scan.size).data
        except (NoItem, TooLarge):
            raise BytesMissing(item=scan.id) from None
        if digest_bytes(data) != scan.sha512:
            raise BytesMissing(item=scan.id)
        return data


def answers(settings: Settings) -> bool:
    """Tell whether the reading room can be asked now."""
    room = room_of(settings)
    try:
        return room is not None and room.names_in() is not None
    except StoreAway:
        return False
