"""Refusals of the office that code catches by name."""

from pipeline.kernel.errors import Refusal


class ClockBehind(Refusal):
    """The clock stands before the last entry: no numbers are given."""

    code = "office.clock_behind"


class NoRoute(Refusal):
    """There is no safe way for a letter."""

    code = "office.no_route"


class BytesMissing(Refusal):
    """The bytes of an arrival are not where they must be."""

    code = "office.bytes_missing"
