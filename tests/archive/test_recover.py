"""Recovery: every state an interruption leaves is completed, and nothing else is touched."""

import shutil
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.archive.deposit import NewFile, NewVersion, promote, publish, stage, staging
from pipeline.archive.in_folder import InFolder
from pipeline.archive.layout import ObjectDamaged, objects, prepare_year, staging_folder, years
from pipeline.archive.read import read_case
from pipeline.archive.recover import Healed, Recovered, recover
from pipeline.archive.sums import cut_torn_end, read_sums
from pipeline.archive.verify import verify
from pipeline.stores.folder import hold
from tests.archive.conftest import CASE, MOMENT, File
from tests.archive.outside import need_valid, tree

ROOT = f"2026/{CASE}"


class Interrupted(Exception):
    """Stands for a power cut between two steps."""


def file_until(archive: Path, step: str, case: str = CASE) -> None:
    """File op-9 and stop after ``step``; the staging room is left as a kill leaves it."""
    folder = staging_folder(archive, case)
    new = NewVersion(case, [NewFile("baru.pdf", b"baru")], b"{}", "x", "op-9", MOMENT, "siti")
    with suppress(Interrupted), staging(archive, case) as place:
        staged = stage(place, new, reserve=0)
        if step != "stage":
            publish(staged)
        if step == "promote":
            promote(staged)
        shutil.copytree(folder, archive.parent / "sisa")
        raise Interrupted
    shutil.rmtree(folder)
    shutil.move(archive.parent / "sisa", folder)


def test_a_version_that_was_only_staged_is_forgotten(filed: Path, file: File) -> None:
    before = tree(filed / "2026")
    file_until(filed, "stage")
    assert recover(filed) == []
    assert tree(filed / "2026") == before
    assert not list((filed / ".staging").iterdir())
    assert file("op-9", {}).version == 4


@pytest.mark.parametrize("step", ["publish", "promote"])
def test_a_version_that_was_published_is_completed(filed: Path, file: File, step: str) -> None:
    file_until(filed, step)
    assert {finding.kind for finding in verify(filed)} == {"torn"}
    assert read_case(filed, CASE).version == 4
    assert recover(filed) == [Recovered(CASE, Healed.COMPLETED)]
    assert recover(filed) == []
    assert verify(filed) == []
    assert file("op-9", {}).version == 4
    need_valid(filed)


@pytest.mark.parametrize("step", ["publish", "promote"])
def test_filing_again_completes_what_was_left_without_a_restart(filed: Path, file: File, step: str) -> None:
    file_until(filed, step)
    assert file("op-10", {"lagi.pdf": b"lagi"}).version == 5
    assert verify(filed) == []


def test_a_new_case_that_was_published_is_completed(filed: Path) -> None:
    file_until(filed, "publish", "2026-0077")
    assert recover(filed) == [Recovered("2026-0077", Healed.COMPLETED)]
    assert verify(filed) == []


def test_a_case_is_looked_at_when_it_is_named(filed: Path) -> None:
    file_until(filed, "publish")
    shutil.rmtree(staging_folder(filed, CASE))
    assert recover(filed) == []
    assert recover(filed, [CASE, "2026-0043", "2026-0099"]) == [Recovered(CASE, Healed.COMPLETED)]
    assert verify(filed) == []


def test_a_room_that_a_living_writer_holds_is_left_alone(filed: Path) -> None:
    with hold(staging_folder(filed, CASE)):
        assert recover(filed, [CASE]) == []
        assert staging_folder(filed, CASE).is_dir()
    recover(filed)
    assert not staging_folder(filed, CASE).exists()


def test_a_second_name_of_a_file_where_a_room_was_is_removed_and_the_file_stays(filed: Path) -> None:
    sums = filed / "2026/SHA512SUMS"
    whole = sums.read_bytes()
    for name in (CASE, "baru-2026"):
        (filed / ".staging" / name).hardlink_to(sums)
    assert recover(filed, [CASE]) == []
    assert sums.read_bytes() == whole
    assert not list((filed / ".staging").iterdir())
    assert verify(filed) == []


def test_a_year_that_was_only_staged_is_forgotten(archive: Path) -> None:
    (archive / ".staging/baru-2026").mkdir()
    (archive / ".staging/baru-2026/sisa").write_bytes(b"x")
    assert recover(archive) == []
    assert years(archive) == []
    prepare_year(archive, 2026)
    assert (years(archive), objects(archive, 2026)) == ([2026], [])


def test_a_year_is_made_once_by_many_writers(archive: Path) -> None:
    start = threading.Barrier(8)

    def work() -> None:
        start.wait()
        prepare_year(archive, 2026)

    writers = [threading.Thread(target=work) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not list((archive / ".staging").iterdir())
    assert verify(archive) == []


@pytest.mark.parametrize("damage", ["inventory", "content", "extra", "other"])
def test_a_newest_version_that_does_not_verify_is_named_and_left(
    filed: Path, file: File, damage: str
) -> None:
    file_until(filed, "publish")
    folder = filed / ROOT / "v4"
    if damage == "inventory":
        (folder / "inventory.json").write_bytes(b"{}")
    elif damage == "content":
        (folder / "content/baru.pdf").write_bytes(b"lain")
    elif damage == "extra":
        (folder / "content/lebih.pdf").write_bytes(b"x")
    else:
        shutil.rmtree(folder)
        shutil.copytree(filed / "2026/2026-0043/v1", folder)
    before = tree(filed / "2026")
    assert recover(filed) == [Recovered(CASE, Healed.DAMAGED)]
    with pytest.raises(ObjectDamaged):
        file("op-10", {})
    assert tree(filed / "2026") == before


def test_torn_ends_of_the_lists_are_cut_and_completed(filed: Path) -> None:
    sums, journal = filed / "2026/SHA512SUMS", filed / "2026/register.jsonl"
    InFolder(filed).append_entries(2026, [b"satu", b"dua"])
    whole = sums.read_bytes()
    sums.write_bytes(whole[:-30])
    journal.write_bytes(b"satu\ndu")
    assert recover(filed, ["2026-0043"]) == [
        Recovered("2026/SHA512SUMS", Healed.COMPLETED),
        Recovered("2026/register.jsonl", Healed.COMPLETED),
        Recovered("2026-0043", Healed.COMPLETED),
    ]
    assert sums.read_bytes() == whole
    assert journal.read_bytes() == b"satu\n"
    InFolder(filed).append_entries(2026, [b"satu", b"dua", b"tiga"])
    InFolder(filed).append_entries(2026, [b"tiga"])
    InFolder(filed).append_entries(2026, [])
    assert journal.read_bytes() == b"satu\ndua\ntiga\n"


def test_a_list_that_is_one_torn_line_becomes_empty(tmp_path: Path) -> None:
    path = tmp_path / "SHA512SUMS"
    path.write_bytes(b"x" * 10_000)
    assert cut_torn_end(path)
    assert path.read_bytes() == b""
    assert not cut_torn_end(path)
    assert read_sums(path) == ({}, [], False)


def test_the_journals_are_read_in_the_order_of_the_years(archive: Path) -> None:
    InFolder(archive).append_entries(2027, [b"b"])
    InFolder(archive).append_entries(2026, [b"a"])
    prepare_year(archive, 2028)
    (archive / "2027/register.jsonl").write_bytes(b"b\nsobek")
    assert [(line.year, line.data, line.is_torn) for line in InFolder(archive).read_lines()] == [
        (2026, b"a", False),
        (2027, b"b", False),
        (2027, b"sobek", True),
    ]
    assert (InFolder(archive).last_line(2027), InFolder(archive).last_line(2028)) == (b"b", None)
