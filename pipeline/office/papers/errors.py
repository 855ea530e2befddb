"""What can go wrong when the answer is delivered (step 13), and with the copy for the victim."""

from __future__ import annotations

from pipeline.kernel.errors import Refusal


class VictimsCopyChanged(Refusal):
    """The file is not the one that the database knows by its digest, or what it was made from is not the same any more."""

    code = "office.victims_copy_changed"
