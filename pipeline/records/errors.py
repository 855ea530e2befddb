"""Errors of the database."""

from pipeline.kernel.errors import Refusal


class Stale(Refusal):
    """The record was changed since it was read; nothing was written."""

    code = "records.stale"


class NotFound(Refusal):
    """There is no such record."""

    code = "records.not_found"


class Destroyed(Refusal):
    """The case was lawfully destroyed; its number is never given again."""

    code = "records.destroyed"
