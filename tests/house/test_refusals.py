"""Every refusal of the procedure is shown by tests that are there and that an ordinary run makes."""

from __future__ import annotations

import ast

import pytest

from pipeline.cases.states import MOVES, STEPS
from tests import costs
from tests.house.conftest import Repository
from tests.house.refusals import REFUSALS, Refusal

SORTS = costs.classes(costs.known())


def test_each_of_the_fourteen_steps_refuses_something() -> None:
    assert {one.step for one in REFUSALS} == {one.number for one in STEPS}
    assert len({(one.step, one.words) for one in REFUSALS}) == len(REFUSALS)


def test_each_requirement_of_a_move_belongs_to_a_refusal() -> None:
    required = {name for move in MOVES for name in move.requires}
    assert required == {name for one in REFUSALS for name in one.requires}


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda one: f"{one.step} {one.words}")
def test_each_refusal_is_shown_by_tests_of_an_ordinary_run(refusal: Refusal, repository: Repository) -> None:
    assert refusal.tests
    for named in refusal.tests:
        name, _, test = named.partition("::")
        tree = ast.parse(repository.text(f"tests/{name}"))
        found = [one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == test]
        assert found, f"{named} is not there"
        swept = [
            one
            for one, kind in SORTS.items()
            if kind == costs.SWEEP and costs.function_of(one) == f"tests/{named}"
        ]
        assert not swept, f"{named} is made by --deep alone"
