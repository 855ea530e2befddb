"""Why something from the inbox is refused, left for later, or cannot be looked at.

The sentence of a refusal is what the office reads in ``….alasan.txt``: what is wrong, and what to do.
What is wrong *inside* a document stands in :mod:`pipeline.intake.errors_reading`. None names the file,
since a file name may hold a person's name and errors may end in a log.
"""

from pipeline.kernel.errors import Refusal


class InboxNotMounted(Refusal):
    """The marker file is missing: the share is not there, or this is not an inbox."""

    code = "intake.inbox_not_mounted"


class InboxSpoiled(Refusal):
    """A name that the inbox needs for itself is taken by something that is not a folder."""

    code = "intake.inbox_spoiled"


class LowSpace(Refusal):
    """Less is free than ``masuk.ruang_bebas_mb``: intake pauses before a disk is full."""

    code = "intake.low_space"


class RefusedFull(Refusal):
    """More lies in ``ditolak/`` than ``masuk.batas_ditolak_mb``: nobody looked at what was refused."""

    code = "intake.refused_full"


class Flooded(Refusal):
    """More was taken from one place within an hour than ``masuk.batas_folder_mb_per_jam``."""

    code = "intake.flooded"


class Later(Refusal):
    """Base of what is no refusal: the file stays in the inbox and is looked at again."""

    code = "intake.later"


class FileRefused(Refusal):
    """Base of the reasons for which a file goes to ``inbox/ditolak/``."""

    code = "intake.refused"


class Linked(FileRefused):
    """The file has a second name somewhere (a hard link); it was never opened."""

    code = "intake.linked"


class Empty(FileRefused):
    """Zero bytes."""

    code = "intake.empty"
