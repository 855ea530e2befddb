"""tests/guarantees.md names for each promise tests that are there, and promises what the README says is refused."""

import ast
import difflib
import re

from tests.house.conftest import Repository

_PAGE, _TEST = "tests/guarantees.md", re.compile(r"^def (test_\w+)", re.M)


def lost(named: set[str], repository: Repository) -> dict[str, list[str]]:
    """Return each test that is not there, with those of the same name, or else the one most like it."""
    files = sorted({test.partition("::")[0] for test in named} & {*repository.modules})
    trees = ((file, ast.parse(repository.text(file))) for file in files)
    there = (f"{file}::{getattr(node, 'name', '')}" for file, tree in trees for node in tree.body)
    gone = named.difference(there)
    tests = [file for file in repository.modules if gone and "/test_" in file]
    every = [f"{file}::{name}" for file in tests for name in _TEST.findall(repository.text(file))]
    moved = {
        test: [other for other in every if other.endswith(test[test.index("::") :])] for test in sorted(gone)
    }
    return {test: near or difflib.get_close_matches(test, every, 1, 0) for test, near in moved.items()}


def test_every_test_is_there_and_one_that_moved_is_told(repository: Repository) -> None:
    assert lost(set(re.findall(r"`(\S+?::\w+)`", repository.text(_PAGE))), repository) == {}
    here = "tests/house/test_guarantees.py::test_every_test_is_there_and_one_that_moved_is_told"
    assert lost({here.replace("house", "gone")}, repository) == {here.replace("house", "gone"): [here]}


def test_what_the_readme_refuses_is_promised_and_no_promise_is_mute(repository: Repository) -> None:
    promised = dict(re.findall(r"^- (.+)\n((?:  .+\n)*)", repository.text(_PAGE), re.M))
    named = re.compile(r"(?=.)(  `\S+?::\w+`\n)*(  - no test.*\n)?")
    assert [promise for promise, below in promised.items() if not named.fullmatch(below)] == []
    left = " ".join(re.sub(r"\[.+?\]\(.+?\)", "", repository.text("README.md")).split())
    left = left.partition("## What it refuses")[2].partition("## Check")[0]
    left = re.sub("|".join(re.escape(text) for text in sorted(promised, key=len, reverse=True)), "", left)
    assert set(re.findall(r"\w+", left)) <= {"listed", "in", "or", "and"}
