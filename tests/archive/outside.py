"""What others say of our archive: stock ocfl-py and sha512sum, as a stranger would run them."""

import re
import subprocess
import sys
from pathlib import Path

OCFL_ROOT = Path(sys.executable).with_name("ocfl-root.py")


def ocfl_says(root: Path) -> tuple[bool, set[str]]:
    """Run ocfl-py over a storage root with every digest; returns whether it is valid, and its codes."""
    ran = subprocess.run(
        [
            sys.executable,
            "-W",
            "ignore",
            OCFL_ROOT,
            "validate",
            "--root",
            root,
            "--validate-objects",
            "--check-digests",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    output = ran.stdout + ran.stderr
    return "is VALID" in output and "INVALID" not in output, set(re.findall(r"\[([EW]\d{3}\w?)\]", output))


def need_valid(archive: Path) -> None:
    """Every year is valid to ocfl-py (W005 alone: our ids are no URIs) and to sha512sum."""
    for root in sorted(archive.glob("[0-9]*")):
        valid, codes = ocfl_says(root)
        assert valid, root
        assert codes <= {"W005"}, codes
        if (root / "SHA512SUMS").exists():
            subprocess.run(["sha512sum", "--quiet", "--strict", "-c", "SHA512SUMS"], cwd=root, check=True)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file under ``folder`` with its bytes."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }
