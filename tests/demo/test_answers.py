"""The prepared answers pass the same checks as a clerk's."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from demo.answers import clarifying, drafting, registration
from pipeline.cases.case import Case
from pipeline.cases.clarify import clarify
from pipeline.cases.completeness import need_no_gaps
from pipeline.cases.contact import route
from pipeline.cases.errors import GapsOpen
from pipeline.cases.fields.table import DRAFT
from pipeline.cases.fields.validate import validate

_TODAY = date(2026, 11, 24)
_PLACES = ("Lanting Tengah", "Sungai Bakung", "Hulu Asri")
_ALL = range(1, 7)


@pytest.mark.parametrize("number", _ALL)
def test_the_answers_of_registration_are_complete_and_free_of_contradiction(number: int) -> None:
    checked = validate(registration(number), _TODAY, places=_PLACES)
    assert [(one.field, one.text("en")) for one in checked.problems] == []


@pytest.mark.parametrize("number", _ALL)
def test_the_answers_of_the_draft_are_complete_too(number: int) -> None:
    answers = registration(number) | drafting(number)
    checked = validate(answers, _TODAY, fields=DRAFT, places=_PLACES)
    assert [(one.field, one.text("en")) for one in checked.problems] == []


@pytest.mark.parametrize("number", [2, 6])
def test_what_the_clarification_brings_in_is_as_clean(number: int) -> None:
    moment = datetime(2026, 11, 24, 1, tzinfo=UTC)
    checked = validate(registration(number), _TODAY, places=_PLACES)
    case = Case("2026-0001", "0001/TL/XI/2026", moment, values=checked.need())
    if number == 2:
        with pytest.raises(GapsOpen):
            need_no_gaps(case)
    after = clarify(case, clarifying(number), _TODAY, _PLACES)
    need_no_gaps(after)
    assert route(after.values).is_possible


@pytest.mark.parametrize("number", [1, 3, 4, 5])
def test_a_clear_letter_can_be_answered_at_once(number: int) -> None:
    checked = validate(registration(number), _TODAY, places=_PLACES)
    need_no_gaps(
        Case("2026-0001", "0001/TL/XI/2026", datetime(2026, 11, 24, tzinfo=UTC), values=checked.need())
    )
    assert route(checked.values).is_possible
