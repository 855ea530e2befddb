"""Who acts: the roles of the office and the actor of a step.

Roles are those of the procedure (product.md, *Users*). Admin teknis and case work are two accounts.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """A role in the office; the value is the word used in office.toml."""

    CLERK = "petugas_penerima"
    OFFICER = "petugas_identifikasi"
    CHAIR = "ketua"
    ARCHIVIST = "arsiparis"
    ADMIN = "admin_teknis"
    OVERSEER = "pengawas"


@dataclass(frozen=True)
class Actor:
    """The person in whose name a step is taken.

    ``account`` is the office account acted as; ``operator`` the operating-system user who really
    called (the same but for ``--as`` and for the service account). ``since`` is when they sat down to
    this step, where that is known: the clock of the procedure counts from it.
    """

    account: str
    roles: frozenset[Role] = field(default_factory=frozenset)
    operator: str = ""
    since: datetime | None = None

    def is_any(self, *roles: Role) -> bool:
        """Tell whether the actor holds at least one of ``roles``."""
        return not self.roles.isdisjoint(roles)
