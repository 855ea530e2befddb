"""Which drafts a person has looked at in this session, revision by revision: approval asks for it."""

from __future__ import annotations

from django.http import HttpRequest

from pipeline.lookup.kinds import Letter
from pipeline.office.base.errors_review import NotLookedAt
from pipeline.office.signing.review import Read

_LOOKED = "looked"


def note(request: HttpRequest, letter: Letter) -> None:
    """Remember that both copies of ``letter`` were on the screen."""
    seen = request.session.get(_LOOKED, {})
    request.session[_LOOKED] = seen | {letter.id: [letter.revision, letter.version]}


def need(request: HttpRequest, letter: str, read: Read) -> None:
    """Refuse what was not looked at. Raises NotLookedAt."""
    if request.session.get(_LOOKED, {}).get(letter) != [read.revision, read.version]:
        raise NotLookedAt(letter=letter[:40])
