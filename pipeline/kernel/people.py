"""Who acts: roles (product.md, *Users*) and actor."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """A role in the words of office.toml."""

    CLERK = "petugas_penerima"
    OFFICER = "petugas_identifikasi"
    CHAIR = "ketua"
    ARCHIVIST = "arsiparis"
    ADMIN = "admin_teknis"
    OVERSEER = "pengawas"


@dataclass(frozen=True)
class Actor:
    """Who takes a step: ``account`` is acted as, ``operator`` the operating-system user.

    ``since`` is when they sat down to this step.
    """

    account: str
    roles: frozenset[Role] = field(default_factory=frozenset)
    operator: str = ""
    since: datetime | None = None

    def is_any(self, *roles: Role) -> bool:
        """Whether the actor holds one of ``roles``."""
        return not self.roles.isdisjoint(roles)
