"""Set up this machine and ``.venv`` for ``./run``: ``python -m tools.bootstrap runtime|dev``.

Idempotent: what is there is left alone, and a second start needs no network. Two at once wait for each
other. Without the right to install system packages it says what is missing and goes on with what works.
"""

import fcntl
import os
import sys

from tools import environment, language, machine
from tools.place import MARKS, ROOT, SetupFailed, say


def main(kind: str) -> int:
    """Set up what ``kind`` ("runtime" or "dev") needs; return an exit status."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        _set_up(kind)
    except SetupFailed as failure:
        say(str(failure))
        return 1
    finally:
        os.close(folder)
    return 0


def _set_up(kind: str) -> None:
    packages = machine.RUNTIME if kind == "runtime" else machine.DEV
    machine.install(packages)
    if not environment.is_fresh(kind):
        environment.fill(kind)
    environment.compile_messages()
    if kind == "runtime":
        language.provide()
    absent = machine.missing(packages)
    mark = MARKS / f"missing-{kind}"
    if absent:
        mark.write_text("".join(f"{package.name}\n" for package in absent), encoding="utf-8")
    else:
        mark.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
