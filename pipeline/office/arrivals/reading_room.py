"""The reading room: a bucket of its own in which a scan lies while machines elsewhere read its pages, and no longer.

``RANGKAP_READING_ROOM`` names it (never the archive's bucket: its key is on every reading machine, and what is locked or
kept in versions there could not be taken back). An item bears the id of its document, no name. It is laid out only while a
reading machine of this version is connected to the database, and taken back when the document was read, or nobody needs its
reading any more; what a kill left there is taken back by the next look (:func:`clear`). Reading goes on here by itself
where the room is away, or set up wrong; where it is the archive's, or its bucket keeps versions or locks, nothing is laid out,
and what lies there already is taken back with every version, as far as the bucket lets it go.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
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
from pipeline.settings import Settings, archive_address, reading_room_address
from pipeline.stores import versioned
from pipeline.stores.bucket_address import Address, Key, read_address, read_key
from pipeline.stores.errors import BadBucket, NoBucketKey, NoItem, StoreAway
from pipeline.stores.errors_versioned import ItemHeld, LockedForGood, MayNotErase, NoVersionCalls
from pipeline.stores.store import MOST
from pipeline.stores.versioned import Rule

if TYPE_CHECKING:
    from pipeline.stores.bucket import Bucket
    from pipeline.stores.bucket_versions import BucketVersions

KEY_FILE = "ruang-baca.toml"
"""In ``var/keys/``: the key of the reading room. The environment's is the archive's."""
HERE_ALONE = ("docx",)
"""What no reading machine reads: it is laid out by LibreOffice first, all pages at once."""
_STAYS = (ItemHeld, LockedForGood, MayNotErase, NoVersionCalls)
"""What says of one item that the bucket does not let it go."""
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


def is_archives(address: Address) -> bool:
    """Tell whether the office's archive lies there: in the same bucket, one's folder in the other's."""
    try:
        theirs = read_address(archive_address())
    except BadBucket:
        return False
    if (address.endpoint, address.bucket) != (theirs.endpoint, theirs.bucket):
        return False
    mine, other = (f"{one.prefix}/".lstrip("/") for one in (address, theirs))
    return mine.startswith(other) or other.startswith(mine)


def rule_of(address: Address, key: Key) -> Rule:
    """Return what the bucket of a reading room does by itself, asked now. Raises StoreAway."""
    return _versions(address, key).rule()


def keeps(rule: Rule) -> bool:
    """Tell whether by this rule something stays of what is taken back."""
    return rule.has_versions or rule.has_lock


_known_rule = lru_cache(maxsize=4)(rule_of)
"""The same, asked once in a process."""


@lru_cache(maxsize=4)
def _versions(address: Address, key: Key) -> BucketVersions:
    from pipeline.stores.bucket_versions import open_versions

    return open_versions(address, key, patience=_PATIENCE, tries=1)


def _may_lay(address: Address, key: Key) -> bool:
    """Tell whether what is laid out there can be taken back: never where that cannot be asked."""
    try:
        return not is_archives(address) and not keeps(_known_rule(address, key))
    except NotDurable:
        return False


def lay_out(settings: Settings, arrival: Arrival) -> bool:
    """Lay the scan out for reading machines, if one is there to read it; tell whether it lies there now. Raises BytesMissing."""
    try:
        place = place_of(settings)
    except BadRoom:
        return False
    if (
        place is None
        or arrival.kind in HERE_ALONE
        or arrival.size > MOST
        or not sessions.machines(queue.version())
        or not _may_lay(*place)
    ):
        return False
    with arrival_files.opened(settings, arrival.id) as handle:
        data = os.pread(handle, arrival.size + 1, 0)
    if digest_bytes(data) != arrival.sha512:  # who reads it here says so
        return False
    try:
        _opened(*place).put_new(arrival.id, data)
    except NotDurable:
        return False
    if read_pages.scan(arrival.id) is None:  # read by another worker in the meantime
        take_back(settings, arrival.id)
        return False
    return True


def take_back(settings: Settings, *ids: str) -> None:
    """Take documents back that need not be read any more; what cannot be reached now is left to :func:`clear`."""
    with suppress(BadRoom, NotDurable):
        place = place_of(settings)
        if place is None:
            return
        for one in ids:
            with suppress(*_STAYS):
                _take(place, one, _known_rule)


def remove(settings: Settings, *ids: str) -> None:
    """Take documents out of the reading room for good, for destruction.

    Raises NotDurable, ItemHeld, LockedForGood, MayNotErase, NoVersionCalls where it is not certain that every version is gone,
    BadRoom.
    """
    place = place_of(settings)
    if place is not None:
        for one in ids:
            _take(place, one, rule_of)


def _take(place: tuple[Address, Key], name: str, ask: Callable[[Address, Key], Rule]) -> None:
    """Take an item away, then its versions, where ``ask`` says that there may be any. Raises as :func:`remove`."""
    _opened(*place).remove(name)
    if keeps(ask(*place)):
        versions = _versions(*place)
        versioned.destroy(versions, name)
        versioned.need_gone(versions, [name])


def clear(settings: Settings) -> int:
    """Take back what lies in the reading room and need not be read any more; return how many.

    Nothing where it is away or cannot be used; what does not bear the id of a document is none of ours and stays.
    """
    done = 0
    with suppress(BadRoom, NotDurable, NoVersionCalls):
        place = place_of(settings)
        if place is None:
            return 0
        for name in sorted(_lying(*place)):
            if read_pages.scan(name) is None:
                with suppress(*_STAYS):
                    _take(place, name, _known_rule)
                    done += 1
    return done


def _lying(address: Address, key: Key) -> set[str]:
    """Return the documents that lie there, also those of which only earlier versions do. Raises StoreAway, NoVersionCalls."""
    found = set(_opened(address, key).names_in())
    if not is_archives(address) and keeps(_known_rule(address, key)):  # an archive has too many
        found |= {one.name for one in _versions(address, key).versions("")}
    return {name for name in found if is_arrival(name)}


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
