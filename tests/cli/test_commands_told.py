"""Every command that some message tells somebody to type is one of the command line, with options that it has."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pipeline
from pipeline.cli.arguments import parser
from pipeline.kernel.verbs import BY_NAME

_TOLD = re.compile(
    r"rangkap ([a-z][a-z-]+)((?:[ \n]+(?:--[a-z-]+|\{[a-z_.]+\}|[A-Z][A-Z/.-]*|[A-Z]?-?\d[\w/.-]*))*)"
)
_PHRASE = "dua"
"""*Rangkap dua* is what is made, and no verb."""
LEAST = 200


def strings() -> Iterator[tuple[str, str]]:
    """Yield the strings of the product, each with its file; what is put into them later is a pair of braces."""
    for path in sorted(Path(pipeline.__file__).parent.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        parts = {id(each) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for each in one.values}
        for one in ast.walk(tree):
            if isinstance(one, ast.JoinedStr):
                yield (
                    path.name,
                    "".join(
                        str(each.value) if isinstance(each, ast.Constant) else "{x}" for each in one.values
                    ),
                )
            elif isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in parts:
                yield path.name, one.value


def options() -> dict[str, set[str]]:
    """Return the options that each verb knows."""
    (verbs,) = [one for one in parser("id")._actions if isinstance(one, argparse._SubParsersAction)]
    return {name: set(each._option_string_actions) for name, each in verbs.choices.items()}


def test_what_messages_tell_to_type_is_there() -> None:
    known, told, wrong = options(), set(), []
    for name, text in strings():
        for verb, rest in _TOLD.findall(text):
            told.add((verb, rest))
            given = set(re.findall(r"--[a-z-]+", rest))
            if verb != _PHRASE and (verb not in BY_NAME or given - known[verb]):
                wrong.append((name, verb, rest))
    assert wrong == []
    assert len(told) >= LEAST
