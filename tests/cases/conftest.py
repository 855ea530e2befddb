"""The prepared answers of the six sample complaints, and cases made of them."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from demo.answers import identifying
from pipeline.cases.case import Case
from pipeline.cases.fields.table import ALL
from pipeline.cases.fields.validate import validate

TODAY = date(2026, 11, 24)
_FOLDER = Path(__file__).parent / "answers"


def answers(number: int) -> dict[str, Any]:
    """Return the answers that clerk and officer gave to sample ``number`` (1–6), with the identification report."""
    values: dict[str, Any] = json.loads((_FOLDER / f"{number:02d}.json").read_text("utf-8"))
    return values | identifying(number)


def make_case(number: int, **changed: object) -> Case:
    """Return the registered case of sample ``number``, with some answers ``changed`` (``None``: empty)."""
    values = validate(answers(number) | changed, TODAY, ALL).need()
    return Case(
        f"2026-{number:04d}",
        f"{number:04d}/TL/XI/2026",
        datetime(2026, 11, 24, 2, 0, tzinfo=UTC),
        values=values,
        agenda=(f"A-2026-{number:04d}",),
        arrivals=("01ARZ3NDEKTSV4RRFFQ69G5FAV",),
        registered_by="norhayati",
    )


@pytest.fixture
def sample() -> Callable[..., Case]:
    """Make the case of a sample."""
    return make_case
