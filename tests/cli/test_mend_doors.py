"""What the doors do not let through: files of the office to ``read``, and file names to a log or the queue."""

import json
import logging
import traceback
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.errors import NotDurable
from pipeline.kernel.text import Exit
from pipeline.watcher import __main__ as watcher
from pipeline.worker import jobs
from tests.office.bureau import Bureau, one_page

SECRET = "surat-siti-aminah.pdf"


@pytest.mark.parametrize("folder", ["archive", "var", "inbox"])
@pytest.mark.parametrize("is_link", [False, True])
def test_a_file_of_the_office_is_not_read_without_trace(
    bureau: Bureau,
    tmp_path: Path,
    folder: str,
    is_link: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.leave()))
    path = bureau.home / folder / "surat.pdf"
    path.write_bytes(one_page())
    if is_link:
        (tmp_path / "tautan.pdf").symlink_to(path)
        path = tmp_path / "tautan.pdf"
    outside = tmp_path / "lain.pdf"
    outside.write_bytes(one_page())
    assert main(["read", str(path), str(outside), "--json"]) == Exit.INCOMPLETE
    output = capsys.readouterr()
    results = json.loads(output.out)
    assert "tersimpan di" in results[str(path)]["problems"][0]
    assert results[str(path)]["pages"] == []
    assert len(results[str(outside)]["pages"]) == 1


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
