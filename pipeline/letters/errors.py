"""What can go wrong with a template, a draft or a stamp. No field carries a person's name."""

from pipeline.kernel.errors import Refusal


class NotDocx(Refusal):
    """A file that should be a DOCX cannot be read as one."""

    code = "letters.not_docx"


class Dangerous(Refusal):
    """A DOCX carries something that acts by itself or reaches outside the file."""

    code = "letters.dangerous"


class BadTemplate(Refusal):
    """A template has a construct that is not allowed or cannot be read."""

    code = "letters.bad_template"


class UnknownField(Refusal):
    """A template names a field that a letter does not have."""

    code = "letters.unknown_field"


class NoPlace(Refusal):
    """A frozen draft lacks a place into which approval must stamp."""

    code = "letters.no_place"
