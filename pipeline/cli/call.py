"""One call of the command line."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pipeline
from pipeline.cli.harmless import escaped, harmless
from pipeline.kernel.commands import command_of
from pipeline.kernel.errors import Refusal, why
from pipeline.kernel.text import N_, Exit, Next, Text
from pipeline.settings import Settings, home_from, load

_NOT_JSON = N_("not valid JSON")
_NO_OBJECT = N_("no object {{ … }}")

CHECKOUT = Path(pipeline.__file__).parents[1]


@contextmanager
def reader_may_go() -> Iterator[None]:
    """``rangkap verify | head``: the verb ends as it would have."""
    try:
        yield
    except BrokenPipeError:
        reader_went()


def reader_went() -> None:
    """Discard all further output."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@dataclass(frozen=True)
class Call:
    """The parsed arguments, and what every verb needs."""

    args: Namespace

    @property
    def lang(self) -> str:
        """``id`` or ``en``."""
        return "en" if self.args.lang == "en" else "id"

    @cached_property
    def home(self) -> Path:
        """The home folder of the office."""
        return home_from(os.environ, CHECKOUT)

    @cached_property
    def settings(self) -> Settings:
        """The settings of the office."""
        return load(self.home)

    def say(self, text: Text | str, **fields: object) -> None:
        """Print on standard error."""
        words = harmless(text if isinstance(text, str) else text.fill(self.lang, **fields))
        print(words, file=sys.stderr, flush=True)

    def refused(self, error: Refusal, form: str = "{said}") -> None:
        """Print a refusal and the commands that mend it."""
        self.say(form.format(said=error.text(self.lang), code=error.code))
        self.steps(error.next)

    def steps(self, steps: Iterable[Next]) -> None:
        """Print next steps as commands."""
        for step in steps:
            self.say(f"  {command_of(step)}")

    def give(self, plain: Any, text: str = "") -> int:
        """Print the result: ``plain`` with ``--json``, else ``text``."""
        with reader_may_go():
            if getattr(self.args, "json", False):
                print(escaped(json.dumps(plain, ensure_ascii=False, indent=1)))
            elif text:
                print(harmless(text))
        return Exit.OK

    def answers(self) -> Mapping[str, Any] | None:
        """The content of ``--answers``."""
        path = getattr(self.args, "answers", None)
        if path is None:
            return None
        try:
            content = json.loads(Path(path).read_text("utf-8"))
        except OSError as error:
            raise Refusal("cli.bad_answers", reason=why(error)) from None
        except ValueError:
            raise Refusal("cli.bad_answers", reason=_NOT_JSON) from None
        if not isinstance(content, dict):
            raise Refusal("cli.bad_answers", reason=_NO_OBJECT)
        return content
