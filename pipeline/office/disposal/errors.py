"""What can go wrong with backup, keys and upgrade, with the disposal of cases, or while a paper register comes in, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Refusal
from pipeline.stores.errors import VaultDamaged


class BackupDamaged(VaultDamaged):
    """The backup to be restored has parts missing, cut off or changed."""

    code = "office.backup_damaged"


class RestoreBroken(Refusal):
    """What was restored is not what was backed up; it was taken away again."""

    code = "office.restore_broken"


class UpgradeUndone(Refusal):
    """The upgrade failed; the old database is in its place again."""

    code = "office.upgrade_undone"


class DestructionPending(Refusal):
    """The destruction is decided and entered, and could not be carried out to its end."""

    code = "office.destruction_pending"
