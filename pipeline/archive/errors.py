"""What can go wrong when a case is filed or read back."""

from pipeline.kernel.errors import Refusal


class ArchiveNotMounted(Refusal):
    """The marker file of the archive is not there: the disk is absent or the folder is wrong."""

    code = "archive.not_mounted"


class BadName(Refusal):
    """A name that may not stand in the archive."""

    code = "archive.bad_name"


class NameTaken(Refusal):
    """A document of that name with other content is already in the case; nothing is overwritten."""

    code = "archive.name_taken"


class ObjectDamaged(Refusal):
    """The object of the case does not hold together; nothing is added to it."""

    code = "archive.object_damaged"


class NoSuchObject(Refusal):
    """The archive holds nothing under that number."""

    code = "archive.no_such_object"


class NotAsListed(Refusal):
    """The object is no longer what was decided to be destroyed; nothing was removed."""

    code = "archive.not_as_listed"


class ArchiveTargetTaken(Refusal):
    """The target holds something that no begun move of this office put there; it was not touched."""

    code = "archive.target_taken"
