"""Accounts as the office keeps them beside office.toml: roles, whether locked, and the word they sign in with."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.utils.crypto import salted_hmac


class AccountRow(models.Model):
    """One account: ``roles`` is a JSON list; ``password`` a digest by Django's hashers, empty where nobody signs in.

    ``once`` says that the word was given out by the office and must be changed at the first use, ``until`` how long it
    is good. The columns are those that a Django user has, so that the web door can sign in with this table.
    """

    name = models.CharField(primary_key=True, max_length=64)
    roles = models.TextField(default="[]")
    locked = models.BooleanField(default=False)
    password = models.CharField(max_length=255, blank=True, default="")
    last_login = models.DateTimeField(null=True)
    once = models.BooleanField(default=False)
    until = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: tuple[str, ...] = ()
    is_authenticated, is_anonymous = True, False

    @property
    def is_active(self) -> bool:
        """Whether the account may sign in."""
        return not self.locked

    def get_username(self) -> str:
        """Return the account's name."""
        return self.name

    def get_session_auth_hash(self) -> str:
        """Return what a session is bound to: it ends when word, roles or lock change."""
        bound = f"{self.password} {self.roles} {self.locked}"
        return str(salted_hmac("rangkap.session", bound, algorithm="sha256").hexdigest())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Return no older form of it."""
        return iter(())
