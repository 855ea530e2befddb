"""A reason that was written down in Indonesian is told in English too: that of every refusal of the intake."""

from __future__ import annotations

import re

import pytest

from pipeline.intake import errors, errors_reading
from pipeline.kernel.errors import RangkapError
from pipeline.office.base.stored_words import refusal

KINDS = [
    one
    for house in (errors, errors_reading)
    for one in vars(house).values()
    if isinstance(one, type)
    and issubclass(
        one,
        (
            errors.Refusal,
            errors_reading.Unreadable,
            errors.LowSpace,
            errors.RefusedFull,
            errors.InboxNotMounted,
        ),
    )
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.code)
def test_the_reason_of_every_refusal_is_known_again(kind: type[RangkapError]) -> None:
    places = set(re.findall(r"\{(\w+)", kind.said.id))
    error = kind(**{name: f"{name} 12 {{x}}" for name in places})
    assert refusal(error.text("id")).fill("id") == error.text("id")
    assert refusal(error.text("id")).fill("en") == error.text("en")


def test_another_reason_stands_as_it_is() -> None:
    assert refusal("ditulis {orang}").fill("en") == "ditulis {orang}"
