"""Why a document cannot be taken: each a sentence for the note that is laid beside the file.

The reader's child tells a refusal by its code and fields only; :func:`refusal` makes the error again.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.kernel.errors import Refusal
from pipeline.kernel.sandbox import SandboxFailed


class Unreadable(Refusal):
    """Base of all refusals: the bytes are not a document that can be handled."""

    code = "intake.unreadable"


_OF_READER = frozenset(
    f"intake.{word}"
    for word in ("empty", "unknown_kind", "damaged", "encrypted", "too_many_pixels", "too_many_pages", "bomb", "macros",
                 "too_heavy", "no_such_page")
)  # fmt: skip
_TOO_HEAVY = ("kernel.sandbox_timed_out", "kernel.sandbox_out_of_memory")


def refusal(code: str, fields: Mapping[str, object]) -> Refusal:
    """Return the error with ``code``; one that is not known is a crash of the reader."""
    if code in _TOO_HEAVY:
        return SandboxFailed(code, **fields)
    if code in _OF_READER:
        return Unreadable(code, **fields)
    if code == "intake.no_language":
        return Refusal(code, **fields)
    status = fields.get("status")
    return SandboxFailed(status=status if isinstance(status, int) else 1)


def unopened(error: Refusal) -> Refusal:
    """Return what an ``error`` means when it befell the opening of a document or its first page."""
    if error.code in _TOO_HEAVY:
        return Unreadable("intake.too_heavy")
    return Unreadable("intake.damaged") if isinstance(error, SandboxFailed) else error
