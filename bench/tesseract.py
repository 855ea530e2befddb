"""The Tesseract command line, the measure for our reader, where the machine has it.

It gets the same language data as the product and one thread.
"""

import os
import shutil
import subprocess
from pathlib import Path

from pipeline.intake.reader import language_data

MISSING = "tesseract missing (apt-get install tesseract-ocr)"


def is_here() -> bool:
    """Tell whether the command is installed."""
    return shutil.which("tesseract") is not None


def read(path: Path, kind: str = "txt") -> str:
    """Return what ``tesseract`` reads from the picture at ``path``, as ``txt`` or as ``tsv`` with boxes."""
    done = subprocess.run(
        [
            "tesseract",
            str(path),
            "stdout",
            "--tessdata-dir",
            str(language_data()),
            "-l",
            "ind",
            *_OUTPUT[kind],
        ],
        env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


_OUTPUT = {"txt": (), "tsv": ("-c", "tessedit_create_tsv=1")}
