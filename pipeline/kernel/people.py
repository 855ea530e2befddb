"""Who acts."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """In the words of office.toml."""

    CLERK = "petugas_penerima"
    OFFICER = "petugas_identifikasi"
    CHAIR = "ketua"
    ARCHIVIST = "arsiparis"
    ADMIN = "admin_teknis"
    OVERSEER = "pengawas"


@dataclass(frozen=True)
class Actor:
    """``account`` is acted as, ``operator`` the operating-system user.

    ``since`` is when they began this step.
    """

    account: str
    roles: frozenset[Role] = field(default_factory=frozenset)
    operator: str = ""
    since: datetime | None = None

    def is_any(self, *roles: Role) -> bool:
        """Whether one of ``roles`` is held."""
        return not self.roles.isdisjoint(roles)
