"""What is refused lies in ditolak/, as it was, beside a sheet that a clerk understands."""

import os
import re
import stat
from pathlib import Path

import pytest

from pipeline.intake import refuse as refuse_room
from pipeline.intake.arrival import arrivals_on_disk, take_in
from pipeline.intake.claim import claim, open_claims, release
from pipeline.intake.errors import FileRefused
from pipeline.intake.refuse import clear_unfinished, listed, refuse, refuse_arrival, sheet_of
from pipeline.kernel import files
from pipeline.kernel.errors import NotDurable
from pipeline.kernel.files import create_durably, move_new, publish
from tests.intake.inboxes import ODD_NAMES, new_id, put, refuse_name
from tests.refused import refused_with


def refused(inbox: Path) -> set[str]:
    return {path.name for path in (inbox / "ditolak").iterdir()}


def test_the_sheet_says_what_why_and_what_to_do(inbox: Path) -> None:
    put(inbox, "surat\ndua.pdf", b"")
    target = refuse_name(inbox, "surat\ndua.pdf", new_id(), FileRefused("intake.empty"), "Asia/Jayapura")
    text = sheet_of(target).read_text("utf-8")
    assert r"Nama asal : surat\u000adua.pdf" in text
    assert "WIT" in text, "the time of the office"
    assert FileRefused("intake.empty").text("id") in text
    assert "Pindai ulang" in text
    assert refused(inbox) == {"surat_dua.pdf", "surat_dua.pdf.alasan.txt"}
    assert open_claims(inbox) == ()
    assert sheet_of(target).stat().st_mode & 0o444 == 0o444


def test_the_list_tells_the_time_as_a_screen_does_and_any_other_as_it_stands(inbox: Path) -> None:
    put(inbox, "a.pdf", b"")
    target = refuse_name(inbox, "a.pdf", new_id(), FileRefused("intake.empty"))
    (row,) = listed(inbox)
    assert re.fullmatch(r"\d\d-\d\d-\d{4} \d\d\.\d\d", row.when), row.when
    text = sheet_of(target).read_text("utf-8")
    for written, shown in (("3 Mei 2026 pukul 08.02 WIB", "03-05-2026 08.02"), ("3 May 2026", "3 May 2026")):
        sheet_of(target).unlink()
        sheet_of(target).write_text(re.sub(r"Waktu     : .*", f"Waktu     : {written}", text), "utf-8")
        assert listed(inbox)[0].when == shown


def test_nothing_in_ditolak_is_ever_replaced(inbox: Path) -> None:
    for data in (b"satu", b"dua", b"tiga"):
        put(inbox, "surat.pdf", data)
        refuse_name(inbox, "surat.pdf", new_id(), FileRefused())
    (inbox / "ditolak" / "lain.pdf").write_bytes(b"dari petugas")
    (inbox / "ditolak" / "lain-2.pdf").symlink_to("tidak-ada")
    (inbox / "ditolak" / "lain-3.pdf.alasan.txt").write_bytes(b"catatan petugas")
    (inbox / "ditolak" / "lain-4.pdf.alasan.txt").mkdir()
    put(inbox, "lain.pdf", b"kami")
    assert refuse_name(inbox, "lain.pdf", new_id(), FileRefused()).name == "lain-5.pdf"
    folder = inbox / "ditolak"
    contents = [(folder / f"surat{number}.pdf").read_bytes() for number in ("", "-2", "-3")]
    assert contents == [b"satu", b"dua", b"tiga"]
    assert (folder / "lain.pdf").read_bytes() == b"dari petugas"
    assert (folder / "lain-3.pdf.alasan.txt").read_bytes() == b"catatan petugas"


@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_name_fits_and_is_told(inbox: Path, name: bytes) -> None:
    for _ in range(2):
        put(inbox, name)
        target = refuse_name(inbox, name, new_id(), FileRefused())
        assert len(os.fsencode(sheet_of(target).name)) <= 120
        assert sheet_of(target).read_text("utf-8").isprintable() is False
    assert len(refused(inbox)) == 4


def test_a_link_and_a_pipe_are_moved_as_they_are(inbox: Path) -> None:
    (inbox / "tautan").symlink_to("/etc/passwd")
    os.mkfifo(inbox / "pipa")
    link = refuse_name(inbox, "tautan", new_id(), FileRefused("intake.not_a_file", kind="tautan simbolik"))
    pipe = refuse_name(inbox, "pipa", new_id(), FileRefused("intake.not_a_file", kind="pipa"))
    assert link.readlink() == Path("/etc/passwd")
    assert stat.S_ISFIFO(pipe.lstat().st_mode)


def test_a_refusal_that_is_repeated_after_an_interruption_makes_no_second_sheet(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, "surat.pdf", b"isi")
    claimed = claim(inbox, "surat.pdf", new_id())

    def interrupted(source: Path, target: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(refuse_room, "publish", interrupted)
        with pytest.raises(KeyboardInterrupt):
            refuse(claimed, FileRefused())
    assert refused(inbox) == {"surat.pdf.alasan.txt"}
    assert refuse(claimed, FileRefused()) == refuse(claimed, FileRefused())
    assert refused(inbox) == {"surat.pdf", "surat.pdf.alasan.txt"}


def test_a_name_that_somebody_takes_at_the_last_moment_is_left_to_him(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, "surat.pdf", b"kami")
    claimed = claim(inbox, "surat.pdf", new_id())
    rivals = iter([b"orang lain"])

    def raced(source: Path, target: Path) -> None:
        for data in rivals:
            target.write_bytes(data)
        publish(source, target)

    monkeypatch.setattr(refuse_room, "publish", raced)
    assert refuse(claimed, FileRefused()).read_bytes() == b"kami"
    assert refused(inbox) == {"surat.pdf", "surat-2.pdf", "surat-2.pdf.alasan.txt"}


def test_a_sheet_written_by_another_at_the_same_moment_is_passed_over(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, "surat.pdf", b"kami")
    rivals = iter([b"milik lain"])

    def raced(path: Path, data: bytes, mode: int) -> None:
        for other in rivals:
            path.write_bytes(other)
        create_durably(path, data, mode)

    monkeypatch.setattr(refuse_room, "create_durably", raced)
    assert refuse_name(inbox, "surat.pdf", new_id(), FileRefused()).name == "surat-2.pdf"


def test_an_arrival_that_proved_unreadable_goes_back_to_the_office(inbox: Path, arrivals: Path) -> None:
    put(inbox, "surat.pdf", b"rusak")
    claimed = claim(inbox, "surat.pdf", new_id())
    taken = take_in(claimed, arrivals)
    release(claimed, taken.path)
    target = refuse_arrival(inbox, arrivals, taken, FileRefused())
    assert target.read_bytes() == b"rusak"
    assert not arrivals_on_disk(arrivals)
    assert refuse_arrival(inbox, arrivals, taken, FileRefused()) == target
    assert refused(inbox) == {"surat.pdf", "surat.pdf.alasan.txt"}


def test_another_file_in_the_place_of_a_refusal_that_was_interrupted_stays(
    inbox: Path, arrivals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, "surat.pdf", b"rusak")
    taken = take_in(claim(inbox, "surat.pdf", new_id()), arrivals)
    with monkeypatch.context() as patch:

        def failing(*_: object) -> None:
            raise NotDurable(reason="EIO")

        patch.setattr(refuse_room, "discard_arrival", failing)
        with pytest.raises(NotDurable):
            refuse_arrival(inbox, arrivals, taken, FileRefused())
    (inbox / "ditolak" / "surat.pdf").write_bytes(b"milik lain")
    assert refuse_arrival(inbox, arrivals, taken, FileRefused()).read_bytes() == b"rusak"
    assert refused(inbox) == {"surat.pdf", "surat-2.pdf", "surat-2.pdf.alasan.txt"}
    assert (inbox / "ditolak" / "surat.pdf").read_bytes() == b"milik lain"


def test_an_arrival_whose_refusal_was_interrupted_is_refused_once(inbox: Path, arrivals: Path) -> None:
    put(inbox, "surat.pdf", b"rusak")
    taken = take_in(claim(inbox, "surat.pdf", new_id()), arrivals)
    target = refuse_arrival(inbox, arrivals, taken, FileRefused())
    again = take_in(open_claims(inbox)[0], arrivals)
    assert refuse_arrival(inbox, arrivals, again, FileRefused()) == target
    assert refused(inbox) == {"surat.pdf", "surat.pdf.alasan.txt"}


def test_what_a_kill_left_in_ditolak_is_cleared_and_nothing_else(inbox: Path) -> None:
    clear_unfinished(inbox)
    (inbox / "ditolak").mkdir()
    for name in (".abc.tmp", "surat.tmp", ".tersembunyi"):
        (inbox / "ditolak" / name).write_bytes(b"")
    clear_unfinished(inbox)
    assert refused(inbox) == {"surat.tmp", ".tersembunyi"}


def test_something_else_in_the_place_of_ditolak_stops_the_refusal(inbox: Path, tmp_path: Path) -> None:
    (inbox / "ditolak").symlink_to(tmp_path)
    put(inbox, "surat.pdf")
    with refused_with("intake.inbox_spoiled"):
        refuse_name(inbox, "surat.pdf", new_id(), FileRefused())
    assert open_claims(inbox)


def test_a_folder_full_of_the_same_name_and_a_failing_disk_are_told(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, "surat.pdf")
    claimed = claim(inbox, "surat.pdf", new_id())
    (inbox / "ditolak").mkdir()
    (inbox / "ditolak" / "surat.pdf").write_bytes(b"")
    with monkeypatch.context() as patch:
        patch.setattr(refuse_room, "_TRIES", 2)
        with pytest.raises(NotDurable):
            refuse(claimed, FileRefused())

    def fail(source: Path, target: Path) -> None:
        if source == claimed.path:
            raise OSError(5, "")
        move_new(source, target)

    monkeypatch.setattr(files, "move_new", fail)
    with pytest.raises(NotDurable):
        refuse(claimed, FileRefused())
    assert claimed.path.exists()
