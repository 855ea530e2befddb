"""What the office reads of history and register are words, never the codes of the program."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import pipeline.office
from pipeline.cli.__main__ import main
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.text import Exit
from pipeline.office.acts import ACTS, BY_COMMAND
from pipeline.office.base.acts import word_of
from pipeline.office.cases import forms_register
from tests.office.bureau import OFFICER, Bureau

OFFICE = Path(pipeline.office.__file__).parent
VERBS_AT, KINDS_AT = (
    {"history.note": 2, "history.event": 2, "note_act": 1},
    {"filings.begin": 2, "filings.begin_book": 2, "Filing": 0},
)


def constants(tree: ast.Module, module: Any, given: ast.expr) -> Iterator[str]:
    """Yield the words that ``given`` may stand for: constants, either side of a choice, and names of them."""
    if isinstance(given, ast.Constant):
        yield str(given.value)
    elif isinstance(given, ast.IfExp):
        yield from constants(tree, module, given.body)
        yield from constants(tree, module, given.orelse)
    elif isinstance(given, ast.Attribute) and isinstance(given.value, ast.Name):
        if hasattr(module, given.value.id):
            yield getattr(getattr(module, given.value.id), given.attr)
        else:  # a row of a table of the module
            tables = (value for value in vars(module).values() if isinstance(value, dict))
            rows = (row for table in tables for row in table.values() if hasattr(row, given.attr))
            yield from (getattr(row, given.attr) for row in rows)
    elif isinstance(given, ast.Name) and isinstance(getattr(module, given.id, None), str):
        yield getattr(module, given.id)
    elif isinstance(given, ast.Name):
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == given.id:
                yield from constants(tree, module, node.value)


def said(calls: dict[str, int]) -> set[str]:
    """Return every word that the office gives to ``calls`` (name and place of the argument)."""
    words: set[str] = set()
    for path in OFFICE.rglob("*.py"):
        name = ".".join(path.relative_to(OFFICE).with_suffix("").parts)
        tree, module = ast.parse(path.read_text("utf-8")), importlib.import_module(f"pipeline.office.{name}")
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (at := calls.get(ast.unparse(node.func))) is not None:
                words.update(constants(tree, module, node.args[at]))
    return words


def declared() -> set[str]:
    """Return every word that the declared acts store: their own, and those that a plan gives its change."""
    words = {event for act in ACTS for event in act.events}
    for path in OFFICE.rglob("*.py"):
        name = ".".join(path.relative_to(OFFICE).with_suffix("").parts)
        tree, module = ast.parse(path.read_text("utf-8")), importlib.import_module(f"pipeline.office.{name}")
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Change", "replace"):
                given = (keyword.value for keyword in node.keywords if keyword.arg == "event")
                words.update(word for value in given for word in constants(tree, module, value))
    return words


def test_each_act_is_declared_once() -> None:
    assert len(BY_COMMAND) == len(ACTS)


def test_every_act_of_the_history_has_its_word() -> None:
    verbs = said(VERBS_AT) | declared()
    assert {"register", "take_edited", "vet_returned", "withdraw", "set_aside", "mandate"} <= verbs
    assert [verb for verb in sorted(verbs) if word_of(verb) == word_of("?")] == []


def test_every_kind_of_entry_has_its_word_on_the_register_page() -> None:
    kinds = said(KINDS_AT)
    assert {"registered", "closed", "page_made", "contact_changed"} <= kinds
    kinds |= {kind.filing + word for kind in LETTER_KINDS.values() for word in ("approved", "signed")}
    assert sorted(kinds - set(forms_register._KINDS)) == []


def test_what_a_later_version_wrote_is_not_shown_by_its_code() -> None:
    assert word_of("zz_unknown") == "tindakan lain"


@pytest.mark.parametrize("verb", ["show", "find"])
def test_a_case_is_shown_with_days_as_the_office_writes_them(
    filed: Bureau, verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(filed.leave()))
    assert main([verb, "2026-0001", "--as", OFFICER]) == Exit.OK
    output = capsys.readouterr().out
    assert "diterima 19-11-2026" in output
    assert "2026-11-19" not in output
    assert main([verb, "2026-0001", "--json", "--as", OFFICER]) == Exit.OK
    assert "2026-11-19" in capsys.readouterr().out
