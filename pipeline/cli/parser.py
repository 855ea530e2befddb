"""An argument parser in Indonesian.

Messages that a later Python words differently stay English.
"""

import difflib
import re
import sys
from argparse import PARSER, SUPPRESS, Action, ArgumentParser, HelpFormatter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, NoReturn

from pipeline.cli.harmless import harmless
from pipeline.kernel.text import N_, Exit

_USAGE = N_("usage: ")
_POSITIONALS, _OPTIONS = (N_("positional arguments"), N_("options"))
_HELP = N_("show this help message and exit")
_WRONG = N_("{prog}: error: {message}\nHelp: {prog} --help\n")
_NO_VERB = N_("there is no command “{given}”.{hint}")
_MEANT = N_(" Did you mean “{near}”?")
_EXAMPLE = N_("Example: {example}")
_PIECES = (
    (r"the following arguments are required: (.*)", r"belum disebut: \1"),
    (r"one of the arguments (.*) is required", r"sebutkan salah satu dari: \1"),
    (r"unrecognized arguments: (.*)", r"tidak dikenal: \1"),
    (r"argument (\S+): (.*)", r"\1: \2"),
    (r"invalid choice: (.*) \(choose from (.*)\)", r"\1 tidak ada; pilihannya: \2"),
    (r"invalid (\S+) value: (.*)", r"\2 bukan nilai yang benar"),
    (r"expected one argument", "harus diikuti satu nilai"),
    (r"expected at least one argument", "harus diikuti sedikitnya satu nilai"),
    (r"expected at most one argument", "diikuti paling banyak satu nilai"),
    (r"expected (\d+) arguments?", r"harus diikuti \1 nilai"),
    (r"not allowed with argument (.*)", r"tidak dapat dipakai bersama \1"),
    (r"ignored explicit argument (.*)", r"tidak memakai nilai \1"),
)  # fmt: skip


def translated(message: str) -> str:
    """A sentence of argparse in Indonesian, where known."""
    for pattern, words in _PIECES:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match and pattern.startswith("argument "):
            return f"{match[1]}: {translated(match[2])}"
        if match:
            return match.expand(words)
    return message


def language(arguments: Iterable[str], default: str) -> str:
    """The language that ``arguments`` ask for, before parsing."""
    given = list(arguments)
    if "--lang=en" in given or ("--lang", "en") in pairwise(given):
        return "en"
    return "id" if "--lang" in given or "--lang=id" in given else default


class Argument(NamedTuple):
    """An argument: name and options for argparse."""

    name: str
    given: Mapping[str, Any]


class Either(NamedTuple):
    """Arguments of which only one may be given."""

    arguments: tuple[Argument, ...]
    required: bool


Arguments = Sequence[Argument | Either]


def arg(name: str, metavar: str = "", said: str = "", **given: Any) -> Argument:
    """An argument: name, word for its value, help."""
    words = {"metavar": metavar, "help": said}
    return Argument(name, {key: word for key, word in words.items() if word} | given)


def flag(name: str, said: str, **given: Any) -> Argument:
    """An argument without a value."""
    return arg(name, said=said, action="store_true", **given)


def either(*arguments: Argument, required: bool = False) -> Either:
    """Arguments that exclude one another."""
    return Either(arguments, required)


class Parser(ArgumentParser):
    """An ``ArgumentParser`` that speaks ``lang``."""

    def __init__(self, *, lang: str = "id", example: str = "", **given: Any) -> None:
        if example:
            given["epilog"] = _EXAMPLE.fill(lang, example=example)
        super().__init__(add_help=False, allow_abbrev=False, **given)
        self.lang = lang
        self._positionals.title = _POSITIONALS.fill(lang)
        self._optionals.title = _OPTIONS.fill(lang)
        self.add_argument("-h", "--help", action="help", default=SUPPRESS, help=_HELP.fill(lang))

    def take(self, arguments: Arguments) -> None:
        """Accept ``arguments``, in this order."""
        for declared in arguments:
            if isinstance(declared, Either):
                group = self.add_mutually_exclusive_group(required=declared.required)
                for argument in declared.arguments:
                    group.add_argument(argument.name, **argument.given)
            else:
                self.add_argument(declared.name, **declared.given)

    def _get_formatter(self) -> HelpFormatter:
        formatter, word = super()._get_formatter(), _USAGE.fill(self.lang)
        plain = formatter.add_usage

        def add_usage(usage: Any, actions: Any, groups: Any, prefix: str | None = word) -> None:
            plain(usage, actions, groups, prefix)

        formatter.add_usage = add_usage  # type: ignore[method-assign]
        return formatter

    def _check_value(self, action: Action, value: Any) -> None:
        if action.nargs == PARSER and action.choices is not None and value not in action.choices:
            near = difflib.get_close_matches(value, [str(choice) for choice in action.choices], 1, 0.5)
            hint = _MEANT.fill(self.lang, near=near[0]) if near else ""
            self.error(_NO_VERB.fill(self.lang, given=harmless(value[:30]), hint=hint))
        super()._check_value(action, value)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and exit."""
        sentence = message if self.lang == "en" else translated(message)
        self.print_usage(sys.stderr)
        self.exit(int(Exit.USAGE), _WRONG.fill(self.lang, prog=self.prog, message=sentence))
