"""What keeps an answer from being drafted is one list: marked at registration, told at verification, refused at the draft."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.cases.case import Case
from pipeline.cases.completeness import gaps, gaps_left
from pipeline.cases.fields.field import Context
from pipeline.cases.fields.table import REGISTRATION
from pipeline.office.cases.forms_sheets import checked
from pipeline.web.fields import Form
from tests.cases.conftest import TODAY, make_case

OPEN: list[tuple[int, dict[str, Any], set[str]]] = [
    (1, {}, set()),
    (2, {}, {"reported_name", "event_date", "place_kecamatan"}),
    (1, {"victim_age": None, "victim_birth_date": None, "victim_age_is_estimate": None}, {"victim_age"}),
    (1, {"safe_contact_confirmed": "tidak"}, {"safe_contact_confirmed"}),
    (5, {"sender_address": None}, {"sender_address"}),
    (2, {"safe_contact_owner": None, "event_date": "2026", "reported_name": "B.", "place_kecamatan": "Hulu Asri"}, {"safe_contact_owner"}),
]  # fmt: skip


@pytest.fixture
def sample() -> Callable[..., Case]:
    return make_case


@pytest.mark.parametrize(("number", "changed", "needed"), OPEN)
def test_registration_verification_and_draft_ask_for_the_same(
    number: int, changed: dict[str, Any], needed: set[str], sample: Callable[..., Case]
) -> None:
    case = sample(number, **changed)
    assert {gap.field for gap in gaps(case) if gap.required} == needed
    form = Form(REGISTRATION, Context(TODAY, ()), "id", base=case.values)
    assert set(form.state()["blocks"]) == needed
    assert {
        field.name for _, asked in form.sections() for field in asked if field.applies and field.blocks
    } == needed
    assert {row.field for row in checked(case) if row.required} == needed
    assert (gaps_left(case) is not None) is bool(needed)
