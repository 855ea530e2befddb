"""Content that is here already comes in again: where its stored bytes are missing or wrong, the new copy puts them right.

Nothing that came in is removed unless another copy of it was just read back; what has no row is never removed by itself.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.archive import opened
from pipeline.archive.on_store.archive import OnStore
from pipeline.intake import arrival as on_disk
from pipeline.kernel.errors import NotDurable
from pipeline.kernel.ids import read_code
from pipeline.office.answer import sign
from pipeline.office.arrivals import arrival_files
from pipeline.office.overview import receive, todo_rows
from pipeline.records import arrivals, history, queue
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.models import ArrivalRow
from tests.archive.on_stores import Unlucky
from tests.office import arranging
from tests.office.bucket_home import store_of
from tests.office.bureau import CLERK, Bureau, one_page
from tests.office.stages import FIRST
from tests.office.test_receive_again import age
from tests.refused import let_pass

pytestmark = pytest.mark.backend

LETTER = one_page("satu-satunya")


def _gone(path: Path) -> None:
    path.unlink()


def _folder_gone(path: Path) -> None:
    shutil.rmtree(path.parent)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


DAMAGES = (_gone, _folder_gone, _cut, _flipped)


def stored(office: Bureau, arrival: Arrival) -> Path:
    return arrival_files.path_of(office.settings, arrival.id)


def waits(office: Bureau) -> list[str]:
    """Return the names of what lies in the inbox, claims too."""
    box = office.settings.inbox
    own = {".rangkap-inbox", ".claimed", "ditolak", *office.settings.inbox_folders}
    return [path.name for path in [*box.iterdir(), *box.glob(".claimed/*")] if path.name not in own]


def healed(arrival: Arrival) -> list[str]:
    """Return the places that the history tells were put right of ``arrival``."""
    return [
        place
        for act in history.of_subject(arrival.id)
        if act.verb == "heal"
        for place in act.detail["places"]
    ]


@pytest.mark.parametrize("damaged", DAMAGES)
def test_a_damaged_arrival_is_put_right_by_the_same_file_and_that_is_told(
    bureau: Bureau, damaged: Callable[[Path], None]
) -> None:
    first = bureau.arrive(LETTER)
    damaged(stored(bureau, first))
    assert bureau.verify()
    (came,) = bureau.receive(LETTER)
    assert (came.what, came.arrival, came.agenda) == ("healed", first.id, "A-2026-0001")
    assert stored(bureau, first).read_bytes() == LETTER
    assert healed(first) == [f"var/arrivals/{first.id}/original"]
    assert [finding for finding in bureau.verify() if finding.is_damage] == []
    assert waits(bureau) == []
    (row,) = todo_rows.repeat_rows(bureau.session(CLERK))
    assert (row["agenda"], row["healed"]) == ("A-2026-0001", True)
    assert list(arrival_files.rows(bureau.settings)) == [arrivals.get(first.id)]


def test_after_a_restore_onto_a_bucket_the_same_file_puts_an_arrival_right(on_bucket: Bureau) -> None:
    """The bytes of what was not registered yet lie in ``var/`` alone, and may be missing after a restore."""
    first = on_bucket.arrive(LETTER)
    shutil.rmtree(on_bucket.settings.arrivals)
    on_bucket.settings.arrivals.mkdir(0o700)
    (came,) = on_bucket.receive(LETTER)
    assert (came.what, came.arrival) == ("healed", first.id)
    assert on_bucket.verify() == []


def test_a_letter_that_was_given_up_as_missing_is_read_once_its_bytes_are_back(bureau: Bureau) -> None:
    first = bureau.arrive(LETTER)
    stored(bureau, first).unlink()
    arrivals.change(first, state=ArrivalState.UNREADABLE, note="hilang")
    before = queue.waiting()
    bureau.receive(LETTER)
    assert arrivals.get(first.id).state == ArrivalState.NEW
    assert list(arrival_files.rows(bureau.settings)) == [arrivals.get(first.id)], "also after a rebuild"
    assert queue.waiting() == before + 1


@pytest.mark.parametrize(("place", "damaged"), [("archive", _gone), ("archive", _flipped), ("both", _cut)])
def test_a_filed_letter_is_put_back_into_the_archive_and_no_version_is_made(
    at_stage: Callable[[str], Bureau], place: str, damaged: Callable[[Path], None]
) -> None:
    office = at_stage("registered")
    (first,) = arrivals.of_case(FIRST)
    data = stored(office, first).read_bytes()
    name = f"2026/{FIRST}/v1/content/surat-masuk-1.pdf"
    before = office.held.files(f"2026/{FIRST}")
    wrong = office.home / "rusak"
    wrong.write_bytes(data)
    damaged(wrong)
    if wrong.exists():
        office.held.write(name, wrong.read_bytes())
    else:
        office.held.remove(name)
    if place == "both":
        damaged(stored(office, first))
    wrong.unlink(missing_ok=True)
    assert office.verify()
    (came,) = office.receive(data)
    assert (came.what, came.note) == ("healed", FIRST)
    assert office.held.files(f"2026/{FIRST}") == before
    assert f"archive/{name}" in healed(first)
    assert office.verify() == []
    office.held.need_valid()


def test_a_filed_letter_is_put_back_into_a_bucket(on_bucket: Bureau) -> None:
    case = on_bucket.register(data=LETTER)
    name = f"2026/{case.number}/v1/content/surat-masuk-1.pdf"
    for harm in (lambda: on_bucket.held.remove(name), lambda: on_bucket.held.write(name, LETTER[:-9])):
        harm()
        assert on_bucket.verify()
        (came,) = on_bucket.receive(LETTER)
        assert came.what == "healed"
        assert on_bucket.held.read(name) == LETTER
        assert on_bucket.verify() == []


def test_a_bucket_that_goes_away_while_a_letter_is_put_back_loses_nothing(
    on_bucket: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, store = on_bucket.register(data=LETTER), store_of(on_bucket)
    (first,) = arrivals.of_case(case.number)
    name = f"2026/{case.number}/v1/content/surat-masuk-1.pdf"
    later = 0
    for at in range(1, 60, 2):
        on_bucket.held.write(name, LETTER[:-9])
        _gone(stored(on_bucket, first))
        on_bucket.drop(LETTER)
        broken = OnStore(Unlucky(store, at), "uji")
        with monkeypatch.context() as patch:
            patch.setattr(opened, "_in_bucket", lambda *_, broken=broken: broken)
            with let_pass("stores.away"):
                later += "later" in [arrival.what for arrival in on_bucket.receive()]
        assert LETTER in [path.read_bytes() for path in on_bucket.settings.home.rglob("*") if path.is_file()]
        on_bucket.receive()
        assert (stored(on_bucket, first).read_bytes(), on_bucket.held.read(name)) == (LETTER, LETTER)
        assert waits(on_bucket) == []
    assert later
    assert on_bucket.verify() == []


def test_a_copy_that_cannot_be_put_back_yet_stays_until_it_can(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = bureau.arrive(LETTER)
    stored(bureau, first).unlink()
    with monkeypatch.context() as patch:

        def full(*_: object) -> None:
            raise NotDurable(reason="penuh")

        patch.setattr(arrival_files, "restore_original", full)
        assert {arrival.what for arrival in bureau.receive(LETTER)} == {"later"}
    copies = [
        path for path in bureau.settings.home.rglob("*") if path.is_file() and path.read_bytes() == LETTER
    ]
    assert len(copies) == 2, "the claimed file, and our own copy of it"
    assert [arrival.what for arrival in bureau.receive()] == ["healed"]
    assert stored(bureau, first).read_bytes() == LETTER
    assert len(healed(first)) == 1, "it is told once"


def test_a_claim_whose_arrival_rotted_before_it_was_released_comes_in_anew(bureau: Bureau) -> None:
    first = bureau.arrive(LETTER)
    claimed = bureau.settings.inbox / ".claimed" / first.id
    claimed.mkdir()
    (claimed / first.name).write_bytes(LETTER)
    _flipped(stored(bureau, first))
    assert [arrival.what for arrival in bureau.receive()] == ["healed"]
    assert stored(bureau, first).read_bytes() == LETTER
    assert waits(bureau) == []


def test_a_part_of_a_scan_that_is_here_already_puts_the_first_right(approved: Bureau) -> None:
    (scan,) = approved.signed(FIRST, 1)
    (came,) = approved.receive(scan)
    known = arrivals.get(came.arrival)
    assert known.state == ArrivalState.COPY
    part = replace(known, id="01ARZ3NDEKTSV4RRFFQ69G5FAV", parent="01ARZ3NDEKTSV4RRFFQ69G5FAW")
    arrival_files.put(approved.settings, part, scan)
    _cut(stored(approved, known))
    sign.receive_copies(approved.session(), [(part, read_code(known.code))])
    assert stored(approved, known).read_bytes() == scan
    assert healed(known)
    assert on_disk.arrivals_on_disk(approved.settings.arrivals) == tuple(sorted(arrivals.ids()))


def test_a_part_made_by_hand_that_is_here_already_puts_the_first_right(bureau: Bureau) -> None:
    session, data = bureau.session(), one_page("dua", 2)
    whole = bureau.arrive(data)
    with arrival_files.opened(bureau.settings, whole.id) as handle:
        first = bureau.arrive(bureau.reader.split(handle, [(1, 1)]))
    page = stored(bureau, first).read_bytes()
    stored(bureau, first).unlink()
    arranging.split(session, str(whole.agenda), "1", "2")
    assert stored(bureau, first).read_bytes() == page
    assert healed(first)
    assert [finding for finding in bureau.verify() if finding.is_damage] == []


def test_a_joined_letter_that_is_here_already_is_put_right_before_the_new_one_goes(bureau: Bureau) -> None:
    session = bureau.session()
    first, second = (bureau.arrive(one_page(text)) for text in ("a", "b"))
    names = [str(first.agenda), str(second.agenda)]
    joined = arranging.join(session, *names)
    data = stored(bureau, joined).read_bytes()
    arranging.split(session, str(joined.agenda), "1", "2")
    stored(bureau, joined).unlink()
    back = arranging.join(session, *(str(row.agenda) for row in _waiting()))
    assert back.id == joined.id
    assert stored(bureau, joined).read_bytes() == data
    assert [finding for finding in bureau.verify() if finding.is_damage] == []


def _waiting() -> list[Arrival]:
    return [arrival for arrival in arrivals.listed(*arrivals.WAITING) if arrival.agenda]


def rowless(office: Bureau, *names: str) -> Path:
    """Take its row, and ``names`` of its files, from an arrival of an hour ago; returns its folder."""
    arrival = office.arrive(LETTER)
    folder = office.settings.arrivals / arrival.id
    for name in names:
        (folder / name).unlink()
    ArrivalRow.objects.all().delete()
    age(folder, 3600)
    return folder


@pytest.mark.parametrize(
    "lost", [(on_disk.RECORD, arrival_files.ROW), (on_disk.RECORD,), (arrival_files.ROW,), ()]
)
def test_an_arrival_without_a_row_comes_in_as_mail_and_stands_on_the_worklist(
    bureau: Bureau, lost: tuple[str, ...]
) -> None:
    folder = rowless(bureau, *lost)
    (came,) = bureau.receive()
    assert came.what == "agenda"
    assert (folder / "original").read_bytes() == LETTER
    assert [row["id"] for row in todo_rows.arrival_rows(bureau.session(CLERK))] == [folder.name]
    assert [finding for finding in bureau.verify() if finding.is_damage] == []


def test_a_part_that_was_entered_once_gets_back_the_number_on_its_paper(bureau: Bureau) -> None:
    session = bureau.session()
    whole = bureau.arrive(one_page("dua", 2))
    parts = arranging.split(session, str(whole.agenda), "1", "2")
    numbers = {part.id: part.agenda for part in parts}
    ArrivalRow.objects.exclude(pk=whole.id).delete()
    for part in parts:
        age(bureau.settings.arrivals / part.id, 3600)
    arrivals.change(arrivals.get(whole.id), agenda=None)
    assert {arrival.arrival: arrival.agenda for arrival in bureau.receive()} == numbers
    assert all(stored(bureau, part).exists() for part in parts)


def test_one_whose_content_is_here_already_is_a_repeat_and_goes(bureau: Bureau) -> None:
    folder = rowless(bureau, on_disk.RECORD, arrival_files.ROW)
    first = bureau.receive(LETTER)
    again = bureau.settings.arrivals / "01ARZ3NDEKTSV4RRFFQ69G5FAV"
    assert {arrival.what for arrival in first} == {"agenda", "repeat"}
    (known,) = arrivals.listed()
    shutil.copytree(folder, again)
    (again / on_disk.RECORD).unlink()
    (again / arrival_files.ROW).unlink()
    age(again, 3600)
    stored(bureau, known).unlink()
    assert [arrival.what for arrival in bureau.receive()] == ["healed"]
    assert stored(bureau, known).read_bytes() == LETTER
    assert on_disk.arrivals_on_disk(bureau.settings.arrivals) == (known.id,)


def test_one_whose_bytes_are_gone_is_shown_and_whole_again_when_the_file_comes_in(bureau: Bureau) -> None:
    folder = rowless(bureau, "original", arrival_files.ROW)
    (came,) = bureau.receive()
    assert (came.what, came.arrival) == ("agenda", folder.name)
    assert arrivals.get(folder.name).note
    assert [arrival.what for arrival in bureau.receive(LETTER)] == ["healed"]
    assert (folder / "original").read_bytes() == LETTER
    assert bureau.verify() == []


def test_a_young_one_is_taken_in_by_the_same_watcher_once_it_is_old(bureau: Bureau) -> None:
    folder = rowless(bureau, on_disk.RECORD)
    age(folder, 5)
    counter = bureau.counter()
    assert list(receive.recover(counter)) == []
    assert list(receive.look(counter)) == []
    age(folder, 3600)
    assert [arrival.what for arrival in receive.look(counter)] == ["agenda"]
    assert list(receive.look(counter)) == []
    assert (folder / "original").exists()
