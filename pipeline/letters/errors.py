"""Refusals that code catches by name."""

from pipeline.kernel.errors import Refusal


class BadDocx(Refusal):
    """Unreadable, or may do what nobody sees."""

    code = "letters.not_docx"


def dangerous(what_id: str, what_en: str, part: str) -> BadDocx:
    """Refuse what stands in ``part``."""
    return BadDocx("letters.dangerous", what_id=what_id, what_en=what_en, part=part)


class NoPlace(Refusal):
    """A draft lacks a place for approval."""

    code = "letters.no_place"
