"""Errors of stores."""

from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.text import Text

REFUSED = Text("kuncinya ditolak", "its key was refused")
SILENT = Text("tidak menjawab sebagaimana mestinya", "it does not answer as it should")
ABSENT = Text("embernya tidak ada", "there is no such bucket")
"""Why a bucket cannot be used, for ``stores.away``."""


class BadItemName(Refusal):
    """A name for no item."""

    code = "stores.bad_name"


class NoItem(Refusal):
    """Nothing lies under that name."""

    code = "stores.no_item"


class ItemConflict(Refusal):
    """A write's condition does not hold."""

    code = "stores.item_changed"


class NotKept(NotDurable):
    """Read back otherwise than written; or somebody came next."""

    code = "stores.not_kept"
