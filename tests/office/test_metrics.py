"""How the office is, as numbers for a monitor: what the page of health and the lists tell, without a name; for whom, and by which token."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Mapping
from datetime import timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from pipeline import __version__
from pipeline.kernel import clock
from pipeline.kernel.errors import RangkapError
from pipeline.kernel.people import Actor, Role
from pipeline.office.base import backup_state
from pipeline.office.base.desk import Desk
from pipeline.office.base.errors import NotYours
from pipeline.office.base.heartbeat import WATCHER, Heart
from pipeline.office.bookkeeping import due
from pipeline.office.keeping import verify_state
from pipeline.office.overview import health, metrics, metrics_key, todo_rows
from pipeline.records import boot, cases, queue
from tests.office.bureau import ADMIN, CHAIR, EVERYBODY, Bureau, one_page

MACHINE = Actor("sistem", frozenset({Role.ADMIN}), "rangkap")
NUMBERS = Mapping[tuple[str, tuple[tuple[str, str], ...]], float]
_LABEL = re.compile(r"[a-z_]+|[0-9]xx|\d+\.\d+\.\d+|[a-z_]+\.[a-z_]+|")


def told(bureau: Bureau, actor: Actor = MACHINE) -> NUMBERS:
    """Return every number of the text, read by the library's own parser."""
    text = metrics.text(metrics.of(bureau.settings, actor))
    return {
        (one.name, tuple(sorted(one.labels.items()))): one.value
        for family in text_string_to_metric_families(text)
        for one in family.samples
    }


def number(found: NUMBERS, name: str, **labels: str) -> float:
    """Return one of them."""
    return found[f"rangkap_{name}", tuple(sorted(labels.items()))]


@pytest.mark.usefixtures("on_file")
def test_every_number_of_the_text_is_read_back_with_two_sentences(drafted: Bureau) -> None:
    text = metrics.text(metrics.of(drafted.settings, MACHINE))
    families = list(text_string_to_metric_families(text))
    assert len(families) > 12
    for one in families:
        assert one.name.startswith("rangkap_")
        assert one.type == "gauge"
        assert re.fullmatch(r"\S.*\. / \S.*\.", one.documentation), one.name
    rows = json.loads(json.dumps(metrics.plain(metrics.of(drafted.settings, MACHINE))))
    assert {one["name"] for one in rows} == {each.name for one in families for each in one.samples}
    assert number(told(drafted), "version", version=__version__, database="sqlite") == 1


def test_the_lists_and_the_numbers_are_the_same(drafted: Bureau) -> None:
    before = clock.now().timestamp()
    first, second = drafted.arrive(one_page("satu")), drafted.arrive(one_page("dua"))
    found = told(drafted)
    rows = todo_rows.arrival_rows(drafted.desk())
    assert number(found, "letters_waiting", state="new") == len(rows) == 2
    assert number(found, "letters_waiting", state="unmatched") == 0
    oldest = number(found, "letters_waiting_oldest_timestamp_seconds", state="new")
    assert oldest == min(first.scanned_at, second.scanned_at).timestamp()
    assert number(found, "drafts_waiting") == 2
    assert number(found, "drafts_waiting_oldest_timestamp_seconds") <= before
    assert number(found, "clock_timestamp_seconds") >= before


def test_what_is_overdue_is_what_the_chair_sees(drafted: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    assert number(told(drafted), "cases_overdue") == 0
    monkeypatch.setenv("RANGKAP_CLOCK", (clock.now() + timedelta(days=60)).isoformat())
    late = {one["case"] for one in due.rows(drafted.desk(CHAIR)) if one["overdue"]}
    assert number(told(drafted), "cases_overdue") == len(late) == 2


def test_the_grades_are_those_of_the_page_of_health(bureau: Bureau) -> None:
    now = clock.now()
    backup_state.write(
        bureau.settings, {"last": {"at": clock.stamp(now), "place": "sftp:di@lain:/x", "entries": 3}}
    )
    backup_state.write(bureau.settings, {"damage": {"at": clock.stamp(now), "damage": 3}}, verify_state.STATE)
    Heart(bureau.settings, WATCHER).beat()
    found = told(bureau)
    grades = {"good": 0, "check": 1, "alarm": 2}
    points = health.look(bureau.desk(ADMIN))
    for one in points:
        assert number(found, "health", what=one.what, state=one.state) == grades[one.grade]
    assert len([name for name, _ in found if name == "rangkap_health"]) == len(points)
    assert number(found, "verify_damage") == 3
    assert number(found, "backup_timestamp_seconds") == int(now.timestamp())
    assert number(found, "door_up", door="watcher") == 1
    assert number(found, "door_up", door="worker") == 0
    assert abs(number(found, "door_seen_timestamp_seconds", door="watcher") - now.timestamp()) < 5
    free = next(one.fields["free"] for one in points if one.what == "disk")
    assert abs(number(found, "free_bytes", place="home") - (free << 20)) < 64 << 20


def test_jobs_that_wait_and_those_given_out_are_told_apart(bureau: Bureau) -> None:
    from django.utils import timezone
    from django_q.models import OrmQ

    bureau.desk()
    for one in ("A1", "A2", "A3"):
        queue.put(queue.READ, one)
    held = OrmQ.objects.order_by("pk").first()
    assert held is not None
    OrmQ.objects.filter(pk=held.pk).update(lock=timezone.now() + timedelta(seconds=300))
    found = told(bureau)
    assert number(found, "jobs", state="waiting") == 2
    assert number(found, "jobs", state="given_out") == 1
    assert number(found, "jobs", state="failed") == 0
    assert number(found, "jobs_oldest_timestamp_seconds") > 0


def test_no_label_is_a_name_a_number_or_an_account(drafted: Bureau) -> None:
    drafted.drop(one_page("kanari"), "Surat Ny. Sitikanari.pdf")
    drafted.receive()
    text = metrics.text(metrics.of(drafted.settings, MACHINE))
    for _name, labels in told(drafted):
        for _key, word in labels:
            assert _LABEL.fullmatch(word), word
            assert word not in EVERYBODY
    assert not re.search(r"\d{4}-\d{4}|Sitikanari", text)
    drafted.desk()
    named = [cases.get(one).values for one in ("2026-0001", "2026-0002")]
    names = {
        word
        for each in named
        for key, one in each.items()
        if key.endswith("_name")
        for word in one.lower().split()
    }
    assert names
    assert not names & set(re.findall(r"\w+", text.lower()))


def test_only_the_admin_and_the_machine_are_told(bureau: Bureau) -> None:
    for account in EVERYBODY:
        actor = bureau.desk(account).actor
        if account == ADMIN:
            assert told(bureau, actor)
        else:
            with pytest.raises(NotYours):
                metrics.of(bureau.settings, actor)
            with pytest.raises(NotYours):
                metrics_key.make(Desk(bureau.settings, actor))
    assert not metrics_key.path_of(bureau.settings).exists()


def test_of_an_office_that_cannot_be_opened_the_machine_hears_what_files_tell(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number(told(bureau), "open", code="") == 1
    boot.close()
    monkeypatch.setenv("RANGKAP_DATABASE", f"postgresql://kantor@/kantor?host={bureau.home}/tidak-ada")
    try:
        found = told(bureau)
        assert number(found, "open", code="records.server_away") == 0
        assert number(found, "free_bytes", place="home") > 0
        assert number(found, "health", what="backup", state="never") == 1
        assert not [name for name, _ in found if "waiting" in name or "jobs" in name]
        with pytest.raises(RangkapError):
            metrics.of(bureau.settings, Actor(ADMIN, frozenset({Role.ADMIN}), "teknis"))
    finally:
        boot.close()
        monkeypatch.delenv("RANGKAP_DATABASE")


def test_a_server_tells_the_same(on_server: str, bureau: Bureau) -> None:
    bureau.arrive(one_page("satu"))
    found = told(bureau)
    assert number(found, "version", version=__version__, database="postgresql") == 1
    assert number(found, "letters_waiting", state="new") == 1
    assert number(found, "jobs", state="waiting") == 1


def test_the_token_opens_while_it_is_the_offices_alone(bureau: Bureau) -> None:
    assert not metrics_key.opens(bureau.settings, "")
    assert not metrics_key.opens(bureau.settings, "Bearer ")
    path = metrics_key.make(bureau.desk(ADMIN))
    token = path.read_text("ascii")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(token) >= 43
    assert metrics_key.opens(bureau.settings, f"Bearer {token}")
    for wrong in (
        "",
        token,
        "Bearer",
        f"bearer {token}",
        f"Bearer {token[:-1]}",
        f"Bearer {token} ",
        "Bearer é",
    ):
        assert not metrics_key.opens(bureau.settings, wrong)
    path.chmod(0o640)
    assert not metrics_key.opens(bureau.settings, f"Bearer {token}"), "others may read it"
    path.chmod(0o600)
    assert metrics_key.make(bureau.desk(ADMIN)).read_text("ascii") != token
    assert not metrics_key.opens(bureau.settings, f"Bearer {token}"), "an older one is void"
    path.write_text("pendek", "ascii")
    assert not metrics_key.opens(bureau.settings, "Bearer pendek")
    path.unlink()
    path.symlink_to("/etc/hostname")
    assert not metrics_key.opens(bureau.settings, f"Bearer {token}")
