"""By which ways an answer may reach whom follows from the safe contact; nothing leaves where it is not confirmed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pipeline.cases import outcomes
from pipeline.cases.case import Case
from pipeline.cases.closing import Facts, missing
from pipeline.cases.completeness import gaps
from pipeline.cases.delivery import (
    SENT,
    Proof,
    Receiver,
    Way,
    is_reported,
    is_trusted,
    proofs,
    receivers,
    ways,
)
from pipeline.cases.fields import delivery
from pipeline.cases.fields.closing import CLOSING
from pipeline.cases.fields.validate import validate
from pipeline.cases.values import Value
from pipeline.kernel.text import Next, Text

Sample = Callable[..., Case]
OFFICE = {Way.COLLECTED, Way.READ}


@pytest.mark.parametrize(
    ("number", "changed", "wanted"),
    [
        (1, {}, {Way.ENTRUSTED, Way.COURIER, Way.POST, *OFFICE}),
        (1, {"safe_contact_confirmed": False}, OFFICE),
        (2, {}, OFFICE),
        (3, {}, {Way.POST, Way.COURIER, Way.COLLECTED}),
        (6, {}, {Way.POST, Way.COURIER, *OFFICE}),
    ],
)
def test_the_ways_are_those_of_the_safe_contact(
    sample: Sample, number: int, changed: dict[str, Value], wanted: set[Way]
) -> None:
    values = {**sample(number).values, **changed}
    assert set(ways(values)) == wanted
    assert not {"pos-el", "pesan"} & set(ways(values))


def test_a_written_complaint_with_a_safe_telephone_may_be_told_orally(sample: Sample) -> None:
    values = {**sample(1).values, "safe_contact_way": "telepon", "safe_contact_phone": "081200001102"}
    assert Way.TOLD in ways(values)
    assert not set(SENT) & set(ways(values))
    assert Way.TOLD not in ways({**values, "safe_contact_way": "pesan"})


def test_a_contact_at_the_shared_home_is_no_way(sample: Sample) -> None:
    values = {
        **sample(1).values,
        "safe_contact_way": "surat",
        "safe_contact_address": "RT 03 Desa Tumbang Randu",
        "victim_address": "RT 03 Desa Tumbang Randu",
        "reported_shares_home": "ya",
    }
    assert set(ways(values)) == OFFICE


def test_who_may_take_it(sample: Sample) -> None:
    assert receivers(sample(3).values) == (Receiver.INSTITUTION,)
    values = sample(1).values
    assert receivers(values) == (Receiver.ADDRESSEE, Receiver.TRUSTED)
    assert is_trusted(values, "Ibu Yuniarti Talahu")
    assert not is_trusted(values, "Rusmini Talahu Sari")
    assert is_reported(values, f"Bpk. {values['reported_name']}")
    assert is_reported({"other_reported": ("Darsono, 36, L",)}, "Darsono")


def test_what_is_told_is_noted_and_what_is_posted_may_have_a_postal_receipt() -> None:
    assert proofs(Way.TOLD) == (Proof.NOTE,)
    assert proofs(Way.READ) == (Proof.NOTE, Proof.RECEIPT)
    assert proofs(Way.POST) == (Proof.RECEIPT, Proof.POSTAL)
    assert proofs(Way.COURIER) == (Proof.RECEIPT,)


def test_a_withdrawal_ends_the_service_and_not_the_danger_to_a_child(sample: Sample) -> None:
    child, adult = sample(5).values, sample(1).values
    withdrawn = {"outcome": outcomes.WITHDRAWN}
    assert outcomes.leaves_danger({**child, **withdrawn})
    assert not outcomes.leaves_danger({**adult, **withdrawn})
    assert outcomes.leaves_danger({**adult, **withdrawn, "risk": "tinggi"})
    assert not outcomes.leaves_danger({**child, "outcome": outcomes.CAME})


def test_sexual_violence_asks_for_the_report_to_the_police(sample: Sample) -> None:
    values = sample(3).values
    assert outcomes.asks_police({**values, "outcome": outcomes.CAME})
    assert not outcomes.asks_police(values)
    assert not outcomes.asks_police({**sample(1).values, "outcome": outcomes.CAME})


def test_what_the_police_sent_is_closed_without_a_report_to_them_but_bears_their_number(
    sample: Sample,
) -> None:
    came = {
        "outcome": outcomes.CAME, "outcome_day": "24-11-2026", "outcome_services": "bantuan hukum",
        "outcome_summary": "Korban datang.", "violence": "seksual",
    }  # fmt: skip
    for number, asked in ((3, []), (5, ["outcome_police_reason"])):
        result = validate({**sample(number).values, **came}, date(2026, 11, 24), CLOSING, fill=False)
        assert [problem.field for problem in result.problems] == asked
    numbers = [gap.field for gap in gaps(sample(3, letter_number=None))]
    assert "letter_number" in numbers
    assert "letter_number" not in [
        gap.field for gap in (*gaps(sample(3)), *gaps(sample(5, letter_number=None)))
    ]


def test_what_is_missing_names_the_act_that_mends_it(sample: Sample) -> None:
    case = sample(1)
    ended = {**case.values, "outcome": outcomes.REFERRED}
    assert [lack.next for lack in missing(case, case.values, Facts())] == [Next("close-case", case.number)]
    assert [lack.next for lack in missing(case, ended, Facts())] == [Next("draft", case.number)]
    asked = (Text("2026-0001-2", "2026-0001-2"), Next("record-clarification", case.number))
    signed = Facts(has_answer=True, receipt="D-2026-0001-5", beside=(asked,))
    assert [lack.next.act for lack in missing(case, ended, signed)] == [
        "record-delivery",
        "send",
        "record-clarification",
    ]
    assert missing(case, ended, Facts(has_answer=True, is_handled=True)) == ()
    crisis = {**case.values, "outcome": outcomes.CRISIS}
    done = Facts(has_answer=True, is_handled=True)
    asked = [
        [lack.next.act for lack in missing(case, crisis, replace(done, is_crisis_taken=taken))]
        for taken in (None, False, True)
    ]
    assert asked == [["declare-crisis"], ["take-crisis"], []]
    tried = {**case.values, "outcome": outcomes.UNREACHED, outcomes.TRIED: ("24-11-2026 telepon",)}
    assert len(missing(case, tried, Facts(has_answer=True, is_handled=True))) == 1


def test_a_late_delivery_asks_for_its_hour_behind_its_day() -> None:
    names = [field.name for field in delivery.late_fields(date(2026, 11, 24), list(Way), list(Receiver))]
    assert names[names.index("delivered_day") + 1] == "delivered_time"
