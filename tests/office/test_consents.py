"""Consent is open, given, refused or replaced by a law; it is withdrawn by an act, and never by a guardian who is barred."""

from typing import Any

import pytest

from pipeline.cases import consent
from pipeline.cases.consent import Standing
from pipeline.kernel.text import Next
from pipeline.office.base import unconfirmed
from pipeline.office.cases import consents, inform
from pipeline.office.cases.chair_word import confirm_afterwards
from pipeline.office.cases.consents import declare_emergency, withdraw_consent
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.overview import find
from pipeline.records import cases, history
from tests.office import decided, printouts
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, WIFE, Bureau
from tests.office.stages import FIRST, SENT
from tests.refused import refused_with

TOLD: dict[str, Any] = {
    "informed_way": "di kantor", "informed_outcome": "disampaikan", "victim_wish": "ingin datang",
    "share_with": "kepolisian, bantuan hukum", "share_unasked": "sekolah", "consent_by": "korban",
}  # fmt: skip
EMERGENCY = {
    "share_by_law": "layanan kesehatan", "emergency_law": "UU 23/2004", "reason": "Luka harus dirawat malam ini.",
}  # fmt: skip
TAKEN_BACK = {
    "share_with": "kepolisian", "consent_by": "korban", "clock_day": "23-11-2026", "clock_time": "10.00",
    "clock_words": "tidak ingin polisi tahu lagi",
}  # fmt: skip
BY_GUARDIAN = {"consent_by": "wali", "guardian_apart": "ya", "victim_heard": "ya"}


@pytest.fixture
def case(bureau: Bureau) -> str:
    return bureau.register(WIFE).number


def stood(case: str) -> dict[str, Standing]:
    values = cases.get(case).values
    return {party.value: consent.standing(values, party.value) for party in consent.RECIPIENTS[1:]}


def told(bureau: Bureau, case: str, **changed: Any) -> None:
    perform(inform.inform_victim, bureau.session(), case, TOLD | changed)


def waits(bureau: Bureau, account: str, name: str) -> list[tuple[str, object]]:
    return [(row["case"], row["next"]) for row in find.todo(bureau.session(account))[name]]


def test_a_recipient_is_open_until_asked_then_allowed_or_refused(bureau: Bureau, case: str) -> None:
    assert set(stood(case).values()) == {Standing.OPEN}
    told(bureau, case)
    standings = stood(case)
    assert (standings["kepolisian"], standings["bantuan hukum"]) == (Standing.GIVEN, Standing.GIVEN)
    assert (standings["sekolah"], standings["dinas sosial"]) == (Standing.OPEN, Standing.REFUSED)
    assert (case, (Next("inform-victim", case),)) in waits(bureau, CLERK, "contacts")
    for referral, code in (
        ("SMP Negeri 3", "office.consent_not_asked"),
        ("Dinas Sosial", "office.not_consented"),
    ):
        with refused_with(code):
            bureau.draft(case, WIFE, referral=referral, cc=[])


def test_an_emergency_counts_at_once_and_the_chair_confirms_it(bureau: Bureau, case: str) -> None:
    with refused_with("office.not_yours"):
        perform(declare_emergency, bureau.session(ARCHIVIST), case, EMERGENCY)
    perform(declare_emergency, bureau.session(OFFICER), case, EMERGENCY)
    assert stood(case)["layanan kesehatan"] is Standing.BY_LAW
    told(bureau, case, share_with="tidak", share_unasked="", consent_by="")
    assert stood(case)["layanan kesehatan"] is Standing.BY_LAW, "the law stands, whatever she says"
    bureau.draft(case, WIFE, referral="RSUD Batang Asri", cc=[])
    assert waits(bureau, CLERK, "confirmations") == []
    assert waits(bureau, CHAIR, "confirmations") == [(case, (Next("confirm-afterwards", case),))]
    (typed,) = open_act(bureau.session(CHAIR), confirm_afterwards, case).shown.typed
    assert typed.id == EMERGENCY["reason"]
    perform(confirm_afterwards, bureau.session(CHAIR), case, {"chosen": "setuju", "reason": "Perlu."})
    assert waits(bureau, CHAIR, "confirmations") == []
    decided.approve(bureau.session(CHAIR), case)
    with refused_with("office.nothing_to_confirm"):
        perform(confirm_afterwards, bureau.session(CHAIR), case, {"chosen": "setuju", "reason": "Perlu."})


def test_an_emergency_that_the_chair_does_not_accept_ends_and_stays_recorded(
    bureau: Bureau, case: str
) -> None:
    perform(declare_emergency, bureau.session(CLERK), case, EMERGENCY)
    perform(
        confirm_afterwards,
        bureau.session(CHAIR),
        case,
        {"chosen": "tidak setuju", "reason": "Dapat ditunda."},
    )
    assert stood(case)["layanan kesehatan"] is Standing.OPEN
    with refused_with("office.consent_not_asked"):
        bureau.draft(case, WIFE, referral="RSUD Batang Asri", cc=[])
    (event,) = [act for act in history.of_case(case) if act.verb == unconfirmed.EMERGENCY]
    assert (event.detail["to"], event.detail["law"]) == (["layanan kesehatan"], "UU 23/2004")
    assert bureau.verify() == []


@pytest.mark.parametrize(
    "values",
    [
        {"guardian_name": "Herman Talib", "reported_name": "Herman T."},
        {"guardian_name": "Lestari", "guardian_phone": "0812 0000 9", "reported_phone": "+62 812-0000-9"},
        {"guardian_name": "Lestari", consent.APART: False},
    ],
)
def test_a_reported_guardian_or_one_of_the_shared_home_is_barred(values: dict[str, Any]) -> None:
    assert consent.is_guardian_barred({consent.APART: True, "reported_name": "Herman Talib", **values})


def test_who_is_no_guardian_is_missed_by_nobody() -> None:
    assert not consent.is_guardian_barred({consent.APART: True, "reported_name": "Herman Talib"})


def test_a_barred_guardian_neither_consents_nor_withdraws(bureau: Bureau, case: str) -> None:
    with refused_with("office.guardian_barred") as error:
        told(bureau, case, **BY_GUARDIAN | {"guardian_apart": "tidak"})
    assert Next("declare-emergency", case) in error.value.next
    told(bureau, case, **BY_GUARDIAN)
    assert cases.get(case).values[consent.HEARD] is True
    with refused_with("office.guardian_barred"):
        perform(
            withdraw_consent, bureau.session(), case, TAKEN_BACK | BY_GUARDIAN | {"guardian_apart": "tidak"}
        )
    assert stood(case)["kepolisian"] is Standing.GIVEN


def test_withdrawn_consent_starts_a_clock_and_names_who_is_to_be_told(bureau: Bureau, case: str) -> None:
    with refused_with("office.no_consent"):
        perform(withdraw_consent, bureau.session(), case, TAKEN_BACK)
    told(bureau, case)
    perform(declare_emergency, bureau.session(), case, EMERGENCY)
    result = perform(withdraw_consent, bureau.session(), case, TAKEN_BACK)
    assert stood(case)["kepolisian"] is Standing.REFUSED
    assert stood(case)["bantuan hukum"] is Standing.GIVEN
    (row,) = [row for row in find.todo(bureau.session())["clocks"] if row["kind"] == "persetujuan"]
    assert (row["case"], row["due"]) == (case, "2026-11-26T03:00:00Z")
    assert row["next"] == (Next("answer-clock", row["id"]),)
    assert "layanan kesehatan" in row["waits"].id
    assert result.told["id"] == row["id"]
    perform(withdraw_consent, bureau.session(), case, TAKEN_BACK | {"share_with": "bantuan hukum"})
    assert cases.get(case).values[consent.SHARE] == (consent.NOBODY,)
    assert bureau.verify() == []


def test_the_letters_that_left_say_who_received_something(filed: Bureau) -> None:
    assert consents.who_received(cases.get(FIRST), history.of_case(FIRST)) == ()
    printouts.sent(filed.session(CLERK), FIRST, filed.home / "var" / "cetak", SENT)
    case = cases.get(FIRST)
    names = consents.who_received(case, history.of_case(FIRST))
    assert str(case.values["sender"]) in names
    assert set(consent.institutions(case.values)) <= set(names)
