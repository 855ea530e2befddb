"""The second factors and sessions of the accounts."""

from collections.abc import Iterator

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django_otp import device_classes


def owners() -> set[str]:
    """The accounts that have a confirmed second factor."""
    return {
        name
        for kind in device_classes()
        for name in kind.objects.filter(confirmed=True).values_list("user_id", flat=True)
    }


def forget(account: str) -> None:
    """Drop the factors, and the sessions that they may have proved."""
    for kind in device_classes():
        kind.objects.filter(user_id=account).delete()
    end_sessions(account)


def end_sessions(account: str, but: str = "") -> None:
    """Close every session of ``account`` except ``but``."""
    for session in _sessions_of(account):
        if session.session_key != but:
            session.delete()


def open_sessions(account: str) -> int:
    """In how many browsers ``account`` is signed in."""
    return sum(1 for session in _sessions_of(account) if SessionStore(session.session_key).load())


def _sessions_of(account: str) -> Iterator[Session]:
    for session in Session.objects.iterator(chunk_size=200):
        if session.get_decoded().get(SESSION_KEY) == account:
            yield session
