"""Two verbs at the command line at the same moment: each does its work, or says in words why not; nothing is half done."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipeline.intake.reader import Reader
from pipeline.kernel.text import Exit
from pipeline.records import arrivals, boot
from tests.faults.thinning import is_whole
from tests.office.bureau import ADMIN, ARCHIVIST, CHECKOUT, CLERK, Bureau, copied, one_page
from tests.office.retained import LATER, approved_list, minutes_in, with_schedule
from tests.office.stages import FIRST, SECOND
from tests.waiting import PATIENCE, wait_for

DAY, NEXT_YEAR = "2026-11-24T09:00:00+07:00", "2027-01-05T09:00:00+07:00"
LEAST = 5
"""So many letters come in beside each verb, and wait in the inbox at a time."""
PACE, WHOLE = 3.0, 200
"""With ``--whole``, a letter every so many seconds, whatever waits, and so many letters: twenty a minute for ten minutes."""
Line = tuple[tuple[str, ...], str, str]
"""The words of a verb, who calls it, and what is typed."""


class Ran:
    """A verb that was called: its status, and what it said."""

    def __init__(self, process: subprocess.Popen[str], given: str) -> None:
        self.out, self.err = process.communicate(given, timeout=240)
        self.status = process.returncode


def begun(office: Bureau, line: Line, now: str) -> subprocess.Popen[str]:
    """Start a verb, as somebody types it."""
    words, account, _ = line
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", *words, "--as", account],
        env=os.environ | {"RANGKAP_HOME": str(office.home), "RANGKAP_CLOCK": now},
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def at_once(office: Bureau, lines: Sequence[Line], now: str = DAY) -> list[Ran]:
    """Call verbs at once; each ends with a status that is documented and without a word of Python."""
    boot.close()
    processes = [begun(office, line, now) for line in lines]
    results = [Ran(process, line[2]) for process, line in zip(processes, lines, strict=True)]
    for result in results:
        assert result.status in set(Exit), result.err
        assert "Traceback" not in result.err
        assert "tidak terduga" not in result.err, result.err
        assert result.status == Exit.OK or "[" in result.err, "a refusal has its sentence and its code"
    return results


def need_whole(office: Bureau, now: str = DAY) -> None:
    """Verify finds nothing."""
    (looked,) = at_once(office, [(("verify", "--json"), ARCHIVIST, "")], now)
    assert (looked.status, json.loads(looked.out)["findings"]) == (Exit.OK, [])


def test_a_year_closed_twice_is_closed_once(filed: Bureau) -> None:
    line = (("archive", "close", "2026", "--incomplete"), ARCHIVIST, "lembar hilang\n")
    ran = at_once(filed, [line, line], NEXT_YEAR)
    assert sorted(result.status == Exit.OK for result in ran) == [False, True], [result.err for result in ran]
    assert len({name.split("/")[1] for name in filed.held.names() if name.startswith("2026/T-")}) == 1
    need_whole(filed, NEXT_YEAR)


@pytest.mark.parametrize("begins", [0, 1])
def test_a_case_is_destroyed_or_copied_for_the_victim_never_both(filed: Bureau, begins: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", LATER)
        name = approved_list(with_schedule(filed)).id
    lines: list[Line] = [
        (("destroy-disposal", name, "--answers", minutes_in(filed.home, name)), ARCHIVIST, ""),
        (("propose-copy", FIRST, "formulir-pendaftaran"), CLERK, ""),
    ]
    destroyed, copied = ran = at_once(filed, lines if begins == 0 else lines[::-1], LATER)
    if begins:
        copied, destroyed = ran
    assert (destroyed.status == Exit.OK) != (copied.status == Exit.OK), (destroyed.err, copied.err)
    if destroyed.status == Exit.OK:
        assert not list((filed.settings.var / "salinan").glob("D-*"))
        assert not list((filed.settings.var / "pdf").glob("*"))
        assert not filed.held.files(f"2026/{FIRST}")
    need_whole(filed, LATER)


@pytest.mark.usefixtures("on_file", "in_folder")
def test_a_backup_during_a_move_holds_one_moment(filed: Bureau, tmp_path: Path) -> None:
    usb, key = tmp_path / "usb", filed.settings.var / "keys" / "backup.key"
    backed, moved = at_once(
        filed,
        [
            (("backup", str(usb)), ADMIN, ""),
            (("move-document", FIRST, "surat-masuk-1.pdf", SECOND), CLERK, "salah kasus\n"),
        ],
    )
    assert (backed.status, moved.status) == (Exit.OK, Exit.OK), (backed.err, moved.err)
    need_whole(filed)
    shutil.copyfile(key, tmp_path / "backup.key")
    words = [
        sys.executable,
        "-m",
        "pipeline.cli",
        "restore",
        usb,
        tmp_path / "baru",
        "--key",
        tmp_path / "backup.key",
    ]
    done = subprocess.run(words, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == Exit.OK, done.stderr
    need_whole(Bureau(tmp_path / "baru", filed.reader))


@pytest.mark.usefixtures("on_file", "in_folder")
def test_letters_that_come_in_steadily_disturb_neither_backup_nor_verify(
    stage: Callable[[str], Path], office_reader: Reader, tmp_path: Path, office_clock: None
) -> None:
    office = Bureau(copied(stage("filed"), tmp_path / "rumah"), office_reader)
    watcher, began, dropped = begun(office, (("watch",), ADMIN, ""), DAY), time.monotonic(), 0

    def due() -> bool:
        if is_whole():
            return time.monotonic() >= began + PACE * dropped
        return len(list(office.settings.inbox.glob("SCN_*"))) < LEAST

    try:
        while dropped < (WHOLE if is_whole() else 3 * LEAST):
            for line in (
                (("verify", "--json"), ARCHIVIST, ""),
                (("backup", str(tmp_path / f"usb-{dropped}")), ADMIN, ""),
                (("verify", "--json"), ARCHIVIST, ""),
            ):
                came, beside = there(office), begun(office, line, DAY)
                while beside.poll() is None or there(office) < came + LEAST:
                    wait_for(due, pause=0.05)
                    assert watcher.poll() is None
                    office.drop(one_page(f"surat {dropped}"))
                    dropped += 1
                ran = Ran(beside, "")
                assert ran.status == Exit.OK, ran.err
                assert "findings" not in ran.out or json.loads(ran.out)["findings"] == []
        wait_for(lambda: not list(office.settings.inbox.glob("SCN_*")))
    finally:
        watcher.terminate()
        watcher.communicate(timeout=PATIENCE)
    need_whole(office)
    office.session()
    assert len(arrivals.listed(*arrivals.WAITING)) >= dropped
    boot.close()


def there(office: Bureau) -> int:
    """Return how many documents lie in the office's own folder."""
    return len(list(office.settings.arrivals.iterdir()))


def test_a_rebuild_beside_the_watcher_waits_for_it_and_the_letter_is_taken_in(
    stage: Callable[[str], Path], office_reader: Reader, tmp_path: Path, office_clock: None
) -> None:
    office = Bureau(copied(stage("filed"), tmp_path / "rumah"), office_reader)
    watcher = begun(office, (("watch",), ADMIN, ""), DAY)
    try:
        office.drop(one_page("datang dahulu"))
        wait_for(lambda: watcher.poll() is not None or not list(office.settings.inbox.glob("SCN_*")))
        assert watcher.poll() is None  # what was dropped is taken: it is at work
        office.drop(one_page("datang sementara itu"))
        (built,) = at_once(office, [(("rebuild",), ADMIN, "")])
        wait_for(lambda: watcher.poll() is not None or not list(office.settings.inbox.glob("SCN_*")))
        assert watcher.poll() is None
    finally:
        watcher.terminate()
        _, err = watcher.communicate(timeout=PATIENCE)
    assert "Traceback" not in err
    assert (built.status, "office.home_in_use" in built.err) == (Exit.REFUSED, True)
    assert list(office.settings.inbox.glob("SCN_*")) == []
    (built,) = at_once(office, [(("rebuild",), ADMIN, "")])
    assert built.status == Exit.OK, built.err
    need_whole(office)
    office.receive()
    assert len(arrivals.listed(*arrivals.WAITING)) == 2
    boot.close()
