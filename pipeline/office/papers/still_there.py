"""Whether a case was destroyed while its pages were being made: then what was made of them goes too, and nothing is put out.

LibreOffice takes seconds, in which another process may carry a destruction out. It empties ``var/pdf`` after its decision
is committed; who makes pages looks for the case after they lie there. So one of the two always takes them away.
"""

from __future__ import annotations

from pipeline.kernel.files import durable, sync_folder
from pipeline.office.base.desk import Desk
from pipeline.records import cases
from pipeline.records.errors import Destroyed


def need(desk: Desk, number: str) -> None:
    """Raise Destroyed, with ``var/pdf`` emptied, where the case ``number`` was destroyed meanwhile."""
    try:
        cases.get(number)
    except Destroyed:
        shelf = desk.settings.var / "pdf"
        with durable():
            for path in shelf.glob("*"):
                if path.is_file():
                    path.unlink(missing_ok=True)
            sync_folder(shelf)
        raise
