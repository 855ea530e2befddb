"""Rounds through an inbox in which everything lies that should not."""

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake import sweep
from pipeline.intake.arrival import TakenIn, arrival_at, arrivals_on_disk, take_in
from pipeline.intake.claim import claim, open_claims
from pipeline.intake.errors import FileRefused, Later
from pipeline.intake.fs_events import LONGEST, Waker
from pipeline.intake.stability import Patience
from pipeline.intake.sweep import Refused, Rounds, finish
from pipeline.kernel.errors import NotDurable
from tests.intake.inboxes import AT_ONCE, ODD_NAMES, go_round, new_id, put
from tests.refused import refused_with


@pytest.fixture
def rounds(inbox: Path, arrivals: Path) -> Rounds:
    return Rounds(inbox, arrivals, AT_ONCE)


def test_one_bad_file_never_stops_the_others(rounds: Rounds) -> None:
    for name in ODD_NAMES:
        put(rounds.inbox, name, name)
    put(rounds.inbox, "kosong.pdf", b"")
    os.mkfifo(rounds.inbox / "pipa.pdf")
    (rounds.inbox / "tautan.pdf").symlink_to("/etc/passwd")
    (rounds.inbox / "folder").mkdir()
    outcomes = go_round(rounds)
    assert {os.fsencode(file.raw_name) for file in outcomes if isinstance(file, TakenIn)} == set(ODD_NAMES)
    assert {outcome.name for outcome in outcomes if isinstance(outcome, Refused)} == {
        "kosong.pdf",
        "pipa.pdf",
        "tautan.pdf",
    }
    folders = [rounds.new_folders]
    assert not go_round(rounds)
    folders.append(rounds.new_folders)
    assert folders == [("folder",), ()]
    assert len(arrivals_on_disk(rounds.arrivals)) == len(ODD_NAMES)


def test_what_a_kill_interrupted_goes_on_first(rounds: Rounds) -> None:
    put(rounds.inbox, "satu.pdf", b"satu")
    put(rounds.inbox, "dua.pdf", b"dua")
    put(rounds.inbox, "kosong.pdf", b"")
    first = claim(rounds.inbox, "satu.pdf", new_id())
    second = claim(rounds.inbox, "dua.pdf", new_id())
    bad = claim(rounds.inbox, "kosong.pdf", new_id())
    take_in(second, rounds.arrivals)
    outcomes = {outcome.id: outcome for outcome in rounds.recover()}
    assert outcomes.keys() == {first.id, second.id, bad.id}
    assert isinstance(outcomes[bad.id], Refused)
    for outcome in outcomes.values():
        if isinstance(outcome, TakenIn):
            finish(rounds.inbox, outcome)
            finish(rounds.inbox, outcome)
    assert open_claims(rounds.inbox) == ()
    assert arrivals_on_disk(rounds.arrivals) == tuple(sorted((first.id, second.id)))


def test_a_claim_changed_after_it_was_taken_in_comes_in_again(rounds: Rounds) -> None:
    put(rounds.inbox, "surat.pdf", b"satu")
    claimed = claim(rounds.inbox, "surat.pdf", new_id())
    take_in(claimed, rounds.arrivals)
    claimed.path.write_bytes(b"yang lain")
    assert [outcome.id for outcome in rounds.recover()] == [claimed.id]
    go_round(rounds)
    data = {arrival_at(rounds.arrivals / key).path.read_bytes() for key in arrivals_on_disk(rounds.arrivals)}
    assert data == {b"satu", b"yang lain"}


@pytest.mark.parametrize(
    ("name", "rotten"), [("arrival.json", b"{"), ("original", b"%PDF-1.7 sUrat"), ("original", b"")]
)
def test_an_arrival_that_rotted_stays_and_its_claim_comes_in_anew(
    rounds: Rounds, name: str, rotten: bytes
) -> None:
    put(rounds.inbox, "surat.pdf", b"%PDF-1.7 surat")
    taken = take_in(claim(rounds.inbox, "surat.pdf", new_id()), rounds.arrivals)
    (rounds.arrivals / taken.id / name).write_bytes(rotten)
    assert list(rounds.recover()) == []
    (again,) = go_round(rounds)
    assert isinstance(again, TakenIn)
    assert again.id != taken.id
    assert again.path.read_bytes() == b"%PDF-1.7 surat"
    assert arrivals_on_disk(rounds.arrivals) == tuple(sorted((taken.id, again.id)))


@pytest.mark.parametrize("damaged", [lambda path: path.unlink(), lambda path: path.write_bytes(b"lain")])
def test_a_claimed_file_goes_back_where_its_copy_is_not_read_back(
    rounds: Rounds, damaged: Callable[[Path], object]
) -> None:
    put(rounds.inbox, "surat.pdf", b"%PDF-1.7 surat")
    (taken,) = rounds.round()
    assert isinstance(taken, TakenIn)
    damaged(taken.path)
    finish(rounds.inbox, taken)
    assert (rounds.inbox / "surat.pdf").read_bytes() == b"%PDF-1.7 surat"
    assert open_claims(rounds.inbox) == ()


def test_a_file_that_changes_while_it_is_taken_in_is_put_back(
    rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(rounds.inbox, "surat.pdf")

    def changing(*given: object) -> TakenIn:
        raise Later("intake.still_changing")

    with monkeypatch.context() as patch:
        patch.setattr(sweep, "take_in", changing)
        assert not go_round(rounds)
    assert (rounds.inbox / "surat.pdf").exists()
    assert len(go_round(rounds)) == 1


def test_a_failing_disk_stops_the_round_and_the_next_start_goes_on(
    rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(rounds.inbox, "surat.pdf")

    def failing(*given: object) -> TakenIn:
        raise NotDurable(reason="ENOSPC")

    with monkeypatch.context() as patch:
        patch.setattr(sweep, "take_in", failing)
        with pytest.raises(NotDurable):
            go_round(rounds)
    assert [type(outcome) for outcome in rounds.recover()] == [TakenIn]


def test_a_file_that_another_took_is_no_matter(rounds: Rounds, monkeypatch: pytest.MonkeyPatch) -> None:
    put(rounds.inbox, "surat.pdf")

    def gone(*given: object) -> None:
        raise Later("intake.gone")

    monkeypatch.setattr(sweep, "claim", gone)
    assert not go_round(rounds)


def test_what_cannot_even_be_moved_is_told_once(rounds: Rounds, monkeypatch: pytest.MonkeyPatch) -> None:
    put(rounds.inbox, "surat.pdf")

    def denied(*given: object) -> None:
        raise FileRefused("intake.no_access", reason="EACCES")

    with monkeypatch.context() as patch:
        patch.setattr(sweep, "claim", denied)
        assert [(type(file), getattr(file, "path", 1)) for file in go_round(rounds)] == [(Refused, None)]
        assert not go_round(rounds)
    assert len(go_round(rounds)) == 1


def test_a_share_that_is_gone_stops_the_round(rounds: Rounds) -> None:
    (rounds.inbox / ".rangkap-inbox").unlink()
    with refused_with("intake.inbox_not_mounted"):
        go_round(rounds)


def test_the_waker_rings_for_a_new_file_and_for_one_moved_in(inbox: Path, tmp_path: Path) -> None:
    with Waker(inbox) as waker:
        assert not waker.wait(0.05)
        put(inbox, "surat.pdf")
        assert waker.wait(60)
    (tmp_path / "dua.pdf").write_bytes(b"x")
    with Waker(inbox) as waker:  # a late event of the first file is none of this one
        (tmp_path / "dua.pdf").rename(inbox / "dua.pdf")
        assert waker.wait(60)


def test_the_waker_rings_once_each_time_it_is_told_to(tmp_path: Path) -> None:
    with Waker(tmp_path / "tidak-ada") as waker:  # where no event comes between
        waker.ring()
        assert waker.wait(60)
        assert not waker.wait(0.05)


def test_a_waker_without_its_folder_or_without_inotify_keeps_the_time_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(threading.enumerate())
    with Waker(tmp_path / "tidak-ada") as waker:
        assert not waker.wait(0.05)
    assert set(threading.enumerate()) <= before

    def none_left() -> None:
        raise OSError(errno.EMFILE, "inotify instance limit reached")

    monkeypatch.setattr("pipeline.intake.fs_events.Observer", none_left)
    with Waker(tmp_path) as waker:
        assert not waker.wait(0.05)


def test_a_burst_without_end_does_not_keep_the_waker_waiting(
    inbox: Path, monkeypatch: pytest.MonkeyPatch, pass_time: Callable[[float], None]
) -> None:
    monkeypatch.setattr("pipeline.intake.fs_events.QUIET", 0.0)
    rung = []
    with Waker(inbox) as waker:
        clear = waker._rung.clear

        def ring_again() -> None:
            rung.append(1)
            assert len(rung) <= LONGEST / 0.2 + 1, "it waits for the end of the burst"
            pass_time(0.2)
            clear()
            waker.ring()

        monkeypatch.setattr(waker._rung, "clear", ring_again)
        waker.ring()
        assert waker.wait(60)
    assert len(rung) > 1, "it did not wait for a moment of quiet"


def test_without_events_the_waker_keeps_the_time(tmp_path: Path) -> None:
    with Waker(tmp_path / "tidak-ada") as waker:
        assert not waker.wait(0.05)


def test_patience_has_the_defaults_of_the_office() -> None:
    assert (Patience().quiet, Patience().quiet_without_lease, Patience().limit) == (1.0, 15.0, 200 << 20)
