"""What can go wrong with the database, as sentences."""

from pipeline.kernel.errors import Refusal


class Stale(Refusal):
    """Somebody else changed the record since it was read; nothing was written."""

    code = "records.stale"


class TooManyWords(Refusal):
    """More people sign in at this moment than the machine can prove words for; nothing was looked at."""

    code = "records.too_many_words"


class NotFound(Refusal):
    """There is no such record."""

    code = "records.not_found"


class Destroyed(Refusal):
    """The case was lawfully destroyed; its number is never given again."""

    code = "records.destroyed"


class NumberTaken(Refusal):
    """A number was already given out; the pattern in office.toml makes the same number twice."""

    code = "records.number_taken"


class GuardsMissing(Refusal):
    """The triggers that keep history and register append-only are not all there."""

    code = "records.guards_missing"


class TargetTaken(Refusal):
    """The target holds something that no begun move of this office put there; it was not touched."""

    code = "records.target_taken"
