"""Verbs at the command line on disks that are full, at many sizes: ``python -m tests.office.full_verbs HOME FOLDER VERB``.

Run in a room of mounts of its own (``unshare``). The home lies on a small disk (of ``export`` and ``hand-over`` the medium
does), of which only some space is left. Each time the verb must end as it is documented or be done, and when there is
space again it must work, ``verify`` be clean and nothing half made lie about. Prints how often the disk ended the verb, and
how often it was done.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.kernel.text import Exit
from tests.office.bureau import ARCHIVIST, CHECKOUT, CLERK, files_below
from tests.office.full_media import fill, mount
from tests.office.stages import FIRST, SECOND
from tests.register.sheets import ROWS, xlsx

LEFT = (0, 64, 400, 2_000, 150_000)
"""What is left of the disk, in KiB."""
SAID = {Exit.FAILED: ("penuh", "ruang", "penyimpanan", "disk", "tidak ada masukan yang hilang")}
_SIZE = "200m"


@dataclass(frozen=True)
class Verb:
    """A verb as it is typed, with what it reads from standard input; ``on_medium``: it writes to another disk."""

    words: tuple[str, ...]
    account: str
    given: str = ""
    on_medium: bool = False
    now: str = "2026-11-24T20:00:00+07:00"  # later than the stages of the session, however long it took
    before: Verb | None = None


def verbs(folder: Path) -> dict[str, Verb]:
    """Return the verbs that are tried; ``folder`` holds what they read, and their medium."""
    medium = str(folder / "medium")
    closing = Verb(
        ("archive", "close", "2026", "--incomplete"),
        ARCHIVIST,
        "lembar hilang\n",
        now="2027-01-05T09:00:00+07:00",
    )
    return {
        "archive": closing,
        "move": Verb(("move-document", FIRST, "surat-masuk-1.pdf", SECOND), CLERK, "salah kasus\n"),
        "propose-copy": Verb(("propose-copy", FIRST, "formulir-pendaftaran"), CLERK),
        "import-register": Verb(("import-register", str(folder / "lembar.xlsx"), "--apply"), ARCHIVIST),
        "export": Verb(
            ("export", "register", "--format", "pdf", "--to", medium, "--purpose", "arsip"), ARCHIVIST, on_medium=True
        ),
        "hand-over": Verb(
            ("hand-over", FIRST, "--to", medium, "--minutes", "045/12/BA/2027"),
            ARCHIVIST,
            on_medium=True,
            now=closing.now,
            before=closing,
        ),
    }  # fmt: skip


def rangkap(home: Path, verb: Verb, *words: str, account: str = "") -> subprocess.CompletedProcess[str]:
    """Call a verb as one types it."""
    return subprocess.run(
        [sys.executable, "-m", "pipeline.cli", *words, "--as", account or verb.account],
        env=os.environ | {"RANGKAP_HOME": str(home), "RANGKAP_CLOCK": verb.now},
        cwd=CHECKOUT,
        input=verb.given,
        capture_output=True,
        text=True,
        check=False,
    )


def need_plain(ran: subprocess.CompletedProcess[str]) -> None:
    """A verb that was ended says so in plain words, with a status of those that are documented, and no traceback."""
    assert ran.returncode in set(Exit), (ran.returncode, ran.stderr)
    assert "Traceback" not in ran.stderr, ran.stderr
    assert ran.stderr.strip(), "nothing was said"
    assert any(word in ran.stderr for word in SAID[Exit.FAILED]), ran.stderr


def leftovers(home: Path) -> list[str]:
    """Return what lies about that no work of an office leaves: half-made files, rooms that are not empty."""
    rooms = ("archive/.staging", "var/arrivals/.staging", "var/backup-stage", "inbox/.claimed")
    paths = [str(path) for room in rooms for path in (home / room).rglob("*") if path.is_file()]
    return paths + [str(path) for path in home.rglob(".*.tmp")]


def tried(home: Path, folder: Path, verb: Verb, left: int) -> bool:
    """Call ``verb`` with so many KiB left; returns whether it was done at once."""
    disk = mount(folder / "disk", _SIZE)
    medium = mount(folder / "medium", _SIZE)
    mine = disk / "rumah"
    subprocess.run(["cp", "-a", home, mine], check=True)
    if verb.before is not None:
        assert rangkap(mine, verb.before, *verb.before.words).returncode == Exit.OK
    came = files_below(mine / "var" / "arrivals") | files_below(mine / "archive")
    full = fill(medium if verb.on_medium else disk)
    os.truncate(full, full.stat().st_size - (left << 10))
    first = rangkap(mine, verb, *verb.words)
    is_done = first.returncode == Exit.OK
    if not is_done:
        need_plain(first)
    full.unlink()
    after = files_below(mine / "var" / "arrivals") | files_below(mine / "archive")
    assert not [name for name in came if name not in after], "an input is gone"
    second = rangkap(mine, verb, *verb.words)
    if second.returncode != Exit.OK:  # done meanwhile: by the first, or by taking it up again
        assert second.returncode in (Exit.REFUSED, Exit.NOT_FOUND), second.stderr
    looked = rangkap(mine, verb, "verify", "--json", account=ARCHIVIST)
    assert looked.returncode == Exit.OK, (left, looked.stdout)
    assert json.loads(looked.stdout)["findings"] == []
    assert leftovers(mine) == [], left
    assert not list(medium.rglob(".*")), left
    for volume in (medium, disk):
        subprocess.run(["umount", volume], check=True)
    return is_done


def main(home: Path, folder: Path, names: Sequence[str]) -> None:
    """Try ``names`` at every size."""
    (folder / "lembar.xlsx").write_bytes(xlsx(*ROWS))
    for name in names:
        done = [tried(home, folder, verbs(folder)[name], left) for left in LEFT]
        print(name, done.count(False), done.count(True))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
