"""The stores: values go in and come out equal; a stale write is refused with both versions."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from typing import Any

import pytest

from pipeline.cases.plain import from_plain, to_plain
from pipeline.cases.states import State
from pipeline.kernel.errors import NotFound, Stale
from pipeline.kernel.people import Actor
from pipeline.records import arrivals, boot, cases, chain, entries, history, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.cases import Document
from pipeline.records.entries import Intent
from pipeline.records.letters import LetterState
from pipeline.records.models import AccessRow, ArrivalRow, CaseRow, HistoryRow, IntentRow, RepeatRow
from tests.office.bureau import Bureau
from tests.records.examples import MOMENT, arrival, case, copy, letter

pytestmark = pytest.mark.backend

CLERK = Actor("petugas", operator="norhayati")


@pytest.fixture(autouse=True)
def opened(engine: str, bureau: Bureau) -> Iterator[Bureau]:
    boot.open_records(bureau.settings)
    return bureau


def test_an_arrival_is_found_by_id_agenda_and_content_and_one_content_is_one_arrival() -> None:
    arrivals.add(arrival())
    assert arrivals.get("A-2026-0001") == arrivals.get(arrival().id) == arrival()
    assert arrivals.by_content(arrival().sha256) == arrival()
    assert arrivals.by_content(arrival(2).sha256) is None
    assert arrivals.has(arrival().id)
    assert arrivals.is_agenda_taken("A-2026-0001")
    assert not arrivals.is_agenda_taken("A-2026-0002")
    assert not arrivals.has(arrival(2).id)
    with pytest.raises(NotFound, match="A-2026-0002"):
        arrivals.get("A-2026-0002")
    with pytest.raises(Stale, match="A-2026-0001"):
        arrivals.add(arrival(2, sha256=arrival().sha256))
    with pytest.raises(Stale), boot.transact():
        ArrivalRow.objects.create(**asdict(arrival(2, sha256=arrival().sha256)))
    for _ in range(2):
        arrivals.repeat(arrival().id, arrival(7).id, "lagi.pdf", MOMENT)
    assert arrivals.was_repeat(arrival(7).id)
    assert not arrivals.was_repeat(arrival(8).id)
    assert RepeatRow.objects.count() == 1


def test_of_an_arrival_that_two_cases_tell_of_the_chain_holds_what_was_entered() -> None:
    older, newer = arrival(), arrival(version=3, note="pindah")
    for versions in ([newer, older], [older]):
        with boot.transact():
            arrivals.restore(versions)
    (act,) = HistoryRow.objects.exclude(marks="")
    held = chain.value_digest(vars(arrivals.get(older.id)))
    assert json.loads(act.marks) == {older.id: chain.mark_of(act.salt, held)}


def test_waiting_arrivals_come_with_danger_first_and_those_of_a_case_in_order() -> None:
    for mail in (arrival(3), arrival(2), arrival(1, danger="pisau"), arrival(4, state=ArrivalState.FILED)):
        arrivals.add(mail)
    assert [mail.agenda[-1] for mail in arrivals.listed(ArrivalState.NEW) if mail.agenda] == ["1", "2", "3"]
    assert len(arrivals.listed()) == 4
    for number in (6, 5):
        arrivals.add(arrival(number, parent=arrival(1).id, case="2026-0001", agenda=None))
    assert [part.id for part in arrivals.parts_of(arrival(1).id)] == [arrival(5).id, arrival(6).id]
    assert [part.id for part in arrivals.of_case("2026-0001")] == [arrival(5).id, arrival(6).id]


def change_arrival() -> Callable[[], object]:
    arrivals.add(arrival())
    read = arrivals.get(arrival().id)
    return lambda: arrivals.change(read, case="2026-0001")


def change_nameless_arrival() -> Callable[[], object]:
    arrivals.add(arrival(2, agenda=None))
    read = arrivals.get(arrival(2).id)
    return lambda: arrivals.change(read, case="2026-0001")


def change_case() -> Callable[[], object]:
    cases.add(case())
    read = cases.get("2026-0001")
    return lambda: cases.change(read, read.moved(State.DRAFTED))


def change_letter() -> Callable[[], object]:
    letters.add(letter())
    read = letters.get("2026-0001-1")
    return lambda: letters.change(read, state=LetterState.RETURNED)


def test_a_write_on_a_record_that_changed_since_it_was_read_is_refused_with_both_versions() -> None:
    for record in (change_arrival, change_nameless_arrival, change_case, change_letter):
        write = record()
        write()
        with pytest.raises(Stale) as refusal:
            write()
        assert (refusal.value.fields["read"], refusal.value.fields["now"]) == (1, 2)
        assert "Anda membaca versi 1, sekarang versi 2" in refusal.value.text()


def test_a_case_comes_back_equal_and_is_found_by_its_numbers() -> None:
    cases.add(case(2))
    cases.add(case(1))
    assert cases.get("2026-0002") == case(2)
    assert cases.numbers() == ["2026-0001", "2026-0002"]
    assert cases.by_register("0002 /tl/XI/2026") == "2026-0002"
    assert cases.by_register("0003/TL/XI/2026") is None
    assert cases.bearing(" 400.3.5/087/smpn3-ha/xi/2026") == ["2026-0001", "2026-0002"]
    with pytest.raises(NotFound, match="2026-0003"):
        cases.get("2026-0003")


NO_NUMBER = {"letter_number": ""}
ALIKE: list[tuple[dict[str, Any], bool]] = [
    ({"letter_number": " 400.3.5/087/smpn3-ha/XI/2026"}, True),
    (NO_NUMBER | {"sender": "smp negeri 3 HULU ASRI", "letter_date": "2026-11-18"}, True),
    (NO_NUMBER | {"sender": "SMP Negeri 3 Hulu Asri"}, False),
    (NO_NUMBER | {"victim_name": "anindya  purnamaring", "received_day": "2026-11-22"}, True),
    (NO_NUMBER | {"victim_name": "Anindya Purnamaring", "received_day": "2027-11-23"}, True),
    (NO_NUMBER | {"victim_name": "Anindya Purnamaring", "received_day": ""}, True),
    (NO_NUMBER | {"victim_name": "…", "sender": "–", "letter_date": "2026-11-18"}, False),
    (NO_NUMBER, False),
]


def test_the_same_letter_or_person_is_found_again_unless_the_registration_was_voided() -> None:
    known = {"sender": "SMP Negeri 3 Hulu Asri", "letter_date": "2026-11-18"}
    cases.add(case(values=case().values | known | {"victim_name": "Anindya Purnamaring"}))
    for changed, is_alike in ALIKE:
        new = {"received_day": "2026-11-20"} | changed
        assert cases.alike(new) == (["2026-0001"] if is_alike else []), changed
    cases.change(cases.get("2026-0001"), cases.get("2026-0001").moved(State.VOID))
    assert cases.alike({"received_day": "2026-11-20"} | ALIKE[0][0]) == []


def test_a_closed_case_of_the_same_victim_is_found_within_three_days() -> None:
    known = {"victim_name": "Anindya Purnamaring"}
    cases.add(case(values=case().values | known, state=State.CLOSED))
    for received, is_alike in (("2026-11-22", True), ("2026-11-23", False), ("", False)):
        assert cases.alike(known | {"received_day": received}) == (["2026-0001"] if is_alike else [])


def test_no_name_stands_in_the_index_of_cases() -> None:
    cases.add(case(values=case().values | {"victim_name": "Anindya Purnamaring", "sender": "Anindya"}))
    columns = CaseRow.objects.values_list("register_bare", "incoming_number", "letter_key", "victim_key")
    assert "anindya" not in str(list(columns)).lower()


def test_the_index_of_documents_follows_the_newest_version() -> None:
    cases.add(case())
    assert cases.archived("2026-0001") == 0
    cases.filed("2026-0001", 2, [Document("surat.pdf", "2026/2026-0001/v2/content/surat.pdf", "c", 3, 2)])
    first = Document("surat-masuk-1.pdf", "2026/2026-0001/v1/content/surat-masuk-1.pdf", "a" * 128, 10, 1)
    cases.filed("2026-0001", 1, [first, first])
    assert cases.archived("2026-0001") == 2
    assert [document.logical for document in cases.documents("2026-0001")] == ["surat-masuk-1.pdf"]


def test_letters_come_back_equal_in_the_order_of_their_numbers_and_are_found_by_what_was_typed() -> None:
    letters.add(letter())
    assert letters.get("2026-0001-1") == letters.find("2026-0001-1") == letter()
    assert letters.find("2026-0001-2") is None
    with pytest.raises(NotFound, match="2026-0001-2"):
        letters.get("2026-0001-2")
    assert letters.by_number("") is None
    letters.add(letter(seq=10, number="400.2/001/P2TP2A/XI/2026"))
    letters.add(letter(seq=2))
    assert [row.id for row in letters.of_case("2026-0001")] == ["2026-0001-1", "2026-0001-2", "2026-0001-10"]
    record = letters.by_number("400.2 / 001/p2tp2a/xi/2026")
    assert record is not None
    assert record.id == "2026-0001-10"
    assert letters.by_number("400.2/002/P2TP2A/XI/2026") is None


def test_a_copy_keeps_its_first_scan_and_there_is_no_third() -> None:
    letters.add(letter())
    letters.put_copies([copy(1), copy(2), copy(1)])
    with pytest.raises(Stale), boot.transact():
        letters.put_copies([copy(3)])
    assert letters.copies("2026-0001-1") == [copy(1), copy(2)]
    assert letters.match(copy(1).code, arrival(1).id, MOMENT)
    assert not letters.match(copy(1).code, arrival(2).id, MOMENT)
    assert letters.by_code(copy(1).code) == replace(copy(1), arrival=arrival(1).id, matched_at=MOMENT)
    assert letters.by_code("P2:2026-0001-1:1:AAAAAAAAAA") is None
    letters.put_copies([copy(1, 2)])
    assert [paper.revision for paper in letters.copies("2026-0001-1")] == [1, 1, 2]
    assert letters.copies("2026-0001-1", 2) == [copy(1, 2)]


def test_acts_come_back_as_they_were_written_and_a_look_with_who_looked() -> None:
    history.note(MOMENT, CLERK, "register", 1, "2026-0001", arrival().id, agenda="A-2026-0001")
    (act,) = history.of_case("2026-0001")
    assert (act.account, act.operator, act.verb, act.step) == ("petugas", "norhayati", "register", 1)
    assert act.detail == {"agenda": "A-2026-0001"}
    history.append([from_plain(history.Act, to_plain(act))])
    assert history.of_case("2026-0001") == [act, act]
    history.log_access(MOMENT, CLERK, "show", "x" * 200)
    row = AccessRow.objects.get()
    assert (row.at, row.account, row.operator, row.verb, row.subject) == (
        MOMENT, "petugas", "norhayati", "show", "x" * 120
    )  # fmt: skip


def test_a_filing_is_open_until_it_ends_and_plans_of_other_cases_are_left_unread() -> None:
    plan: dict[str, Any] = {"kind": "registered"}
    for operation, number in (("B", "2026-0002"), ("A", "2026-0001")):
        entries.begin(Intent(operation, number, MOMENT, plan))
    with pytest.raises(Stale), boot.transact():
        entries.begin(Intent("A", "2026-0001", MOMENT, plan))
    assert [entry.operation for entry in entries.unfinished()] == ["B", "A"], (
        "in the order in which they were begun"
    )
    assert entries.unfinished("2026-0002") == [Intent("B", "2026-0002", MOMENT, plan)]
    entries.finish("A")
    assert [filing.operation for filing in entries.unfinished()] == ["B"]
    IntentRow.objects.create(operation="C", case="2026-0003", at=MOMENT, plan="no plan")
    assert [filing.operation for filing in entries.unfinished("2026-0002")] == ["B"]


def test_a_case_is_found_by_each_number_it_bears() -> None:
    for number in (1, 2):
        cases.add(case(number, values={"letter_number": f"12/{number}/X"}))
        arrivals.add(replace(arrival(number), case=f"2026-000{number}"))
    arrivals.add(arrival(3))
    letters.add(letter("2026-0002", 1, number="400 / 7"))
    given = ["2026-0002", "0002/tl/xi/2026", "a-2026-0002", "2026-0002-1", "400/7", " 12/2/x"]
    assert [cases.bearing(number) for number in given] == [["2026-0002"]] * len(given)
    assert [cases.bearing(number) for number in ("A-2026-0003", "2026-0003", "", "  ")] == [[]] * 4
