"""The Indonesian language data of the text recogniser: from Debian's tesseract-ocr-ind, checked by digest.

A copy in ``.venv/share/tessdata`` is what the reader uses. It is taken from the installed package, or
the package is downloaded by apt-get and unpacked there without root.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.place import TESSDATA, call, has, say

PACKAGE = "tesseract-ocr-ind"
NAME = "ind.traineddata"
SHA256 = "69786901da87ab8766c1ea7fbb10b28f2110c14da3f6c8f2735df131fba95d88"
_SYSTEM = Path("/usr/share")


def is_there() -> bool:
    """Tell whether data with the right digest lies in ``.venv`` or on the system."""
    return any(_is_right(path) for path in (TESSDATA / NAME, *_installed(_SYSTEM)))


def provide() -> bool:
    """Copy the data into ``.venv``; tell whether data with the right digest lies there now."""
    if _is_right(TESSDATA / NAME):
        return True
    if _copy(_SYSTEM):
        return True
    if has("apt-get") and has("dpkg-deb"):
        say("mengambil data bahasa Indonesia tanpa hak root")
        with unpacked(PACKAGE) as folder:
            return _copy(folder)
    return False


def _installed(top: Path) -> Iterator[Path]:
    yield from sorted(top.glob(f"tesseract-ocr/*/tessdata/{NAME}"), reverse=True)
    yield from top.glob(f"tessdata/{NAME}")


def _is_right(path: Path) -> bool:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == SHA256
    except OSError:
        return False


def _copy(top: Path) -> bool:
    for path in (*_installed(top), *_installed(top / "usr" / "share")):
        if _is_right(path):
            TESSDATA.mkdir(parents=True, exist_ok=True)
            target = TESSDATA / NAME
            shutil.copyfile(path, target.with_suffix(".part"))
            target.with_suffix(".part").replace(target)
            return True
        say(f"{path} bukan data yang dikenal (digest berbeda); tidak dipakai")
    return False


class unpacked:  # noqa: N801 - reads as a verb in a with statement
    """A Debian package downloaded and unpacked without root into a folder that goes afterwards."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._folder = tempfile.TemporaryDirectory(prefix="rangkap-")

    def __enter__(self) -> Path:
        folder = Path(self._folder.name)
        folder.chmod(0o755)  # apt's own user downloads into it
        if not self._download(folder):
            self._download(folder, *_own_lists(folder))
        for deb in folder.glob("*.deb"):
            call(("dpkg-deb", "-x", deb, folder / "root"))
        return folder / "root"

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def _download(self, folder: Path, *options: str) -> bool:
        return call(("apt-get", "-q", *options, "download", self._package), cwd=folder)


def _own_lists(folder: Path) -> tuple[str, ...]:
    """Fetch the lists of packages into a folder of our own, where the machine has none yet."""
    (folder / "state" / "lists" / "partial").mkdir(parents=True)
    (folder / "cache" / "archives" / "partial").mkdir(parents=True)
    options = (
        "-o", f"Dir::State={folder / 'state'}",
        "-o", "Dir::State::status=/var/lib/dpkg/status",
        "-o", f"Dir::Cache={folder / 'cache'}",
        "-o", "Debug::NoLocking=1",
        "-o", "APT::Sandbox::User=",
    )  # fmt: skip
    call(("apt-get", "-q", *options, "update"))
    return options
