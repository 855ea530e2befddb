"""A file that bears a person's name comes in: the name stands in no output of the doors, no log and no argument."""

import io
import os
import subprocess
import sys
import time
from pathlib import Path

from docx import Document

from pipeline.kernel.text import Exit
from pipeline.records import arrivals, boot
from pipeline.records.arrivals import ArrivalState
from tests.office.bureau import Bureau, one_page
from tests.waiting import PATIENCE

CANARY = "Sitikanari"
GOOD, WORD = f"Surat Ny. {CANARY}.pdf", f"Surat Ny. {CANARY}.docx"


def word() -> bytes:
    """Return a letter written with Word."""
    made, document = io.BytesIO(), Document()
    document.add_paragraph("Dengan hormat, saya mohon bantuan.")
    document.save(made)
    return made.getvalue()


def drop(bureau: Bureau, mark: str) -> None:
    """Put into the inbox what is taken, what is a repeat, and everything that is refused."""
    bureau.drop(one_page(mark), GOOD)
    bureau.drop(one_page(mark), f"Salinan {GOOD}")
    bureau.drop(word() + mark.encode(), WORD)
    bureau.drop(b"", f"kosong {GOOD}")
    bureau.drop(b"%PDF-1.7 terpotong", f"rusak {GOOD}")
    bureau.drop(b"halo", f"catatan {CANARY}.txt")
    (bureau.settings.inbox / f"map {CANARY}").mkdir(exist_ok=True)
    (bureau.settings.inbox / f"pintasan {GOOD}").symlink_to("/etc/hostname")


def arguments() -> list[bytes]:
    """Return the arguments of every process that runs now."""
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(path.read_bytes())
        except OSError:
            continue
    return lines


def test_the_services_say_no_name(bureau: Bureau, tmp_path: Path) -> None:
    drop(bureau, "satu")
    environment = os.environ | {"RANGKAP_HOME": str(bureau.leave())}
    with (tmp_path / "jurnal").open("wb") as journal:
        doors = [
            subprocess.Popen(
                [sys.executable, "-P", "-m", "pipeline.cli", verb],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=journal,
                stderr=journal,
            )
            for verb in ("watch", "worker")
        ]
        try:
            until, text = time.monotonic() + PATIENCE, ""
            while text.count("agenda A-") != 2 or arrivals.listed(ArrivalState.NEW):
                assert time.monotonic() < until, text
                assert not any(CANARY.encode() in argument for argument in arguments())
                boot.close()
                time.sleep(0.1)
                text = (tmp_path / "jurnal").read_text()
        finally:
            for door in doors:
                door.terminate()
            assert [door.wait(PATIENCE) for door in doors] == [Exit.OK, Exit.OK]
    text = (tmp_path / "jurnal").read_text()
    assert "folder_in_inbox" in text
    assert text.count("refused") == 4
    assert CANARY not in text
    logs = [
        path
        for path in bureau.settings.var.rglob("*")
        if path.is_file() and "log" in str(path.relative_to(bureau.home))
    ]
    assert not any(CANARY.encode() in log.read_bytes() for log in logs)
