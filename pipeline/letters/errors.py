"""What can go wrong with a template, a draft or a stamp. No field carries a person's name."""

from pipeline.kernel.errors import Refusal


class BadDocx(Refusal):
    """A file is no DOCX that can be read, or holds what may do or print something that nobody sees."""

    code = "letters.not_docx"


def dangerous(what_id: str, what_en: str, part: str) -> BadDocx:
    """Return what is said where a ``part`` holds what may do or print something that nobody sees."""
    return BadDocx("letters.dangerous", what_id=what_id, what_en=what_en, part=part)


class NoPlace(Refusal):
    """A frozen draft lacks a place into which approval must stamp."""

    code = "letters.no_place"
