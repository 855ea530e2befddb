"""What is missing is shown; what is required is asked before a draft goes to the chair (step 9)."""

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.cases.case import Case
from pipeline.cases.clarify import clarification_fields, clarify
from pipeline.cases.completeness import gaps, gaps_left
from pipeline.cases.problems import InvalidAnswers
from tests.cases.conftest import TODAY

ANSWERED = {
    "clarified_day": "hari ini",
    "clarified_way": "SMS",
    "clarified_note": "dijawab lewat SMS",
    "place_kecamatan": "hulu asri",
    "event_date": "15-11-2026",
    "reported_name_impossible": "pelapor tidak tahu namanya",
}


def test_a_complete_letter_has_no_gap(sample: Callable[..., Case]) -> None:
    assert gaps(sample(1)) == ()


@pytest.mark.parametrize("number", [1, 3, 4, 5, 6])
def test_a_clear_complaint_may_be_drafted_at_once(number: int, sample: Callable[..., Case]) -> None:
    assert gaps_left(sample(number)) is None


def test_the_unclear_letter_may_not_be_drafted(sample: Callable[..., Case]) -> None:
    blanks = gaps(sample(2))
    assert [gap.field for gap in blanks if gap.required] == ["reported_name", "event_date", "place_kecamatan"]
    assert {gap.field for gap in blanks if not gap.required} >= {
        "letter_date",
        "victim_name",
        "victim_birth_date",
    }
    assert all(gap.question.id.endswith("?") for gap in blanks)
    refusal = gaps_left(sample(2))
    assert refusal is not None
    assert refusal.code == "cases.gaps_open"
    assert "Kecamatan kejadian" in refusal.text()
    assert [step.act for step in refusal.next] == ["record-clarification"]


def test_the_consent_for_a_child_is_open_until_step_5_asked_for_it(sample: Callable[..., Case]) -> None:
    asked = {"share_with": ("kepolisian",), "consent_by": "wali"}
    child = sample(3)
    assert "victim_consent" in {gap.field for gap in gaps(child)}
    assert "victim_consent" not in {gap.field for gap in gaps(child.with_values({**child.values, **asked}))}


def test_answers_and_reasons_close_the_gaps(sample: Callable[..., Case]) -> None:
    case = clarify(sample(2), ANSWERED, TODAY, ("Hulu Asri",))
    assert gaps_left(case) is None
    assert case.version == 2
    assert case.clarified == TODAY
    assert case.values["place_kecamatan"] == "Hulu Asri"
    assert {(answer.field, answer.answered, answer.reason) for answer in case.clarifications} == {
        ("place_kecamatan", True, "dijawab lewat SMS"),
        ("event_date", True, "dijawab lewat SMS"),
        ("reported_name", False, "pelapor tidak tahu namanya"),
    }


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"clarified_day": None}, "clarified_day"),
        ({"clarified_day": "entah"}, "clarified_day"),
        ({"clarified_day": "25-11-2026"}, "clarified_day"),
        ({"clarified_day": "19-11-2026"}, "clarified_day"),
        ({"clarified_way": ""}, "clarified_way"),
        ({"clarified_way": "telepon kepada Ani"}, "clarified_way"),
        ({"clarified_way": "lainnya", "clarified_note": ""}, "clarified_note"),
        ({"event_date": "minggu kemarin"}, "event_date"),
        ({"event_date": "24-11-2026"}, "event_date"),
        ({"reported_name_impossible": "x" * 201}, "reported_name_impossible"),
        ({"entah_impossible": "x"}, "entah_impossible"),
        ({"entah": "x"}, "entah"),
    ],
)
def test_a_wrong_clarification_changes_nothing(
    changed: dict[str, object], wrong: str, sample: Callable[..., Case]
) -> None:
    with pytest.raises(InvalidAnswers) as caught:
        clarify(sample(2), ANSWERED | changed, TODAY)
    assert wrong in [problem.field for problem in caught.value.problems]


PLACES = ("Lanting Tengah", "Hulu Asri")


@pytest.mark.parametrize("given", ["Hulu Asri", "kecamatan hulu asri", "luar wilayah: Kuala Rimba", "2"])
def test_a_sub_district_of_the_list_or_said_to_be_outside_is_taken(
    given: str, sample: Callable[..., Case]
) -> None:
    case = clarify(sample(2), ANSWERED | {"place_kecamatan": given}, TODAY, PLACES)
    assert case.values["place_kecamatan"] in ("Hulu Asri", "luar wilayah: Kuala Rimba")


@pytest.mark.parametrize("given", ["Hulu Asrii", "Kuala Rimba", "luar wilayah:"])
def test_any_other_sub_district_is_asked_again(given: str, sample: Callable[..., Case]) -> None:
    with pytest.raises(InvalidAnswers) as caught:
        clarify(sample(2), ANSWERED | {"place_kecamatan": given}, TODAY, PLACES)
    (problem,) = caught.value.problems
    assert problem.field == "place_kecamatan"
    assert "Lanting Tengah, Hulu Asri" in problem.text()
    assert "luar wilayah" in problem.text("en")


@pytest.mark.parametrize(
    ("given", "way"),
    [
        ("SMS", "pesan"),
        ("Telepon", "telepon"),
        ("titip", "orang kepercayaan"),
        ("6", "menghubungi kantor"),
        ("7", "lainnya"),
    ],
)
def test_the_way_of_an_answer_is_one_of_a_list(given: str, way: str, sample: Callable[..., Case]) -> None:
    case = clarify(sample(2), ANSWERED | {"clarified_way": given}, TODAY)
    assert {clarification.way for clarification in case.clarifications} == {way}


def test_an_empty_reason_declares_nothing(sample: Callable[..., Case]) -> None:
    case = clarify(sample(2), ANSWERED | {"reported_name_impossible": " "}, TODAY)
    assert [gap.field for gap in gaps(case) if gap.required] == ["reported_name"]


def test_the_questions_follow_the_gaps(sample: Callable[..., Case]) -> None:
    fields = clarification_fields(sample(2))
    names = [field.name for field in fields]
    assert names[:5] == [
        "clarified_day", "clarified_way", "clarified_note", "reported_name", "reported_name_impossible",
    ]  # fmt: skip
    assert "letter_date_impossible" not in names
    reason = next(field for field in fields if field.name == "reported_name_impossible")
    assert reason.when({})
    assert not reason.when({"reported_name": "Ani"})
    assert not any(field.required({}) for field in fields[3:])


def test_a_victim_nobody_can_name_is_a_required_gap(sample: Callable[..., Case]) -> None:
    case = sample(
        2,
        victim_name="belum diketahui",
        victim_unknown_reason="tidak disebut",
        victim_name_is_full=None,
        victim_age=None,
        victim_age_is_estimate=None,
    )
    assert [gap.field for gap in gaps(case) if gap.required][:2] == ["victim_name", "victim_age"]


def test_a_contact_not_yet_confirmed_is_a_gap(sample: Callable[..., Case]) -> None:
    assert [gap.field for gap in gaps(sample(1, safe_contact_confirmed=False))] == ["safe_contact_confirmed"]


def test_a_later_day_is_the_day_of_the_clarification(sample: Callable[..., Case]) -> None:
    case = clarify(sample(2), ANSWERED | {"clarified_day": "23-11-2026"}, TODAY)
    again = clarify(
        case, {"clarified_day": "24-11-2026", "clarified_way": "SMS", "letter_date": "18-11-2026"}, TODAY
    )
    assert again.clarified == date(2026, 11, 24)
    assert again.version == 3
