"""Police, lawyers and others who ask: one sentence by telephone, the chair's decision by letter, and who acts for whom."""

from dataclasses import replace

import pytest

from pipeline.cases.contact import is_party, misfit
from pipeline.cases.contacts import VICTIM
from pipeline.cases.privacy import masked
from pipeline.cases.safety import COUNSEL, REPORTED_COUNSEL, reported_names
from pipeline.kernel.text import Next
from pipeline.letters import spoken
from pipeline.office.answer.print_out import print_letter
from pipeline.office.arrivals import edit_presence
from pipeline.office.arrivals.strike import decide_request, strike_arrival
from pipeline.office.base import reported_sender
from pipeline.office.cases import inform
from pipeline.office.cases.consents import record_attorney
from pipeline.office.cases.contact_sheets import contact_rows
from pipeline.office.cases.enquire import answer_official_call
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.overview import find
from pipeline.office.overview.case_sheet import sheet
from pipeline.records import boot, cases, history
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, WIFE, Bureau, one_page
from tests.office.test_reach import envelopes, refused, state
from tests.refused import refused_with

LETTER = "A-2026-0001"
REQUEST = {"chosen": "permintaan-keterangan", "reason": "Polsek menanyakan seorang warga."}
DECISION = {"chosen": "ditolak", "basis": "UU 12/2022 Pasal 69", "reason": "Tanpa dasar."}
KUASA = {
    "counsel_of": "terlapor", "counsel_name": "Agus Salim Nasution, S.H.", "counsel_scope": "pembelaan",
    "counsel_until": "31-12-2026",
}  # fmt: skip


def asked(bureau: Bureau, account: str) -> list[tuple[str, object]]:
    return [(row["id"], row["next"]) for row in find.todo(bureau.session(account))["asked"]]


def test_a_request_for_information_waits_for_the_chair_who_names_the_basis(bureau: Bureau) -> None:
    bureau.arrive(one_page("permintaan"))
    with refused_with("office.no_information_asked"):
        perform(decide_request, bureau.session(CHAIR), LETTER, DECISION)
    perform(strike_arrival, bureau.session(CLERK), LETTER, REQUEST)
    assert asked(bureau, CLERK) == []
    assert asked(bureau, CHAIR) == [(LETTER, (Next("decide-request", LETTER),))]
    with refused_with("office.not_yours"):
        perform(decide_request, bureau.session(CLERK), LETTER, DECISION)
    edit_presence.begin(bureau.session(CHAIR), "decide-request", LETTER)
    perform(decide_request, bureau.session(CHAIR), LETTER, DECISION)
    assert asked(bureau, CHAIR) == []
    assert edit_presence.rows() == {}
    (event,) = history.of_verb("request_decide")
    assert (event.detail["agenda"], event.detail["decision"], event.detail["basis"]) == (
        LETTER, "ditolak", "UU 12/2022 Pasal 69",
    )  # fmt: skip
    assert bureau.verify() == []


def test_another_letter_is_no_request(bureau: Bureau) -> None:
    bureau.arrive(one_page("undangan"))
    perform(strike_arrival, bureau.session(CLERK), LETTER, REQUEST | {"chosen": "surat-lain"})
    with refused_with("office.no_information_asked"):
        perform(decide_request, bureau.session(CHAIR), LETTER, DECISION)


def test_an_office_that_calls_hears_one_sentence_and_the_call_is_logged(bureau: Bureau) -> None:
    with refused_with("office.not_yours"):
        perform(answer_official_call, bureau.session(ARCHIVIST), "", {"reason": "Polres"})
    _, sentence = open_act(bureau.session(CLERK), answer_official_call, "").shown.notes
    assert sentence.id == spoken.say(bureau.settings, "jawaban-instansi")
    assert "surat resmi" in sentence.id
    perform(answer_official_call, bureau.session(CLERK), "", {"reason": "Polres Batang Asri"})
    (event,) = history.of_verb("official_call")
    assert (event.case, event.detail["reason"]) == ("", "Polres Batang Asri")


@pytest.fixture
def case(bureau: Bureau) -> str:
    return bureau.register(WIFE).number


def test_who_acts_for_the_reported_person_counts_as_that_side(bureau: Bureau, case: str) -> None:
    perform(record_attorney, bureau.session(CLERK), case, KUASA)
    values = cases.get(case).values
    assert values[REPORTED_COUNSEL] == ("Agus Salim Nasution, S.H., terlapor, pembelaan, s.d. 31-12-2026",)
    assert "Agus Salim Nasution" in reported_names(values)
    assert str(masked(values)[REPORTED_COUNSEL]).startswith("('A.S.N.,")
    record = cases.get(case)
    with boot.transact():
        written = {**values, "reporter_name": "Agus Salim Nasution", "reporter_relation": "lainnya"}
        cases.change(record, replace(record, values=written, version=record.version + 1))
    assert reported_sender.is_held(cases.get(case))


def test_counsel_of_the_victim_is_kept_apart_with_scope_and_end(bureau: Bureau, case: str) -> None:
    perform(record_attorney, bureau.session(CLERK), case, KUASA | {"counsel_of": "korban"})
    values = cases.get(case).values
    assert REPORTED_COUNSEL not in values
    (row,) = values[COUNSEL]
    assert row.endswith("s.d. 31-12-2026")
    assert "Agus Salim Nasution" not in reported_names(values)
    assert not is_party(values, "Agus Salim Nasution")
    assert bureau.verify() == []


def test_letters_through_an_attorney_stop_after_the_last_day_and_that_is_work(
    bureau: Bureau, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def until(day: str) -> None:
        given = {"counsel_of": "korban", "counsel_name": "Ratna Dewi, S.H.", "counsel_until": day}
        perform(record_attorney, bureau.session(CLERK), case, KUASA | given)

    def due() -> list[tuple[str, bool]]:
        rows = [*find.todo(bureau.session(CLERK))["due"], *sheet(bureau.session(CLERK), case).due]
        return [(row["due"], row["overdue"]) for row in rows if "surat kuasa" in row["what"].en]

    state(bureau, case, safe_contact_name="Ibu Ratna Dewi")
    until("26-11-2026")
    assert due() == [("2026-11-26", False)] * 2
    bureau.draft(case, WIFE)
    bureau.approve(case)
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-26T07:00:00Z")
    assert misfit(cases.get(case).values, VICTIM) is None
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-26T23:30:00Z")
    assert due() == [("2026-11-26", True)] * 2
    refused(
        "office.power_ended",
        lambda: perform(print_letter, bureau.session(CLERK), case, {}),
        *envelopes(bureau, case),
    )
    assert inform.ways(cases.get(case).values) == ("di kantor",)
    (_, wrong), *_ = contact_rows(cases.get(case).values)
    assert wrong.startswith("surat kuasanya berakhir")
    until("31-12-2026")
    assert due() == []
    assert perform(print_letter, bureau.session(CLERK), case, {}).prints
    monkeypatch.setenv("RANGKAP_CLOCK", "2027-01-04T02:00:00Z")
    assert due() == [("2026-12-31", True)] * 2
    state(bureau, case, safe_contact_name="Yuniarti Talahu")
    assert due() == []
    assert bureau.verify() == []
