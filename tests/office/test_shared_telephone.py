"""A shared telephone is never dialled: only she contacts the office, by an agreed password, and no paper bears the number."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from pipeline.cases.contact import DO_NOT_CALL, SHE_CONTACTS, RouteKind, as_printed, contact_key, route
from pipeline.cases.delivery import Way, ways
from pipeline.intake.arrival import ORIGINAL
from pipeline.kernel import clock
from pipeline.kernel.text import Next
from pipeline.office.cases import contact_sheets, enquire, inform, phone, register
from pipeline.office.cases.forms_case import registration_fields
from pipeline.office.delivery import deliver
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records import boot, cases, letters
from tests.office.bureau import CLERK, WIFE, Bureau
from tests.office.stages import FIRST
from tests.office.test_told_by_phone import TOLD
from tests.refused import refused_with
from tests.street import further_answers as say

NUMBER = "081200007777"
SHARED: dict[str, Any] = {
    "safe_contact_way": SHE_CONTACTS, "safe_contact_phone": NUMBER, "victim_phone": NUMBER, "reporter_phone": NUMBER,
    "safe_contact_name": "", "safe_contact_confirmed": True,
}  # fmt: skip


def shared(number: str, **more: Any) -> None:
    case = cases.get(number)
    with boot.transact():
        cases.change(case, replace(case, values={**case.values, **SHARED, **more}, version=case.version + 1))


@pytest.fixture
def case(bureau: Bureau) -> str:
    number = bureau.register(WIFE).number
    shared(number)
    return number


def test_the_office_makes_no_contact_and_waits_for_her(bureau: Bureau, case: str) -> None:
    values = cases.get(case).values
    assert inform.ways(values) == ("di kantor",)
    assert inform.look(bureau.session(), case).number == ""
    assert route(values).kind is RouteKind.COLLECTED
    assert set(ways(values)) == {Way.COLLECTED, Way.READ, Way.TOLD}


def test_no_sheet_bears_its_number(bureau: Bureau, case: str) -> None:
    values = cases.get(case).values
    path = contact_sheets.put_out_slip(bureau.session(), case, bureau.home / "var" / "cetak")
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages)
    form = registration_fields(values)
    assert NUMBER not in text + str(form)
    assert form["kontak"]["telepon"] == form["korban"]["telepon"] == DO_NOT_CALL
    assert values["safe_contact_phone"] == NUMBER, "kept, to be compared with"
    assert as_printed(values, {"safe_contact_way": "telepon"}) is values


def test_the_record_of_a_call_from_it_neither(bureau: Bureau) -> None:
    given = {name: answer for name, answer in say.CALL_WITH_ADDRESS.items() if answer != ""}
    left = {name: answer for name, answer in given.items() if not name.startswith("safe_contact")}
    answers = left | {"safe_contact_way": "hanya ia yang menghubungi kami", "safe_contact_confirmed": "ya"}
    answers |= {"caller_number": NUMBER, register.NOT_A_DUPLICATE: True}
    made = perform(register.register_call, bureau.session(), "", answers).case
    assert made.values["caller_number"] == NUMBER
    ((_, paper),) = phone.record_papers(bureau.session(), made)
    assert NUMBER not in str(paper)
    written = register.written(bureau.session(), made.values, clock.now())
    assert NUMBER not in (bureau.settings.arrivals / written.id / ORIGINAL).read_text("utf-8")


def test_a_password_is_agreed_on(bureau: Bureau, case: str) -> None:
    def waits() -> list[Any]:
        return [row["next"] for row in find.todo(bureau.session(CLERK))["contacts"] if row["case"] == case]

    assert waits() == [(Next("set-password", case),)]
    perform(enquire.set_password, bureau.session(), case, {"password": "melati kapal"})
    assert waits() == [(Next("inform-victim", case),)]


def test_the_answer_is_told_when_she_calls_and_never_by_a_call_of_the_office(filed: Bureau) -> None:
    filed.session()
    shared(FIRST, is_institution=False, reporter_name="Mujiati Lestarini")
    with boot.transact():
        for letter in letters.of_case(FIRST):
            letters.change(letter, contact=contact_key(cases.get(FIRST).values))
    with refused_with("office.not_to_be_called"):
        perform(deliver.record_delivery, filed.session(CLERK), FIRST, TOLD)
    hers = TOLD | {"called_by": "penerima surat", "called_time": ""}
    perform(deliver.record_delivery, filed.session(CLERK), FIRST, hers)
    assert cases.get(FIRST).state == "disampaikan"
