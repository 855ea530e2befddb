"""A restore on trial beside the office: noted in its history with how it went, and the last one is told of its health."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.kernel.text import Exit
from pipeline.office.base import acts
from pipeline.office.overview import health
from pipeline.office.overview.health import Grade, Point
from pipeline.records.models import HistoryRow
from tests.office.bureau import ADMIN, Bureau

Run = Callable[..., tuple[int, str, str]]


def told(office: Bureau) -> Point:
    """Return what the health of the office says of the last trial."""
    return next(point for point in health.look(office.session(ADMIN)) if point.what == "trial")


@pytest.mark.usefixtures("on_file", "in_folder")
def test_a_trial_that_passed_is_noted_and_shown(
    medium: tuple[Bureau, Path, Path], run: Run, tmp_path: Path
) -> None:
    office, usb, key = medium
    assert (told(office).state, told(office).grade) == ("never", Grade.CHECK)
    status, _, err = run(office, "", "restore", str(usb), str(tmp_path / "coba"), "--key", str(key))
    assert status == Exit.OK, err
    assert "Percobaan pemulihan ini dicatat pada kantor" in err
    assert (tmp_path / "coba" / "office.toml").exists()
    point = told(office)
    assert (point.state, point.fields["entries"]) == ("good", 2)
    noted = HistoryRow.objects.get(verb="restore_trial")
    assert len(noted.subject) == 12
    assert acts.format_act("restore_trial", {}, "id") == "mencoba pemulihan cadangan: berhasil"
    assert not HistoryRow.objects.filter(verb="restore").exists(), "that stands in the home that came back"


@pytest.mark.usefixtures("on_file", "in_folder")
def test_a_trial_that_failed_is_noted_and_alarms(
    medium: tuple[Bureau, Path, Path], run: Run, tmp_path: Path
) -> None:
    office, usb, key = medium
    next(path for path in (usb / "keys").iterdir()).unlink()
    status, _, _ = run(office, "", "restore", str(usb), str(tmp_path / "coba"), "--key", str(key))
    assert status == Exit.DAMAGED
    point = told(office)
    assert (point.state, point.grade, point.fields["code"]) == ("failed", Grade.BAD, "office.backup_damaged")
    assert HistoryRow.objects.filter(verb="restore_trial_failed").count() == 1
