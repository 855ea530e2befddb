"""Pauses of intake, the heartbeat, and the hint of a folder, as the office sees them."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.cases.fields.days import short_day
from pipeline.intake import limits
from pipeline.intake.reading import Suggestion
from pipeline.kernel.errors import Refusal
from pipeline.office.arrivals.mail_log import Received
from pipeline.office.base import folder_hints, heartbeat, late_entry
from pipeline.office.base.acts import format_act
from pipeline.office.base.heartbeat import WATCHER, Heart
from pipeline.office.cases import register
from pipeline.office.overview import watch
from pipeline.office.overview.receive import Reception
from pipeline.records import arrivals, entries, history, letters
from tests.office.bureau import Bureau, one_page
from tests.office.damage import archive_stuck
from tests.office.stages import FIRST
from tests.refused import refused_with

_MB = 1 << 20


@pytest.fixture
def bureau(bureau: Bureau) -> Bureau:
    """An office that takes what lies in its inbox at the first look."""
    bureau.change("jeda_detik = 0.02", "jeda_detik = 0.000000001")
    return bureau


@pytest.fixture
def counter(bureau: Bureau) -> Reception:
    return bureau.counter()


def a_scan(bureau: Bureau, folder: str = "", name: str = "SCN_0001.pdf") -> Path:
    """Put a small scan into the inbox."""
    path = bureau.home / "inbox" / folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(one_page(f"{folder} {name}"))
    return path


def rounds(
    counter: Reception, troubles: set[str], heart: Heart | None = None, times: int = 6
) -> list[Received]:
    """Make some rounds, as the watcher does."""
    came = []
    for _ in range(times):
        came += watch._round(counter, troubles, heart)
    return came


def test_a_disk_below_the_floor_pauses_and_intake_goes_on_by_itself(
    bureau: Bureau, counter: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles: set[str] = set()
    scan, heart = a_scan(bureau), Heart(bureau.settings, WATCHER)
    with monkeypatch.context() as patch:
        free = iter(range(100, 200))
        patch.setattr(limits, "free_bytes", lambda path: next(free) * _MB)
        (receipt,) = rounds(counter, troubles, heart)
        assert (receipt.what, receipt.error and receipt.error.code) == ("later", "intake.low_space")
        assert scan.exists()
        assert "ruang bebas" in heartbeat.of(bureau.settings, WATCHER).message
    (came,) = rounds(counter, troubles, heart)
    assert came.what == "agenda"
    assert "pengawas inbox hidup" in heartbeat.of(bureau.settings, WATCHER).message


def test_a_share_that_goes_and_comes_back_is_gone_on_with(bureau: Bureau, counter: Reception) -> None:
    a_scan(bureau)
    inbox, away = bureau.home / "inbox", bureau.home / "terlepas"
    inbox.rename(away)
    inbox.mkdir()
    (receipt,) = rounds(counter, troubles := set())
    assert receipt.error is not None
    assert receipt.error.code == "intake.inbox_not_mounted"
    shutil.rmtree(inbox)
    away.rename(inbox)
    assert [arrival.what for arrival in rounds(counter, troubles)] == ["agenda"]


def test_a_folder_hints_at_the_channel_and_says_so(bureau: Bureau, counter: Reception) -> None:
    a_scan(bureau, "telepon")
    (receipt,) = rounds(counter, set())
    arrival = arrivals.get(receipt.arrival)
    assert arrival.note == "dari folder inbox/telepon"
    proposed = register.propose(bureau.session(), arrival)["channel"]
    assert (proposed.shown, proposed.confidence) == ("telepon", 0.95)


def test_a_folder_that_the_text_contradicts_is_proposed_in_doubt(bureau: Bureau, counter: Reception) -> None:
    a_scan(bureau, "rujukan")
    (receipt,) = rounds(counter, set())
    arrival, read = arrivals.get(receipt.arrival), Suggestion("SURAT", "letter", 0.96, 1, None)
    hint = folder_hints.by_folder(bureau.settings, arrival, {"channel": read})["channel"]
    assert (hint.value, hint.normal, hint.alternatives) == ("rujukan", "referral", ("surat",))
    assert hint.confidence < 0.9
    same = Suggestion("DINAS", "referral", 0.5, 1, None)
    assert folder_hints.by_folder(bureau.settings, arrival, {"channel": same})["channel"].confidence > 0.9


def test_a_sign_that_the_disk_refuses_leaves_the_last_one_and_the_next_goes_through(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeat, "EVERY", 0.0)
    heart, pause = Heart(bureau.settings, WATCHER), Refusal("intake.low_space", where="var", now=3, floor=500)
    heart.beat()
    in_the_way = bureau.settings.var / "denyut" / "watcher.tmp"
    in_the_way.mkdir()
    heart.beat(pause)
    heart.stop()
    sign = heartbeat.of(bureau.settings, WATCHER)
    assert (sign.lives, sign.paused) == (True, "")
    in_the_way.rmdir()
    heart.beat(pause)
    assert heartbeat.of(bureau.settings, WATCHER).paused
    heart.stop()
    assert not heartbeat.of(bureau.settings, WATCHER).lives


def test_what_is_registered_on_a_later_day_than_it_came_is_called_so(bureau: Bureau) -> None:
    case = bureau.register()
    acts = [act for act in history.of_case(case.number) if act.verb == "register"]
    received = case.values["received_day"]
    assert [acts[0].detail.get(late_entry.DETAIL)] == [str(received)]
    assert format_act("register", acts[0].detail).endswith(
        f"dicatat kemudian, diterima {short_day(case.received)}"
    )
    same_day = datetime.combine(case.received, datetime.min.time(), UTC)
    assert late_entry.detail(case.values, same_day, bureau.settings.zone) == {}


def test_signed_copies_that_come_while_the_archive_is_away_are_filed_when_it_is_back(
    in_folder: None, approved: Bureau
) -> None:
    for scan in approved.signed(FIRST):
        approved.drop(scan)
    approved.change("jeda_detik = 0.02", "jeda_detik = 0.000000001")
    counter, known = approved.counter(), set[str]()
    archive, away = approved.home / "archive", approved.home / "terlepas"
    archive.rename(away)
    archive.mkdir()
    came = rounds(counter, known)
    codes = [arrival.error.code for arrival in came if arrival.error is not None]
    assert codes == ["office.filing_pending"], "told once, for as long as it lasts"
    assert not any(archive.iterdir())
    archive.rmdir()
    away.rename(archive)
    rounds(counter, known)
    assert [letter.state for letter in letters.of_case(FIRST)] == ["ditandatangani"]
    assert not approved.verify()


def test_a_pause_of_intake_keeps_what_is_here_already_from_no_filing(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    with archive_stuck(bureau.settings), refused_with("office.filing_pending"):
        bureau.register()
    assert len(entries.unfinished()) == 1
    monkeypatch.setattr(limits, "free_bytes", lambda path: _MB)
    (receipt,) = rounds(bureau.counter(), set(), times=1)
    assert receipt.error is not None
    assert receipt.error.code == "intake.low_space"
    assert entries.unfinished() == []


def test_a_flood_in_the_inbox_is_told_and_waits_while_a_folder_is_taken_from(bureau: Bureau) -> None:
    bureau.change("# batas_folder_mb_per_jam = 4000", "batas_folder_mb_per_jam = 1")
    counter, troubles, heart = bureau.counter(), set[str](), Heart(bureau.settings, WATCHER)
    for number in range(3):
        scan = a_scan(bureau, name=f"SCN_{number:04}.pdf")
        scan.write_bytes(scan.read_bytes() + b"\n%" + b"x" * _MB + b"\n%%EOF\n")
    a_scan(bureau, "rujukan")
    came = rounds(counter, troubles, heart)
    assert [arrival.what for arrival in came].count("agenda") == 2
    (receipt,) = [arrival for arrival in came if arrival.error is not None]
    assert receipt.error is not None
    assert receipt.error.code == "intake.flooded"
    assert receipt.error.fields == {"where": "inbox", "limit": 1, "now": 2}
    assert "Penerimaan dari inbox dijeda" in heartbeat.of(bureau.settings, WATCHER).message
    assert len(list((bureau.home / "inbox").glob("*.pdf"))) == 2


def test_signs_of_life_are_given_while_much_is_gone_on_with(
    bureau: Bureau, counter: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        bureau.arrive(one_page(f"surat {number}"))
    beats: list[int] = []
    monkeypatch.setattr(Heart, "beat", lambda *_: beats.append(1))
    assert list(watch._recovered(counter, Heart(bureau.settings, WATCHER))) == []
    assert len(beats) >= 5
