"""The catalogue of refusals: two languages with the same places; each code is raised, and gets what its sentence needs."""

import ast
from functools import cache
from pathlib import Path
from string import Formatter

import pipeline
from pipeline.kernel import refusals
from pipeline.kernel.commands import with_commands
from pipeline.kernel.errors import Refusal
from pipeline.kernel.refusals import REFUSALS

CODE = Path(pipeline.__file__).parent
CATALOGUE = CODE / "kernel" / "refusals"


def places(text: str) -> set[str]:
    return {name.partition(".")[0] for _, name, _, _ in Formatter().parse(text) if name}


def needed(code: str) -> set[str]:
    """Return the places of both sentences of a refusal, and of what mends it."""
    row = REFUSALS[code]
    return set().union(*map(places, (row.id, row.en, *(part for step in row.next for part in step))))


@cache
def words() -> list[tuple[Path, ast.Call | ast.Constant]]:
    """Return every call and constant of the code, with its file."""
    return [
        (path, node)
        for path in CODE.rglob("*.py")
        if not path.is_relative_to(CATALOGUE)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call | ast.Constant)
    ]


def test_each_code_stands_once_with_two_sentences() -> None:
    parts = [rows for name, rows in vars(refusals).items() if name.isupper() and name != "REFUSALS"]
    assert sum(map(len, parts)) == len(REFUSALS)
    assert {
        code for code, row in REFUSALS.items() if not (row.id.strip() and row.en.strip()) or row.id == row.en
    } == set()


def test_each_code_is_named_where_it_is_raised_and_no_other_is() -> None:
    strings = {
        node.value
        for _, node in words()
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value
    }
    assert set(REFUSALS) - strings == set()
    raised = {
        (path.name, node.args[0].value)
        for path, node in words()
        if isinstance(node, ast.Call)
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Refusal"
    }
    assert {pair for pair in raised if pair[1] not in REFUSALS} == set()
    assert len(raised) > 200


def test_each_sentence_and_what_mends_it_get_what_their_places_need() -> None:
    """Of a refusal that is raised with its fields by name; two dots (``**fields``) are left to the tests of what raises it."""
    wrong = {
        (path.name, node.args[0].value)
        for path, node in words()
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
        and node.args[0].value in REFUSALS and all(given.arg for given in node.keywords)
        and isinstance(node.func, ast.Name) and node.func.id[0].isupper()
        and not {given.arg for given in node.keywords}
        >= needed(node.args[0].value)
    }  # fmt: skip
    assert wrong == set()


def test_a_log_names_what_mends_a_refusal_behind_its_sentence() -> None:
    alone, mended = Refusal("records.server_away"), Refusal("records.needs_upgrade")
    assert with_commands(alone) == alone.text()
    assert with_commands(mended, "en") == f"{mended.text('en')} (rangkap upgrade)"
