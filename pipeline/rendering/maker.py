"""What lays out the pages here: which LibreOffice, with which fonts. Found out once in the life of a process."""

import hashlib
import shutil
import subprocess
from functools import cache
from pathlib import Path

from pipeline.rendering.errors import NoRenderer

_OURS = b"rangkap-pdf-2"
"""Changes with the options of the conversion."""
_FONTS = ("fc-list", "--format", "%{file}:%{fontversion}:%{style}\n")
_PATIENCE = 30


@cache
def version() -> bytes:
    """Return a digest of the LibreOffice that is installed. Raises :class:`NoRenderer`."""
    program = shutil.which("soffice")
    if program is None:
        raise NoRenderer
    path = Path(program).resolve()
    described = path.parent / "versionrc"
    about = path.stat()
    said = described.read_bytes() if described.is_file() else b""
    return hashlib.sha256(_OURS + said + f"{about.st_size}:{about.st_mtime_ns}".encode()).digest()


@cache
def looks() -> bytes | None:
    """Return a digest of all that decides the looks of a page besides the document: fonts, LibreOffice, options.

    ``None`` where the fonts cannot be listed: then no page may be taken for the same.
    """
    try:
        done = subprocess.run(
            _FONTS, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return hashlib.sha256(version() + b"\n".join(sorted(done.stdout.splitlines()))).digest()
