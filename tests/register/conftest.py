"""An archive in which every version was entered in the register."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pipeline.archive.archive import Archive
from pipeline.archive.deposit import NewFile, NewVersion, deposit
from pipeline.archive.in_folder import InFolder
from pipeline.archive.layout import establish
from pipeline.register.entry import Entry, make_entry, seal
from pipeline.register.journal import complete
from pipeline.register.payload import Payload, make_payload

MOMENT = datetime(2026, 11, 3, 2, 15, tzinfo=UTC)
KEY = ("segel-1", b"k" * 32)


def append(archive: Archive, entry: Entry) -> None:
    """Append the next entry, as the office does with those of its database."""
    complete(archive, lambda n: (entry,) if entry.n > n else ())


@dataclass
class Office:
    """What an office does for each milestone: a version, an entry, a line."""

    archive: Path
    entries: list[Entry] = field(default_factory=list)
    payloads: dict[str, list[Payload]] = field(default_factory=dict)

    @property
    def opened(self) -> InFolder:
        return InFolder(self.archive)

    def file(self, case: str, status: str, year: int = 2026) -> Entry:
        number = f"{int(case[5:]):04d}/TL/XI/2026"
        payload = make_payload({"register_number": number, "status": status, "victim": "S. M."})
        all_so_far = self.payloads.setdefault(case, [])
        all_so_far.append(payload)
        kasus = json.dumps({"case": case, "payloads": [payload.as_dict() for payload in all_so_far]}).encode()
        n = len(self.entries) + 1
        new = [NewFile(f"berkas-{n}.pdf", f"isi {n}".encode())]
        done = deposit(
            self.archive, NewVersion(case, new, kasus, status, f"op-{n}", MOMENT, "siti"), reserve=0
        )
        entry = make_entry(
            self.entries[-1] if self.entries else None,
            moment=MOMENT, year=year, register_number=number, kind="milestone", case=case, version=done.version,
            inventory_sha512=done.inventory_sha512, payload_sha256=payload.sha256, actor="siti",
        )  # fmt: skip
        self.entries.append(seal(entry, *KEY))
        append(self.opened, self.entries[-1])
        return self.entries[-1]


@pytest.fixture
def office() -> Iterator[Office]:
    """Two cases in three and two versions, the last entry in the next year."""
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        establish(Path(folder) / "archive")
        yield filled(Office(Path(folder) / "archive"))


def filled(office: Office) -> Office:
    """Carry the two cases through their milestones."""
    office.file("2026-0001", "terdaftar")
    office.file("2026-0002", "terdaftar")
    office.file("2026-0001", "disetujui")
    office.file("2026-0001", "selesai")
    office.file("2026-0002", "selesai", year=2027)
    return office
