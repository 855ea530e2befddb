"""A vault: one encrypted repository of backups, kept with restic, in a folder or over SFTP.

The passphrase reaches restic through an anonymous file in memory that only it inherits: it stands in no
argument, no environment and no file outside the home. A snapshot bears the tag ``rangkap-mulai`` until
:meth:`Vault.accept` calls it good, so whatever a kill leaves is never taken for a backup. restic dies with the thread
that started it. Accepted risk: who can write to the medium can delete backups, not forge them.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.kernel.errors import RangkapError
from pipeline.stores.errors_vault import (
    BadPlace,
    NoRestic,
    OtherKey,
    PlaceAway,
    VaultBusy,
    VaultDamaged,
    VaultFailed,
)

GOOD, BEGUN = "rangkap", "rangkap-mulai"
Progress = Callable[[float], None]
_PASSED = ("PATH", "HOME", "SSH_AUTH_SOCK")
_SFTP = "sftp:"
_INCOMPLETE = 3
_ABSENT, _LOCKED, _WRONG_KEY = 10, 11, 12


@dataclass(frozen=True)
class Snapshot:
    """One backup that was called good: its id, when it was begun (ISO 8601, UTC)."""

    id: str
    at: str


@dataclass(frozen=True)
class Vault:
    """The repository at ``place``; ``room`` is a folder of ours (0700) for restic's own temporary files."""

    place: str
    passphrase: str
    room: Path

    @property
    def is_remote(self) -> bool:
        """Tell whether the vault lies on another machine."""
        return self.place.startswith(_SFTP)

    def is_there(self) -> bool:
        """Tell whether there is a repository that the passphrase opens. Raises OtherKey, VaultDamaged."""
        try:
            self._run("cat", "config")
        except PlaceAway:
            return False
        return True

    def make(self) -> None:
        """Make the repository; its folder may be new, the one above must be there. Raises PlaceAway, VaultFailed."""
        if not self.is_remote and not Path(self.place).parent.is_dir():
            raise PlaceAway(place=self.place)
        self._run("init")

    def release(self) -> None:
        """Take away the locks that killed runs left."""
        self._run("unlock")

    def store(
        self, folder: Path, names: Sequence[str], excluded: Sequence[str], progress: Progress
    ) -> tuple[str, bool]:
        """Back up ``names`` of ``folder``; returns the id and whether every file could be read."""
        words = ["backup", "--host", "rangkap", "--tag", BEGUN]
        words += [word for one in excluded for word in ("--exclude", one)]
        lines, status = self._talk([*words, "--", *names], folder, progress)
        summary = next((one for one in lines if one.get("message_type") == "summary"), None)
        if summary is None or status not in (0, _INCOMPLETE):
            raise self._error(status)
        return str(summary["snapshot_id"]), status == 0

    def accept(self, snapshot: str) -> str:
        """Call a snapshot good; returns its new id. Unaccepted ones are forgotten."""
        self._run("tag", "--set", GOOD, snapshot)
        rows = self._listed()
        if begun := [str(one["id"]) for one in rows if BEGUN in (one.get("tags") or ())]:
            self._run("forget", *begun)
        for one in rows:
            if GOOD in (one.get("tags") or ()) and snapshot in (one["id"], one.get("original")):
                return str(one["id"])
        raise VaultDamaged(place=self.place, what="tag")

    def snapshots(self) -> list[Snapshot]:
        """Return the good backups, oldest first."""
        rows = self._listed()
        return [Snapshot(one["id"], one["time"]) for one in rows if GOOD in (one.get("tags") or ())]

    def _listed(self) -> list[dict[str, Any]]:
        rows = json.loads(self._run("snapshots", "--json") or b"[]") or []
        return sorted(rows, key=lambda one: str(one["time"]))

    def read(self, snapshot: str, path: str) -> bytes:
        """Return one file of a snapshot as it reads back. Raises VaultDamaged."""
        return self._run("dump", snapshot, f"/{path}")

    def digest(self, snapshot: str, path: str) -> str:
        """Return the SHA-512 of one file of a snapshot as it reads back. Raises VaultDamaged."""
        found = hashlib.sha512()
        with self._begun(("dump", snapshot, f"/{path}"), Path.cwd()) as process:
            assert process.stdout is not None
            while data := process.stdout.read(1 << 20):
                found.update(data)
        if process.returncode:
            raise self._error(process.returncode, what="dump")
        return found.hexdigest()

    def check(self, subset: str) -> None:
        """Check the structure and read ``subset`` (``10%``, ``100%``) of the data back. Raises VaultDamaged."""
        self._run("check", f"--read-data-subset={subset}")

    def thin(self, keep: Sequence[str]) -> None:
        """Forget backups beyond those that ``keep`` (``--keep-daily=30`` …) names, and free their space."""
        self._run("forget", "--tag", GOOD, "--group-by", "", "--prune", *keep)

    def restore(self, snapshot: str, folder: Path, progress: Progress) -> None:
        """Write a snapshot into ``folder``; every part is checked by its digest. Raises VaultDamaged."""
        words = ["restore", snapshot, "--target", str(folder)]
        _, status = self._talk(words, folder, progress)
        if status:
            raise self._error(status, what="restore")

    def _run(self, *words: str) -> bytes:
        with self._begun(words, Path.cwd()) as process:
            out, _ = process.communicate()
        if process.returncode:
            raise self._error(process.returncode, what=words[0])
        return bytes(out)

    def _talk(
        self, words: Sequence[str], folder: Path, progress: Progress
    ) -> tuple[list[dict[str, Any]], int]:
        """Run with JSON lines; returns all but the states, and the exit status."""
        told = []
        with self._begun([*words[:1], "--json", *words[1:]], folder) as process:
            assert process.stdout is not None
            for line in process.stdout:
                one = json.loads(line) if line.startswith(b"{") else {}
                if one.get("message_type") == "status":
                    progress(float(one.get("percent_done", 0.0)))
                elif one:
                    told.append(one)
        return told, process.returncode

    @contextmanager
    def _begun(self, words: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
        program = shutil.which("restic")
        if program is None:
            raise NoRestic
        if not (self.is_remote or Path(self.place).is_absolute()):
            raise BadPlace(place=self.place[:80])
        self.room.mkdir(mode=0o700, parents=True, exist_ok=True)
        guard = ["setpriv", "--pdeathsig", "KILL", "--"] if shutil.which("setpriv") else []
        secret = os.memfd_create("kunci", 0)
        try:
            os.write(secret, self.passphrase.encode())
            options = ["-r", self.place, "--password-file", f"/proc/self/fd/{secret}", "--retry-lock", "20s"]
            options += ["--cache-dir", str(self.room / "cache")] if self.is_remote else ["--no-cache"]
            with subprocess.Popen(
                [*guard, program, *options, *words],
                cwd=folder,
                env={name: os.environ[name] for name in _PASSED if name in os.environ}
                | {"TMPDIR": str(self.room), "LC_ALL": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=(secret,),
            ) as process:
                try:
                    yield process
                except BaseException:
                    process.kill()
                    raise
        finally:
            os.close(secret)

    def _error(self, status: int, what: str = "") -> RangkapError:
        """Return the sentence for an exit status of restic."""
        known = {_ABSENT: PlaceAway, _LOCKED: VaultBusy, _WRONG_KEY: OtherKey}
        if status in known:
            return known[status](place=self.place)
        if what and what not in ("init", "tag", "forget", "unlock"):
            return VaultDamaged(place=self.place, what=what)
        return VaultFailed(place=self.place, reason=f"restic {status}", free=self._free())

    def _free(self) -> str:
        if self.is_remote:
            return "?"
        try:
            return f"{shutil.disk_usage(Path(self.place).parent).free >> 20} MB"
        except OSError:
            return "?"
