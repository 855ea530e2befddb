"""Two writers, a full disk, what is no inventory, and what every error says."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.archive.inventory import BadInventory, read
from pipeline.archive.read import read_case
from pipeline.archive.verify import verify
from pipeline.kernel.sandbox import isolation
from tests.archive import full_disk
from tests.archive.conftest import CASE
from tests.archive.outside import need_valid

OWN_MOUNTS = (
    ["unshare", "--mount", "--propagation", "unchanged"] if isolation() == "chroot" else ["unshare", "-rm"]
)
"""A room of mounts of its own; a chroot allows no namespace of users, and its mounts are its own."""
ROOT = f"2026/{CASE}"
REPOSITORY = Path(__file__).parents[2]


def test_a_full_disk_ends_a_filing_and_loses_nothing(tmp_path: Path) -> None:
    ran = subprocess.run(
        [*OWN_MOUNTS, sys.executable, full_disk.__file__, tmp_path],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    ended, through = map(int, ran.stdout.split())
    assert ended >= 5
    assert through >= 5


def test_two_processes_file_into_one_case_at_once(archive: Path) -> None:
    program = (
        "import sys, pathlib; from datetime import UTC, datetime\n"
        "from pipeline.archive.deposit import NewFile, NewVersion, deposit\n"
        "for n in range(8):\n"
        "    name = f'{sys.argv[2]}-{n}'\n"
        "    files = [NewFile(name + '.pdf', name.encode())]\n"
        "    new = NewVersion('2026-0042', files, b'{}', 'x', name, datetime.now(UTC), 'siti')\n"
        "    deposit(pathlib.Path(sys.argv[1]), new, reserve=0)\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", program, archive, name], cwd=REPOSITORY)
        for name in ("satu", "dua")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    record = read_case(archive, CASE)
    assert record.version == 16
    assert len(record.documents) == 17
    assert verify(archive) == []
    need_valid(archive)


def test_what_is_no_inventory_of_ours_is_refused(filed: Path) -> None:
    whole = json.loads((filed / ROOT / "inventory.json").read_bytes())
    assert read(json.dumps(whole).encode()).head == 3
    spoiled = [
        {**whole, "type": "x"},
        {**whole, "head": "v2"},
        {**whole, "versions": {}, "head": "v0"},
        {**whole, "versions": {"v1": whole["versions"]["v1"], "v3": whole["versions"]["v3"]}, "head": "v2"},
        {**whole, "versions": {"satu": whole["versions"]["v1"]}},
        {**whole, "manifest": {}},
        {**whole, "manifest": []},
        [],
    ]
    for inventory in spoiled:
        with pytest.raises(BadInventory):
            read(json.dumps(inventory).encode())
