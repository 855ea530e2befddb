"""Where things lie in a checkout, and how set-up speaks and calls programs.

Set-up speaks on stderr only, in Indonesian, since the person who installs an office reads it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
MARKS = VENV / "rangkap"
PYTHON = VENV / "bin" / "python"
TESSDATA = VENV / "share" / "tessdata"


class SetupFailed(Exception):
    """Set-up cannot go on; the text says what happened and what to do next."""


def say(sentence: str) -> None:
    """Print one sentence of set-up on stderr."""
    print(f"rangkap: {sentence}", file=sys.stderr, flush=True)


def call(command: Sequence[str | Path], *, cwd: Path | None = None, **environment: str) -> bool:
    """Run a program without stdin, its output on stderr; tell whether it succeeded."""
    surroundings: Mapping[str, str] = {**os.environ, **environment}
    try:
        return (
            subprocess.run(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=sys.stderr,
                cwd=cwd,
                env=surroundings,
                check=False,
            ).returncode
            == 0
        )
    except OSError:
        return False


def has(program: str) -> bool:
    """Tell whether a program can be called, also from where only root's path looks."""
    return (
        shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin:/usr/bin:/bin") is not None
    )
