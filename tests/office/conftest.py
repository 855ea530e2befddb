"""Offices at stages that several of these tests begin with."""

from collections.abc import Callable

import pytest

from tests.office import victims_letters as letters
from tests.office.bucket_home import on_bucket
from tests.office.bureau import CHAIR, Bureau
from tests.office.retained import later
from tests.office.stages import FIRST

__all__ = ["on_bucket"]


@pytest.fixture
def over(filed: Bureau, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """Ten years later: the answer of the first case was filed then, the second was never finished."""
    return later(filed, monkeypatch)


@pytest.fixture
def wife(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office with the letter, of two typed pages, of a victim who complains herself; nothing is proposed yet."""
    return at_stage("wife")


@pytest.fixture
def waiting(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office in which the copy of her letter waits for the chair."""
    return at_stage("waiting")


@pytest.fixture
def approved_copy(waiting: Bureau) -> Bureau:
    """The office with an approved copy that nobody has fetched."""
    letters.look(waiting, FIRST, CHAIR)
    letters.agreed(waiting, FIRST)
    return waiting
