"""A ZIP read and written member by member, so that what does not change is copied as it is, compressed.

Plain ZIPs, as Word and we write them, are read here by their central directory; each other (a
comment, ZIP64, something before the first member) is laid out by ``zipfile``. A member is inflated
only when asked for, and then to exactly the size it declares. What is written depends on nothing
but the members: no clock, no attribute of a file.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LOCAL, _ENTRY, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_ENTRY_READ, _LOCAL_READ = struct.Struct("<4s4x2H4x3L3H8xL"), struct.Struct("<4s2x2H16x2H")
"""The same, without what does not matter here: versions, times, attributes."""
_DESCRIPTOR, _UTF8, _LEVEL_BITS, _HUGE = 0x08, 0x800, 0x06, 0xFFFFFFFF
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_VERSION, _UNIX, _FIRST_DAY, _MODE = 20, 3 << 8, 0x21, 0o644 << 16
QUICK, USUAL = 2, 6
_MEMORY = {QUICK: 7, USUAL: 8}
"""Of zlib; with 8 it takes so much at once that the system hands it out page by page, which costs more than the work."""


class Member(NamedTuple):
    """One member: its name, method (stored or deflated), CRC-32, size unpacked, and its bytes as they stand."""

    name: str
    method: int
    crc: int
    size: int
    raw: bytes

    def data(self) -> bytes:
        """Return the member unpacked. Raises ``zipfile.BadZipFile`` or ``zlib.error`` if it is not what it declares."""
        data = self.raw
        if self.method == _DEFLATED:
            stream = zlib.decompressobj(-zlib.MAX_WBITS)
            data = stream.decompress(self.raw, self.size + 1)
            if not stream.eof or stream.unused_data:
                raise zipfile.BadZipFile("size")
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise zipfile.BadZipFile("CRC")
        return data


def deflated(name: str, data: bytes, level: int = USUAL) -> Member:
    """Return ``data`` as a deflated member; :data:`QUICK` takes a quarter of the time of :data:`USUAL`, a fifth more room."""
    stream = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS, _MEMORY[level])
    raw = stream.compress(data) + stream.flush()
    return Member(name, _DEFLATED, zlib.crc32(data), len(data), raw)


class Part(NamedTuple):
    """A stretch of a member, deflated by itself, so that it can be joined with others: its size, CRC-32 and bytes."""

    data: bytes
    crc: int
    raw: bytes


def begun(data: bytes) -> Part:
    """Return the beginning of a member, deflated up to the edge of a byte."""
    stream = zlib.compressobj(QUICK, zlib.DEFLATED, -zlib.MAX_WBITS, _MEMORY[QUICK])
    return Part(data, zlib.crc32(data), stream.compress(data) + stream.flush(zlib.Z_FULL_FLUSH))


def ended(data: bytes) -> Part:
    """Return the end of a member, deflated."""
    stream = zlib.compressobj(QUICK, zlib.DEFLATED, -zlib.MAX_WBITS, _MEMORY[QUICK])
    return Part(data, 0, stream.compress(data) + stream.flush())


def joined(name: str, first: Part, middle: bytes, last: Part) -> Member:
    """Return a deflated member out of a beginning, at most 64 KB that stand in it as they are, and an end."""
    size = len(middle)
    block = struct.pack("<BHH", 0, size, size ^ 0xFFFF) + middle
    crc = zlib.crc32(last.data, zlib.crc32(middle, first.crc))
    return Member(name, _DEFLATED, crc, len(first.data) + size + len(last.data), first.raw + block + last.raw)


def stored(name: str, data: bytes) -> Member:
    """Return ``data`` as a member that is not compressed."""
    return Member(name, _STORED, zlib.crc32(data), len(data), data)


def read(data: bytes) -> list[Member]:
    """Return the members of a ZIP in the order of its directory, folders left out.

    Nothing is unpacked. Raises ``zipfile.BadZipFile`` for what is no ZIP, is encrypted or packed in another way.
    """
    try:
        found = _plain(data)
    except (struct.error, UnicodeDecodeError):
        found = None
    return _laid_out(data) if found is None else found


def write(members: Iterable[Member]) -> bytes:
    """Return a ZIP of ``members`` in their order; equal members give equal bytes."""
    pieces: list[bytes] = []
    entries: list[bytes] = []
    at = 0
    for shown, method, crc, full, raw in members:
        name, packed = shown.encode(), len(raw)
        about = (0 if shown.isascii() else _UTF8, method, 0, _FIRST_DAY, crc, packed, full, len(name), 0)
        pieces += (_LOCAL.pack(b"PK\3\4", _VERSION, *about), name, raw)
        entries += (_ENTRY.pack(b"PK\1\2", _VERSION | _UNIX, _VERSION, *about, 0, 0, 0, _MODE, at), name)
        at += _LOCAL.size + len(name) + packed
    size, count = sum(map(len, entries)), len(entries) // 2
    return b"".join((*pieces, *entries, _END.pack(b"PK\5\6", 0, 0, count, count, size, at, 0)))


def _plain(data: bytes) -> list[Member] | None:
    """Return the members of a plain ZIP, else nothing: members one behind the other, then the directory, then the end."""
    mark, disk, first, here, count, size, at, comment = _END.unpack_from(data, max(0, len(data) - _END.size))
    end = len(data) - _END.size
    if mark != b"PK\5\6" or disk or first or here != count or comment or at + size != end:
        return None
    members: list[Member] = []
    free = 0
    for _ in range(count):
        mark, flags, method, crc, packed, full, named, extra, more, offset = _ENTRY_READ.unpack_from(data, at)
        name = data[at + _ENTRY.size : at + _ENTRY.size + named]
        at += _ENTRY.size + named + extra + more
        is_odd = mark != b"PK\1\2" or offset < free or at > end or full == _HUGE
        start = None if is_odd else _start(data, offset, flags, method, name)
        if start is None or start + packed > end - size:
            return None
        free = start + packed
        if not name.endswith(b"/"):
            text = name.decode("utf-8" if flags & _UTF8 else "ascii")
            members.append(Member(text, method, crc, full, data[start:free]))
    return members if at == end else None


def _start(data: bytes, offset: int, flags: int, method: int, name: bytes) -> int | None:
    """Return where the bytes of a member begin, if its own header says the same as the directory."""
    if flags & ~(_DESCRIPTOR | _UTF8 | _LEVEL_BITS) or method not in (_STORED, _DEFLATED) or b"\0" in name:
        return None
    mark, own_flags, own_method, named, extra = _LOCAL_READ.unpack_from(data, offset)
    begun = offset + _LOCAL.size
    is_same = mark == b"PK\3\4" and (own_flags, own_method) == (flags, method)
    return begun + named + extra if is_same and data[begun : begun + named] == name else None


def _laid_out(data: bytes) -> list[Member]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = []
        for one in archive.infolist():
            if one.flag_bits & 1 or one.compress_type not in (_STORED, _DEFLATED):
                raise zipfile.BadZipFile("method")
            with archive.open(one):  # compares the name with that of the member's own header
                named, extra = struct.unpack_from("<2H", data, one.header_offset + 26)
            start = one.header_offset + _LOCAL.size + named + extra
            raw = data[start : start + one.compress_size]
            if not one.is_dir():
                members.append(Member(one.filename, one.compress_type, one.CRC, one.file_size, raw))
    return members
