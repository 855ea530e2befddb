"""Signs of life of the doors, in ``var/denyut/``: rewritten within seconds, not synced."""

import json
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Next
from pipeline.settings import Settings

FOLDER = "denyut"
WATCHER, WORKER, WEB = "watcher", "worker", "web"
WORDS = {WATCHER: "pengawas inbox", WORKER: "pekerja latar belakang", WEB: "halaman web"}
SERVICES = {WATCHER: "rangkap-watch", WORKER: "rangkap-worker", WEB: "rangkap-web"}
NEEDED = (WATCHER, WORKER)
"""An office stops without these; pages are one of two ways in."""
EVERY = 5.0
OLD = timedelta(minutes=2)


@dataclass(frozen=True)
class Sign:
    """What is known of a door; ``at`` is UTC."""

    door: str
    lives: bool
    seen: str
    paused: str = ""
    at: datetime | None = None

    @property
    def message(self) -> str:
        """Its state (Indonesian)."""
        name = WORDS[self.door]
        if not self.seen:
            return f"{name} belum pernah hidup"
        if not self.lives:
            return f"{name} terakhir hidup {self.seen}"
        return self.paused or f"{name} hidup, terakhir {self.seen}"

    @property
    def then(self) -> str:
        """What the admin does if it is dead (Indonesian)."""
        if self.lives:
            return ""
        again, act = ("lagi ", "restart") if self.seen else ("", "start")
        return f"jalankan {again}(admin): systemctl {act} {SERVICES[self.door]}, atau seluruh Rangkap"

    @property
    def next(self) -> tuple[Next, ...]:
        """The act that starts a dead door."""
        return () if self.lives else (Next("start"),)


class Heart:
    """Gives a door's signs; extra calls cost nothing."""

    def __init__(self, settings: Settings, door: str) -> None:
        self._folder = settings.var / FOLDER
        self._path = self._folder / f"{door}.json"
        self._next = 0.0
        self._pause: str | None = None

    def beat(self, pause: Refusal | None = None) -> None:
        """``pause``: why nothing is taken in."""
        reason = pause.text("id") if pause else ""
        if time.monotonic() < self._next and reason == self._pause:
            return
        self._next, self._pause = time.monotonic() + EVERY, reason
        self._give(paused=reason)

    def stop(self) -> None:
        """Note an orderly close."""
        self._give(stopped=True)

    def _give(self, **detail: str | bool) -> None:
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            new = self._path.with_suffix(".tmp")
            new.write_text(json.dumps({"at": clock.stamp(clock.now()), **detail}), "utf-8")
            new.replace(self._path)


def of(settings: Settings, door: str) -> Sign:
    """The last sign of ``door``."""
    try:
        known = json.loads((settings.var / FOLDER / f"{door}.json").read_text("utf-8"))
        at = clock.read_stamp(known["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return Sign(door, lives=False, seen="")
    seen = at.astimezone(settings.zone).strftime("%d-%m-%Y %H.%M")
    lives = not known.get("stopped") and abs(clock.now() - at) <= OLD
    return Sign(door, lives, seen, str(known.get("paused", "")) if lives else "", at)
