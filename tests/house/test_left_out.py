"""The list of what is left out where homes lie elsewhere names tests that there are, each with its reason."""

import pytest

from tests import left_out
from tests.house.conftest import Repository
from tests.left_out import LEFT_OUT


def test_what_is_left_out_is_there_and_has_a_reason(repository: Repository) -> None:
    for place, tests in LEFT_OUT.items():
        assert place in {"postgresql", "s3"}
        for test, why in tests.items():
            file, _, name = test.partition("::")
            assert f"def {name.partition('[')[0]}(" in repository.text(file), test
            assert len(why.split()) > 4, test


class Collected:
    """A test as the list sees it."""

    def __init__(self, nodeid: str) -> None:
        self.nodeid, self.marks = nodeid, list[pytest.MarkDecorator]()

    def add_marker(self, marker: pytest.MarkDecorator) -> None:
        self.marks.append(marker)


def test_what_is_left_out_is_run_and_told_if_it_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        left_out, "LEFT_OUT", {"s3": {"a.py::one": "why", "a.py::two[x]": "which"}, "postgresql": {}}
    )
    items = [
        Collected(name) for name in ("a.py::one", "a.py::one[y]", "a.py::two[x]", "a.py::two[y]", "b.py::one")
    ]
    left_out.mark(items, ["postgresql"])
    assert [test.marks for test in items] == [[]] * 5
    left_out.mark(items, ["postgresql", "s3"])
    marks = [(mark.name, mark.kwargs) for item in items for mark in item.marks]
    assert marks == [("xfail", {"reason": why, "strict": True}) for why in ("why", "why", "which")]
    assert [len(test.marks) for test in items] == [1, 1, 1, 0, 0]
