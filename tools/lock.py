"""``./run lock``: renew ``requirements/runtime.txt`` and ``dev.txt`` from pyproject.toml.

One lock serves Python 3.11 to 3.13, with hashes and without the address of any registry. Pins that still
fit stay; ``./run lock --upgrade`` takes the newest releases, ``--upgrade-package NAME`` one of them.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.place import ROOT

_FORM = (
    "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url",
    "--only-binary", ":all:", "--no-binary", "pairtree", "--custom-compile-command", "./run lock",
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Write both lock files, the tools' on top of the product's; return an exit status."""
    runtime, dev = "requirements/runtime.txt", "requirements/dev.txt"
    groups = {
        runtime: ("--group", "setup"),
        dev: ("--group", "setup", "--group", "dev", "--constraints", runtime),
    }
    for target, chosen in groups.items():
        uv = str(Path(sys.prefix) / "bin" / "uv")
        command = (uv, "pip", "compile", *_FORM, *arguments, "pyproject.toml", *chosen, "-o", target)
        if subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
