"""Why something from the inbox is refused, left for later, or cannot be looked at.

The sentence of a refusal is what the office reads in ``….alasan.txt``: what is wrong, and what to do.
What is wrong *inside* a document stands in :mod:`pipeline.intake.errors_reading`. None names the file,
since a file name may hold a person's name and errors may end in a log.
"""

from pipeline.kernel.errors import Refusal


class Later(Refusal):
    """Base of what is no refusal: the file stays in the inbox and is looked at again."""

    code = "intake.later"


class FileRefused(Refusal):
    """Base of the reasons for which a file goes to ``inbox/ditolak/``."""

    code = "intake.refused"
