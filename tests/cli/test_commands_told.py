"""Every command that a message of the terminal tells to type, or that stands for a next step, is one of the command line."""

import argparse
import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline
from pipeline.cli.arguments import parser
from pipeline.kernel.commands import command_of
from pipeline.kernel.text import PO, Exit
from pipeline.kernel.verbs import BY_NAME
from tests.next_steps import next_steps
from tools.catalogue import kept

_TOLD = re.compile(
    r"rangkap ([a-z][a-z-]+)((?:[ \n]+(?:--[a-z-]+|\{[a-z_.]+\}|[A-Z][A-Z/.-]*|[A-Z]?-?\d[\w/.-]*))*)"
)
_PHRASE = "dua"
"""*Rangkap dua* is what is made, and no verb."""
_BEFORE = frozenset({"match"})
"""Commands of a release before, which stand in what it has kept."""
TYPED = {"BUKU": "register", "FORMULIR": "verifikasi", "TAHUN": "2026"}
"""What the reader types for a word in capitals, where not every word is taken."""
ON_A_PAGE = {"upload"}
"""Acts that no command does."""


def strings() -> Iterator[tuple[str, str]]:
    """Yield the strings of the product in both languages, each with its file; what is put into them is a pair of braces."""
    yield from ((PO.name, str(message.string)) for message in kept() if message.id)
    for path in sorted(Path(pipeline.__file__).parent.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        parts = {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                yield (
                    path.name,
                    "".join(
                        str(value.value) if isinstance(value, ast.Constant) else "{x}"
                        for value in node.values
                    ),
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
                yield path.name, node.value


def options() -> dict[str, set[str]]:
    """Return the options that each verb knows."""
    (verbs,) = [action for action in parser("id")._actions if isinstance(action, argparse._SubParsersAction)]
    return {name: set(choice._option_string_actions) for name, choice in verbs.choices.items()}


def test_what_messages_tell_to_type_is_there() -> None:
    known, wrong = options(), []
    for name, text in strings():
        for verb, rest in _TOLD.findall(text):
            given = set(re.findall(r"--[a-z-]+", rest))
            if verb not in (_PHRASE, *_BEFORE) and (verb not in BY_NAME or given - known[verb]):
                wrong.append((name, verb, rest))
    assert wrong == []


def test_each_next_step_is_a_command_that_can_be_typed() -> None:
    known = parser("en")
    for step in next_steps():
        words = [TYPED.get(word, word) for word in shlex.split(command_of(step))]
        assert step.act in ON_A_PAGE or known.parse_args(words[1:]).verb == words[1], words


@pytest.mark.parametrize("typed", ["take-crisis 2026-0001 2026-0002", "set-password 2026-0001 melati kapal"])
def test_a_word_that_an_act_does_not_take_is_refused_and_not_passed_over(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parser("id").parse_args(typed.split())
    assert left.value.code == Exit.USAGE
    assert "tidak dikenal" in capsys.readouterr().err
