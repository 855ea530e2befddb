"""Refusals that code catches by name."""

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text


class BadDocx(Refusal):
    """Unreadable, or may do what nobody sees."""

    code = "letters.not_docx"


def dangerous(fault: Text, part: str) -> BadDocx:
    """Refuse what stands in ``part``."""
    return BadDocx("letters.dangerous", what=fault, part=part)


class NoPlace(Refusal):
    """A draft lacks a place for approval."""

    code = "letters.no_place"
