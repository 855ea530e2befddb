"""The archive of an office moves into a bucket of a real server and back: the same piece by piece, or the source serves on as it was."""

import fcntl
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.archive import opened
from pipeline.archive.layout import JOURNAL, MARKER, SIDECAR, SUMS
from pipeline.archive.relocation import carry, mark
from pipeline.archive.relocation import target as targets
from pipeline.archive.relocation.pieces import bytes_of
from pipeline.archive.relocation.target import CLAIM
from pipeline.cli.__main__ import main
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Exit
from pipeline.office.disposal import hold
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import migrate_store
from pipeline.office.overview import doctor
from pipeline.records import boot, history
from tests.archive.outside import need_valid
from tests.office import registers
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, POLICE, Bureau, one_page
from tests.office.store_moves import StoreMover
from tests.refused import refused_with
from tests.stores.go_between import Fault, between
from tools import s3

pytestmark = pytest.mark.usefixtures("on_file")


@pytest.fixture
def mover(at_stage: Callable[[str], Bureau], s3_server: s3.Server) -> StoreMover:
    """An office with two cases, and an empty bucket."""
    return StoreMover(at_stage("registered"), s3_server)


def in_both(held: dict[str, str]) -> dict[str, str]:
    """Return of the items what lies under the same name in a folder and in a bucket."""
    return {
        name: content
        for name, content in held.items()
        if not name.endswith((SUMS, JOURNAL)) and not name.startswith(("sums/", "register/"))
    }


def test_there_and_back_is_the_same_archive(
    at_stage: Callable[[str], Bureau], s3_server: s3.Server, tmp_path: Path
) -> None:
    office = at_stage("filed")
    mover, folder = StoreMover(office, s3_server), office.settings.archive
    register = registers.register_csv(office.session(ARCHIVIST), "arsip")
    was = mover.in_folder()
    done = mover.move(mark.BUCKET)
    assert (done.how, done.left) == ("new", 0)
    assert mover.in_folder() == was, "the source is not written to"
    held = mover.in_bucket()
    assert in_both(held) == in_both(was)
    assert done.items == len(held) - 1, "all but the marker"
    with refused_with("archive.moved", match="RANGKAP_ARCHIVE"):
        office.session()
    with mover.named():
        assert office.verify() == []
        assert registers.register_csv(office.session(ARCHIVIST), "arsip") == register
        assert [act.account for act in history.of_verb(migrate_store.VERB)] == [ADMIN]
        new = office.register(POLICE, one_page("di ember")).number
        assert office.verify() == []
        register = registers.register_csv(office.session(ARCHIVIST), "arsip")
        lines = b"".join(line.data + b"\n" for line in opened.archive_of(office.settings).read_lines())
    held = mover.in_bucket()

    with refused_with("archive.target_taken", match="archive/"):
        mover.move(mark.FOLDER)
    folder.rename(tmp_path / "lama")
    assert mover.move(mark.FOLDER).how == "new"
    assert mover.in_bucket() == held, "the source is not written to"
    assert office.verify() == []
    need_valid(folder)
    assert registers.register_csv(office.session(ARCHIVIST), "arsip") == register
    assert b"".join(path.read_bytes() for path in sorted(folder.glob(f"*/{JOURNAL}"))) == lines
    now = mover.in_folder()
    assert in_both(now) == {name: value for name, value in in_both(held).items() if ".staging/" not in name}
    assert {name for name in was if name not in now} == set()
    assert {name for name in now if f"/{new}/" in name}
    assert {path.stat().st_mode & 0o777 for path in folder.rglob("*")} == {0o600, 0o700}
    office.register(POLICE, one_page("kembali"))
    assert office.verify() == []
    with mover.named():
        with refused_with("archive.moved"):
            office.session()
        assert [row.ok for row in doctor.home(office.settings) if row.what == "arsip di bucket"] == [False]


def test_what_stopped_is_gone_on_with_whatever_the_office_did_meanwhile(
    at_stage: Callable[[str], Bureau], s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, passed = at_stage("registered"), 0
    mover = StoreMover(office, s3_server)
    perform(hold.place_hold, office.session(ARCHIVIST), "2026-0001", {"reason": "sengketa"})

    def stops(*words: object) -> bytes:
        nonlocal passed
        passed += 1
        if passed == 15:
            raise KeyboardInterrupt
        return bytes_of(*words)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(carry, "bytes_of", stops)
        with pytest.raises(KeyboardInterrupt):
            mover.move(mark.BUCKET)
    first = mover.in_bucket()
    assert CLAIM in first
    assert MARKER not in first
    with mover.named(), refused_with("archive.move_open"):
        office.session()
    with monkeypatch.context() as patch:  # it had come to its end, but the office was not told
        patch.setattr(mark, "write", lambda _var, move: None if move.ended is False else 1 / 0)
        with pytest.raises(ZeroDivisionError):
            mover.move(mark.BUCKET)
    assert MARKER in mover.in_bucket()
    with mover.named(), refused_with("archive.move_open"):
        office.session()
    assert office.verify() == []
    office.draft("2026-0001")
    office.approve("2026-0001")
    office.register(POLICE, one_page("sementara itu"))
    perform(hold.lift_hold, office.session(CHAIR), "2026-0001", {"reason": "selesai"})
    perform(hold.place_hold, office.session(ARCHIVIST), "2026-0002", {"reason": "sengketa"})
    gone = "2026/2026-0099/v1/content/kasus.json"
    mover.items.put_new(gone, b"{}")
    done = mover.move(mark.BUCKET)
    assert done.how == "resumed"
    held = mover.in_bucket()
    assert in_both(held) == in_both(mover.in_folder())
    assert done.items == len(held) - 1
    with mover.named():
        assert office.verify() == []
        assert len([*history.of_verb(migrate_store.VERB)]) == 1, "the act is noted once"
    assert gone not in held, "what went in between is gone"
    assert mover.move(mark.BUCKET).how == "there"


def test_what_is_not_to_be_moved_or_filled_is_refused_and_stays(
    mover: StoreMover, s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, was = mover.office, mover.in_folder()

    def refused(kind: str | type[Refusal], to: str = mark.BUCKET, address: str | None = None) -> None:
        there = mover.in_bucket()
        with refused_with(kind) as raised:
            mover.move(to, address)
        assert s3.SECRET not in f"{raised.value}{raised.value.fields}"
        assert mover.in_folder() == was
        assert mover.in_bucket() == there
        assert mark.read(office.settings.var) is None

    refused("archive.no_bucket_named", address="")
    refused("stores.bad_bucket", address="s3://orang:rahasia@gudang/kantor")
    refused("stores.bad_bucket", address="postgresql://gudang")
    refused("stores.away", address=f"s3://tidak-ada/kantor?endpoint={s3_server.endpoint}")
    refused("stores.keeps_versions", address=f"s3://{s3.LOCKED}/kantor?endpoint={s3_server.endpoint}")
    refused("archive.nothing_to_move", mark.FOLDER)
    with between(s3_server.endpoint) as careless:
        careless.begin(Fault.CARELESS)
        refused("stores.unconditional", address=f"s3://{s3.OPEN}/kantor?endpoint={careless.endpoint}")
    key = office.settings.var / "keys" / "bucket.toml"
    key.rename(key.with_name("disisihkan"))
    refused("stores.no_key")
    key.with_name("disisihkan").rename(key)
    for name in ("milik-orang.txt", f"2025/{MARKER}"):
        mover.items.put_new(name, b"isi")
        refused("archive.target_taken")
        mover.items.remove(name)
    mover.items.put_new(CLAIM, b"01ARZ3NDEKTSV4RRFFQ69G5FAV")
    refused("archive.target_taken")
    mover.items.remove(CLAIM)
    path = office.settings.archive / "2026" / "2026-0001" / "v1" / SIDECAR
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + b" ")
    was = mover.in_folder()
    refused("archive.source_damaged")
    path.write_bytes(whole)
    was = mover.in_folder()
    office.settings.archive.joinpath("2026", "Thumbs.db").write_bytes(b"asing")
    arrival = next(
        office.settings.arrivals.glob("*/*")
    )  # after a restore letters may be missing for good: they do not move
    arrival.unlink()
    assert mover.move(mark.BUCKET).left == 1
    assert not [name for name in mover.in_bucket() if "Thumbs" in name]


def test_a_disk_that_is_full_is_told_before_a_byte_is_fetched(
    mover: StoreMover, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office = mover.office
    mover.move(mark.BUCKET)
    office.settings.archive.rename(tmp_path / "lama")
    with monkeypatch.context() as patch:
        patch.setattr(targets, "RESERVE", 1 << 60)
        with refused_with("stores.no_space"):
            mover.move(mark.FOLDER)
    assert mover.in_folder() == {}
    with refused_with("archive.moved"):
        office.session()
    with mover.named():
        assert office.verify() == []
    assert mover.move(mark.FOLDER).how == "new"
    assert office.verify() == []


def test_the_verb_refuses_a_running_office_and_says_what_to_set(
    mover: StoreMover, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office = mover.office
    monkeypatch.setenv("RANGKAP_HOME", str(office.home))
    monkeypatch.setenv("RANGKAP_ARCHIVE", mover.address)
    boot.close()
    mover.let_go()
    held = os.open(office.settings.var / "home.lock", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_SH)
    words = ["migrate-store", mark.BUCKET, "--as", ADMIN]
    assert main(words) == Exit.REFUSED
    assert "Hentikan dahulu" in capsys.readouterr().err
    os.close(held)
    assert main(["migrate-store", mark.BUCKET, "--as", CLERK]) == Exit.NO_RIGHT
    capsys.readouterr()
    assert main([*words, "--json"]) == Exit.OK
    output = capsys.readouterr()
    plain = json.loads(output.out)
    assert (plain["store"], plain["how"], plain["objects"]) == (mark.BUCKET, "new", 2)
    assert plain["items"] == len(mover.in_bucket()) - 1
    assert "Sekarang: Isi RANGKAP_ARCHIVE" in output.err
    assert "archive/ tetap seperti semula" in output.err
    assert s3.SECRET not in output.err
    assert main(["--lang", "en", *words]) == Exit.OK
    err = capsys.readouterr().err
    assert "Now: Set RANGKAP_ARCHIVE" in err
    assert "nothing was moved" in err
    monkeypatch.delenv("RANGKAP_ARCHIVE")
    assert main(["verify", "--as", ADMIN]) == Exit.REFUSED
    assert "sudah pindah ke bucket" in capsys.readouterr().err
    row = next(point for point in doctor.home(office.settings) if point.what == "arsip")
    assert not row.ok
    assert "Isi RANGKAP_ARCHIVE" in row.then
