"""Accounts by the office, wrong words by axes, second factors by django-otp."""

import secrets
from datetime import timedelta
from hashlib import blake2b
from math import ceil
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.contrib.auth import authenticate
from django.contrib.auth.backends import BaseBackend
from django.db.models import Max, Sum
from django.http import HttpRequest, QueryDict

from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.office.base import accounts, sign_in
from pipeline.web.django_settings import FREE, WAITS_MOST
from pipeline.web.session import office

TWICE_PROVED = frozenset({Role.CHAIR, Role.ADMIN})
MUST_CHANGE = "must_change"
_OF_THIS_PROCESS = secrets.token_bytes(32)


class OfficeBackend(BaseBackend):
    """Proves account and word by the office's rules."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_more: Any
    ) -> Any:
        """The account, or None without saying what was wrong."""
        try:
            result = sign_in.sign_in(office(), username, password)
        except Refusal as error:
            if error.code != "office.wrong_word":
                raise
            return None
        user = self.get_user(result.actor.account)
        if user is not None and request is not None:
            request.session[MUST_CHANGE] = result.must_change
        return user

    def get_user(self, user_id: str) -> Any:
        """The account, unless it is locked or gone."""
        user = accounts.accounts.user(user_id)
        return user if user is not None and user.is_active else None


class WrongWords(AxesDatabaseHandler):  # type: ignore[misc] # axes has no types
    """Counts wrong words; no other field is kept, since any may hold a word.

    Five shut the account for this machine; many slow this machine.
    """

    def is_locked(self, request: Any, credentials: dict[str, Any] | None = None) -> bool:
        """The account is shut, or the machine must wait."""
        return seconds_to_wait(request) > 0 or bool(super().is_locked(request, credentials))

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: Any = None, **more: Any
    ) -> None:
        """Count one, after dropping everything sent with it."""
        request.GET = request.POST = QueryDict()
        request.axes_user_agent = request.axes_http_accept = request.axes_path_info = ""
        super().user_login_failed(sender, credentials, request, **more)


def seconds_to_wait(request: Any) -> int:
    """How long this machine must wait."""
    kept = AccessAttempt.objects.filter(
        ip_address=request.axes_ip_address, attempt_time__gte=get_cool_off_threshold(request)
    ).aggregate(wrong=Sum("failures_since_start"), last=Max("attempt_time"))
    over = (kept["wrong"] or 0) - FREE
    if over < 0:
        return 0
    until = kept["last"] + timedelta(seconds=min(2 ** min(over, 10), WAITS_MOST))
    return max(0, ceil(float((until - request.axes_attempt_time).total_seconds())))


def is_password(request: HttpRequest, word: str) -> bool:
    """Wrong ones count as at sign-in."""
    return authenticate(request, username=request.user.get_username(), password=word) is not None


def is_proved_twice(request: HttpRequest) -> bool:
    """Whether this session proved a second factor."""
    return bool(request.user.is_verified())  # type: ignore[union-attr]


def account_named(_request: HttpRequest | None, credentials: dict[str, Any] | None = None) -> str:
    """A wrong word counts for it.

    An unknown one may be a mistyped word: it counts under a digest whose key ends with this process.
    """
    given = (credentials or {}).get("username") or ""
    known = {account.name for account in accounts.in_office(office()).accounts}
    digest = blake2b(given.encode(), key=_OF_THIS_PROCESS, digest_size=16)
    return given if given in known else f"-{digest.hexdigest()}"


def machine_of(request: HttpRequest) -> str:
    """The address of the connection; headers count for nothing."""
    return str(request.META.get("REMOTE_ADDR", ""))
