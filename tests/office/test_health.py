"""How the office itself is: each thing that can be wrong is told by its state, and what everybody must know of is an alarm."""

from datetime import timedelta

import pytest

from pipeline.kernel import clock
from pipeline.office.base import backup_state, heartbeat
from pipeline.office.base.heartbeat import WATCHER, WORKER, Heart
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import verify_state
from pipeline.office.letters.confirm_clock import confirm_clock
from pipeline.office.overview import health
from pipeline.office.overview.health import Grade
from pipeline.records import history, queue
from tests.office.bureau import ADMIN, CLERK, Bureau, one_page


def states(bureau: Bureau) -> dict[str, str]:
    """What is told of each thing."""
    return {point.what: point.state for point in health.look(bureau.session(ADMIN))}


def alarmed(bureau: Bureau) -> list[tuple[str, str]]:
    """What stands on every page."""
    return [(alarm.what, alarm.state) for alarm in health.alarms(bureau.session(CLERK))]


def test_an_office_that_was_never_opened_lacks_doors_checks_and_backups(bureau: Bureau) -> None:
    points = states(bureau)
    assert (points["watcher"], points["worker"]) == ("never", "never")
    assert (points["verify"], points["backup"], points["certificate"]) == ("never", "never", "not_needed")
    assert alarmed(bureau) == [], "a home for trying may stand still"
    now = clock.stamp(clock.now())
    last = {"at": now, "place": "sftp:di@lain:/x", "entries": 3, "read": "4/20"}
    backup_state.write(bureau.settings, {"last": last})
    assert states(bureau)["backup"] == "good"
    backup_state.write(bureau.settings, {"failed": {"at": now, "code": "stores.place_away"}})
    assert states(bureau)["backup"] == "failed"


def test_a_watcher_that_died_is_told_to_everybody(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    for door in (WATCHER, WORKER):
        Heart(bureau.settings, door).beat()
    assert states(bureau)["watcher"] == "lives"
    assert alarmed(bureau) == []
    later = clock.now() + heartbeat.OLD + timedelta(minutes=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert states(bureau)["watcher"] == "dead"
    assert alarmed(bureau) == [("watcher", "dead")]


def test_damage_in_the_archive_is_told_to_everybody_until_a_whole_check_finds_none(bureau: Bureau) -> None:
    session = bureau.session(ADMIN)
    verify_state.check_whole(bureau.settings, session.actor, lambda _done: None)
    assert states(bureau)["verify"] in ("whole", "foreign")
    backup_state.write(
        bureau.settings, {"damage": {"at": clock.stamp(clock.now()), "damage": 2}}, verify_state.STATE
    )
    assert alarmed(bureau) == [("verify", "damage")]
    verify_state.check_whole(bureau.settings, session.actor, lambda _done: None)
    assert alarmed(bureau) == []


def test_a_clock_that_was_set_back_is_told_until_somebody_confirms_it(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau.register()
    monkeypatch.setenv("RANGKAP_CLOCK", (clock.now() - timedelta(days=3)).isoformat())
    assert alarmed(bureau) == [("clock", "behind")]
    perform(confirm_clock, bureau.session(ADMIN), "", {"reason": "Jam maju kemarin."})
    assert alarmed(bureau) == []


def test_what_waits_in_the_queue_stands_where_no_worker_lives(bureau: Bureau) -> None:
    bureau.session()
    queue.put(queue.READ, "A0")
    assert states(bureau)["queue"] == "stands"
    Heart(bureau.settings, WORKER).beat()
    assert states(bureau)["queue"] == "waits"


def test_a_reading_that_was_given_up_is_told_and_done_once_more(bureau: Bureau) -> None:
    from django_q.models import OrmQ, Task

    came = bureau.arrive(one_page())
    OrmQ.objects.all().delete()
    now = clock.now()
    Task.objects.create(
        id="a" * 32, name="satu", func=queue.RUNNER, args=("read", came.id), started=now, stopped=now,
        success=False, result="intake.unreadable : Traceback", attempt_count=3,
    )  # fmt: skip
    session = bureau.session(ADMIN)
    assert [(job.given, job.kind) for job in health.given_up(session)] == [(came.id, "intake.unreadable")]
    assert states(bureau)["jobs"] == "failed"
    assert perform(health.retry_reading, bureau.session(ADMIN), came.id, {}).told == {"is_there": True}
    again = perform(health.retry_reading, bureau.session(ADMIN), came.id, {})
    assert again.told == {"is_there": False}, "there is nothing more to do again"
    assert queue.waiting_for() == {came.id}
    assert [act.subject for act in history.of_verb(health.RETRIED)] == [came.id]
    assert not Task.objects.exists()


def test_a_disk_near_its_floor_is_told(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    floor = bureau.settings["masuk.ruang_bebas_mb"] << 20
    for free, state, grade in (
        (floor * 9, "enough", Grade.GOOD), (floor + floor // 2, "near", Grade.CHECK), (floor // 2, "full", Grade.BAD),
    ):  # fmt: skip
        monkeypatch.setattr(health, "free_bytes", lambda _path, free=free: free)
        (point,) = [measure for measure in health.look(bureau.session(ADMIN)) if measure.what == "disk"]
        assert (point.state, point.grade) == (state, grade)
