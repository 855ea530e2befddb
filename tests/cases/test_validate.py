"""Answers are checked together; every problem is named at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pipeline.cases.case import Case
from pipeline.cases.fields.decisions import one_of
from pipeline.cases.fields.table import ALL, DRAFT, REGISTRATION, near_name
from pipeline.cases.fields.validate import validate
from pipeline.cases.problems import InvalidAnswers
from pipeline.kernel.text import Exit, Text
from tests.cases.conftest import TODAY, answers


def problems(number: int, **changed: object) -> list[str]:
    result = validate(answers(number) | changed, TODAY, ALL)
    return [problem.field for problem in result.problems]


@pytest.mark.parametrize("number", range(1, 7))
def test_the_answers_to_every_sample_are_accepted(number: int) -> None:
    assert problems(number) == []


def test_an_empty_form_names_what_must_be_answered() -> None:
    result = validate({}, TODAY)
    assert [problem.field for problem in result.problems] == [
        "channel",
        "received_day",
        "summary",
        "reporter_name",
        "reporter_is_victim",
        "reporter_relation",
        "victim_name",
        "violence",
        "risk",
        "safe_contact_way",
    ]
    assert not result.ok
    with pytest.raises(InvalidAnswers) as caught:
        result.need()
    assert "channel: Wajib diisi." in caught.value.text()
    assert "channel: This must be answered." in caught.value.text("en")
    assert caught.value.status is Exit.USAGE


def test_an_unknown_field_is_refused_with_the_nearest_name() -> None:
    result = validate({**answers(1), "leter_date": "x", "zzzzzz": "y"}, TODAY, ALL)
    assert "letter_date" in result.problems[0].text()
    assert {problem.field for problem in result.problems} == {"leter_date", "zzzzzz"}
    assert near_name("qqqqqqqq") is None


def test_a_wrong_answer_is_named_once() -> None:
    assert problems(1, risk="gawat") == ["risk"]


def test_a_field_that_does_not_apply_must_stay_empty() -> None:
    assert problems(1, phone_started="10.00") == ["phone_started"]
    assert problems(6, letter_number="12") == ["letter_number"]


def test_the_victim_who_reports_herself_need_not_be_typed_twice() -> None:
    values = validate(answers(1), TODAY, REGISTRATION).need()
    assert values["victim_name"] == "Rusmini Talahu"
    assert values["reporter_relation"] == "korban sendiri"
    assert "victim_name" not in validate(answers(1), TODAY, REGISTRATION, fill=False).values


def test_a_draft_needs_a_follow_up_and_a_salutation() -> None:
    values = {name: answer for name, answer in answers(1).items() if name not in ("salutation", "follow_up")}
    result = validate(values, TODAY, DRAFT)
    assert [problem.field for problem in result.problems] == ["salutation", "follow_up", "comes"]


def test_nobody_is_invited_together_with_the_parent_who_is_reported(sample: Callable[..., Case]) -> None:
    assert "orang tua" not in str(sample(2).values["comes"])
    assert "orang tua/wali" in str(sample(3).values["comes"])
    assert str(sample(4).values["comes"]) == "korban, atau Saudara selaku pelapor"
    assert sample(1).values["comes"] == "Saudari"


def test_a_parent_who_writes_is_invited_with_the_child_and_not_beside_a_parent() -> None:
    mother = {
        "reporter_name": "Halimah Tusadiah", "reporter_is_victim": False, "reporter_relation": "orang tua",
        "salutation": "Ibu", "victim_name": "Fajar Tusadiah", "victim_age": 10, "follow_up": "konseling anak",
    }  # fmt: skip
    grandmother = mother | {"reporter_relation": "keluarga/saudara", "guardian_name": "Halimah Tusadiah"}
    for given in (mother, grandmother, mother | {"reported_relation": "orang tua"}):
        assert validate(given, TODAY, DRAFT).values["comes"] == "anak yang bersangkutan bersama Ibu"
    to_aunt = validate(mother | {"reporter_relation": "keluarga/saudara"}, TODAY, DRAFT).values["comes"]
    assert to_aunt == "anak yang bersangkutan bersama orang tua/wali, atau Ibu sendiri"


def test_an_institution_is_answered_at_its_head(sample: Callable[..., Case]) -> None:
    assert sample(5).values["addressee"] == "Kepala SMP Negeri 3 Hulu Asri"
    assert "sender" in problems(5, sender=None)


@pytest.mark.parametrize(
    ("sender", "head"),
    [
        ("Kepala Desa Lubuk Hijau", "Kepala Desa Lubuk Hijau"),
        ("Pemerintah Desa Lubuk Hijau", "Kepala Desa Lubuk Hijau"),
        ("Desa Lubuk Hijau", "Kepala Desa Lubuk Hijau"),
        ("Kelurahan Muara Lanting", "Lurah Muara Lanting"),
        ("Kecamatan Hulu Asri", "Camat Hulu Asri"),
        ("RSUD Muara Lanting", "Direktur RSUD Muara Lanting"),
        ("RT 02 Desa Hulu Bakung", "Ketua RT 02 Desa Hulu Bakung"),
        ("Lembaga Pemasyarakatan Batang Asri", "Kepala Lembaga Pemasyarakatan Batang Asri"),
        ("Polsek Hulu Asri", "Kapolsek Hulu Asri"),
        ("Kapolres Batang Asri", "Kapolres Batang Asri"),
        ("POLRES BATANG ASRI", "Kepala POLRES BATANG ASRI"),
    ],
)
def test_the_head_is_named_as_such_an_institution_names_it(sender: str, head: str) -> None:
    given = {"is_institution": True, "sender": sender, "salutation": "Saudara", "follow_up": "pendampingan"}
    assert validate(given, TODAY, DRAFT).values["addressee"] == head


@pytest.mark.parametrize(
    ("number", "changed", "wrong"),
    [
        (1, {"received_day": "25-11-2026"}, "received_day"),
        (1, {"letter_date": "21-11-2026"}, "letter_date"),
        (1, {"event_date": "21-11-2026"}, "event_date"),
        (1, {"victim_birth_date": "14-05-2027"}, "victim_birth_date"),
        (6, {"promised_date": "22-11-2026"}, "promised_date"),
        (6, {"phone_ended": "10.00"}, "phone_ended"),
        (1, {"victim_age": 40}, "victim_age"),
        (1, {"victim_age_is_estimate": True}, "victim_age_is_estimate"),
        (1, {"reporter_relation": "tetangga"}, "reporter_relation"),
        (1, {"victim_name": "Orang Lain"}, "victim_name"),
        (2, {"reporter_relation": "korban sendiri"}, "reporter_relation"),
        (3, {"reporter_is_victim": True}, "reporter_is_victim"),
        (2, {"victim_name": "belum diketahui"}, "victim_unknown_reason"),
        (6, {"advice": None}, "advice"),
        (6, {"caller_answer": None}, "caller_answer"),
        (3, {"deadline_day": None}, "deadline_day"),
        (1, {"safe_contact_address": None}, "safe_contact_address"),
        (1, {"safe_contact_name": None}, "safe_contact_name"),
        (2, {"safe_contact_phone": None}, "safe_contact_phone"),
        (1, {"safe_contact_way": None}, "safe_contact_way"),
    ],
)
def test_answers_that_contradict_or_leave_out_are_refused(
    number: int, changed: dict[str, object], wrong: str
) -> None:
    assert wrong in problems(number, **changed)


def test_an_unnamed_reporter_and_an_unknown_victim_are_allowed_with_a_reason() -> None:
    changed: dict[str, object] = {
        "sender": None,
        "reporter_name": "anonim",
        "reporter_relation": None,
        "reporter_is_victim": None,
        "victim_name": "belum diketahui",
        "victim_name_is_full": None,
        "victim_unknown_reason": "surat tidak menyebut nama",
        "victim_sex": None,
        "safe_contact_way": "tidak ada",
        "safe_contact_owner": None,
        "safe_contact_name": None,
        "safe_contact_phone": None,
        "safe_contact_hours": None,
        "safe_contact_confirmed": None,
        "addressee": "pelapor",
    }
    assert problems(2, **changed) == ["reporter_is_victim"]
    assert problems(2, **changed | {"reporter_is_victim": True, "reporter_address": None}) == []


def test_days_are_checked_even_before_the_day_of_receipt_is_known() -> None:
    result = validate(
        {"letter_date": "30-11-2026", "victim_birth_date": "1-1-2000", "victim_age": 3}, date(2026, 11, 24)
    )
    assert "letter_date" in [problem.field for problem in result.problems]
    assert "victim_age" not in [problem.field for problem in result.problems]


def test_a_default_that_is_no_choice_of_its_field_is_refused_as_if_it_were_typed() -> None:
    among = [
        ("terlapor", Text("terlapor", "reported")),
        ("bukan terlapor", Text("bukan terlapor", "not reported")),
    ]
    asked = one_of("chosen", Text("Pengirim", "Sender"), Text("Satu.", "One."), among, proposed="terlapr")
    result = validate({}, TODAY, [asked])
    assert [problem.field for problem in result.problems] == ["chosen"]
    assert result.values == {}
    assert validate({}, TODAY, [replace(asked, default=lambda _: "terlapor")]).need() == {
        "chosen": "terlapor"
    }
