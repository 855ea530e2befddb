"""An office whose archive lies in a bucket goes the whole street, on a real server; what it cannot do there it says."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.archive import opened
from pipeline.archive.finding import Kind
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.on_store.places import REGISTER
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Next
from pipeline.office.base import filings, home
from pipeline.office.disposal import backup
from pipeline.office.keeping import restore
from pipeline.office.overview import doctor
from pipeline.records import boot, cases, entries
from pipeline.register.journal import read_entries
from pipeline.stores.backup_repository import BackupRepository
from tests.archive.on_stores import Unlucky
from tests.office import damage
from tests.office.bucket_home import moved, put_key, store_of
from tests.office.bureau import ADMIN, CHECKOUT, USER, Bureau
from tests.office.vaults import key_of
from tests.refused import is_any, refused_with

pytestmark = pytest.mark.backend

LIMIT = 1 << 26


def test_what_lies_in_the_bucket_is_checked_and_told(on_bucket: Bureau) -> None:
    case, store = damage.call(on_bucket), store_of(on_bucket)
    assert on_bucket.verify() == []
    root = f"2026/{case.number}/v1/content"
    held = store.read(f"{root}/catatan-telepon.txt", LIMIT)
    store.replace(f"{root}/catatan-telepon.txt", held.data[:-2] + b"??", held.mark)
    assert {(finding.kind, finding.path) for finding in on_bucket.verify()} == {
        (Kind.CHANGED, f"{root}/catatan-telepon.txt")
    }
    store.remove(f"{root}/catatan-telepon.txt")
    assert Kind.MISSING in {finding.kind for finding in on_bucket.verify()}
    store.put_new(f"{root}/catatan-telepon.txt", held.data)
    assert on_bucket.verify() == []
    for name in store.names_in(f"{REGISTER}/2026"):
        store.remove(f"{REGISTER}/2026/{name}")
    assert {finding.kind for finding in on_bucket.verify()} == {Kind.MISSING, Kind.ROLLED_BACK}
    assert filings.recover_all(on_bucket.session()) == []
    assert on_bucket.verify() == []


@pytest.mark.parametrize("mend", ["again", "rebuild"])
def test_a_bucket_that_goes_away_in_the_middle_of_a_filing(
    on_bucket: Bureau, monkeypatch: pytest.MonkeyPatch, mend: str
) -> None:
    """The step stands, the filing goes on later; where the database is lost, its scan waits to be registered again."""
    store = store_of(on_bucket)
    first = damage.call(on_bucket).number

    def broken_at(at: int) -> Callable[..., OnStore]:
        archive = OnStore(Unlucky(store, at), "uji")
        return lambda *_: archive

    broken = clean = 0
    for at in range(12, 60, 9 if mend == "again" else 18):
        with monkeypatch.context() as patch:
            patch.setattr(opened, "_in_bucket", broken_at(at))
            try:
                damage.call(on_bucket, f"lagi {at}")
            except Refusal as error:
                if is_any(error, "stores.away"):
                    continue
                if not is_any(error, "office.filing_pending"):
                    raise
                broken += 1
        assert len(entries.unfinished()) <= 1
        if mend == "again":
            assert filings.complete_all(on_bucket.session()) == []
            assert not entries.unfinished()
        else:
            damage.rebuilt(on_bucket)
        findings = on_bucket.verify()
        clean += findings == []
        if mend == "again":
            assert findings == []
        else:  # committed, and its entry lost with the database: told as in a folder
            assert {finding.found for finding in findings} <= {"tanpa pencatatan"}
    assert broken
    assert clean
    assert first in cases.numbers()
    last = damage.call(on_bucket, "terakhir")
    assert last.number not in {finding.case for finding in on_bucket.verify()}


def test_an_operation_that_left_its_room_taken_is_carried_to_its_end_first(
    on_bucket: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = damage.call(on_bucket)
    session = on_bucket.session()
    with boot.transact():
        begun = [filings.begin(session, case, kind, kind, [], clock.now()) for kind in ("satu", "dua")]
    intents = {intent.operation: intent for intent in entries.unfinished()}
    counted = Unlucky(store_of(on_bucket))
    counts = OnStore(counted, "uji")
    for at in range(200):  # the last call of the deposit leaves the room
        archive = OnStore(Unlucky(store_of(on_bucket), at), "uji")
        with monkeypatch.context() as patch:
            patch.setattr(opened, "_in_bucket", lambda *_, archive=archive: archive)
            try:
                filings.complete_one(session, intents[begun[0]])
                break
            except Refusal as error:
                if not is_any(error, "stores.away"):
                    raise
                head = counts.head_of(case.number)
                room = counted.store.read(f".staging/{case.number}", LIMIT).data
                if head and head.head == 2 and room:
                    break
    filings.complete_one(session, intents[begun[1]])
    assert not entries.unfinished()
    assert [entry.kind for entry in read_entries(session.archive)] == ["registered", "satu", "dua"]
    assert on_bucket.verify() == []


def test_what_a_bucket_cannot_do_says_what_to_do(on_bucket: Bureau, tmp_path: Path) -> None:
    damage.call(on_bucket)
    with refused_with("office.archive_in_bucket") as refused:
        restore.restore(str(tmp_path / "cadangan"), tmp_path / "kembali", "x", USER)
    assert refused.value.next == (Next("rebuild"),)
    assert not (tmp_path / "kembali").exists()
    rows = {point.what: point for point in doctor.home(on_bucket.settings)}
    assert "versi lama di bucket" not in rows
    assert rows["arsip di bucket"].ok
    assert rows["arsip di bucket"].found in os.environ["RANGKAP_ARCHIVE"]
    assert "arsip di bucket tidak termasuk" in rows["cadangan"].found


@pytest.mark.usefixtures("on_file")
def test_a_backup_has_no_archive_says_so_and_brings_the_office_back_by_hand(
    on_bucket: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage.call(on_bucket)
    done = backup.backup(on_bucket.session(ADMIN), str(tmp_path / "cadangan"))
    assert done.told["archive"] in os.environ["RANGKAP_ARCHIVE"]
    key = key_of(on_bucket)
    later = damage.call(on_bucket, "sesudah cadangan")
    boot.close()
    back = tmp_path / "dengan-restic"
    back.mkdir()
    vault = BackupRepository(str(tmp_path / "cadangan"), key, tmp_path / "alat")
    vault.restore(done.snapshot, back, lambda _: None)
    moved(back, "Backup and restore of a bucket")
    again = Bureau(back, on_bucket.reader)
    assert damage.build(again)["cases"] == 2
    assert later.number in cases.numbers()
    faults = again.verify()
    assert {(finding.kind, finding.path.split("/")[2]) for finding in faults} == {(Kind.MISSING, "arrivals")}
    assert {finding.case for finding in faults} == {later.number}
    boot.close()
    monkeypatch.delenv("RANGKAP_ARCHIVE")
    with refused_with("office.archive_in_bucket"):
        restore.restore(str(tmp_path / "cadangan"), tmp_path / "kembali", key, USER)
    assert not (tmp_path / "kembali").exists()


@pytest.mark.usefixtures("on_file")
def test_a_new_home_takes_over_no_archive_and_needs_key_and_address(
    on_bucket: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage.call(on_bucket)
    boot.close()
    with refused_with("stores.no_key"):
        home.init(tmp_path / "baru", CHECKOUT, USER, trial=True)
    put_key(tmp_path / "baru")
    with refused_with("office.bucket_in_use"):
        home.init(tmp_path / "baru", CHECKOUT, USER, trial=True)
    assert not (tmp_path / "baru" / "office.toml").exists()
    address = os.environ["RANGKAP_ARCHIVE"]
    monkeypatch.setenv("RANGKAP_ARCHIVE", f"{address[: address.index('?')]}-2{address[address.index('?') :]}")
    home.init(tmp_path / "baru", CHECKOUT, USER, trial=True)
    assert Bureau(tmp_path / "baru", on_bucket.reader).verify() == []
    boot.close()
    monkeypatch.setenv("RANGKAP_ARCHIVE", address)
    (tmp_path / "baru" / "var" / "rangkap.db").unlink()
    with refused_with("records.no_database"):  # a home without a database beside an archive with cases
        Bureau(tmp_path / "baru", on_bucket.reader).session()
    monkeypatch.setenv("RANGKAP_ARCHIVE", address.replace("s3://", "s3://orang:rahasia@"))
    with refused_with("stores.bad_bucket") as raised:
        on_bucket.session()
    assert "rahasia" not in str(raised.value.text())
