"""Errors of filing and reading."""

from pipeline.kernel.errors import Refusal


class ObjectDamaged(Refusal):
    """The object does not hold together; nothing is added to it."""

    code = "archive.object_damaged"


class NoSuchObject(Refusal):
    """The archive holds nothing under that number."""

    code = "archive.no_such_object"
