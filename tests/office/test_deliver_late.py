"""Step 13, entered later: what counts is the contact that was valid at the moment of the delivery; afterwards it is none."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.intake.reader import Reader
from pipeline.kernel.text import Next
from pipeline.office.answer import clarify
from pipeline.office.arrivals import receipt_scan
from pipeline.office.base import dispatches
from pipeline.office.bookkeeping.book_rows import dispatch
from pipeline.office.cases import crisis
from pipeline.office.delivery import close_facts, deliver, deliver_late
from pipeline.office.engine.perform import perform
from pipeline.office.overview.find import show, todo
from pipeline.records import arrivals, boot, cases, entries, history, letters, sheets
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.sheets import DispatchState
from tests.office import damage, printouts
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau, copied, pdf_of, signed_pages
from tests.office.stages import FIRST
from tests.office.test_deliver import columns
from tests.refused import refused_with

TO_SCHOOL: dict[str, Any] = {
    "result": "disampaikan",
    "way": "diantar petugas",
    "delivered_day": "25-11-2026",
    "receiver": "petugas lembaga",
    "receiver_name": "Rahmat Sunar",
    "proof": "tanda terima",
}
GONE: dict[str, Any] = {
    "result": "tidak dapat disampaikan",
    "delivered_day": "27-11-2026",
    "never": "ditarik kembali",
    "delivery_note": "diambil lagi dari kantor pos",
}
LETTER = f"{FIRST}-1"


def at(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """Let it be ``moment`` of November 2026 in the office: "26 10:00"."""
    day, time = moment.split()
    monkeypatch.setenv("RANGKAP_CLOCK", f"2026-11-{day}T{time}:00+07:00")


@pytest.fixture
def office(
    stage: Callable[[str], Path],
    tmp_path: Path,
    office_reader: Reader,
    office_clock: None,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Bureau]:
    """The letter of FIRST left on the 25th; the contact changed on the 26th at ten; it is the 27th."""
    made = Bureau(copied(stage("filed"), tmp_path / "rumah"), office_reader)
    at(monkeypatch, "25 09:00")
    put_out(made)
    at(monkeypatch, "26 10:00")
    change(made)
    at(monkeypatch, "27 09:00")
    yield made
    boot.close()


def put_out(office: Bureau, **more: str) -> list[Path]:
    sent = {"way": "diantar petugas"} | more
    return printouts.sent(office.session(CLERK), FIRST, office.home / "var" / "cetak", sent)


def change(office: Bureau, **answers: str) -> None:
    values = {"clarified_day": "26-11-2026", "clarified_way": "telepon", "sender_address": "Jalan Lain No. 9"}
    perform(clarify.record_clarification, office.session(OFFICER), FIRST, values | answers)


def late(office: Bureau, answers: dict[str, Any] = TO_SCHOOL, **more: Any) -> Any:
    return sheets.get(
        str(
            perform(deliver_late.record_late_delivery, office.session(CLERK), FIRST, answers | more).told[
                "sheet"
            ]
        )
    )


def test_a_delivery_before_the_change_makes_the_letter_a_delivered_one_again(office: Bureau) -> None:
    assert letters.get(LETTER).state == LetterState.WITHDRAWN
    sheet = late(office)
    assert (sheet.state, dispatches.result(sheet)["late"]) == (DispatchState.DELIVERED, True)
    assert (cases.get(FIRST).state, letters.get(LETTER).state) == (State.DELIVERED, LetterState.SIGNED)
    line = columns()
    assert (line["delivered_date"], line["delivery"]) == (
        "2026-11-25",
        "diantar petugas, diterima petugas lembaga",
    )
    assert (
        "disampaikan 25-11-2026 sebelum kontak aman berubah 26-11-2026, dicatat kemudian" in line["remarks"]
    )
    assert "ditarik sebelum disampaikan" not in line["remarks"]
    assert [entry.kind for entry in entries.after(0)][-1] == "delivered"
    act = history.of_case(FIRST)[-1]
    assert (act.verb, act.step, act.account) == ("deliver_late", 13, CLERK)
    assert "Rahmat" not in str(act.detail)
    plain = show(office.session(ARCHIVIST), FIRST).plain
    assert next(step for step in plain["steps"] if step["step"] == 13)["progress"] == "sekarang"
    assert "tanda terima" in plain["next"]["label"].lower(), "done, and its signed receipt is awaited"
    assert close_facts.of(cases.get(FIRST)).is_handled
    (row,) = dispatch(office.session(ARCHIVIST))
    assert (row["sent_date"], row["received_date"]) == ("2026-11-25", "2026-11-25")
    assert "dicatat kemudian, disampaikan sebelum kontak aman berubah" in row["remarks"]
    assert office.verify() == []
    damage.rebuilt(office)
    assert columns() == line
    assert (cases.get(FIRST).state, letters.get(LETTER).state) == (State.DELIVERED, LetterState.SIGNED)
    assert dispatches.result(sheets.get(f"D-{FIRST}-1"))["late"] is True
    office.receive(pdf_of(signed_pages(put_out(office, way="diambil di kantor")[0], 3)))
    assert not dispatches.awaits_receipt(sheets.get(f"D-{FIRST}-1"))


@pytest.mark.parametrize("when", [{"delivered_day": "27-11-2026"}, {"delivered_time": "20.00"}])
def test_what_reached_the_old_address_after_the_change_is_no_delivery(
    office: Bureau, when: dict[str, str]
) -> None:
    with refused_with("office.after_the_change", match="26-11-2026") as refused:
        late(office, **({"delivered_day": "26-11-2026"} | when))
    assert "Beri tahu ketua sekarang juga" in refused.value.text()
    assert letters.get(LETTER).state == LetterState.WITHDRAWN
    assert cases.get(FIRST).state is State.RETURNED


def test_on_the_day_of_the_change_the_time_decides(office: Bureau) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        late(office, delivered_day="26-11-2026")
    assert refused.value.fields["fields"] == ("delivered_time",)
    assert late(office, delivered_day="26-11-2026", delivered_time="09.30").state == DispatchState.DELIVERED


def test_a_change_that_was_told_on_an_earlier_day_than_it_was_recorded_counts_for_that_whole_day(
    stage: Callable[[str], Path],
    tmp_path: Path,
    office_reader: Reader,
    office_clock: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = Bureau(copied(stage("filed"), tmp_path / "rumah"), office_reader)
    at(monkeypatch, "27 08:00")
    change(made, clarified_day="25-11-2026")
    with refused_with("office.after_the_change"):
        late(made, delivered_time="06.00")
    assert late(made, delivered_day="24-11-2026").state == DispatchState.DELIVERED
    boot.close()


def test_the_ways_and_people_are_those_of_the_contact_before(office: Bureau) -> None:
    now = deliver_late.standing(cases.get(FIRST))
    assert now.then.case.values["sender_address"] != "Jalan Lain No. 9"
    with refused_with("office.unsafe_way"):
        late(office, way="dititipkan")
    with refused_with("office.not_proven_so"):
        late(office, proof="resi pos", proof_number="P1")
    with refused_with("office.not_for_them"):
        late(office, receiver_name=str(cases.get(FIRST).values["reported_name"]))
    with pytest.raises(InvalidAnswers):
        late(office, delivered_day="")


def test_a_letter_on_its_way_that_the_reported_person_took_is_recorded_as_danger(office: Bureau) -> None:
    taken = GONE | {"never": "diterima terlapor"}
    assert late(office, taken).state == DispatchState.NEVER
    assert (FIRST, "surat diterima terlapor") in {
        (case.case, case.why) for case in crisis.waiting(office.session(CHAIR))
    }


def test_the_clerk_is_told_what_to_do_about_a_letter_on_its_way(office: Bureau) -> None:
    (row,) = todo(office.session(CLERK))["overtaken"]
    assert (row["letter"], row["next"]) == (LETTER, (Next("record-late-delivery", FIRST),))
    assert (
        "KONTAK AMAN BERUBAH 26-11-2026, surat sudah keluar 25-11-2026 (diantar petugas)" in row["waits"].id
    )
    assert todo(office.session(OFFICER))["overtaken"] == []
    for refused in (
        lambda: perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL),
        lambda: put_out(office),
    ):
        with refused_with("office.taken_back") as caught:
            refused()
        assert caught.value.next == (Next("record-late-delivery", FIRST),)


@pytest.mark.parametrize("what", ["ditarik kembali", "tidak kembali"])
def test_where_the_letter_is_that_was_not_delivered_ends_the_waiting(office: Bureau, what: str) -> None:
    sheet = late(office, GONE, never=what)
    assert (sheet.state, letters.get(LETTER).state) == (DispatchState.NEVER, LetterState.WITHDRAWN)
    assert cases.get(FIRST).state is State.RETURNED
    assert todo(office.session(CLERK))["overtaken"] == []
    assert f"surat yang ditarik: {what}" in columns()["remarks"]
    (row,) = dispatch(office.session(ARCHIVIST))
    assert f"ditarik: kontak aman berubah; tidak dapat disampaikan: {what}" in row["remarks"]
    with refused_with("office.nothing_overtaken"):
        late(office)
    assert office.verify() == []


def test_a_receipt_that_was_set_aside_meanwhile_is_filed_with_the_delivery(
    stage: Callable[[str], Path],
    tmp_path: Path,
    office_reader: Reader,
    office_clock: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = Bureau(copied(stage("filed"), tmp_path / "rumah"), office_reader)
    at(monkeypatch, "25 09:00")
    scan = pdf_of(signed_pages(put_out(made)[0], 3))
    at(monkeypatch, "26 10:00")
    change(made)
    made.receive(scan)
    (aside,) = arrivals.listed(ArrivalState.UNMATCHED)
    assert receipt_scan.mends(sheets.get(f"D-{FIRST}-1")) == (Next("record-late-delivery", FIRST),)
    sheet = late(made)
    assert (sheet.arrival, arrivals.get(aside.id).state) == (aside.id, ArrivalState.FILED)
    assert not dispatches.awaits_receipt(sheet)
    assert [file.logical for file in cases.documents(FIRST)][-1] == f"tanda-terima-surat-d-{FIRST}-1-ttd.pdf"
    assert made.verify() == []
    boot.close()


def test_a_next_letter_that_is_made_already_goes_on_its_way(office: Bureau) -> None:
    office.draft(FIRST)
    late(office)
    assert cases.get(FIRST).state is State.DRAFTED
    assert [letter.state for letter in letters.of_case(FIRST)] == [LetterState.SIGNED, LetterState.DRAFTED]
    assert dispatches.is_handled(dispatches.of_letter(sheets.of_case(FIRST), LETTER))
