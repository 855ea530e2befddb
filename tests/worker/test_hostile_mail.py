"""Whatever is dropped, the doors live: each thing is read or refused in plain words, and its bytes are still there."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from pipeline.intake.refuse import SHEET
from pipeline.office.arrivals.arrival_files import path_of
from pipeline.records import arrivals, boot, queue
from pipeline.records.arrivals import ArrivalState
from tests.intake.hostile_others import NAMES, OTHERS, lay_things
from tests.intake.hostile_pdf import PDFS
from tests.intake.papers import encoded, sheet
from tests.office.bureau import Bureau, one_page
from tests.worker.doors import descendants, doors, resident, wait_for

ALL = {**PDFS, **OTHERS}
GIBIBYTE = 1 << 30


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def settled(bureau: Bureau) -> bool:
    """Tell whether nothing is left in the inbox but our own rooms and folders, and nothing waits to be read."""
    inbox = bureau.settings.inbox
    left = [path for path in inbox.iterdir() if not path.name.startswith(".") and not path.is_dir()]
    open_claims = list((inbox / ".claimed").iterdir()) if (inbox / ".claimed").exists() else []
    boot.close()
    return not left and not open_claims and not arrivals.listed(ArrivalState.NEW) and not queue.waiting()


def kept(bureau: Bureau) -> set[str]:
    """Return the digests of all plain files among the arrivals and in ditolak."""
    refused = [
        path
        for path in (bureau.settings.inbox / "ditolak").iterdir()
        if path.is_file() and not path.is_symlink() and path.stat().st_size < GIBIBYTE
    ]
    return {
        digest(file) for file in [*refused, *(path_of(bureau.settings, row.id) for row in arrivals.listed())]
    }


def drop(inbox: Path, files: Mapping[bytes, bytes]) -> set[str]:
    """Put ``files`` into the inbox; return the digests of their contents."""
    for name, data in files.items():
        Path(os.fsdecode(os.fsencode(inbox) + b"/" + name)).write_bytes(data)
    return {hashlib.sha256(data).hexdigest() for data in files.values()}


def test_names_of_every_evil_and_things_that_are_no_files_harm_nobody(bureau: Bureau) -> None:
    picture = encoded(sheet("Kepada Yth. Ketua", dpi=40), "PNG")
    digests = drop(bureau.settings.inbox, {name: picture + bytes([n]) for n, name in enumerate(NAMES)})
    ends = lay_things(bureau.settings.inbox)
    bureau.leave()
    with doors(bureau.home, "watcher") as (watcher,):
        wait_for(lambda: len(arrivals.listed(ArrivalState.NEW)) == len(NAMES) or boot.close())
        refused = [name for name, end in ends.items() if end == "ditolak"]
        paths = [bureau.settings.inbox / "ditolak" / f"{name}{SHEET}" for name in refused]
        wait_for(lambda: all(sheet.exists() for sheet in paths))  # written once the thing is out of the inbox
        assert watcher.is_alive
    assert digests <= kept(bureau)
    assert (bureau.settings.inbox / "folder.pdf").is_dir()
    assert not [name for name in refused if lexists(bureau, name)]
    assert all("langkah berikutnya" in sheet.read_text() for sheet in paths)
    log = (bureau.home / "watcher.log").read_bytes()
    assert not [name for name in NAMES if len(name) > 6 and name[:6] in log], "a name is no word for a log"
    assert not list(Path().glob("jahat*"))
    shown = [arrival.name for arrival in arrivals.listed()]
    assert not [
        name for name in shown if any(ord(letter) < 32 or letter in "\u202e\u2066" for letter in name)
    ]


def lexists(bureau: Bureau, name: str) -> bool:
    return os.path.lexists(bureau.settings.inbox / name)


def test_all_hostile_files_at_once_end_read_or_refused_and_the_doors_live(bureau: Bureau) -> None:
    files = {name.encode(): make() for name, make in ALL.items()}
    assert len(files) >= 60
    bureau.leave()
    most = {"watcher": 0, "others": 0}
    with doors(bureau.home, "watcher", "worker") as (watcher, worker):
        drop(bureau.settings.inbox, {b"surat.pdf": one_page("yang pertama")})
        wait_for(lambda: settled(bureau))
        before = resident(watcher.pid)
        digests = drop(bureau.settings.inbox, files)
        lay_things(bureau.settings.inbox)

        def is_done() -> bool:
            most["watcher"] = max(most["watcher"], resident(watcher.pid))
            below = [*descendants(watcher.pid), *descendants(worker.pid)]
            most["others"] = max([most["others"], *map(resident, below)])
            return settled(bureau)

        wait_for(is_done, 30.0 * len(files))
        drop(bureau.settings.inbox, {b"terakhir.pdf": one_page("yang terakhir")})
        wait_for(lambda: settled(bureau))
        assert watcher.is_alive
        assert worker.is_alive
    assert digests <= kept(bureau)
    assert most["watcher"] < 1.1 * before + (8 << 20)
    assert most["others"] < GIBIBYTE
    assert {arrival.state for arrival in arrivals.listed()} == {ArrivalState.READ, ArrivalState.UNREADABLE}
    assert all(arrival.note for arrival in arrivals.listed(ArrivalState.UNREADABLE))
    refused = [path for path in (bureau.settings.inbox / "ditolak").iterdir() if path.name.endswith(SHEET)]
    assert len(refused) >= 20
    assert all(path.read_text("utf-8").rstrip().endswith("petugas.") for path in refused)
    (scripted,) = [arrival for arrival in arrivals.listed() if arrival.name == "skrip.pdf"]
    assert "Skrip itu tidak dijalankan" in scripted.note


def test_rangkap_read_tells_of_each_hostile_file_and_goes_on(tmp_path: Path) -> None:
    paths = []
    for name, make in ALL.items():
        (tmp_path / name).write_bytes(make())
        paths.append(str(tmp_path / name))
    line = [sys.executable, "-P", "-m", "pipeline.cli", "read", *paths, "--json"]
    done = subprocess.run(
        line, capture_output=True, check=False, env=os.environ | {"RANGKAP_HOME": str(tmp_path)}
    )
    readings = json.loads(done.stdout)
    assert list(readings) == paths
    assert all(reading["pages"] or reading["problems"] for reading in readings.values())
    assert b"Traceback" not in done.stderr
