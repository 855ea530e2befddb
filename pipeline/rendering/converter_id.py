"""Which LibreOffice and fonts lay out pages, asked once a process."""

import hashlib
import shutil
import subprocess
from functools import cache
from pathlib import Path

from pipeline.rendering.errors import NoRenderer

_OURS = b"rangkap-pdf-2"  # changes with the options of the conversion


@cache
def version() -> bytes:
    """A digest of the installed LibreOffice."""
    if (program := shutil.which("soffice")) is None:
        raise NoRenderer
    path = Path(program).resolve()
    described = path.parent / "versionrc"
    about = path.stat()
    content = described.read_bytes() if described.is_file() else b""
    return hashlib.sha256(_OURS + content + f"{about.st_size}:{about.st_mtime_ns}".encode()).digest()


@cache
def looks() -> bytes | None:
    """A digest of all that decides the looks; ``None`` if unknown: no caching."""
    try:
        done = subprocess.run(
            ("fc-list", "--format", "%{file}:%{fontversion}:%{style}\n"),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=30,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return hashlib.sha256(version() + b"\n".join(sorted(done.stdout.splitlines()))).digest()
