"""Inboxes for the tests of claiming, taking in and refusing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from pipeline.intake.arrival import TakenIn
from pipeline.intake.claim import claim
from pipeline.intake.refuse import refuse
from pipeline.intake.stability import Patience
from pipeline.intake.sweep import Refused, Rounds, finish
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import new_arrival_id

AT_ONCE = Patience(quiet=0, quiet_without_lease=0)

ODD_NAMES = [
    b"a" * 246 + b".pdf",
    b"surat\ndua.pdf",
    b"tab\tdi sini.pdf",
    "surat\u202efdp.exe".encode(),
    b"\xff\xfe.pdf",
    "\u00e9.pdf".encode(),
    "e\u0301.pdf".encode(),
    b"-rf",
    "\u0646\u0635.pdf".encode(),
    "\N{FACE WITH TEARS OF JOY}.pdf".encode(),
    b"%s{0}$(id)`id`.pdf",
    b"<img src=x onerror=alert(1)>.pdf",
    b"=cmd.pdf",
    b"CON",
    b"nul.txt",
    b"akhir titik.",
    b" ",
    b"'\"\\.pdf",
    b"\x7f\x01.pdf",
]
"""Names that have broken programs."""


def new_id() -> str:
    """An id for an arrival."""
    return new_arrival_id(datetime.now(UTC))


def put(inbox: Path, name: str | bytes, data: bytes = b"%PDF-1.7 surat") -> Path:
    """Put a file into the inbox."""
    path = inbox / os.fsdecode(name)
    path.write_bytes(data)
    return path


def go_round(rounds: Rounds) -> list[TakenIn | Refused]:
    """Make one round and release what was taken in."""
    outcomes = list(rounds.round())
    for outcome in outcomes:
        if isinstance(outcome, TakenIn):
            finish(rounds.inbox, outcome)
    return outcomes


@contextmanager
def writer(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has ``path`` open for writing and adds each line it is told, until told to end."""
    program = "import sys\nf = open(sys.argv[1], 'ab', buffering=0)\nprint(flush=True)\n"
    program += "for line in sys.stdin: f.write(line.encode()); print(flush=True)"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield process
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait()


def tell(process: subprocess.Popen[str], line: str) -> None:
    """Let the writer add ``line``."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()
    process.stdout.readline()


def refuse_name(
    inbox: Path, name: str | bytes, arrival: str, reason: Refusal, zone: str = "Asia/Jakarta"
) -> Path:
    """Refuse what lies in the inbox as ``name``; ``arrival`` is a new id."""
    return refuse(claim(inbox, name, arrival), reason, zone)
