"""What tests make of code, templates and programs alone is kept for the next run, below ``.pytest_cache``.

A run gets a copy when it begins (:func:`lay_out`) and adds what it made when it ends without a failure
(:func:`take_back`); so nothing that one run does can be seen by another that goes on beside it. The key holds
everything that the made things depend on: a line of code changed anywhere, and all is made anew.
"""

import hashlib
import importlib.metadata
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from pipeline.kernel.files import Lock, digest_bytes
from pipeline.rendering.framing import pack, unpack
from tests import costs

ROOT = Path(__file__).parents[1]
PLACE = ROOT / ".pytest_cache" / "rangkap"
SHELVES = {"pdf": "*.simpan", "terbaca": "?" * 64, "bertanda": "?" * 64, "tahap": "*/office.toml"}
"""What is whole on each shelf: PDFs, read pages, signed pages, homes at stages of the work."""
_DEPENDS_ON = ("pipeline", "letter_templates", "requirements", "demo", "tools", "tests")
_PROGRAMS = ("soffice", "tesseract", "bwrap", "fc-list")
_INSTALLED = Path("/var/lib/dpkg/status")
_VARIABLES = ("RANGKAP_", "LANG", "LC_", "TZ", "TESSDATA")
_KEYS, _MOST = 3, 512 << 20
_common: list[Path] = []


def key(root: Path = ROOT) -> str:
    """Return a digest of all that a made thing depends on; nothing is older than a week."""
    told = hashlib.sha256()
    for top in _DEPENDS_ON:
        for path in sorted((root / top).rglob("*")):
            if path.is_file() and path.suffix != ".pyc" and not path.name.startswith("test_"):
                told.update(
                    f"{path.relative_to(root)}\0{digest_bytes(path.read_bytes(), 'sha256')}\n".encode()
                )
    told.update(repr(list(_around())).encode())
    return told.hexdigest()


def _around() -> Iterator[object]:
    """Yield what lies around the code: place, week, user, Python, packages, programs, settings of the machine."""
    yield ROOT, os.getuid(), sys.version, datetime.now(UTC).isocalendar()[:2]
    yield sorted((package.name, package.version) for package in importlib.metadata.distributions())
    yield _INSTALLED.exists() and digest_bytes(_INSTALLED.read_bytes(), "sha256")
    for found in filter(None, map(shutil.which, _PROGRAMS)):
        about = Path(found).stat()
        yield found, about.st_size, about.st_mtime_ns
    yield sorted(item for item in os.environ.items() if item[0].startswith(_VARIABLES))


def lay_out(common: Path, place: Path = PLACE, root: Path = ROOT) -> None:
    """Give the run whose processes share ``common`` what earlier ones kept; the first of its processes does it."""
    with Lock(common / "kunci.lock"):
        if not (common / "kunci").exists():
            mine = place / key(root)
            place.mkdir(parents=True, exist_ok=True)
            with Lock(place / "kunci.lock"):
                for shelf in SHELVES:
                    (common / shelf).mkdir(exist_ok=True)
                    if (mine / shelf).exists():
                        shutil.copytree(mine / shelf, common / shelf, symlinks=True, dirs_exist_ok=True)
                        os.utime(mine)
            (common / "kunci").write_text(mine.name)
    _common[:] = [common]


def take_back(common: Path, place: Path = PLACE, root: Path = ROOT) -> None:
    """Keep what the run made, if the code is still what it was; each thing appears whole, by one rename."""
    mine = place / (common / "kunci").read_text()
    if mine.name != key(root):
        return
    with Lock(place / "kunci.lock"):
        unready = place / "dibuat"
        shutil.rmtree(unready, ignore_errors=True)  # of a run that was killed
        unready.mkdir()
        for shelf, whole in SHELVES.items():
            (mine / shelf).mkdir(parents=True, exist_ok=True)
            names = {path.relative_to(common / shelf).parts[0] for path in (common / shelf).glob(whole)}
            for name in sorted(names - {path.name for path in (mine / shelf).iterdir()}):
                one, made = common / shelf / name, unready / name
                shutil.copytree(one, made, symlinks=True) if one.is_dir() else shutil.copy2(one, made)
                made.rename(mine / shelf / name)
        unready.rmdir()
        _thin(place)


def _thin(place: Path) -> None:
    """Throw away what was not used by the last few kinds of runs, and what grew too large."""
    every = sorted(filter(Path.is_dir, place.iterdir()), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in every[_KEYS:]:
        shutil.rmtree(old)
    for large in every[:_KEYS]:
        if sum(path.lstat().st_size for path in large.rglob("*")) > _MOST:
            shutil.rmtree(large)


def once(shelf: str, asked: bytes, make: Callable[[], list[bytes]]) -> list[bytes]:
    """Return what ``make`` gives, which depends on ``asked`` alone; it is made once in a run."""
    if not _common:
        return make()
    path = _common[0] / shelf / digest_bytes(asked, "sha256")
    if not path.exists():
        made = path.with_name(secrets.token_hex(8))
        with costs.shared():
            made.write_bytes(pack(make()))
        made.rename(path)
    return unpack(path.read_bytes())
