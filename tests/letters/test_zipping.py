"""A ZIP is read member by member, whoever wrote it, and written to bytes that depend on the members alone."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.letters import zipping
from pipeline.letters.zipping import Member

NAMES = st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1, max_size=12)


def by_zipfile(parts: dict[str, bytes], *, comment: bytes = b"", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.comment = comment
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def streamed(parts: dict[str, bytes]) -> bytes:
    """Return a ZIP whose members bear their sizes behind them, as one written to a pipe does."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.got = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.got += data
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, part in parts.items():
            archive.writestr(name, part)
    return bytes(pipe.got)


@given(st.dictionaries(NAMES, st.binary(max_size=60), max_size=6))
def test_what_is_written_is_read_back_here_and_by_others(parts: dict[str, bytes]) -> None:
    data = zipping.write(
        (zipping.deflated if number % 2 else zipping.stored)(name, part)
        for number, (name, part) in enumerate(parts.items())
    )
    assert {one.name: one.data() for one in zipping.read(data)} == parts
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts
        assert {one.date_time for one in archive.infolist()} <= {(1980, 1, 1, 0, 0, 0)}


PARTS = {"a.xml": b"<a/>" * 50, "b/c.bin": bytes(range(256)), "kosong": b""}
FORMS = {
    "plain": by_zipfile(PARTS),
    "stored": by_zipfile(PARTS, method=zipfile.ZIP_STORED),
    "streamed": streamed(PARTS),
    "commented": by_zipfile(PARTS, comment=b"catatan"),
    "behind something": b"#!/bin/sh\n" + by_zipfile(PARTS),
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS)
def test_every_usual_form_of_zip_is_read_alike(data: bytes) -> None:
    assert {one.name: one.data() for one in zipping.read(data)} == PARTS


def test_an_unchanged_member_is_copied_as_it_stands() -> None:
    source = by_zipfile(PARTS)
    again = zipping.read(zipping.write(zipping.read(source)))
    assert [one.raw for one in again] == [one.raw for one in zipping.read(source)]


def test_folders_are_left_out() -> None:
    assert [one.name for one in zipping.read(by_zipfile({"a/": b"", "a/b": b"1"}))] == ["a/b"]
    assert [one.name for one in zipping.read(by_zipfile({"a/": b"", "a/b": b"1"}, comment=b"x"))] == ["a/b"]


def changed(data: bytes, at: int, value: bytes) -> bytes:
    return data[:at] + value + data[at + len(value) :]


def test_a_name_that_the_member_itself_does_not_bear_is_refused() -> None:
    data = by_zipfile({"a.xml": b"1"})
    with pytest.raises(zipfile.BadZipFile):
        zipping.read(changed(data, 30, b"b"))


def test_what_is_encrypted_or_packed_otherwise_is_refused() -> None:
    data = by_zipfile({"a.xml": b"1"})
    entry = data.index(b"PK\1\2")
    locked = changed(changed(data, 6, b"\1"), entry + 8, b"\1")
    for one in (locked, by_zipfile({"a": b"1"}, method=zipfile.ZIP_BZIP2), b"", b"PK", data[:-30]):
        with pytest.raises((zipfile.BadZipFile, RuntimeError)):
            zipping.read(one)


def test_a_name_in_a_foreign_alphabet_without_a_mark_is_left_to_the_other_reader() -> None:
    data = by_zipfile({"a.xml": b"1"}).replace(b"a.xml", b"\x81.xml")
    assert [one.name for one in zipping.read(data)] == ["ü.xml"]


@pytest.mark.filterwarnings("ignore:Overlapped entries:UserWarning")  # newer Pythons tell of it themselves
def test_members_that_lie_over_each_other_are_not_taken_as_they_stand() -> None:
    data = by_zipfile({"a": b"1", "b": b"2"})
    entries = data.index(b"PK\1\2")
    second = data.index(b"PK\1\2", entries + 1)
    over = changed(data, second + 42, struct.pack("<L", 0))
    with pytest.raises(zipfile.BadZipFile):
        zipping.read(over)


@pytest.mark.parametrize(
    "member",
    [
        Member("a", zipfile.ZIP_STORED, zlib.crc32(b"12"), 3, b"12"),
        Member("a", zipfile.ZIP_STORED, 1, 2, b"12"),
        Member("a", zipfile.ZIP_DEFLATED, zlib.crc32(b"12"), 1, zipping.deflated("a", b"12").raw),
        Member("a", zipfile.ZIP_DEFLATED, zlib.crc32(b"12"), 2, zipping.deflated("a", b"12").raw[:-1]),
        Member("a", zipfile.ZIP_DEFLATED, zlib.crc32(b"12"), 2, zipping.deflated("a", b"12").raw + b"x"),
    ],
)
def test_a_member_that_is_not_what_it_declares_is_refused(member: Member) -> None:
    with pytest.raises(zipfile.BadZipFile):
        member.data()


def test_a_bomb_is_not_unpacked_beyond_what_it_declares() -> None:
    bomb = zipping.deflated("a", bytes(64 << 20))
    with pytest.raises(zipfile.BadZipFile):
        Member("a", bomb.method, bomb.crc, 10, bomb.raw).data()
