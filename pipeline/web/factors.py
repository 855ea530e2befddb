"""The second factors and sessions of the accounts, which the web door alone keeps: who has one, and an end to both."""

from __future__ import annotations

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django_otp import device_classes


def owners() -> set[str]:
    """Return the accounts that have set a second factor up."""
    return {
        name
        for kind in device_classes()
        for name in kind.objects.filter(confirmed=True).values_list("user_id", flat=True)
    }


def forget(account: str) -> None:
    """Drop telephone and paper codes of ``account``, and close its sessions, which they may have proved."""
    for kind in device_classes():
        kind.objects.filter(user_id=account).delete()
    end_sessions(account)


def end_sessions(account: str) -> None:
    """Close every session of ``account``."""
    for one in Session.objects.iterator(chunk_size=200):
        if one.get_decoded().get(SESSION_KEY) == account:
            one.delete()
