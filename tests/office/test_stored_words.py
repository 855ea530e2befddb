"""A reason that was written down in Indonesian is told in English too: that of every refusal of the intake."""

from __future__ import annotations

import re

import pytest

from pipeline.kernel.errors import Refusal
from pipeline.kernel.refusals.intake import INTAKE
from pipeline.office.base.stored_words import refusal


@pytest.mark.parametrize("code", INTAKE)
def test_the_reason_of_every_refusal_is_known_again(code: str) -> None:
    places = set(re.findall(r"\{(\w+)", INTAKE[code].id))
    error = Refusal(code, **{name: f"{name} 12 {{x}}" for name in places})
    assert refusal(error.text("id")).fill("id") == error.text("id")
    assert refusal(error.text("id")).fill("en") == error.text("en")


def test_another_reason_stands_as_it_is() -> None:
    assert refusal("ditulis {orang}").fill("en") == "ditulis {orang}"
