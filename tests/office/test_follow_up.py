"""Referrals go where she allowed it alone and are asked after; a service or visit is work on its day until it is over."""

from typing import Any

import pytest

from pipeline.cases.problems import InvalidAnswers
from pipeline.kernel.text import Next
from pipeline.office.base.acts import format_act
from pipeline.office.bookkeeping import recap
from pipeline.office.cases import consents, follow_up, inform
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.overview import case_sheet, find
from pipeline.records import cases, entries, history
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.refused import refused_with

REFERRED = {
    "referral_to": "Puskesmas Hulu Asri", "referral_kind": "layanan kesehatan", "referral_passed": "identitas",
    "referral_day": "24-11-2026", "referral_way": "surat",
}  # fmt: skip
ID, VISIT = "rujukan-1", "layanan-1"
PLANNED = {
    "visit_service": "kesehatan",
    "visit_who": "korban",
    "visit_day": "26-11-2026",
    "visit_time": "09.00",
}
WEEK_LATER = "2026-12-01T09:00:00+07:00"


@pytest.fixture
def office(registered: Bureau) -> Bureau:
    """An office whose first victim allows health services and withholds her address."""
    consent = {
        "informed_way": "di kantor", "informed_outcome": "disampaikan", "victim_wish": "ingin dilanjutkan",
        "share_with": "layanan kesehatan", "withhold": "alamat", "consent_by": "wali",
        "guardian_apart": True, "victim_heard": True,
    }  # fmt: skip
    perform(inform.inform_victim, registered.session(CLERK), FIRST, consent)
    return registered


def refer(office: Bureau, **changed: Any) -> None:
    perform(follow_up.record_referral, office.session(OFFICER), FIRST, REFERRED | changed)


def answer(office: Bureau, outcome: str, **more: str) -> None:
    given = {"chosen": ID, "referral_answer": outcome, "referral_answer_day": "24-11-2026"} | more
    perform(follow_up.record_referral_answer, office.session(CLERK), FIRST, given)


def states(case: str = FIRST) -> list[str]:
    return [referral.state for referral in follow_up.referrals_in(history.of_case(case))]


def work(office: Bureau, step: str, account: str = CLERK) -> list[dict[str, Any]]:
    rows = find.todo(office.session(account))["due"]
    return [row for row in rows if row["next"] and row["next"][0].act == step]


def test_nobody_is_told_before_she_was_asked(registered: Bureau) -> None:
    with refused_with("office.referral_not_allowed"):
        perform(follow_up.record_referral, registered.session(OFFICER), FIRST, REFERRED)
    assert states() == []


@pytest.mark.parametrize(
    "to",
    [
        {"referral_to": "SMP Negeri 3 Hulu Asri", "referral_kind": "sekolah"},
        {"referral_to": "Polres Batang Asri", "referral_kind": "layanan kesehatan"},
        {"referral_to": "Yayasan Melati", "referral_kind": "lembaga lain"},
    ],
)
def test_whom_she_did_not_allow_by_kind_or_by_name_is_refused(office: Bureau, to: dict[str, str]) -> None:
    with refused_with("office.referral_not_allowed"):
        refer(office, **to)
    assert states() == []


def test_a_named_law_stands_for_consent_and_never_passes_on_what_is_withheld(office: Bureau) -> None:
    law = {"emergency_law": "UU 12/2022", "emergency_reason": "keselamatan anak terancam"}
    police = {"referral_to": "Polres Batang Asri", "referral_kind": "kepolisian"} | law
    with refused_with("office.referral_withheld"):
        refer(office, **police, referral_passed="identitas, alamat")
    refer(office, **police)
    assert history.of_case(FIRST)[-1].detail["basis"] == "UU 12/2022"
    with pytest.raises(InvalidAnswers):
        refer(office, **law)  # where she consented there is no law to name


def test_a_referral_is_filed_and_tells_codes_without_what_was_typed(office: Bureau) -> None:
    refer(office)
    last = history.of_case(FIRST)[-1]
    assert (last.detail["basis"], last.detail["referral_passed"]) == ("wali", ["identitas"])
    assert format_act(last.verb, last.detail) == "mencatat rujukan: layanan kesehatan"
    assert [entry.kind for entry in entries.after(0)][-1] == follow_up.REFERRED
    assert "Puskesmas" not in str(find.show(office.session(), FIRST).plain["history"])
    assert "Puskesmas" in str(find.revealed(office.session(), FIRST, "untuk surat rujukan")["history"])
    with pytest.raises(InvalidAnswers):
        refer(office, referral_day="25-11-2026")  # it has not left yet


def test_a_week_without_an_answer_is_work_until_it_is_answered(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    refer(office)
    assert work(office, "record-referral-answer") == []
    (open_,) = (row for row in case_sheet.sheet(office.session(), FIRST).due if row["next"])
    assert (open_["due"], open_["overdue"]) == ("2026-12-01", False)
    monkeypatch.setenv("RANGKAP_CLOCK", WEEK_LATER)
    (row,) = work(office, "record-referral-answer")
    assert row["next"] == (Next("record-referral-answer", FIRST, ID),)
    assert work(office, "record-referral-answer", ARCHIVIST) == []
    answer(office, "diterima")
    assert states() == ["diterima"]
    assert work(office, "record-referral-answer") == []


def test_a_refused_referral_says_why_and_is_over(office: Bureau) -> None:
    refer(office)
    with refused_with("office.reason_needed"):
        answer(office, "ditolak")
    answer(office, "ditolak", reason="tidak ada dokter jaga")
    assert states() == ["ditolak"]
    with refused_with("office.no_referral"):
        answer(office, "selesai")


def test_consent_that_is_withdrawn_revokes_an_accepted_referral(office: Bureau) -> None:
    refer(office)
    answer(office, "diterima")
    revoke = {"chosen": ID, "reason": "ibu korban menarik izin di kantor"}
    with refused_with("office.not_yours"):
        perform(follow_up.revoke_referral, office.session(ARCHIVIST), FIRST, revoke)
    perform(follow_up.revoke_referral, office.session(OFFICER), FIRST, revoke)
    assert states() == ["dicabut"]


def test_who_learned_of_it_by_a_referral_is_among_those_to_be_told(office: Bureau) -> None:
    refer(office)
    assert consents.who_received(cases.get(FIRST), history.of_case(FIRST)) == ("layanan kesehatan",)


def test_the_recap_counts_referrals_by_institution_and_state(office: Bureau) -> None:
    refer(office)
    refer(office)
    answer(office, "diterima")
    made = recap.make(office.session(CHAIR), recap.Asked(recap.period(month="2026-11")))
    (table,) = (table for table in made.tables if table.id == "rujukan-lembaga")
    counts = {row.key: row.cells for row in table.rows}["layanan kesehatan"]
    assert dict(zip([key for key, _ in table.columns], counts, strict=True)) == {
        "menunggu jawaban": 1, "diterima": 1, "ditolak": 0, "selesai": 0, "dicabut": 0, "?": 0, "jumlah": 2,
    }  # fmt: skip


def plan(office: Bureau, **changed: str) -> None:
    perform(follow_up.plan_visit, office.session(OFFICER), FIRST, PLANNED | changed)


def came(office: Bureau, outcome: str, **more: str) -> None:
    given = {"chosen": VISIT, "visit_outcome": outcome} | more
    perform(follow_up.record_visit, office.session(CLERK), FIRST, given)


def test_a_visit_is_work_on_its_day_and_until_it_is_given(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(office, visit_place="Rumah Aman Melati")
    assert work(office, "record-visit") == []
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-26T08:00:00+07:00")
    (row,) = work(office, "record-visit")
    assert (row["due"], row["overdue"], row["next"]) == (
        "2026-11-26",
        False,
        (Next("record-visit", FIRST, VISIT),),
    )
    assert "Rumah Aman" not in str(row) + str(find.show(office.session(), FIRST).plain["history"])
    came(office, "diberikan")
    assert work(office, "record-visit") == []
    with refused_with("office.no_visit"):
        came(office, "diberikan")


def test_a_missed_visit_stays_until_a_new_day_or_an_end(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(office)
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-27T08:00:00+07:00")
    came(office, "tidak hadir")
    assert [row["overdue"] for row in work(office, "record-visit")] == [True]
    with pytest.raises(InvalidAnswers):
        came(office, "hari baru")
    came(office, "hari baru", visit_day="30-11-2026")
    assert work(office, "record-visit") == []
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-30T08:00:00+07:00")
    assert [row["due"] for row in work(office, "record-visit")] == ["2026-11-30"]
    came(office, "diakhiri", reason="pindah ke kabupaten lain")
    assert work(office, "record-visit") == []


def test_the_one_that_is_open_is_proposed(office: Bureau) -> None:
    plan(office)
    plan(office, visit_service="bantuan hukum")
    session = office.session(CLERK)
    proposed = [
        open_act(session, follow_up.record_visit, FIRST, about).fields[0].default({})
        for about in ("", "layanan-2")
    ]
    assert proposed == [None, "layanan-2"]
    came(office, "diberikan")
    assert open_act(session, follow_up.record_visit, FIRST).fields[0].default({}) == "layanan-2"
