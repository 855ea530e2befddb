"""Which calls may fail without a word, and why: each kind of call at its place, and nothing else.

All other errors must be told by whoever does the step, or done again at once.
"""

import re

from tests.faults.strace_sweep import Point

_QUIET = {
    "SQLite may fail a checkpoint and makes it later; its shared memory is made anew": (
        "pwrite64|ftruncate",
        r"/rangkap[^/]*\.db(-shm)?>",
    ),
    "SQLite, which alone calls fdatasync, does so for a checkpoint and for the name of its log, too": (
        "fdatasync",
        "",
    ),
    "SQLite goes over to a log with the next opening, where the disk refuses it": (
        "pwrite64|unlink",
        r"/rangkap[^/]*\.db-journal[\">]",
    ),
    "SQLite removes its log and its shared memory with the last connection, or the next one does": (
        "unlink",
        r"/rangkap[^/]*\.db-(wal|shm)\"",
    ),
    "the room of a case in the staging of the archive is empty by then": (
        "rmdir",
        r"/archive/\.staging/[^/]+\"",
    ),
    "the room in which an arrival is put right is empty by then, and the next start clears it": (
        "rmdir",
        r"/arrivals/\.staging/[^/]+\"",
    ),
    "the folder of a claim is empty by then": ("unlinkat", r"/inbox/\.claimed>, \"[0-9A-Z]+\", AT_REMOVEDIR"),
    "the room of a restore is empty by then, and the next restore sweeps it": (
        "unlinkat|rmdir",
        r"/\.pemulihan(>, \"[a-z]+\", AT_REMOVEDIR|\")",
    ),
    "what a backup laid aside is swept by the next": ("unlinkat|rmdir", r"/var/backup-stage[>\"]"),
    "the working files of a filed report are swept by the next start": (
        "unlinkat|rmdir",
        r"/var/laporan/[^/]+[>\"]",
    ),
    "a made page that the shelf refuses is laid out anew when it is asked for again": (
        "mkdir|write|fsync|rename",
        r"/var/pdf[/>\"]",
    ),
    "a sign of life follows another": ("mkdir|write|rename", r"/var/denyut[/\"]"),
}
_ANY = [re.compile(rf"({calls})\(.*{place}") for calls, place in _QUIET.values()]


def may_pass(point: Point) -> bool:
    """Tell whether an error at ``point`` matters to nobody: what must hold afterwards stands with the step."""
    return any(pattern.match(point.line) for pattern in _ANY)
