"""What the doors do not let through: files of the office to ``read``, and file names to a log or the queue."""

from __future__ import annotations

import logging
import traceback

import pytest

from pipeline.kernel.errors import Exit, NotDurable
from pipeline.watcher import __main__ as watcher
from pipeline.worker import jobs
from tests.office.bureau import Bureau

SECRET = "surat-siti-aminah.pdf"


def _failing(*_given: object) -> None:
    raise FileNotFoundError(2, "No such file or directory", SECRET)


def test_the_watcher_tells_where_it_failed_and_no_name(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.leave()))
    monkeypatch.setattr("pipeline.office.overview.watch.start", _failing)
    with caplog.at_level(logging.INFO):
        assert watcher.main() == Exit.FAILED
    assert "FileNotFoundError" in caplog.text
    assert "test_mend_doors.py" in caplog.text
    assert SECRET not in caplog.text


def test_the_queue_keeps_no_name_of_a_job_that_failed(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.leave()))
    monkeypatch.setattr(jobs, "read_job", _failing)
    with pytest.raises(RuntimeError, match=r"^FileNotFoundError$") as failed:
        jobs.run("read", "x")
    kept = "".join(traceback.format_exception(failed.value))
    assert SECRET not in kept + caplog.text
    assert "test_mend_doors.py" in caplog.text


def test_the_queue_keeps_the_code_of_a_refusal(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        try:
            _failing()
        except OSError as error:
            raise NotDurable(reason="penuh") from error

    monkeypatch.setenv("RANGKAP_HOME", str(bureau.leave()))
    monkeypatch.setattr(jobs, "read_job", full)
    with pytest.raises(RuntimeError, match=r"^kernel\.not_durable$") as failed:
        jobs.run("read", "x")
    assert SECRET not in "".join(traceback.format_exception(failed.value))
