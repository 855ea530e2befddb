"""A backup repository: encrypted backups with restic, in a folder or over SFTP.

The passphrase goes in an anonymous file, in no argument, environment or file outside the home. Complaints
name files, so they are neither shown nor kept. Reading takes no lock, for full or write-protected media.
Until :meth:`BackupRepository.accept` snapshots bear ``rangkap-mulai``. Accepted: who can write to the medium can delete
backups, not forge them.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from pipeline.kernel.errors import NotDurable, Refusal, suppressed
from pipeline.kernel.text import N_

GOOD, BEGUN = "rangkap", "rangkap-mulai"
Progress = Callable[[float], None]
_PASSED = ("PATH", "HOME", "SSH_AUTH_SOCK")
_SFTP = "sftp:"
_INCOMPLETE = 3
_ABSENT, _LOCKED, _WRONG_KEY = 10, 11, 12
_KNOWN = {_ABSENT: "stores.place_away", _LOCKED: "stores.vault_busy", _WRONG_KEY: "stores.other_key"}
_READS = ("cat", "dump", "ls", "restore", "snapshots")
_ALONE = "--no-lock"
_FULL = (b"no space left on device", b"disk quota exceeded")
_HEARD = 1 << 16


@dataclass(frozen=True)
class Snapshot:
    """An accepted backup; ``at`` is ISO 8601, UTC."""

    id: str
    at: str


@dataclass(frozen=True)
class BackupRepository:
    """``room`` (0700) takes restic's temporary files."""

    place: str
    passphrase: str
    room: Path

    @property
    def is_remote(self) -> bool:
        """Whether on another machine."""
        return self.place.startswith(_SFTP)

    def is_there(self) -> bool:
        """Whether the passphrase opens a repository."""
        with suppressed("stores.place_away"):
            self._run("cat", "config")
            return True
        return False

    def make(self) -> None:
        """Make the repository; its parent folder must exist."""
        if not self.is_remote and not Path(self.place).parent.is_dir():
            raise Refusal("stores.place_away", place=self.place)
        self._run("init")

    def release(self) -> None:
        """Remove locks that killed runs left."""
        self._run("unlock")

    def store(
        self, folder: Path, names: Sequence[str], excluded: Sequence[str], progress: Progress
    ) -> tuple[str, tuple[str, ...]]:
        """Returns id and what was unreadable ("?": nameless)."""
        words = ["backup", "--host", "rangkap", "--tag", BEGUN]
        words += [word for path in excluded for word in ("--exclude", path)]
        lines, status, is_full, unread = self._talk([*words, "--", *names], folder, progress)
        summary = next((line for line in lines if line.get("message_type") == "summary"), None)
        if summary is None or status not in (0, _INCOMPLETE):
            failed = self._error(status, is_full)
            if not (is_full or self.is_remote or status in _KNOWN):
                self.need_sound()  # what cannot be added to may be damaged: that is the thing to say
            raise failed
        return str(summary["snapshot_id"]), () if status == 0 else unread or ("?",)

    def names(self, snapshot: str, path: str) -> set[str]:
        """Names in a folder of a snapshot."""
        lines = self._run("ls", "--json", snapshot, f"/{path}").splitlines()
        return {
            str(entry["name"])
            for entry in map(json.loads, lines)
            if entry.get("path", "") != f"/{path}" and "name" in entry
        }

    def without(self, snapshot: str, paths: Iterable[str]) -> str:
        """Replaced by one without ``paths``; returns its id."""
        before = {row["id"] for row in self._listed()}
        words = [word for path in paths for word in ("--exclude", f"/{path}")]
        self._run("rewrite", "--forget", *words, snapshot)
        return next(str(row["id"]) for row in self._listed() if row["id"] not in before)

    def accept(self, snapshot: str) -> str:
        """Unaccepted ones are forgotten; returns the new id."""
        before = {row["id"] for row in self._listed()}
        self._run("tag", "--set", GOOD, snapshot)
        rows = self._listed()
        if begun := [str(row["id"]) for row in rows if BEGUN in (row.get("tags") or ())]:
            self._run("forget", *begun)
        for row in rows:
            if GOOD in (row.get("tags") or ()) and row["id"] not in before:
                return str(row["id"])
        raise Refusal("stores.vault_damaged", place=self.place, what="tag")

    def snapshots(self) -> list[Snapshot]:
        """Accepted backups, oldest first."""
        return [Snapshot(row["id"], row["time"]) for row in self._listed() if GOOD in (row.get("tags") or ())]

    def _listed(self) -> list[dict[str, Any]]:
        rows = json.loads(self._run("snapshots", "--json") or b"[]") or []
        return sorted(rows, key=lambda row: str(row["time"]))

    def read(self, snapshot: str, path: str) -> bytes:
        """One file of a snapshot."""
        return self._run("dump", snapshot, f"/{path}")

    def digest(self, snapshot: str, path: str) -> str:
        """SHA-512 of a file as it reads back."""
        hasher = hashlib.sha512()
        with self._begun(("dump", snapshot, f"/{path}"), Path.cwd()) as child:
            while data := child.out.read(1 << 20):
                hasher.update(data)
            if status := child.process.wait():
                raise self._error(status, child.is_full(), command="dump")
        return hasher.hexdigest()

    def check(self, subset: str) -> None:
        """Check the structure, and read ``subset`` (``3/20``: a twentieth)."""
        self._run("check", f"--read-data-subset={subset}")

    def need_sound(self) -> None:
        """Refuse missing, cut or damaged parts, also on read-only media; contents are not read."""
        self._run("check", _ALONE)

    def thin(self, keep: Sequence[str]) -> None:
        """Forget backups beyond ``keep`` (``--keep-daily=30`` …)."""
        self._run("forget", "--tag", GOOD, "--group-by", "", "--prune", *keep)

    def restore(self, snapshot: str, folder: Path, progress: Progress) -> None:
        """Write a snapshot, checked by digest."""
        words = ["restore", snapshot, "--target", str(folder)]
        _, status, is_full, _ = self._talk(words, folder, progress)
        if status:
            raise self._error(status, is_full, command="restore")

    def _run(self, *words: str) -> bytes:
        with self._begun(words, Path.cwd()) as child:
            out = child.out.read()
            if status := child.process.wait():
                raise self._error(status, child.is_full(), command=words[0])
        return out

    def _talk(
        self, words: Sequence[str], folder: Path, progress: Progress
    ) -> tuple[list[dict[str, Any]], int, bool, tuple[str, ...]]:
        """JSON lines, exit status, whether a disk was full, unread paths."""
        messages = []
        with self._begun([*words[:1], "--json", *words[1:]], folder) as child:
            for line in child.out:
                message = json.loads(line) if line.startswith(b"{") else {}
                if message.get("message_type") == "status":
                    progress(float(message.get("percent_done", 0.0)))
                elif message:
                    messages.append(message)
            return messages, child.process.wait(), child.is_full(), child.unread()

    @contextmanager
    def _begun(self, words: Sequence[str], folder: Path) -> Iterator[_Child]:
        if (program := shutil.which("restic")) is None:
            raise Refusal("stores.no_restic")
        if not (self.is_remote or Path(self.place).is_absolute()):
            raise Refusal("stores.bad_place", place=self.place[:80])
        is_reading = words[0] in _READS or _ALONE in words
        is_writable = self.is_remote or not Path(self.place).exists() or os.access(self.place, os.W_OK)
        if not is_reading and not is_writable:  # restic itself would try for a quarter of an hour
            raise NotDurable(
                "stores.vault_failed",
                place=self.place,
                reason=N_("the medium can be read only"),
                free=self._free(),
            )
        self.room.mkdir(mode=0o700, parents=True, exist_ok=True)
        guard = ["setpriv", "--pdeathsig", "KILL", "--"] if shutil.which("setpriv") else []
        secret, heard = os.memfd_create("kunci", 0), os.memfd_create("keluhan")
        try:
            os.write(secret, self.passphrase.encode())
            options = ["-r", self.place, "--password-file", f"/proc/self/fd/{secret}", "--retry-lock", "20s"]
            options += ["--cache-dir", str(self.room / "cache")] if self.is_remote else ["--no-cache"]
            options += [_ALONE] if words[0] in _READS else []
            with subprocess.Popen(
                [*guard, program, *options, *words],
                cwd=folder,
                env={name: os.environ[name] for name in _PASSED if name in os.environ}
                | {"TMPDIR": str(self.room), "LC_ALL": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=heard,
                pass_fds=(secret,),
            ) as process:
                try:
                    assert process.stdout is not None
                    yield _Child(process, process.stdout, heard)
                except BaseException:
                    process.kill()
                    raise
        finally:
            os.close(secret)
            os.close(heard)

    def _error(self, status: int, is_full: bool, command: str = "") -> Refusal:
        if status in (_ABSENT, _WRONG_KEY) and (lost := self._lost()):
            return Refusal("stores.vault_damaged", place=self.place, what=lost)
        if status in _KNOWN:
            return Refusal(_KNOWN[status], place=self.place)
        if self.is_remote and command == "cat":  # no network, no such machine, no key for it
            return Refusal("stores.place_away", place=self.place)
        if is_full:
            failed = NotDurable(
                "stores.vault_failed",
                place=self.place,
                reason=N_("the medium is full"),
                free=self._free(),
            )
            return NotDurable("stores.target_full") if command == "restore" else failed
        if command and command not in ("init", "tag", "forget", "unlock"):
            return Refusal("stores.vault_damaged", place=self.place, what=command)
        return NotDurable(
            "stores.vault_failed", place=self.place, reason=f"restic {status}", free=self._free()
        )

    def _lost(self) -> str:
        place = Path(self.place)
        if self.is_remote or not any((place / name).is_dir() for name in ("data", "snapshots")):
            return ""
        if not (place / "config").is_file():
            return "config"
        return "" if any((place / "keys").glob("*")) else "keys"

    def _free(self) -> str:
        if self.is_remote:
            return "?"
        place = Path(self.place)
        try:
            return f"{shutil.disk_usage(place if place.exists() else place.parent).free >> 20} MB"
        except OSError:
            return "?"


@dataclass(frozen=True)
class _Child:
    process: subprocess.Popen[bytes]
    out: IO[bytes]
    heard: int

    def is_full(self) -> bool:
        output = os.pread(self.heard, _HEARD, max(0, os.fstat(self.heard).st_size - _HEARD))
        return any(message in output for message in _FULL)

    def unread(self) -> tuple[str, ...]:
        lines = os.pread(self.heard, os.fstat(self.heard).st_size, 0).splitlines()
        rows = [json.loads(line) for line in lines if line.startswith(b"{")]
        return tuple(dict.fromkeys(str(row["item"]) for row in rows if row.get("item")))
