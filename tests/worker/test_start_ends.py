"""``rangkap start`` is a real process here: told to stop, or its terminal closed, it leaves no watcher and no worker behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from pipeline.kernel import clock
from tests.office.bureau import Bureau
from tests.worker.doors import processes_of, wait_for

DOORS = 3
"""The supervisor itself, watcher and worker; the worker begins more."""


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda one: one.name)
def test_nothing_goes_on_behind_it(bureau: Bureau, how: signal.Signals) -> None:
    bureau.leave()
    started = subprocess.Popen(
        [sys.executable, "-P", "-m", "pipeline.cli", "start"],
        env=os.environ | {"RANGKAP_HOME": str(bureau.home), "RANGKAP_CLOCK": clock.now().isoformat()},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(lambda: len(processes_of(bureau.home)) > DOORS)
        started.send_signal(how)
        assert started.wait(60) == 0
        assert processes_of(bureau.home) == []
    finally:
        for one in processes_of(bureau.home):
            os.kill(one, signal.SIGKILL)
