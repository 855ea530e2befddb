"""A kill before and after every request that a step makes to the bucket of its archive; then a new process goes on.

As :mod:`tests.faults.office_sweep`, but what is counted are the requests: a go-between sees each of them, and kills the process
that makes it (SIGKILL) before it passes the request on, or when it was done and before the answer is given.
"""

import os
import secrets
import shutil
import signal
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit

from pipeline.archive.layout import STAGING
from pipeline.stores.bucket import Bucket
from tests.faults import office_sweep
from tests.faults.bucket_server import kept
from tests.faults.rate import counted
from tests.faults.strace_sweep import Failure, Point, Report
from tests.faults.thinning import thinned
from tests.office.bucket_form import bucket_form
from tests.office.bucket_home import put_key
from tests.stores.go_between import Asked, GoBetween, Side
from tools import s3

SIDES = (Side.BEFORE, Side.AFTER)
LATE = 12
"""So many of the last requests may not come again: a bucket may still name a folder whose last item went, which is looked into."""
_LIMIT = 1 << 28
_AT_ONCE = 8


class Server(office_sweep.Server):
    """The warm server of all steps, and the folder of a bucket in which the archive of its home lies."""

    def __init__(self, folder: Path, server: s3.Server, go_between: GoBetween, *bug: str) -> None:
        super().__init__("", folder, *bug, program="tests.faults.bucket_server")
        self.prefix = f"kantor-{secrets.token_hex(6)}"
        self.address = f"s3://{s3.PLAIN}/{self.prefix}?endpoint={{}}"
        self.between, self.server = go_between, server
        self.store: Bucket = s3.opened(server.endpoint, s3.PLAIN, self.prefix)
        self.items: dict[str, dict[str, bytes]] = {}
        self.pid = 0

    def __enter__(self) -> Self:
        return self

    def begin(self, step: str) -> None:
        """Do ``step`` from now on; the homes before it are made where they are missing."""
        if step not in self.items:
            answer = self.ask(f"prepare {step}")
            assert not answer["wrong"], answer["wrong"]
            archive = kept(self.root, step) / "archive"
            self.items[step] = bucket_form(archive)
            shutil.rmtree(archive)
            archive.mkdir(0o700)
            put_key(kept(self.root, step))
        self.step = step
        self.ask(f"step {step}")

    def reset(self) -> None:
        """Put home and bucket into their first state."""
        shutil.rmtree(self.root)
        shutil.copytree(kept(self.root, self.step), self.root, symlinks=True)
        wanted = self.items[self.step]
        there = {item.name: item.size for item in self.store.items()}

        def right(name: str) -> None:
            if name not in wanted:
                self.store.remove(name)
            elif name not in there:
                self.store.put_new(name, wanted[name])
            else:
                held = self.store.read(name, _LIMIT)
                if held.data != wanted[name]:
                    self.store.replace(name, wanted[name], held.mark)

        with ThreadPoolExecutor(_AT_ONCE) as workers:
            list(workers.map(right, {*wanted, *there}))

    def go(self, watch: Callable[[Side, Asked], bool], *, is_fresh: bool = True) -> int:
        """Do the step, from the first state or as it is, with somebody who looks at its requests; returns its exit status."""
        if is_fresh:
            self.reset()
        self.between.watch = watch
        self.ask(f"at {self.address.format(self.between.endpoint)}")
        self.pid = self.ask("fork" if is_fresh else "again")["pid"]
        status: int = self.ask("go")["status"]
        self.between.watch = lambda side, asked: True
        return status

    def judged(self) -> str:
        """Let a new process recover, do what is left and look at everything; returns what is wrong."""
        self.ask(f"at {self.address.format(self.server.endpoint)}")
        wrong = str(self.ask("judge")["wrong"])
        rooms = [item.name for item in self.store.items(STAGING) if self.store.read(item.name, _LIMIT).data]
        return wrong or (f"left at work: {rooms}" if rooms else "")

    def names(self) -> set[str]:
        """Return the names of all items."""
        return {item.name for item in self.store.items()}

    def requests(self) -> list[Point]:
        """Do the step once, whole, and list its requests."""
        seen: list[str] = []

        def look(side: Side, asked: Asked) -> bool:
            if side is Side.BEFORE:
                seen.append(self.told(asked))
            return True

        status = self.go(look)
        assert status == 0, Path(self.errors.name).read_text("utf-8")[-2000:]
        wrong = self.judged()
        assert not wrong, wrong
        return [Point(request.split()[0], nth, request) for nth, request in enumerate(seen, 1)]

    def told(self, asked: Asked) -> str:
        """Return what a request asks for: of a list the folder, else the item, as the office names it."""
        url = urlsplit(asked.path)
        query = dict(part.partition("=")[::2] for part in url.query.split("&"))
        if "list-type" in query:
            return f"LIST {unquote(query.get('prefix', '')).removeprefix(self.prefix)}"
        return f"{asked.method} {unquote(url.path).partition(self.prefix)[2]}"

    def sweep_requests(
        self, step: str, floor: int, every: int = 1, first: int = 0, *, stop_at_first: bool = False
    ) -> Report:
        """Kill ``step`` before and after every ``every``-th of its requests, of which there are at least ``floor``."""
        self.begin(step)
        listed, right = self.requests(), self.names()
        assert len(listed) >= floor, f"only {len(listed)} requests, {floor} expected"
        faults = [(point, side) for point in listed for side in SIDES][thinned(every, first)]
        failures: list[Failure] = []
        with counted(f"{step}, a kill at {len(listed)} requests to the bucket") as count:
            for point, side in faults:
                if self.go(self.killing(point.nth, side)) != -signal.SIGKILL:
                    continue
                count.faults += 1
                failures.extend(self._found(point, side, right))
                if failures and stop_at_first:
                    break
        assert failures or count.faults >= len(faults) - LATE, f"only {count.faults} of {len(faults)}"
        return Report(len(listed), count.faults, tuple(failures))

    def sweep_recoveries(self, step: str, begun: Iterable[str], every: int = 1) -> Report:
        """Kill ``step`` after each request that is named in ``begun``, and what goes on after it at every ``every``-th request."""
        self.begin(step)
        listed, right = self.requests(), self.names()
        firsts = [next(point for point in listed if point.line == line) for line in begun]
        failures: list[Failure] = []
        with counted(f"{step}, a kill and another in what follows") as count:
            for number, first in enumerate(firsts):
                places = [(nth, side) for nth in range(1, 2 * len(listed)) for side in SIDES]
                for nth, side in places[thinned(every, number)]:
                    self.go(self.killing(first.nth, Side.AFTER))
                    if self.go(self.killing(nth, side), is_fresh=False) != -signal.SIGKILL:
                        break  # it makes no more requests than that
                    count.faults += 1
                    failures.extend(self._found(Point("", nth, f"after {first}"), side, right))
        return Report(len(listed), count.faults, tuple(failures))

    def killing(self, nth: int, side: Side) -> Callable[[Side, Asked], bool]:
        """Return who kills the process on that ``side`` of its ``nth`` request, and lets nothing through any more."""
        count, is_dead = 0, False

        def look(now: Side, _asked: Asked) -> bool:
            nonlocal count, is_dead
            count += now is Side.BEFORE
            if not is_dead and (count, now) == (nth, side):
                is_dead = True
                os.kill(self.pid, signal.SIGKILL)
            return not is_dead

        return look

    def _found(self, point: Point, side: Side, right: set[str]) -> list[Failure]:
        wrong = self.judged()
        if not wrong and self.names() != right:
            wrong = f"other items: {sorted(self.names() ^ right)}"
        return [Failure(point, f"kill {side}", wrong)] if wrong else []
