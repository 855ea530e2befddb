"""An office's accounts. Who runs the machine sees no case, but in a trial home."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.kernel.people import Role

MACHINE = "sistem"
"""Watcher and worker."""

_CASE_WORK = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR, Role.ARCHIVIST})


@dataclass(frozen=True)
class Account:
    """An account; ``lent_to`` may act as it with ``--as``."""

    name: str
    roles: frozenset[Role]
    users: frozenset[str] = frozenset()
    lent_to: frozenset[str] = frozenset()

    @property
    def actors(self) -> frozenset[str]:
        """Operating-system users who may act as it."""
        return self.users | self.lent_to


def fault(accounts: Sequence[Account], *, is_trial: bool) -> str | None:
    """What is wrong with ``accounts``."""
    names = [account.name for account in accounts]
    if MACHINE in names:
        return f"nama akun “{MACHINE}” dipakai oleh mesin; pilih nama lain."
    twice = _repeated(names)
    if twice:
        return f"nama akun “{twice}” dipakai lebih dari sekali."
    if is_trial:
        return None
    user = _repeated([user for account in accounts for user in account.users])
    if user:
        return f"pengguna “{user}” tercantum pada dua akun; satukan perannya pada satu akun."
    workers = {user for account in accounts if account.roles & _CASE_WORK for user in account.actors}
    admins = {user for account in accounts if Role.ADMIN in account.roles for user in account.actors}
    both = sorted(workers & admins)
    if both:
        return f"“{both[0]}” memegang admin_teknis sekaligus pekerjaan kasus; pisahkan orangnya."
    return None


def _repeated(words: Sequence[str]) -> str | None:
    return next((word for word, count in Counter(words).items() if count > 1), None)
