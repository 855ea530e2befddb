"""The first admin signs in with the word of :func:`pipeline.office.base.users.first`, good once and for 72
hours.
``rangkap start`` shows it only to a terminal, as the fragment of a link: logs and servers never get it.
"""

from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.office.base import users
from pipeline.records import accounts, history
from pipeline.settings import Settings

PAGE = "mulai/"


def is_to_come(settings: Settings) -> bool:
    """Whether nobody ever had a word here. The home is open already."""
    has_word = any(one.password for one in accounts.listed().values())
    return bool(_admins(settings)) and not has_word and not any(history.of_verb(users.FIRST))


def unused(settings: Settings) -> str:
    """The first admin's account while the first word was never used."""
    admins = _admins(settings)
    kept = accounts.listed().get(admins[0]) if admins else None
    is_unused = kept is not None and kept.once and not kept.locked and kept.last_login is None
    return admins[0] if is_unused and any(history.of_verb(users.FIRST)) else ""


def waiting(settings: Settings) -> str:
    """The account of :func:`unused` while its word is still good."""
    account = unused(settings)
    until = accounts.listed()[account].until if account else None
    return account if until is not None and until >= clock.now() else ""


def _admins(settings: Settings) -> list[str]:
    return [one.name for one in settings.accounts if Role.ADMIN in one.roles]
