"""Joined and split again: earlier arrivals come back, nothing stands there twice, and each part keeps its first scan."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from demo.answers import registration
from pipeline.lookup import whole_scans
from pipeline.office.arrivals import arrange, arrival_files, strike
from pipeline.office.cases.register import register_arrival, waiting
from pipeline.office.delivery import merge
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals, boot, history
from pipeline.records.arrivals import Arrival, ArrivalState
from tests.office import arranging, damage, older
from tests.office.bureau import ARCHIVIST, CHAIR, WIFE, Bureau, one_page
from tests.office.retained import approved_list, carry_out, later
from tests.office.stages import FIRST as CASE
from tests.office.test_arrange import FIRST, SECOND, joined, pdf, registered, widths
from tests.refused import refused_with

Open = Callable[[str], Bureau]
THIRD, FOURTH = "A-2026-0003", "A-2026-0004"


def taken_apart(bureau: Bureau, item: str, *ranges: str) -> list[Arrival]:
    return arranging.split(bureau.session(), item, *ranges)


def standing() -> list[tuple[str, str, str]]:
    """Return what bears a number or waits: id, agenda number, state."""
    return [(arrival.id, arrival.agenda or "", arrival.state) for arrival in arrivals.listed()]


def on_disk(bureau: Bureau) -> set[str]:
    return {path.name for path in bureau.settings.arrivals.iterdir() if not path.name.startswith(".")}


def need_whole(bureau: Bureau) -> None:
    """Every row has its file, every file its row, and no content stands there twice."""
    assert bureau.verify() == []
    assert on_disk(bureau) == arrivals.ids()
    digests = [arrival.sha256 for arrival in arrivals.listed()]
    assert len(digests) == len(set(digests))


def test_what_was_split_joined_and_split_at_the_same_places_is_as_it_was(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 3))
    first, other = taken_apart(bureau, FIRST, "1", "2-3")
    before = standing()
    letter = joined(bureau, SECOND, FIRST)
    assert [arrival.id for arrival in waiting(bureau.session())] == [letter.id]
    back = taken_apart(bureau, SECOND, "1-2", "3")
    assert [arrival.id for arrival in back] == [other.id, first.id]
    assert [row for row in standing() if row[0] != letter.id] == before
    assert arrivals.get(letter.id).state == ArrivalState.SPLIT
    assert (arrivals.get(first.id).struck, arrivals.get(first.id).parent) == ("", first.parent)
    acts = [act for act in history.of_verb(arrange.SPLIT) if "again" in act.detail]
    assert [(act.subject, act.detail["again"], act.detail["of"]) for act in acts] == [
        (other.id, "digabung", SECOND),
        (first.id, "digabung", SECOND),
    ]
    need_whole(bureau)
    assert registered(bureau, other).agenda == (SECOND,)
    need_whole(bureau)


def test_parts_that_are_joined_in_the_order_of_their_scan_are_that_scan_again(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 3))
    taken_apart(bureau, FIRST, "1", "2-3")
    (scan,) = [arrival for arrival in arrivals.listed() if arrival.state == ArrivalState.SPLIT]
    again = joined(bureau, FIRST, SECOND)
    assert (again.id, again.state, again.agenda) == (scan.id, "baru", FIRST)
    assert [act.detail["again"] for act in history.of_verb(arrange.JOIN)] == ["dipisah"]
    need_whole(bureau)
    front, back = taken_apart(bureau, FIRST, "1-2", "3")
    assert (widths(bureau, front), widths(bureau, back)) == ([400, 401], [402])
    assert (front.agenda, back.agenda, front.parent) == (FIRST, THIRD, scan.id)
    need_whole(bureau)


def test_a_letter_that_is_joined_once_more_is_the_letter_of_before(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 1), pdf(500, 2))
    came = standing()
    letter = joined(bureau, FIRST, SECOND)
    assert [part.id for part in taken_apart(bureau, FIRST, "1", "2-3")] == [arrival[0] for arrival in came]
    assert [row for row in standing() if row[0] != letter.id] == came
    again = joined(bureau, FIRST, SECOND)
    assert (again.id, again.state, again.agenda) == (letter.id, "baru", FIRST)
    case = registered(bureau, again)
    assert {arrival.case for arrival in arrivals.listed()} == {case.number}
    need_whole(bureau)
    damage.rebuilt(bureau)
    assert {arrival.case for arrival in arrivals.listed()} == {case.number}
    need_whole(bureau)


def test_of_a_letter_split_elsewhere_only_the_file_that_is_whole_comes_back(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 2), pdf(500, 1), pdf(600, 1))
    letter = joined(bureau, SECOND, FIRST, THIRD)
    front, middle, last = taken_apart(bureau, SECOND, "1-2", "3", "4")
    assert (widths(bureau, front), widths(bureau, middle)) == ([500, 400], [401])
    assert (front.parent, middle.parent, last.parent) == (letter.id, letter.id, "")
    assert (front.agenda, middle.agenda, last.agenda, last.struck) == (SECOND, FOURTH, THIRD, "")
    numbers = {
        arrival.agenda: arrival.state
        for arrival in arrivals.some([scan.id for scan in arrivals.mail_listed()]).values()
    }
    assert numbers == {FIRST: "digabung", SECOND: "baru", THIRD: "baru", FOURTH: "baru"}
    need_whole(bureau)


def test_a_part_whose_like_is_registered_is_named_and_not_made_again(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 2), pdf(400, 3))
    front, _ = taken_apart(bureau, FIRST, "1", "2")
    case = registered(bureau, front)
    same, other = taken_apart(bureau, SECOND, "1", "2-3")
    assert (same.id, same.case, same.state) == (front.id, case.number, ArrivalState.REGISTERED)
    assert other.agenda == SECOND, "the number of the scan goes to what is new of it"
    assert [act.detail.get("again") for act in history.of_verb(arrange.SPLIT)][-2:] == ["terdaftar", None]
    assert whole_scans.cases_in(arrivals.get(other.parent)) == {case.number, ""}
    need_whole(bureau)


def test_a_blank_page_twice_in_one_scan_is_one_arrival(bureau: Bureau) -> None:
    bureau.receive(one_page("kosong", pages=3))
    parts = taken_apart(bureau, FIRST, "1", "2", "3")
    assert {(part.id, part.agenda) for part in parts} == {(parts[0].id, FIRST)}
    assert [arrival.agenda for arrival in arrivals.mail_listed()] == [FIRST]
    need_whole(bureau)


def test_what_is_here_as_another_letter_is_not_joined_again(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 1), pdf(401, 1))
    session = bureau.session()
    _, data = arrange._letter(session, bureau.reader, arrange._pieces(session, f"{FIRST} {SECOND}"))
    bureau.receive(data)
    before = standing()
    with refused_with("office.same_content", match=THIRD):
        joined(bureau, FIRST, SECOND)
    assert standing() == before
    need_whole(bureau)


def chain_of(bureau: Bureau, case: str, arrival: str) -> tuple[str, str, str]:
    """Return parent, pages and letter of an arrival, as the record of its case in the archive tells them."""
    rows = bureau.archive.read_case(case).kasus["arrivals"]
    plain = next(entry for entry in rows if entry["id"] == arrival)
    return plain["parent"], plain["parent_pages"], plain["joined"]


def test_a_part_that_was_joined_behind_another_scan_keeps_its_first_scan_everywhere(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 3), pdf(500, 1))
    part, rest = taken_apart(bureau, FIRST, "1-2", "3")
    letter = joined(bureau, SECOND, str(part.agenda))
    case = registered(bureau, letter)
    chain = (part.parent, "1-2", f"{letter.id}:2-3")
    now = arrivals.get(part.id)
    assert (now.parent, now.parent_pages, now.joined) == chain
    assert chain_of(bureau, case.number, part.id) == chain
    row = json.loads((bureau.settings.arrivals / part.id / arrival_files.ROW).read_text())
    assert (row["parent"], row["parent_pages"], row["joined"]) == chain
    assert [scan.id for scan in whole_scans.of_case(case.number)] == [part.parent]
    other = registered(bureau, rest, 3)
    assert whole_scans.cases_in(arrivals.get(part.parent)) == {case.number, other.number}
    need_whole(bureau)
    damage.rebuilt(bureau)
    now = arrivals.get(part.id)
    assert (now.parent, now.parent_pages, now.joined) == chain
    assert whole_scans.cases_in(arrivals.get(part.parent)) == {case.number, other.number}
    need_whole(bureau)


def test_letters_that_were_joined_of_joined_ones_bring_every_file_into_the_archive(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 1), pdf(500, 1), pdf(600, 1))
    inner = joined(bureau, FIRST, SECOND)
    case = registered(bureau, joined(bureau, FIRST, THIRD))
    assert {arrival.case for arrival in arrivals.listed()} == {case.number}
    assert arrivals.get(inner.id).state == ArrivalState.JOINED
    names = [document["name"] for document in bureau.archive.read_case(case.number).kasus["documents"]]
    assert len([name for name in names if "-asal-" in name]) == 4
    need_whole(bureau)


def test_a_row_of_an_earlier_version_tells_the_letter_in_the_place_of_the_parent(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 1), pdf(500, 1))
    letter = joined(bureau, FIRST, SECOND)
    part = whole_scans.came_in(letter)[0]
    path = bureau.settings.arrivals / part.id / arrival_files.ROW
    old = json.loads(path.read_text())
    del old["joined"]
    path.write_text(json.dumps(old | {"parent": letter.id}))
    read = arrival_files.row_of(bureau.settings, part.id)
    assert read is not None
    assert (read.parent, read.joined) == ("", letter.id)


@pytest.mark.usefixtures("on_file")
def test_a_database_of_an_earlier_version_keeps_what_was_joined(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 1), pdf(500, 1))
    letter = joined(bureau, FIRST, SECOND)
    files = {arrival.id for arrival in whole_scans.came_in(letter)}
    boot.close()
    older.make(bureau.settings, "0011_opened 000000000000")
    with closing(sqlite3.connect(bureau.settings.var / "rangkap.db")) as base, base:
        base.execute("UPDATE records_arrivalrow SET parent = ? WHERE state = 'digabung'", (letter.id,))
    case = registered(bureau, letter)
    assert {arrival.id for arrival in whole_scans.came_in(arrivals.get(letter.id))} == files
    assert {(arrival.parent, arrival.joined) for arrival in map(arrivals.get, files)} == {("", letter.id)}
    assert {arrival.case for arrival in arrivals.listed()} == {case.number}
    need_whole(bureau)


def test_a_scan_whose_part_went_into_another_letter_is_destroyed_with_the_last_of_its_cases(
    at_stage: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed = at_stage("filed")
    filed.receive(pdf(400, 3), pdf(500, 1))
    items = [str(arrival.agenda) for arrival in arrivals.listed(*arrivals.WAITING)]
    part, rest = taken_apart(filed, items[0], "1-2", "3")
    perform(
        strike.strike_arrival,
        filed.session(),
        str(rest.agenda),
        {"chosen": "salah-pindai", "reason": "halaman orang lain"},
    )
    letter = joined(filed, items[1], str(part.agenda))
    case = perform(register_arrival, filed.session(), letter.id, registration(WIFE)).case
    chair = filed.session(CHAIR)
    perform(merge.merge_case, chair, case.number, {"into": CASE, "reason": "satu perkara"})
    office = later(filed, monkeypatch)
    carry_out(office.session(ARCHIVIST), approved_list(office).id)
    gone = {part.parent, part.id, letter.id}
    assert not gone & arrivals.ids()
    assert not [name for name in gone if (Path(office.settings.arrivals) / name).exists()]
    assert office.verify() == []
    boot.close()
