"""CPU and memory are those of a process and of everything below it."""

from __future__ import annotations

import os
import subprocess
import sys

from bench.processes import Meter, cpu_all, cpu_of, descendants, pss_of

WORK = "import sys, time\nwhile time.process_time() < .3: pass\nprint('done', flush=True)\nsys.stdin.read()"


def test_the_work_of_a_child_that_still_runs_is_counted() -> None:
    with Meter() as spent, subprocess.Popen(
        [sys.executable, "-c", WORK], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:  # fmt: skip
        assert child.stdout is not None
        child.stdout.readline()
        assert child.pid in descendants(os.getpid())
        assert cpu_of([child.pid]) >= 0.25
        assert 1 < pss_of([child.pid]) < 200
        child.communicate()
    assert spent.cpu >= 0.25
    assert spent.wall >= 0.25


def test_what_ran_before_takes_nothing_along_when_it_ends() -> None:
    forgets = (
        "import signal, subprocess, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); "
        f"subprocess.run([sys.executable, '-c', {WORK!r}]); print('gone', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", forgets], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == b"done\n"
        before = cpu_all()
        with Meter() as spent:
            other.stdin.close()
            assert other.stdout.readline() == b"gone\n"
        assert cpu_all() - before < 0
        assert 0 <= spent.cpu < 0.25
