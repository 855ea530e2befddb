"""Steps 3 and 4 on the telephone: the script, the record of a call as a paper, and a call about a case that is there."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from demo.answers import registration
from pipeline.cases.completeness import gaps
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.kernel.text import Next
from pipeline.letters import spoken
from pipeline.office.answer.clarify import record_clarification
from pipeline.office.base.remarks import remarks
from pipeline.office.cases import add_call, phone, register
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records import arrivals, boot, cases, history
from pipeline.records.arrivals import ArrivalState
from tests.office.bureau import CALL, CHAIR, OFFICER, SCHOOL, Bureau
from tests.refused import refused_with

AGAIN = {
    "received_day": "24-11-2026", "phone_started": "07.40", "summary": "Menanyakan kelanjutan dan minta waktu bertemu",
    "services_explained": "ya", "advice": "datang langsung", "caller_answer": "akan datang besok",
    "promised_date": "25-11-2026", "sender": "Sukirno Wibowo",
}  # fmt: skip


def call(bureau: Bureau, **changed: Any) -> str:
    given = registration(CALL) | {register.NOT_A_DUPLICATE: True} | changed
    return perform(register.register_call, bureau.session(), "", given).case.number


def text(path: Any) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages)


def test_the_script_says_what_steps_3_and_4_ask_for(bureau: Bureau) -> None:
    script = " ".join(words for _, words in phone.script(bureau.session()))
    for wanted in (
        "tanpa dipungut biaya",
        "rujukan",
        "persetujuan",
        "dirahasiakan",
        "datang langsung",
        "secara tertulis",
        "kata kunci",
        "layanan kesehatan melalui rujukan, dan tempat tinggal sementara yang aman.",
        f"{bureau.settings['kantor.alamat']}, pada {bureau.settings['kantor.jam_layanan']}.",
        "dengan cara yang aman",
    ):
        assert wanted in script
    assert all(service in script for service in bureau.settings["surat.layanan"])
    path = phone.put_out_script(bureau.session(), bureau.home / "var" / "cetak")
    assert "Langkah 4: saran" in text(path)


def test_the_office_words_its_script_itself(bureau: Bureau) -> None:
    folder = bureau.settings.templates / spoken.FOLDER
    folder.mkdir()
    (folder / "naskah-saran.txt").write_text("Silakan datang langsung ke {{ alamat }}.", "utf-8")
    script = {title.id: words for title, words in phone.script(bureau.session())}
    assert script["Langkah 4: saran"] == f"Silakan datang langsung ke {bureau.settings['kantor.alamat']}."


@pytest.mark.parametrize("left_out", ["services_explained", "advice", "caller_answer"])
def test_a_call_is_not_closed_without_advice_and_answer(bureau: Bureau, left_out: str) -> None:
    given = {name: answer for name, answer in registration(CALL).items() if name != left_out}
    with pytest.raises(InvalidAnswers) as refusal:
        perform(register.register_call, bureau.session(), "", given)
    assert left_out in refusal.value.fields["fields"]  # type: ignore[operator]
    number = call(bureau)
    without = {name: answer for name, answer in AGAIN.items() if name != left_out}
    with pytest.raises(InvalidAnswers):
        perform(add_call.add_call, bureau.session(), number, without)


def test_a_call_that_breaks_off_is_registered_as_it_stands_and_the_rest_becomes_work(bureau: Bureau) -> None:
    least = ("received_day", "phone_started", "summary")
    given = {name: answer for name, answer in registration(CALL).items() if name in least}
    with pytest.raises(InvalidAnswers):
        perform(register.register_call, bureau.session(), "", given)
    broken = given | {"call_broken": "ya"}
    with pytest.raises(InvalidAnswers) as refusal:
        perform(register.register_call, bureau.session(), "", broken | {"summary": ""})
    assert refusal.value.fields["fields"] == ("summary",)
    case = perform(register.register_call, bureau.session(), "", broken).case
    missing = {gap.field for gap in gaps(case) if gap.required}
    assert {"violence", "risk", "safe_contact_way", "victim_name", "advice", "caller_answer"} <= missing
    (row,) = [line for line in find.todo(bureau.session())["cases"] if line["case"] == case.number]
    assert Next("record-clarification", case.number) in row["next"]
    with refused_with("cases.gaps_open"):
        bureau.draft(case.number, CALL)
    answers = {"clarified_day": "24-11-2026", "clarified_way": "menghubungi kantor", "risk": "tinggi"}
    perform(record_clarification, bureau.session(OFFICER), case.number, answers)
    assert "risk" not in {gap.field for gap in gaps(cases.get(case.number))}
    phone.put_out(bureau.session(), case.number, bureau.home / "var" / "cetak")
    assert bureau.verify() == []


def test_the_record_prints_with_its_nomor_agenda_what_was_said_and_room_to_sign(bureau: Bureau) -> None:
    number = call(bureau)
    (path,) = phone.put_out(bureau.session(), number, bureau.home / "var" / "cetak")
    agenda = cases.get(number).agenda[0]
    assert path.name == f"{agenda}-catatan-telepon.pdf"
    page_text, given = text(path), registration(CALL)
    for wanted in (
        agenda,
        number,
        str(given["victim_name"]),
        str(given["caller_answer"]),
        "26-11-2026",
        "Umur perkiraan",
        "Petugas penerima",
    ):
        assert wanted in page_text
    assert "Cara kontak aman" in page_text
    assert "Cara aman menghubungi" not in page_text, "of further persons only what was asked"
    assert str(given["victim_name"]) not in str(PdfReader(BytesIO(path.read_bytes())).metadata)
    with refused_with("office.no_call"):
        phone.put_out(bureau.session(), bureau.register(SCHOOL).number, bureau.home / "var" / "cetak")


@pytest.mark.parametrize("sample", [CALL, SCHOOL])
def test_a_call_is_added_to_a_case_with_its_own_nomor_agenda_and_version(bureau: Bureau, sample: int) -> None:
    number = call(bureau) if sample == CALL else bureau.register(sample).number
    before = cases.get(number)
    after = perform(add_call.add_call, bureau.session(), number, AGAIN).case
    assert after == cases.get(number)
    assert (after.register_number, after.state, after.values) == (
        before.register_number,
        before.state,
        before.values,
    )
    (further,) = after.further
    assert further.agenda == after.agenda[-1] == "A-2026-0002"
    assert not further.needs_answer
    row = arrivals.get(further.arrival)
    assert (row.state, row.case, row.kind) == (ArrivalState.REGISTERED, number, "phone")
    held = {document.logical for document in cases.documents(number)}
    assert further.document in held
    assert further.document == ("catatan-telepon-2.txt" if sample == CALL else "catatan-telepon.txt")
    assert cases.archived(number) == 2
    assert "telepon susulan A-2026-0002 diterima 24-11-2026" in remarks(cases.get(number))
    shown = find.show(bureau.session(), number).plain
    assert [letter["further"] for letter in shown["incoming"]] == [False, True]
    assert "Sukirno Wibowo" not in str(shown)
    assert find.todo(bureau.session(CHAIR))["further"] == []
    assert [act.verb for act in history.of_case(number)].count("add_letter") == 1
    papers = phone.record_papers(bureau.session(), after)
    assert [agenda for agenda, _ in papers] == list(after.agenda if sample == CALL else after.agenda[1:])
    assert bureau.verify() == []


def test_a_case_that_is_over_takes_no_call(bureau: Bureau) -> None:
    number = call(bureau)
    row = cases.get(number)
    with boot.transact():
        cases.change(row, row.moved(State.CLOSED))
    before = arrivals.listed()
    with refused_with("office.call_not_taken") as refused:
        perform(add_call.add_call, bureau.session(), number, AGAIN)
    assert [step.act for step in refused.value.next] == ["reopen-case", "register-call"]
    assert arrivals.listed() == before
