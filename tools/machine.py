"""Packages of the operating system (Debian, Ubuntu): what is missing, and one line that installs it.

As root, or where sudo asks no password, the line is run; else it is printed and set-up goes on
with what works. Refuses nothing: an office without LibreOffice still drafts letters.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tools import environment, language
from tools.place import call, has, say


@dataclass(frozen=True)
class Package:
    """A Debian package, how to tell that it is not needed, and what it is for (Indonesian)."""

    name: str
    is_there: Callable[[], bool]
    purpose: str


def _has_font(family: str) -> bool:
    try:
        result = subprocess.run(
            ["fc-list", f":family={family}", "family"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        return False
    return bool(result.stdout.strip())


def _has_server() -> bool:
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def _has_office(library: str) -> bool:
    # one part of LibreOffice brings the program of all: what it cannot do is seen by its library
    program = shutil.which("soffice")
    return program is not None and (Path(program).resolve().parent / library).exists()


def _can_make_environment() -> bool:
    return environment.is_usable() or importlib.util.find_spec("ensurepip") is not None


RUNTIME = (
    Package(
        f"python3.{sys.version_info.minor}-venv" if sys.base_prefix == "/usr" else "python3-venv",
        _can_make_environment,
        "lingkungan Python",
    ),
    Package("bubblewrap", partial(has, "bwrap"), "membaca berkas masuk dengan aman"),
    Package("tesseract-ocr-ind", language.is_there, "membaca teks bahasa Indonesia"),
    Package("libreoffice-writer-nogui", partial(_has_office, "libswlo.so"), "membuat PDF dari surat"),
    Package("fonts-liberation", partial(_has_font, "Liberation Serif"), "huruf surat"),
    Package("restic", partial(has, "restic"), "cadangan terenkripsi"),
)
DEV = (
    Package("strace", partial(has, "strace"), "uji ketahanan"),
    Package("e2fsprogs", partial(has, "mkfs.ext4"), "uji listrik padam di cakram ext4"),
    Package("poppler-utils", partial(has, "pdftoppm"), "uji PDF"),
    Package("postgresql", _has_server, "uji dengan PostgreSQL"),
    Package("libreoffice-calc-nogui", partial(_has_office, "libsclo.so"), "uji buku XLSX dan CSV"),
    Package("samba", partial(has, "smbd"), "uji folder bersama"),
    Package("smbclient", partial(has, "smbclient"), "uji folder bersama"),
    Package("chromium", partial(has, "chromium"), "uji halaman web"),
    Package("jq", partial(has, "jq"), "uji pemeriksaan register tanpa Rangkap"),
    Package("tesseract-ocr", partial(has, "tesseract"), "uji tanda tangan pada cetakan peramban"),
)

_INSTALL = ("install", "-y", "--no-install-recommends")
_APT = ("apt-get", "-q", "-o", "DPkg::Lock::Timeout=600")


def missing(packages: Iterable[Package]) -> list[Package]:
    """Return the packages whose work nothing on this machine does yet."""
    return [package for package in packages if not package.is_there()]


def install(packages: tuple[Package, ...]) -> None:
    """Install what is missing, if that is allowed; else say the line that does."""
    absent = missing(packages)
    if not absent:
        return
    names = [package.name for package in absent]
    privilege = _privilege()
    if privilege is not None and has("apt-get"):
        say(f"memasang paket sistem: {' '.join(names)}")
        _apt(privilege, names)
        absent = missing(packages)
    if absent:
        _explain(absent)


def _privilege() -> tuple[str, ...] | None:
    """Return what stands before apt-get so that it may install; None where it may not."""
    if os.geteuid() == 0:
        return ()
    if has("sudo") and call(("sudo", "-n", "true")):
        return ("sudo", "-n")
    return None


def _apt(privilege: tuple[str, ...], names: list[str]) -> None:
    apt = (*privilege, "env", "DEBIAN_FRONTEND=noninteractive", *_APT)
    if call((*apt, *_INSTALL, *names)):
        return
    for pause in (0, 10, 30):  # the list of packages may be old, absent, or just being renewed by another
        time.sleep(pause)
        if call((*apt, "update")):
            break
    if not call((*apt, *_INSTALL, *names)):
        for name in names:  # one that this system does not know must not keep away the others
            call((*apt, *_INSTALL, name))


def _explain(absent: list[Package]) -> None:
    for package in absent:
        say(f"belum ada: {package.name} ({package.purpose})")
    line = " ".join(("apt-get", *_INSTALL, *(package.name for package in absent)))
    say(f"jalankan sebagai root, lalu ulangi: {line}")
