"""Moves an archive again and again, each time in a fork of its own, which is killed at one of its points or comes to its end.

Points stand before and after whatever lasts: each request that writes, each file that gets its name or goes, the mark of the home.
Commands come as lines of JSON on stdin (``home``, ``address``, ``to``, ``at``: the point, 0 for none), one line answers each:
``status``, and the number of points passed where it came to its end. This process itself never asks a bucket.
"""

import json
import os
import sys
from pathlib import Path

from pipeline.archive.in_folder import InFolder
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.relocation import carry, mark
from pipeline.archive.relocation.target import Target
from pipeline.kernel import files
from pipeline.kernel.errors import Refusal
from pipeline.office.keeping import migrate_store
from pipeline.settings import load
from pipeline.stores.bucket import Bucket
from tests.faults.plant import plant
from tests.faults.relocation_server import ADMIN, Points, begin_told


def home_told_first() -> None:
    """The home is told that the archive moved before anything was carried."""
    begin_told()


def marked_first() -> None:
    """The target is an archive as soon as it is claimed."""
    whole = Target.claim

    def claim(self: Target) -> None:
        whole(self)
        self.archive.establish()

    Target.claim = claim  # type: ignore[method-assign]


BUGS = {bug.__name__: bug for bug in (home_told_first, marked_first)}


def work(home: str, address: str, to: str, at: int) -> int:
    """Move; return the exit status: 0 done, 1 refused with a sentence."""
    os.environ["RANGKAP_ARCHIVE"] = address
    plant(carry, "WORKERS", 1)
    points = Points(at)
    points.around(Bucket, "_send")
    points.around(Bucket, "remove")
    points.around(files, "move_new")
    points.around(Path, "replace")
    points.around(Path, "unlink")
    points.around(mark, "write")
    for archive in (InFolder, OnStore):
        points.around(archive, "establish")
    try:
        migrate_store.migrate_store(load(Path(home)), ADMIN, to)
    except Refusal as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps({"status": 0, "points": points.passed}), flush=True)
    return 0


def main(*bugs: str) -> None:
    """Serve until stdin ends."""
    for bug in bugs:
        BUGS[bug]()
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            status = 2
            try:
                status = work(**json.loads(line))
            finally:
                os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if status:
            print(json.dumps({"status": status, "points": 0}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
