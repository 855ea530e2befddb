"""Lines of the doors as JSON objects: the same words, their fields, and of an error nothing but kind and place."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel import log
from pipeline.kernel.errors import Exit

CANARY = "Sitikanari"
_PROGRAM = f"""
import logging, sys, threading, warnings
from pipeline.kernel import log
log.begin(logging.INFO, "%(name)s %(message)s")
logger = logging.getLogger("rangkap.watch")
logger.info("taken %s", "A-2026-0001", extra=log.event("agenda", item="A-2026-0001", code=""))
logger.debug("nobody asked")
logging.getLogger("lib").warning("two\\nlines \\x1b[2J")
warnings.warn("old")
def broken():
    raise ValueError("{CANARY}")
try:
    broken()
except ValueError:
    logging.getLogger("lib").error("failed", exc_info=True) if log.is_json() else None
thread = threading.Thread(target=broken)
if log.is_json():
    thread.start(); thread.join()
    broken()
"""


def said(form: str, **more: str) -> tuple[int, str]:
    """Run the program with ``RANGKAP_LOG``; return its exit status and what stood on standard error."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(Path(log.__file__).parents[2]),
        "RANGKAP_LOG": form,
    }
    line = [sys.executable, "-P", "-c", _PROGRAM]
    done = subprocess.run(line, env=environment | more, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def test_every_line_is_an_object_and_no_value_of_an_error_stands_in_it() -> None:
    status, told = said("json")
    assert status == 1, "the last error ended it"
    assert CANARY not in told
    rows: list[dict[str, Any]] = [json.loads(line) for line in told.splitlines()]
    taken, two, old, failed, thread, last = rows
    assert (taken["from"], taken["level"], taken["event"]) == ("rangkap.watch", "info", "agenda")
    assert (taken["said"], taken["item"], "code" in taken) == ("taken A-2026-0001", "A-2026-0001", False)
    assert two["said"] == "two\nlines \x1b[2J"
    assert "\x1b" not in told
    assert "old" in old["said"]
    for one in (failed, thread, last):
        assert one["kind"] == "ValueError"
        assert one["place"][-1].endswith("broken")
    assert (thread["event"], last["event"], last["level"]) == ("unforeseen", "unforeseen", "critical")


@pytest.mark.parametrize("form", ["", "plain"])
def test_plain_lines_hold_the_same_events(form: str) -> None:
    status, told = said(form)
    assert status == 0
    assert told.startswith("rangkap.watch taken A-2026-0001\nlib two\nlines")


def test_a_word_that_is_neither_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(log.SETTING, "xml")
    with pytest.raises(log.UnknownLog) as refused:
        log.begin()
    assert refused.value.status == Exit.USAGE


def test_the_place_of_an_error_is_kept_in_either_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise OSError(f"/srv/{CANARY}.pdf")
    except OSError as error:
        log.keep_unforeseen(tmp_path, "web", error)
        monkeypatch.setenv(log.SETTING, log.JSON)
        with caplog.at_level(logging.ERROR):
            log.keep_unforeseen(tmp_path, "web", error)
            log.keep_unforeseen(tmp_path / "tidak" / "ada", "", error)
    first, second, third = (tmp_path / log.FILE).read_text("utf-8").splitlines()
    assert first.endswith(" web OSError")
    assert second.startswith("  test_log.py:")
    kept = json.loads(third)
    assert (kept["from"], kept["event"], kept["kind"]) == ("rangkap.web", "unforeseen", "OSError")
    assert [one.getMessage() for one in caplog.records] == ["unforeseen OSError"]
    assert CANARY not in first + second + third + caplog.text
