"""What can go wrong where bytes live."""

from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.text import Text

REFUSED = Text("kuncinya ditolak", "its key was refused")
SILENT = Text("tidak menjawab sebagaimana mestinya", "it does not answer as it should")
ABSENT = Text("embernya tidak ada", "there is no such bucket")
"""Why a bucket cannot be used, for :class:`StoreAway`: what the server says is not passed on."""


class NoSpace(Refusal):
    """There is too little free space to begin; nothing was written."""

    code = "stores.no_space"


class BadItemName(Refusal):
    """A name that may not stand in a store."""

    code = "stores.bad_name"


class NoItem(Refusal):
    """Nothing lies under that name."""

    code = "stores.no_item"


class ItemThere(Refusal):
    """Other bytes lie under that name already; they stay."""

    code = "stores.item_there"


class ItemChanged(Refusal):
    """Somebody else has changed what was to be replaced; nothing was written."""

    code = "stores.item_changed"


class StoreAway(NotDurable):
    """The bucket cannot be reached, or refuses; whether a write arrived is not known, and it can be repeated."""

    code = "stores.away"


class NotKept(NotDurable):
    """What lies there right after a write is not what was written: the server kept something else, or somebody came next."""

    code = "stores.not_kept"


class PlaceAway(Refusal):
    """There is no backup where one was, or should be."""

    code = "stores.place_away"


class VaultDamaged(Refusal):
    """The backup has parts missing or changed."""

    code = "stores.vault_damaged"
