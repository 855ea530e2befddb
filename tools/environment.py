"""``.venv``: made with the Python that runs this, filled from a lock file with hashes.

Marks inside it say what it holds: ``place`` (where the checkout lay), ``building`` (an installation
was begun and not ended: start afresh) and a copy of each lock file that was installed whole.
Debian's Python comes without pip and without what makes one; then pip is borrowed.
"""

import re
import shutil
import sys
from pathlib import Path

from tools.language import unpacked
from tools.place import MARKS, PYTHON, ROOT, VENV, SetupFailed, call, say

_INSTALL = (
    "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes",
    "--no-build-isolation", "--only-binary=:all:", "--no-binary=pairtree",
)  # fmt: skip


def lock_file(kind: str) -> Path:
    """Return the lock file for ``kind`` ("runtime" or "dev")."""
    return ROOT / "requirements" / f"{kind}.txt"


def is_fresh(kind: str) -> bool:
    """Tell whether ``.venv`` is usable here, with this Python, and holds what the lock file asks for."""
    mark = MARKS / lock_file(kind).name
    return is_usable() and mark.exists() and mark.read_bytes() == lock_file(kind).read_bytes()


def fill(kind: str) -> None:
    """Make ``.venv`` if need be and install what the lock file names. Raises :class:`SetupFailed`."""
    if not is_usable():
        _make()
    MARKS.mkdir(exist_ok=True)
    (MARKS / "building").touch()
    wanted = lock_file(kind).read_bytes()
    say(
        f"memasang {len(re.findall(rb'^[^ #]+==', wanted, re.MULTILINE))} paket Python (sekali saja; perlu jaringan)"
    )
    if not call((PYTHON, "-m", "pip", *_INSTALL, "-r", lock_file(kind))):
        raise SetupFailed("paket Python tidak dapat dipasang. Periksa jaringan, lalu jalankan lagi.")
    ourselves = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "-e", ROOT)
    if not call((PYTHON, "-m", "pip", "install", *ourselves)):
        raise SetupFailed("rangkap sendiri tidak dapat dipasang ke .venv; pesan di atas menyebut sebabnya.")
    # an office's account may not write here: without this every start of a verb would compile the modules anew
    call((PYTHON, "-m", "compileall", "-q", ROOT / "pipeline"))
    (MARKS / "place").write_text(f"{ROOT}\n", encoding="utf-8")
    (MARKS / lock_file(kind).name).write_bytes(wanted)
    (MARKS / "building").unlink()


def compile_messages() -> None:
    """Compile the Indonesian messages, if those of now are not. Raises :class:`SetupFailed`."""
    if not call((PYTHON, "-m", "tools.catalogue")):
        raise SetupFailed("kalimat bahasa Indonesia tidak dapat disusun; pesan di atas menyebut sebabnya.")


def is_usable() -> bool:
    """Tell whether ``.venv`` was made here, whole, with the version of Python that runs this."""
    if not PYTHON.exists() or (MARKS / "building").exists() or _made_with() != sys.version_info[:2]:
        return False
    place = MARKS / "place"
    return not place.exists() or place.read_text(encoding="utf-8").strip() == str(ROOT)


def _made_with() -> tuple[int, ...]:
    """Return the Python version that ``.venv`` was made with, to the minor number."""
    try:
        lines = (VENV / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    for line in lines:
        name, _, value = line.partition("=")
        if name.strip() == "version":
            return tuple(int(part) for part in value.strip().split(".")[:2])
    return ()


def _make() -> None:
    if VENV.exists() and not MARKS.exists():
        raise SetupFailed(f"{VENV} tidak dibuat oleh ./run dan tidak cocok. Pindahkan, lalu jalankan lagi.")
    say(f"membuat .venv dengan Python {sys.version.split()[0]}")
    shutil.rmtree(VENV, ignore_errors=True)
    MARKS.mkdir(parents=True, exist_ok=True)
    (MARKS / "building").touch()
    python = Path(sys._base_executable).resolve()  # type: ignore[attr-defined]  # noqa: SLF001
    if _offers(python, "ensurepip"):
        made = call((python, "-m", "venv", VENV))
    else:
        made = call((python, "-m", "venv", "--without-pip", VENV)) and _borrow_pip()
    if not made:
        raise SetupFailed("lingkungan Python tidak dapat dibuat. Pasang python3-venv, lalu jalankan lagi.")


def _offers(python: Path, module: str) -> bool:
    # asked in a process of its own: the package may have come while this one ran
    return call((python, "-c", f"import importlib.util as u; raise SystemExit(not u.find_spec({module!r}))"))


def _borrow_pip() -> bool:
    """Install pip from Debian's package python3-pip-whl, downloaded and unpacked without root."""
    with unpacked("python3-pip-whl") as folder:
        for wheel in folder.glob("usr/share/python-wheels/pip-*.whl"):
            return call((PYTHON, wheel / "pip", "install", "--quiet", "--no-index", "--no-deps", wheel))
    return False
