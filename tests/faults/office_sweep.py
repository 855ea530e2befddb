"""Faults at every call that changes the home of an office, in one step of the procedure.

As :mod:`tests.faults.strace_sweep`, whose words are used here, but strace is attached to a fork of a warm
server (:mod:`tests.faults.office_server`): what a step starts itself (the reader, LibreOffice) is not traced,
and nothing slow is done twice. The rules are the same: every fault must fire, the number of points has a
floor, and an error that is passed over is a finding.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from tests.faults.may_pass import may_pass
from tests.faults.rate import counted
from tests.faults.strace_sweep import CALLS, KILL, LIE, Failure, Point, Report, traced
from tests.faults.thinning import thinned

CHECKOUT = Path(__file__).parents[2]
_PLACE = re.compile(r"^(?:\d+ +)?pwrite64\(\d+<(\S+rangkap\.db\S*)>, .*, (\d+), (\d+)\) = ")
"""File, size and place of a write to the database."""
_LINE = re.compile(r"^(\w+)\((.*)$")
_TRIES = 6
LATE, _FIRED = 3, 0.95
"""Of SQLite's last writes some may not come again: how many pages it writes depends on random bytes."""
_CLOCK = "2026-11-24T08:00:00+07:00"


class Server:
    """The warm server of one step; ``root`` is the home it works on."""

    def __init__(
        self, step: str, folder: Path, *bug: str, program: str = "tests.faults.office_server"
    ) -> None:
        self.step = step
        self.root = folder / "rumah"
        self.kept = folder / "asal"
        self.log = folder / "strace"
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "RANGKAP_CLOCK": _CLOCK}
        for name in [name for name in environment if name.startswith(("COV_", "COVERAGE_"))]:
            del environment[name]
        self.counts: dict[str, int] = {}
        self.errors = (folder / "stderr").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", program, *([step] if step else []), str(self.root), *bug],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
        )

    def __enter__(self) -> Self:
        wrong = self.ask("prepare")["wrong"]
        if wrong:  # else what it leaves open fails the tests that follow
            self.__exit__()
        assert not wrong, wrong
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(30)
        self.process.stdout.close()
        self.errors.close()

    def ask(self, command: str) -> dict[str, Any]:
        """Give a command and return the answer."""
        self.tell(command)
        return self.heard()

    def tell(self, command: str) -> None:
        """Give a command; :meth:`heard` gives the answer."""
        assert self.process.stdin
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def heard(self) -> dict[str, Any]:
        """Return the next answer."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, Path(self.errors.name).read_text("utf-8")[-2000:]
        answer: dict[str, Any] = json.loads(line)
        return answer

    def reset(self) -> None:
        """Put the home into its first state."""
        shutil.rmtree(self.root)
        shutil.copytree(self.kept, self.root, symlinks=True)

    def run(self, *options: str, is_fresh: bool = True) -> int:
        """Do the step under strace with ``options``, from the first state or as it is; return its exit status."""
        if is_fresh:
            self.reset()
        pid = self.ask("fork" if is_fresh else "again")["pid"]
        command = ["strace", "-y", "-o", str(self.log), *options, "-p", str(pid)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr
            line = tracer.stderr.readline()
            assert "attached" in line, line
            status: int = self.ask("go")["status"]
            tracer.stderr.read()
        return status

    def points(self) -> tuple[Point, ...]:
        """Do the step once, whole, and list the calls that name something in the home."""
        status = self.run("-e", traced(CALLS))
        assert status == 0, Path(self.errors.name).read_text("utf-8")[-2000:]
        counts: dict[str, int] = {}
        points = []
        for line in self.log.read_text("utf-8", "backslashreplace").splitlines():
            match = _LINE.match(line)
            if match is None:
                continue
            counts[match[1]] = nth = counts.get(match[1], 0) + 1
            if f"{self.root}" in match[2] and " = -1 " not in line:
                points.append(Point(match[1], nth, line))
        assert not self.ask("judge")["wrong"]
        self.counts = counts
        return tuple(points)

    def sweep(
        self,
        fault: str,
        floor: int,
        every: int = 1,
        first: int = 0,
        without: str = "",
        calls: Sequence[str] = CALLS,
        stop_at_first: bool = False,
    ) -> Report:
        """Inject ``fault`` at every ``every``-th point, beginning with ``first``; there are at least ``floor``.

        Points whose line holds ``without`` are left out: what another step sweeps; ``calls`` are looked at.
        """
        listed = [point for point in self.points() if not without or without not in point.line]
        assert len(listed) >= floor, f"only {len(listed)} points, {floor} expected"
        failures: list[Failure] = []
        looked_at = [point for point in listed if point.call in calls]
        with counted(f"{self.step}, {fault} at {len(looked_at)} points") as count:
            for point in (tried := looked_at[thinned(every, first)]):
                status = self._inject(point, fault)
                if status is None:
                    continue
                count.faults += 1
                wrong = self._judge(point, fault, status)
                if wrong:
                    failures.append(Failure(point, fault, wrong))
                    if stop_at_first:
                        break
        assert failures or count.faults >= len(tried) * _FIRED - LATE, f"only {count.faults} of {len(tried)}"
        return Report(len(listed), count.faults, tuple(failures))

    def sweep_twice(self, floor: int, every: int, then: int, fault: str = KILL) -> Report:
        """Inject ``fault`` at every ``every``-th point, and kill when the step is done again, at every ``then``-th."""
        listed = self.points()
        assert len(listed) >= floor, f"only {len(listed)} points, {floor} expected"
        failures: list[Failure] = []
        with counted(f"{self.step}, {fault}, then a kill") as count:
            for first in listed[every // 2 :: every]:
                for second in listed[::then]:
                    rule = f"inject={second.call}:{KILL}:when={second.nth}"
                    if self._inject(first, fault) is None:
                        continue
                    again = self.run("-e", traced([second.call]), "-e", rule, is_fresh=False)
                    count.faults += again == -9
                    if wrong := str(self.ask("judge")["wrong"]):
                        failures.append(Failure(first, fault, f"then at {second}: {wrong}"))
        return Report(len(listed), count.faults, tuple(failures))

    def _inject(self, point: Point, fault: str) -> int | None:
        """Do the step with ``fault`` at ``point``; return its exit status, or None if it never fired.

        SQLite writes a page more or less from run to run, and takes its log down and up again only if no other
        connection is open just then; so the last of its writes and of its ``fdatasync``, which nothing else
        calls, may need several tries or never come. A sign of life more or less makes another call the ``nth``: then
        it is tried again. The caller looks at how many faults fired.
        """
        injected = f"retval={point.size}" if fault == LIE else fault
        rule = f"inject={point.call}:{injected}:when={point.nth}"
        for _ in range(_TRIES):
            status = self.run("-e", traced([point.call]), "-e", rule)
            if status == -9 if fault == KILL else self._is_hit(point):
                return status
        assert "rangkap.db" in point.line or point.call == "fdatasync", f"no {fault} at {point}"
        return None

    def _is_hit(self, point: Point) -> bool:
        """Tell whether the error was injected, and into no sign of life in place of ``point``, or the other way round."""
        failed = self._failed()
        return bool(failed) and may_pass(replace(point, line=failed)) == may_pass(point)

    def _failed(self) -> str:
        """Return the line of the call into which an error was injected."""
        lines = self.log.read_text("utf-8", "replace").splitlines()
        return next((line for line in lines if "(INJECTED)" in line), "")

    def _judge(self, point: Point, fault: str, status: int) -> str:
        if fault != KILL:
            if status == 0 and fault != LIE and not self._is_mended(point):
                return "the error was swallowed"
            if status == 2:
                return Path(self.errors.name).read_text("utf-8").strip().splitlines()[-1]
        return str(self.ask("judge")["wrong"])

    def _is_mended(self, point: Point) -> bool:
        """Tell whether an error may pass: it matters to nobody else, or the work was done again at once.

        The watcher tries a filing that failed once more in the same round; then there are more calls than
        in a run without a fault, or the same bytes of the database are written again at their place.
        """
        if may_pass(point):
            return True
        lines = self.log.read_text("utf-8", "replace").splitlines()
        calls = [line for line in lines if _LINE.match(line)]
        return len(calls) > self.counts[point.call] or _is_written_again(lines)


def _is_written_again(lines: Sequence[str]) -> bool:
    """Tell whether the write to the database that was made to fail was made again after it, at the same place."""
    failed = next((n for n, line in enumerate(lines) if "(INJECTED)" in line), len(lines))
    place = _PLACE.search(lines[failed]) if failed < len(lines) else None
    return place is not None and any(
        (again := _PLACE.search(line)) is not None and again.groups() == place.groups()
        for line in lines[failed + 1 :]
    )
