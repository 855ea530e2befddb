"""A cache of made PDFs by the SHA-256 of all that decides their looks."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.kernel.errors import NotDurable
from pipeline.kernel.files import write_durably

MOST_BYTES, MOST_SECONDS = 200 << 20, 30 * 86_400
_LEFT_OVER = 3600
_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True)
class PdfCache:
    """Entries by one ``converter`` (a digest of converter, options, fonts)."""

    folder: Path
    converter: bytes

    def get(self, document: bytes) -> bytes | None:
        """What was made of ``document``, if undamaged here."""
        path = self._path(document)
        try:
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        except OSError:
            return None
        with os.fdopen(handle, "rb") as file:
            data = file.read()
            with suppress(OSError):
                os.utime(handle)
        made = data[_DIGEST:]
        if data[:_DIGEST] == hashlib.sha256(made).digest():
            return made
        path.unlink(missing_ok=True)
        return None

    def put(self, document: bytes, made: bytes) -> None:
        """Keep what was ``made``; a failing disk only costs time."""
        with suppress(NotDurable, OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(self._path(document), hashlib.sha256(made).digest() + made)
            self._clear()

    def _path(self, document: bytes) -> Path:
        key = hashlib.sha256(self.converter + hashlib.sha256(document).digest()).hexdigest()
        return self.folder / f"{key}.simpan"

    def _clear(self) -> None:
        # Remove what is too old or too much, the longest unused first; age is counted from the newest entry
        entries = sorted(self._entries(), reverse=True)
        newest, total = max((used for used, _, _ in entries), default=0.0), 0
        for used, size, path in entries:
            is_left_over = path.name.startswith(".") and newest - used > _LEFT_OVER
            total += size
            if total > MOST_BYTES or newest - used > MOST_SECONDS or is_left_over:
                if (
                    path.is_dir() and not path.is_symlink()
                ):  # the room in which a run that was killed had worked
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        with os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(FileNotFoundError):
                    about = entry.stat(follow_symlinks=False)
                    yield about.st_mtime, about.st_size, Path(entry.path)
