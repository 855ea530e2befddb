"""A file that bears a person's name comes in: the name stands in no output of the doors, no log and no argument."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from docx import Document

from pipeline.kernel.errors import Exit
from pipeline.records import arrivals, boot
from pipeline.records.arrivals import ArrivalState
from tests.office.bureau import CLERK, Bureau, one_page
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
    found = []
    for one in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found.append(one.read_bytes())
        except OSError:
            continue
    return found


@pytest.mark.parametrize("form", ["plain", "json"])
def test_the_services_say_no_name(form: str, bureau: Bureau, tmp_path: Path) -> None:
    (bureau.settings.templates / f"surat {CANARY}.docx").write_bytes(b"PK rusak")
    drop(bureau, "satu")
    environment = os.environ | {"RANGKAP_HOME": str(bureau.leave()), "RANGKAP_LOG": form}
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
            until, told = time.monotonic() + PATIENCE, ""
            while told.count("agenda A-") != 2 or arrivals.listed(ArrivalState.NEW) or "template" not in told:
                assert time.monotonic() < until, told
                assert not any(CANARY.encode() in one for one in arguments())
                boot.close()
                time.sleep(0.1)
                told = (tmp_path / "jurnal").read_text()
        finally:
            for door in doors:
                door.terminate()
            assert [door.wait(PATIENCE) for door in doors] == [Exit.OK, Exit.OK]
    told = (tmp_path / "jurnal").read_text()
    assert "template_faulty_at_start" in told
    assert "folder_in_inbox" in told
    said = told if form == "plain" else "\n".join(objects_of(told))
    assert said.count("refused") == 4
    assert CANARY not in told
    logs = [
        one
        for one in bureau.settings.var.rglob("*")
        if one.is_file() and "log" in str(one.relative_to(bureau.home))
    ]
    assert not any(CANARY.encode() in one.read_bytes() for one in logs)


def objects_of(told: str) -> list[str]:
    """Look at a journal of JSON objects, one a line, and return the plain words of each."""
    rows = [json.loads(line) for line in told.splitlines()]
    for one in rows:
        assert one.keys() >= {"at", "level", "from", "said"}
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", one["at"])
    events = [one.get("event") for one in rows]
    assert [events.count(one) for one in ("agenda", "repeat", "refused")] == [2, 1, 4]
    assert {"watching", "stopped"} <= set(events)
    assert {one["item"] for one in rows if one.get("event") == "agenda"} == {"A-2026-0001", "A-2026-0002"}
    assert all(one["code"] for one in rows if one.get("event") in ("refused", "error"))
    return [one["said"] for one in rows]


def test_a_round_by_hand_names_files_on_a_screen_only(bureau: Bureau) -> None:
    drop(bureau, "dua")
    environment = os.environ | {"RANGKAP_HOME": str(bureau.leave())}
    line = [sys.executable, "-P", "-m", "pipeline.cli", "watch", "--once", "--as", CLERK]
    done = subprocess.run(
        line, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
    )
    assert "Nomor agenda A-2026-0001" in done.stderr
    assert done.stderr.count("ditolak: ") == 4
    assert CANARY not in done.stdout + done.stderr
