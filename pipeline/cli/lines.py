"""One line typed by a person, kept in no history."""

import os
import sys
from collections.abc import Callable

from pipeline.cli.harmless import harmless
from pipeline.kernel.text import N_

PRINTED = N_("{count} files are ready to print in {folder}.")
BACK, SKIP, HELP, CLEAR = ":kembali", ":lewati", ":bantuan", ":kosong"
_COMMANDS = {
    BACK: BACK, SKIP: SKIP, HELP: HELP, CLEAR: CLEAR,
    ":back": BACK, ":skip": SKIP, ":help": HELP, ":clear": CLEAR,
}  # fmt: skip

#: Returns what is wrong with a line, or ``None``.
Check = Callable[[str], str | None]


def is_terminal() -> bool:
    """Whether a person can be asked here."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def is_screen() -> bool:
    """Words forbidden in logs may stand on a screen."""
    return sys.stderr.isatty()


def say(text: str) -> None:
    """Print a line for the person."""
    print(harmless(text), file=sys.stderr, flush=True)


def command(given: str) -> str:
    """The command at the end of a line, or ""."""
    _, colon, word = given.strip().lower().rpartition(":")
    return _COMMANDS.get(colon + word, "")


def line(message: str, default: str, check: Check) -> str:
    """Ask until ``check`` finds nothing wrong. Raises EOFError, KeyboardInterrupt."""
    if os.environ.get("TERM", "dumb") in ("", "dumb"):
        return _plain_line(message, default, check)
    return _edited_line(message, default, check)


def _plain_line(message: str, default: str, check: Check) -> str:
    while True:
        asked = harmless(message + (f"[{default}] " if default else ""))
        print(asked, end="", file=sys.stderr, flush=True)
        row = sys.stdin.readline()
        if not row:
            raise EOFError
        given = row.strip() or default
        given = "" if command(given) == CLEAR else given
        wrong = check(given)
        if wrong is None:
            return given
        say(f"  ! {wrong}")


def _edited_line(message: str, default: str, check: Check) -> str:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.document import Document
    from prompt_toolkit.history import DummyHistory
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.output import create_output
    from prompt_toolkit.validation import ValidationError, Validator

    class Inline(Validator):
        def validate(self, document: Document) -> None:
            wrong = check(document.text)
            if wrong is not None:
                raise ValidationError(len(document.text), wrong)

    keys = KeyBindings()

    @keys.add("c-b")
    def _back(event: KeyPressEvent) -> None:
        event.app.exit(result=BACK)

    session: PromptSession[str] = PromptSession(
        history=DummyHistory(), output=create_output(stdout=sys.stderr)
    )
    return session.prompt(
        message, default=default, validator=Inline(), validate_while_typing=False, key_bindings=keys
    ).strip()
