"""Sub-folders of the inbox: known ones are taken from and hint at the channel, others are named and left alone."""

from pathlib import Path

import pytest

from pipeline.intake.arrival import TakenIn, take_in
from pipeline.intake.claim import claim, open_claims, put_back
from pipeline.intake.fs_events import Waker
from pipeline.intake.stability import ready
from pipeline.intake.sweep import Refused, Rounds
from tests.intake.inboxes import AT_ONCE, go_round, new_id, put
from tests.refused import is_any, refused_with

KNOWN = ("surat", "telepon", "rujukan")


@pytest.fixture
def rounds(inbox: Path, arrivals: Path) -> Rounds:
    for name in KNOWN:
        (inbox / name).mkdir()
    return Rounds(inbox, arrivals, AT_ONCE, known=KNOWN)


def test_equal_names_in_two_folders_are_two_arrivals_and_each_knows_its_folder(rounds: Rounds) -> None:
    for folder in (".", "rujukan", "telepon"):
        put(rounds.inbox / folder, "SCN_0001.pdf", folder.encode())
    taken = {file.source: file.path.read_bytes() for file in go_round(rounds) if isinstance(file, TakenIn)}
    assert taken == {"": b".", "rujukan": b"rujukan", "telepon": b"telepon"}
    assert open_claims(rounds.inbox) == ()
    assert not go_round(rounds)


def test_a_folder_is_known_however_it_is_spelled(inbox: Path) -> None:
    (inbox / "Rujukan").mkdir()
    put(inbox / "Rujukan", "surat.pdf")
    scan = ready(inbox, AT_ONCE, known=KNOWN)
    assert (scan.ready, scan.folders) == (("Rujukan/surat.pdf",), ())


def test_unknown_and_deeper_folders_are_named_and_nothing_in_them_is_touched(rounds: Rounds) -> None:
    for folder in ("lain", "rujukan/polres"):
        (rounds.inbox / folder).mkdir()
        put(rounds.inbox / folder, "surat.pdf")
    assert not go_round(rounds)
    assert set(rounds.new_folders) == {"lain", "rujukan/polres"}
    assert not go_round(rounds)
    assert rounds.new_folders == ()
    assert (rounds.inbox / "lain" / "surat.pdf").exists()


def test_a_link_in_the_place_of_a_known_folder_is_never_followed(
    inbox: Path, arrivals: Path, tmp_path: Path
) -> None:
    (tmp_path / "rahasia").mkdir()
    put(tmp_path / "rahasia", "surat.pdf")
    (inbox / "rujukan").symlink_to(tmp_path / "rahasia")
    (refused,) = go_round(Rounds(inbox, arrivals, AT_ONCE, known=KNOWN))
    assert isinstance(refused, Refused)
    assert is_any(refused.reason, "intake.not_a_file")
    assert (tmp_path / "rahasia" / "surat.pdf").exists()
    with refused_with("intake.gone"):
        claim(inbox, "rujukan/surat.pdf", new_id())


def test_a_folder_swapped_for_a_link_before_the_claim_gives_nothing(rounds: Rounds, tmp_path: Path) -> None:
    put(tmp_path, "surat.pdf")
    (rounds.inbox / "rujukan").rmdir()
    (rounds.inbox / "rujukan").symlink_to(tmp_path)
    with refused_with("intake.gone"):
        claim(rounds.inbox, "rujukan/surat.pdf", new_id())
    assert (tmp_path / "surat.pdf").exists()
    assert open_claims(rounds.inbox) == ()


def test_after_a_kill_the_claim_still_knows_its_folder(rounds: Rounds) -> None:
    put(rounds.inbox / "rujukan", "surat.pdf")
    claimed = claim(rounds.inbox, "rujukan/surat.pdf", new_id())
    assert open_claims(rounds.inbox) == (claimed,)
    (taken,) = rounds.recover()
    assert isinstance(taken, TakenIn)
    assert taken.source == "rujukan"


def test_what_is_put_back_lies_in_its_folder_again_or_in_the_inbox_where_that_is_gone(rounds: Rounds) -> None:
    put(rounds.inbox / "rujukan", "satu.pdf")
    put(rounds.inbox / "rujukan", "dua.pdf")
    first = claim(rounds.inbox, "rujukan/satu.pdf", new_id())
    second = claim(rounds.inbox, "rujukan/dua.pdf", new_id())
    put_back(first)
    assert [path.name for path in (rounds.inbox / "rujukan").iterdir()] == ["satu.pdf"]
    (rounds.inbox / "rujukan" / "satu.pdf").unlink()
    (rounds.inbox / "rujukan").rmdir()
    put_back(second)
    assert (rounds.inbox / "dua.pdf").exists()


def test_what_is_refused_from_a_folder_lies_in_ditolak(rounds: Rounds) -> None:
    put(rounds.inbox / "surat", "kosong.pdf", b"")
    (refused,) = go_round(rounds)
    assert isinstance(refused, Refused)
    assert refused.path == rounds.inbox / "ditolak" / "kosong.pdf"


def test_an_arrival_of_the_inbox_itself_has_no_folder(inbox: Path, arrivals: Path) -> None:
    put(inbox, "surat.pdf")
    taken = take_in(claim(inbox, "surat.pdf", new_id()), arrivals)
    assert taken.source == ""
    assert b"folder" not in (taken.path.parent / "arrival.json").read_bytes()


def test_a_file_in_a_known_folder_wakes_the_watcher(rounds: Rounds) -> None:
    with Waker(rounds.inbox, KNOWN) as waker:
        put(rounds.inbox / "rujukan", "surat.pdf")
        assert waker.wait(60)
