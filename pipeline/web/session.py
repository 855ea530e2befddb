"""Who asks for a page: the office, the person's session, the language, and what the next page says first."""

from datetime import UTC, datetime

from django.conf import settings as conf
from django.http import HttpRequest

from pipeline.kernel import clock
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.text import Text
from pipeline.office.base import accounts
from pipeline.office.base.session import Session, need_role, open_session
from pipeline.settings import Settings

LANG = "lang"
_SAID = "done"
_OPENED = "office_session"
_SAT, _SITS_MOST, _PAGES_MOST = "sat", 3600.0, 20


def office() -> Settings:
    """The settings of this door's office."""
    settings: Settings = getattr(conf, "RANGKAP")  # noqa: B009 - Django's types know no words of ours
    return settings


def session_of(request: HttpRequest, verb: str = "", roles: frozenset[Role] | None = None) -> Session:
    """Opened once a request; without one of ``roles``, ``verb`` is refused."""
    if not hasattr(request, _OPENED):
        name = request.user.get_username()
        user = next(account for account in accounts.in_office(office()).accounts if account.name == name)
        setattr(
            request, _OPENED, open_session(office(), Actor(name, user.roles, name, since=_sat_down(request)))
        )
    session: Session = getattr(request, _OPENED)
    if roles is not None:
        need_role(session, verb, roles)
    return session


def sit_down(request: HttpRequest) -> None:
    """First opening of this form: from then the step's time counts."""
    now = clock.now().timestamp()
    kept = {path: at for path, at in request.session.get(_SAT, {}).items() if now - at < _SITS_MOST}
    kept.setdefault(request.path, now)
    request.session[_SAT] = dict(list(kept.items())[-_PAGES_MOST:])


def _sat_down(request: HttpRequest) -> datetime | None:
    at = request.session.get(_SAT, {}).get(request.path) if request.method == "POST" else None
    return datetime.fromtimestamp(at, UTC) if at is not None else None


def language(request: HttpRequest) -> str:
    """The person's language, ``id`` or ``en``."""
    return "en" if request.session.get(LANG) == "en" else "id"


def say(request: HttpRequest, message: Text, **fields: object) -> None:
    """Kept for the next page; ``fields`` never hold names."""
    request.session[_SAID] = message.fill(language(request), **fields)


def pop_message(request: HttpRequest) -> str:
    """A request for a picture takes nothing out."""
    is_page = "text/html" in request.headers.get("Accept", "text/html")
    return str(request.session.pop(_SAID, "")) if is_page and _SAID in request.session else ""
