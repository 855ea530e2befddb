"""OCRmyPDF, the measure for our searchable PDF, where the machine has it: on the path, or named in the environment.

It is no part of the product's environment: ``python3 -m venv PLACE && PLACE/bin/pip install ocrmypdf`` makes one
apart, and ``RANGKAP_OCRMYPDF=PLACE/bin/ocrmypdf`` tells the bench of it. It runs with its defaults.
"""

import os
import shutil
import subprocess
from pathlib import Path

import img2pdf

from pipeline.intake.reader import language_data

MISSING = "ocrmypdf missing (a place of its own: see bench/ocrmypdf.py)"


def is_here() -> bool:
    """Tell whether the command is installed, with the recogniser it needs."""
    return bool(_command()) and shutil.which("tesseract") is not None


def make(picture: Path, target: Path) -> None:
    """Make a searchable PDF of one scanned page, as an office would: the scan is a PDF of one page."""
    scan = target.with_suffix(".scan.pdf")
    scan.write_bytes(img2pdf.convert(picture.read_bytes()))
    subprocess.run(
        [_command(), "-q", "-l", "ind", str(scan), str(target)],
        env=os.environ | {"TESSDATA_PREFIX": str(_data(target.parent / "tessdata"))},
        capture_output=True,
        check=True,
    )


def _data(folder: Path) -> Path:
    """Return a folder with the language data of the product and the settings of the installed recogniser."""
    if not folder.exists():
        folder.mkdir()
        system = max(Path("/usr/share/tesseract-ocr").glob("*/tessdata"))
        for path in (*system.iterdir(), language_data() / "ind.traineddata"):
            (folder / path.name).unlink(missing_ok=True)
            (folder / path.name).symlink_to(path.resolve())
    return folder


def _command() -> str:
    return os.environ.get("RANGKAP_OCRMYPDF") or shutil.which("ocrmypdf") or ""
