"""Refusals of letters that code catches by name."""

from pipeline.kernel.errors import Refusal


class BadDocx(Refusal):
    """No readable DOCX, or one that may do what nobody sees."""

    code = "letters.not_docx"


def dangerous(what_id: str, what_en: str, part: str) -> BadDocx:
    """Return the refusal of what stands in ``part``."""
    return BadDocx("letters.dangerous", what_id=what_id, what_en=what_en, part=part)


class NoPlace(Refusal):
    """A draft lacks a place for approval."""

    code = "letters.no_place"
