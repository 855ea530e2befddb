"""Why a file is refused, left for later, or cannot be read.

No error names the file: a file name may hold a person's name, and errors may end in a log.
"""

import signal
from collections.abc import Mapping

from pipeline.kernel.errors import Refusal
from pipeline.kernel.sandbox import SandboxFailed


class Later(Refusal):
    """The file is looked at again."""

    code = "intake.later"


class FileRefused(Refusal):
    """The file goes to ``inbox/ditolak/``."""

    code = "intake.refused"


class Unreadable(Refusal):
    """The bytes are no document that can be handled."""

    code = "intake.unreadable"


_OF_READER = frozenset(
    f"intake.{word}"
    for word in ("empty", "unknown_kind", "damaged", "encrypted", "too_many_pixels", "too_many_pages", "bomb", "macros",
                 "too_heavy", "no_such_page")
)  # fmt: skip
_TOO_HEAVY = ("kernel.sandbox_timed_out", "kernel.sandbox_out_of_memory")


def refusal(code: str, fields: Mapping[str, object]) -> Refusal:
    """A ``code`` unknown here counts as a crash of the reader's child."""
    if code in _TOO_HEAVY:
        return SandboxFailed(code, **fields)
    if code in _OF_READER:
        return Unreadable(code, **fields)
    if code == "intake.no_language":
        return Refusal(code, **fields)
    status = fields.get("status")
    return SandboxFailed(status=status if isinstance(status, int) else 1)


def unopened(error: Refusal) -> Refusal:
    """For an ``error`` at the opening or the first page; a reader that was killed says nothing of the file."""
    is_of_file = isinstance(error, SandboxFailed) and error.fields.get("status") != -signal.SIGKILL
    return (
        Unreadable("intake.too_heavy" if error.code in _TOO_HEAVY else "intake.damaged")
        if is_of_file
        else error
    )
