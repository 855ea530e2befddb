"""An office whose every call is watched: which programs are started with which arguments, which files are made where.

The names are found nowhere else in the world; afterwards they are looked for wherever they do not belong.
"""

import os
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from tests.street.further_answers import NEIGHBOUR, WIFE
from tests.street.further_office import Walked

WORDS = (
    "Qanariwati", "Pelaporqa", "Qorbania", "Zamrudqa", "Waliqin", "Terlaqor", "Baqarat", "Amanqia", "Qenangasari",
    "99887", "99886",
)  # fmt: skip
"""Parts of every name, address and telephone number of the case."""
ANSWERS: dict[str, Any] = NEIGHBOUR | {
    "sender": "Qanariwati Pelaporqa", "reporter_name": "Qanariwati Pelaporqa", "reporter_address": "Jalan Qenangasari No. 0",
    "reporter_phone": "0812-0009-9887", "victim_name": "Qorbania Zamrudqa", "guardian_name": "Waliqin Zamrudqa",
    "guardian_phone": "0812-0009-9886", "reported_name": "Terlaqor Baqarat", "other_victims": "Amanqia Zamrudqa, 9, P",
    "safe_contact_way": "titip", "safe_contact_name": "Amanqia Titipan",
    "safe_contact_address": "Gang Qenangasari No. 0, Kelurahan Muara Lanting",
    "safe_contact_place": "Kelurahan Muara Lanting", "safe_contact_phone": "0812-0009-9886",
    "place_detail": "Gang Qenangasari",
}  # fmt: skip
SECOND: dict[str, Any] = WIFE | {
    "reporter_name": "Qorbania Zamrudqa", "victim_name": "Qorbania Zamrudqa", "reported_name": "Terlaqor Baqarat",
    "safe_contact_name": "Amanqia Titipan", "safe_contact_address": "Gang Qenangasari No. 0, Kelurahan Muara Lanting",
}  # fmt: skip
LETTER = """
                                        Muara Lanting, 20 November 2026

Hal      : Permohonan

Yth. Ketua P2TP2A Kabupaten Batang Asri
di Muara Lanting

Dengan hormat, saya Qanariwati Pelaporqa, tetangga dari Ibu Qorbania
Zamrudqa, 38 tahun. Pada 17 November 2026 suaminya, Terlaqor Baqarat,
membentaknya. Balasan mohon dititipkan kepada Amanqia Titipan, Gang
Qenangasari No. 0, HP 0812-0009-9886.

                                        Qanariwati Pelaporqa
"""
_CALLS = "execve,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_MADE = re.compile(r"O_CREAT|mkdir|rename|link")


def bare(data: bytes) -> bytes:
    """Return ``data`` in small letters, without the signs that stand within a telephone number."""
    return data.lower().replace(b"-", b"").replace(b" ", b"")


def words_in(data: bytes | str) -> list[str]:
    """Return which of the words stand in ``data``, also in UTF-16, in any case of letters."""
    raw = data.encode() if isinstance(data, str) else data
    plain = bare(raw)
    return [word for word in WORDS if word.lower().encode() in plain or word.encode("utf-16-le") in raw]


class Watched(Walked):
    """Every verb and both doors run under strace, which writes beside the home what they started and made."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.traces = home.parent / "jejak"
        self.traces.mkdir(mode=0o700)
        self.answers: dict[str, list[str]] = {}
        self.errors: list[str] = []
        self.reasons: set[str] = set()
        self._calls = 0

    def command(self, *words: str) -> list[str]:
        """Return the command line, watched."""
        self._calls += 1
        trace = self.traces / f"{self._calls}.strace"
        watch = [
            "strace",
            "-f",
            "-qq",
            "--seccomp-bpf",
            "-s",
            "4096",
            "-e",
            f"trace={_CALLS}",
            "-o",
            str(trace),
        ]
        return [*watch, *super().command(*words)]

    def run(self, *words: str, account: str = "", stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a verb, and keep its answer and its words apart."""
        done = super().run(*words, account=account, stdin=stdin)
        self.answers.setdefault(words[0], []).append(done.stdout)
        self.reasons.add(stdin.strip())
        self.errors.append(done.stderr)
        return done

    def sentences(self) -> Iterator[str]:
        """Yield what the verbs said beside their answers, without the reasons that people typed: those are told on."""
        typed = sorted(self.reasons - {""}, key=len, reverse=True)
        for sentence in self.errors:
            for reason in typed:
                sentence = sentence.replace(reason, "")
            yield sentence

    def lines(self) -> Iterator[str]:
        """Yield every line of every trace."""
        for path in sorted(self.traces.iterdir()):
            yield from path.read_text("utf-8", "replace").splitlines()

    def made_outside(self) -> set[str]:
        """Return the files and folders that were made outside the home and outside the walls' own rooms."""
        hits = set()
        for line in self.lines():
            call = line.partition(" ")[2].lstrip().partition("(")[0]
            if _MADE.search(call) or "O_CREAT" in line:
                hits |= {path for path in _STRING.findall(line) if path.startswith("/")}
        home = os.fspath(self.home)
        return {file for file in hits if not file.startswith((home, "/proc", "/dev", "/newroot", "/oldroot"))}


def metadata_of(path: Path) -> bytes:
    """Return what a PDF, DOCX or XLSX tells about itself beside what stands on its pages."""
    if path.suffix == ".pdf":
        with pikepdf.open(path) as document:
            parts = [f"{name} {value}".encode() for name, value in document.docinfo.items()]
            if "/Metadata" in document.Root:
                parts.append(bytes(document.Root.Metadata.read_bytes()))
            parts += [name.encode() for name in document.attachments]
            return b"\n".join(parts)
    with zipfile.ZipFile(path) as package:
        own = [name for name in package.namelist() if name.startswith(("docProps/", "customXml/"))]
        return b"\n".join(
            [*(name.encode() for name in package.namelist()), *(package.read(name) for name in own)]
        )


def content_of(path: Path) -> bytes:
    """Return what a PDF shows, or a sheet holds."""
    if path.suffix == ".pdf":
        return subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True
        ).stdout
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as package:
            return b"\n".join(package.read(name) for name in package.namelist())
    return path.read_bytes()
