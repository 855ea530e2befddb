"""The first admin signs in for the first time: a word given at the console of the machine becomes the admin's own.

The word is the one of :func:`pipeline.office.base.users.first`: given once in the life of a home, kept as a digest, good for 72 hours
and for nothing but this. ``rangkap start`` shows it as a link whose end a browser keeps to itself (the part behind ``#`` is sent
to no server), and only to a terminal: a log would keep it.
"""

from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.office.base import users
from pipeline.records import accounts, history
from pipeline.settings import Settings

PAGE = "mulai/"
"""Where the pages ask for it."""


def is_to_come(settings: Settings) -> bool:
    """Tell whether nobody in this home ever had a word, and there is an admin to give the first. The home is open already."""
    has_word = any(one.password for one in accounts.listed().values())
    return bool(_admins(settings)) and not has_word and not any(history.of_verb(users.FIRST))


def unused(settings: Settings) -> str:
    """Return the account of the first admin while its first word was given and never used, be it over by now; else nothing."""
    admins = _admins(settings)
    kept = accounts.listed().get(admins[0]) if admins else None
    is_unused = kept is not None and kept.once and not kept.locked and kept.last_login is None
    return admins[0] if is_unused and any(history.of_verb(users.FIRST)) else ""


def waiting(settings: Settings) -> str:
    """Return the account of :func:`unused` while its word is still good, else nothing."""
    account = unused(settings)
    until = accounts.listed()[account].until if account else None
    return account if until is not None and until >= clock.now() else ""


def _admins(settings: Settings) -> list[str]:
    return [one.name for one in settings.accounts if Role.ADMIN in one.roles]
