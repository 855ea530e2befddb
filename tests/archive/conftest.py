"""An archive for each test, and one case carried through its first three milestones."""

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from pipeline.archive.deposit import Deposited, NewFile, NewVersion, deposit
from pipeline.archive.layout import establish
from pipeline.archive.on_store import places as on_store
from pipeline.stores.in_folder import Folder
from pipeline.stores.store import Store
from tools import s3

MOMENT = datetime(2026, 11, 3, 2, 15, tzinfo=UTC)
CASE = "2026-0042"

File = Callable[..., Deposited]


@pytest.fixture
def archive() -> Iterator[Path]:
    """Return an archive in memory: the many fsyncs would wait for the disk of a busy machine."""
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        establish(Path(folder) / "archive")
        yield Path(folder) / "archive"


@pytest.fixture
def file(archive: Path) -> File:
    """File one version: ``file("op-1", {"surat.pdf": b"..."})``."""

    def put(operation: str, files: dict[str, bytes | Path], case: str = CASE, **more: Any) -> Deposited:
        new = [NewFile(name, source) for name, source in files.items()]
        kasus = f'{{"case": "{case}", "op": "{operation}"}}\n'.encode()
        version = NewVersion(case, new, kasus, "Pendaftaran", operation, MOMENT, "siti", **more)
        return deposit(archive, version, reserve=0)

    return put


@pytest.fixture
def filed(archive: Path, file: File) -> Path:
    """Return an archive with case 2026-0042 in three versions and 2026-0043 in one."""
    file("op-1", {"surat-pengaduan.pdf": b"%PDF-1.7 surat\n%%EOF\n"})
    file("op-2", {"surat-jawaban-1.pdf": b"%PDF-1.7 satu\n%%EOF\n", "turunan/teks.txt": b"teks\n"})
    file(
        "op-3",
        {"salinan-1.pdf": b"%PDF-1.7 ttd satu\n%%EOF\n", "salinan-2.pdf": b"%PDF-1.7 ttd dua\n%%EOF\n"},
    )
    file("op-4", {"surat-pengaduan.pdf": b"%PDF-1.7 lain\n%%EOF\n"}, case="2026-0043")
    return archive


@pytest.fixture(params=["folder", s3.PLAIN])
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Return a function that gives an empty archive, each time another, in a folder or a bucket."""
    numbers = itertools.count(1)

    def make() -> Store:
        store: Store
        if request.param == "folder":
            top = tmp_path / f"gudang-{next(numbers)}"
            top.mkdir()
            store = Folder(top)
        else:
            store = s3.opened(request.getfixturevalue("s3_server").endpoint, request.param)
        on_store.establish(store)
        return store

    return make
