"""What can go wrong when a case is filed or read back."""

from pipeline.kernel.errors import Refusal


class ObjectDamaged(Refusal):
    """The object of the case does not hold together; nothing is added to it."""

    code = "archive.object_damaged"


class NoSuchObject(Refusal):
    """The archive holds nothing under that number."""

    code = "archive.no_such_object"
