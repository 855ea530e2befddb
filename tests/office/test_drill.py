"""The drill: the office burnt down; a new machine, the backup medium and the printed recovery sheet are all there is."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from pipeline.office.base import passphrase
from pipeline.office.disposal import backup
from pipeline.office.keeping import key_keeping
from pipeline.records import boot, entries
from tests.office.bureau import ADMIN, ARCHIVIST, CHECKOUT, CLERK, Bureau, files_below

pytestmark = pytest.mark.usefixtures("on_file", "in_folder")
GROUP = r"\b[0-9A-HJKMNP-TV-Z]{5}\b"


def read_page(path: Path) -> tuple[str, str]:
    """Return the words of the first page of a PDF, and what the code on its picture says."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        (code,) = zxingcpp.read_barcodes(page.render(scale=200 / 72, grayscale=True).to_numpy())
        return page.get_textpage().get_text_range(), code.text


def read_paper(path: Path) -> tuple[str, str, list[str]]:
    """Return of the printed sheet what a person types (small letters, the usual slips), its code, and the words of the command."""
    text, code = read_page(path)
    groups = re.findall(GROUP, text.split("Kata sandi cadangan")[1].split("Tempat cadangan")[0])
    assert len(groups) == passphrase.GROUPS
    (command,) = re.findall(r"^\s*rangkap (restore .*?)\s*$", text, re.MULTILINE)
    return " ".join(groups).lower().replace("0", "o").replace("1", "l"), code, command.split()


class Machine:
    """A machine of its own: an empty folder, and an environment that knows nothing of the old one."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "rumah"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "PYTHONPATH": str(CHECKOUT),
            "RANGKAP_HOME": str(self.home),
        }
        self.folder = folder

    def rangkap(self, *words: str, typed: str = "") -> Any:
        """Call a verb as one types it; returns its JSON."""
        ran = subprocess.run(
            [sys.executable, "-m", "pipeline.cli", *words, "--json"],
            cwd=self.folder,
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )
        log = self.home / "var" / "logs" / "errors.log"
        assert ran.returncode == 0, ran.stderr + (log.read_text("utf-8") if log.exists() else "")
        return json.loads(ran.stdout)


@pytest.mark.parametrize("how", ["typed", "scanned"])
def test_sheet_and_medium_bring_the_office_back_on_another_machine(
    filed: Bureau, tmp_path: Path, how: str
) -> None:
    backup.backup(filed.session(ADMIN), str(tmp_path / "usb"))
    head = entries.last()
    paper = key_keeping.print_sheet(filed.session(ADMIN), tmp_path)
    assert stat.S_IMODE(paper.stat().st_mode) == 0o600
    typed, scanned, (verb, printed, _) = read_paper(paper)
    assert printed in (str(tmp_path / "usb"), "TEMPAT"), "a long place stands above the command alone"
    sheet = tmp_path / "salinan.pdf"
    sheet.write_bytes(filed.held.read(filed.held.only("surat-2026-0001-1-r1-salinan-1.pdf")))
    _, code = read_page(sheet)
    kept = filed.held.files()
    boot.close()
    shutil.rmtree(filed.home)
    paper.unlink()
    folder = tmp_path / "mesin-lain"
    folder.mkdir()
    (tmp_path / "usb").rename(folder / "usb")
    machine = Machine(folder)
    done = machine.rangkap(
        verb, str(folder / "usb"), str(machine.home), typed=f"{typed if how == 'typed' else scanned}\n"
    )
    assert head is not None
    assert (done["head"]["n"], done["head"]["hash"]) == (head.n, head.hash)
    assert done["counts"]["cases"] == 2
    assert machine.rangkap("verify", "--as", ADMIN)["findings"] == []
    (hit,) = machine.rangkap("find", "2026-0001", "--as", ARCHIVIST)
    assert len(hit["signed_copies"]) == 2
    paths = [document["path"] for document in hit["documents"]]
    assert sum(path.endswith(".pdf") for path in paths) >= 3
    assert files_below(machine.home / "archive") == kept
    assert all(path.removeprefix("archive/") in kept for path in paths)
    shown = machine.rangkap("show", "2026-0001", "--as", CLERK)
    assert shown["case"] == "2026-0001"
    known = machine.rangkap("code", code, "--as", CLERK)
    assert (known["letter"], known["copy"]) == ("2026-0001-1", 1)
