"""An archive of several years between the two layouts: made from one, proved at the other, and the same again on the way back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.archive.in_folder import InFolder
from pipeline.archive.layout import INVENTORY, JOURNAL, MARKER, SUMS, establish
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.relocation import carry, mark, pieces
from pipeline.archive.relocation.carry import Carried
from pipeline.archive.relocation.mark import BUCKET, FOLDER
from pipeline.archive.relocation.target import CLAIM, Target, store_of
from pipeline.kernel.relocation import Mark
from pipeline.kernel.text import Next
from pipeline.stores.in_folder import Folder
from tests.archive.outside import need_valid
from tests.refused import refused_with

NAMES = ("2025-0001", "2026-0042", "2026-0042.2", "2026-10043", "M-2026-01", "R-2025-12", "T-2025")
LINES = {2025: [b'{"n":%d}' % n for n in range(1, 5)], 2026: [b'{"n":%d}' % n for n in range(5, 5 + 600)]}

File = Callable[..., object]


@pytest.fixture
def several(archive: Path, file: File) -> InFolder:
    """An archive of two years with every kind of object, and more lines than are carried at once; 2027 has lines alone."""
    for number, name in enumerate(NAMES):
        file(f"satu-{number}", {"surat.pdf": f"%PDF {name}".encode()}, case=name)
        file(f"dua-{number}", {"surat-2.pdf": b"%PDF dua", "turunan/teks.txt": b""}, case=name)
    for version in range(3, 13):  # the tenth comes after the ninth
        file(f"op-{version}", {f"surat-{version}.pdf": b"%%PDF %d" % version}, case="2026-0042")
    held = InFolder(archive)
    for year, lines in LINES.items():
        held.append_entries(year, lines)
    held.append_entries(2027, [b'{"n":605}'])
    return held


@pytest.fixture
def bucket(tmp_path: Path) -> OnStore:
    """An empty place with the layout of a bucket."""
    (tmp_path / "ember").mkdir()
    return OnStore(Folder(tmp_path / "ember"), "uji")


def told(_part: str, _done: int, _total: int) -> None:
    """Hear nothing."""


def moved(source: InFolder | OnStore, target: Target) -> Carried:
    """Carry an archive over and make an archive of it."""
    items = store_of(source)
    target.look()
    target.claim()
    every = pieces.units(items, target.place)
    carry.fill(every, items, target, told)
    proof = carry.prove(every, items, target, told)
    target.put_in_place()
    target.forget()
    return proof


def below(top: Path) -> dict[str, bytes]:
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}


def test_every_kind_of_object_and_line_goes_there_and_back(
    several: InFolder, bucket: OnStore, tmp_path: Path
) -> None:
    assert several.verify() == []
    there = moved(several, Target(bucket, "satu"))
    assert bucket.verify() == []
    assert [(line.year, line.data) for line in bucket.read_lines()] == [
        (row.year, row.data) for row in several.read_lines()
    ]
    assert [bucket.objects(year) for year in bucket.years()] == [
        several.objects(year) for year in several.years()
    ]
    assert bucket.object_of("2026-0042") == several.object_of("2026-0042") == "2026-0042.2"

    back = Target(InFolder(tmp_path / "kembali"), "dua")
    assert moved(bucket, back).sha256 == there.sha256, "one digest, wherever it lies"
    assert InFolder(tmp_path / "kembali").verify() == []
    need_valid(tmp_path / "kembali")
    before, after = below(several.root), below(tmp_path / "kembali")
    assert before.keys() == after.keys()
    for name, data in before.items():
        wanted = sorted(data.splitlines()) if name.endswith(SUMS) else data
        assert (sorted(after[name].splitlines()) if name.endswith(SUMS) else after[name]) == wanted, name
    order = [line.split(b"/")[:2] for line in after[f"2026/{SUMS}"].splitlines() if b"2026-0042/" in line]
    assert order.index([*order[-1]]) > order.index(next(pair for pair in order if pair[1] == b"v9"))


def test_it_is_no_archive_before_it_is_proved_and_taken_by_no_other_move(
    several: InFolder, bucket: OnStore
) -> None:
    target, items = Target(bucket, "satu"), store_of(several)
    target.look()
    target.claim()
    with refused_with("archive.not_this_bucket"):
        bucket.need_mounted()
    carry.fill(pieces.units(items, BUCKET), items, target, told)
    with refused_with("archive.not_this_bucket"):
        bucket.need_mounted()
    with refused_with("archive.target_taken"):
        Target(bucket, "lain").look()
    again = Target(bucket, "satu")
    moved(several, again)
    assert not again.is_new
    bucket.need_mounted()
    assert CLAIM not in {item.name for item in bucket.store.items()}
    with refused_with("archive.target_taken"):
        Target(bucket, "satu").look()


@pytest.mark.parametrize("how", ["another byte", "gone", "too much"])
def test_what_is_not_as_at_the_source_is_told_of_a_new_target_and_put_right_in_an_old_one(
    several: InFolder, bucket: OnStore, how: str
) -> None:
    items, target = store_of(several), Target(bucket, "satu")
    name = f"2026/2026-0042/v2/{INVENTORY}"
    every = pieces.units(items, BUCKET)
    target.look()
    target.claim()
    carry.fill(every, items, target, told)
    if how == "another byte":
        held = bucket.store.read(name, 1 << 20)
        bucket.store.replace(name, held.data.replace(b"2026", b"2027"), held.mark)
    elif how == "gone":
        bucket.store.remove(name)
    else:
        name = "2026/2026-0099/v1/content/surat.pdf"
        bucket.store.put_new(name, b"asing")
    with refused_with("archive.relocation_differs") as raised:
        carry.prove(every, items, target, told)
    assert raised.value.fields["name"] == name
    moved(several, Target(bucket, "satu"))
    assert bucket.verify() == []


def test_what_changed_at_the_source_while_it_was_read_is_not_carried(
    several: InFolder, bucket: OnStore
) -> None:
    items, target = store_of(several), Target(bucket, "satu")
    (several.root / "2025" / "2025-0001" / "v1" / "content" / "surat.pdf").write_bytes(b"lain")
    target.look()
    target.claim()
    with refused_with("archive.source_damaged", match="2025-0001"):
        carry.fill(pieces.units(items, BUCKET), items, target, told)


def test_a_folder_that_a_kill_left_half_written_is_swept(
    several: InFolder, bucket: OnStore, tmp_path: Path
) -> None:
    moved(several, Target(bucket, "satu"))
    top = tmp_path / "kembali"
    target = Target(InFolder(top), "dua")
    target.look()
    target.claim()
    folder = top / "2026" / "2026-0099" / "v1"
    folder.mkdir(parents=True)
    (folder / f".{'0' * 16}.tmp").write_bytes(b"sepotong")
    again = Target(InFolder(top), "dua")
    moved(bucket, again)
    assert not again.is_new
    assert not folder.parent.exists()
    assert InFolder(top).verify() == []


@pytest.mark.parametrize("left", [MARKER, ".staging", f"2026/{JOURNAL}", "catatan.txt"])
def test_a_folder_that_holds_anything_is_refused(tmp_path: Path, left: str) -> None:
    (tmp_path / "README.md").write_text("penjelasan")
    Target(InFolder(tmp_path), "satu").look()
    path = tmp_path / left
    if left == ".staging":
        path.mkdir()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    with refused_with("archive.target_taken"):
        Target(InFolder(tmp_path), "satu").look()


def test_a_year_of_lists_alone_and_an_archive_of_nothing_are_carried(tmp_path: Path, bucket: OnStore) -> None:
    establish(tmp_path / "kosong")
    assert moved(InFolder(tmp_path / "kosong"), Target(bucket, "satu")).items == 0
    bucket.need_mounted()
    assert bucket.years() == []


def test_the_home_says_which_place_serves(tmp_path: Path) -> None:
    begun = Mark("01ARZ3NDEKTSV4RRFFQ69G5FAV", FOLDER, BUCKET, "2026-11-24T01:00:00Z")
    assert mark.read(tmp_path) is None
    for place in (FOLDER, BUCKET):
        mark.need_served_by(tmp_path, place)
    mark.write(tmp_path, begun)
    mark.need_served_by(tmp_path, FOLDER)
    with refused_with("archive.move_open", match="Unset RANGKAP_ARCHIVE") as raised:
        mark.need_served_by(tmp_path, BUCKET)
    assert raised.value.next == (Next("migrate-store", BUCKET),)
    mark.write(tmp_path, begun.done("2026-11-24T02:00:00Z"))
    mark.need_served_by(tmp_path, BUCKET)
    with refused_with("archive.moved", match="Set RANGKAP_ARCHIVE") as raised:
        mark.need_served_by(tmp_path, FOLDER)
    assert "2026-11-24" in raised.value.text()
